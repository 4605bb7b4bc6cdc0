#include "support/xlsx_cells.h"

#include <zip.h>

#include <pugixml.hpp>

#include "text/result.h"

namespace {

/// An entry of an archive; "" when there is none of that name.
std::string entry_of(zip_t* archive, const std::string& name) {
  zip_file_t* file = zip_fopen(archive, name.c_str(), 0);
  if (file == nullptr) return "";
  std::string bytes;
  char block[4096];
  for (zip_int64_t got = 0; (got = zip_fread(file, block, sizeof block)) > 0;)
    bytes.append(block, static_cast<std::size_t>(got));
  zip_fclose(file);
  return bytes;
}

std::vector<std::string> shared_texts(const std::string& xml) {
  pugi::xml_document document;
  document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  std::vector<std::string> texts;
  for (const auto& item : document.child("sst").children("si")) texts.emplace_back(item.child("t").child_value());
  return texts;
}

std::vector<std::vector<std::string>> rows_of(const std::string& xml, const std::vector<std::string>& texts) {
  pugi::xml_document document;
  document.load_string(xml.c_str());
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : document.child("worksheet").child("sheetData").children("row")) {
    rows.emplace_back();
    for (const auto& cell : row.children("c")) {
      const std::string value = cell.child_value("v");
      const bool shared = std::string(cell.attribute("t").value()) == "s";
      rows.back().push_back(shared ? texts.at(std::stoul(value)) : value);
    }
  }
  return rows;
}

}  // namespace

std::vector<XlsxSheet> xlsx_sheets(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  klausul::require(archive != nullptr, "the workbook of a test is a zip file");
  const std::vector<std::string> texts = shared_texts(entry_of(archive, "xl/sharedStrings.xml"));
  pugi::xml_document workbook;
  workbook.load_string(entry_of(archive, "xl/workbook.xml").c_str());
  std::vector<XlsxSheet> sheets;
  for (const auto& sheet : workbook.child("workbook").child("sheets").children("sheet")) {
    const std::string part = "sheet" + std::to_string(sheets.size() + 1) + ".xml";
    XlsxSheet read{sheet.attribute("name").value(),
                   {},
                   entry_of(archive, "xl/worksheets/" + part),
                   entry_of(archive, "xl/worksheets/_rels/" + part + ".rels")};
    read.rows = rows_of(read.xml, texts);
    sheets.push_back(std::move(read));
  }
  zip_close(archive);
  return sheets;
}
