// Word files, OpenDocument and many more are zip files: which of them one is, told from the names in it.

#include <algorithm>
#include <array>

#include "read/zip_archive.h"

namespace klausul {
namespace {

constexpr std::string_view kLocalHeader("PK\x03\x04", 4);
constexpr std::string_view kEmptyArchive("PK\x05\x06", 4);

struct KnownZip {
  std::string_view mimetype;  ///< what the first entry says; "" when the names decide
  std::string_view prefix;    ///< of a name in it
  std::string_view name;
  ZipKind kind;
};

constexpr std::array kKnown{
    KnownZip{"application/vnd.oasis.opendocument.text", "", "OpenDocument text (ODT)", ZipKind::odt},
    KnownZip{"application/vnd.oasis.opendocument", "", "OpenDocument", ZipKind::other_document},
    KnownZip{"application/epub", "", "EPUB", ZipKind::other_document},
    KnownZip{"", "word/", "Word (docx)", ZipKind::docx},
    KnownZip{"", "xl/workbook", "Excel (xlsx)", ZipKind::other_document},
    KnownZip{"", "ppt/presentation", "PowerPoint (pptx)", ZipKind::other_document},
    KnownZip{"", "Index/Document.iwa", "Pages", ZipKind::other_document},
};

constexpr KnownZip kArchive{"", "", "a zip archive", ZipKind::archive};

/// Names of a zip file whose directory is damaged: those before the entries themselves.
std::vector<std::string> names_before_entries(std::string_view bytes) {
  constexpr std::size_t most = 1000;
  std::vector<std::string> names;
  for (std::size_t at = 0; (at = bytes.find(kLocalHeader, at)) != std::string_view::npos && names.size() < most; ++at) {
    if (at + 30 > bytes.size()) break;
    const auto low = static_cast<unsigned char>(bytes[at + 26]);
    const auto high = static_cast<unsigned char>(bytes[at + 27]);
    names.emplace_back(bytes.substr(at + 30, low + 256U * high));
  }
  return names;
}

std::vector<std::string> names_in(std::string_view bytes) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes, "", {});
  if (!archive) return names_before_entries(bytes);
  std::vector<std::string> names;
  for (ZipEntry& entry : archive->entries()) names.push_back(std::move(entry.name));
  return names;
}

const KnownZip& known_zip(std::string_view bytes) {
  // The entry "mimetype" comes first and is not packed.
  constexpr std::string_view mimetype = "mimetype";
  const std::size_t said = bytes.substr(0, 64).find(mimetype);
  const std::vector<std::string> names = names_in(bytes);
  const auto has_name = [&](std::string_view prefix) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(prefix); });
  };
  for (const KnownZip& known : kKnown) {
    const bool matches = known.mimetype.empty() ? has_name(known.prefix)
                                                : said != std::string_view::npos &&
                                                      bytes.substr(said + mimetype.size()).starts_with(known.mimetype);
    // An archive may well hold a folder named "word".
    if (matches && (known.kind != ZipKind::docx || has_name("[Content_Types].xml") || has_name("word/document")))
      return known;
  }
  const bool is_odt = has_name("content.xml") && has_name("META-INF/manifest.xml");
  return is_odt ? kKnown.front() : kArchive;
}

bool is_zip(std::string_view bytes) { return bytes.starts_with(kLocalHeader) || bytes.starts_with(kEmptyArchive); }

}  // namespace

ZipKind kind_of_zip(std::string_view bytes) { return is_zip(bytes) ? known_zip(bytes).kind : ZipKind::none; }

std::string_view name_of_zip(std::string_view bytes) { return known_zip(bytes).name; }

}  // namespace klausul
