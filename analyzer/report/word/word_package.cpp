#include "report/word/word_package.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

#include "report/word/xml_elements.h"
#include "report/word/zip_entries.h"

namespace klausul {
namespace {

constexpr std::string_view kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                          "\n";
constexpr std::string_view kNamespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A style; `paragraph` and `run` are the content of its w:pPr and w:rPr.
struct Style {
  const char* id;
  const char* name;
  const char* next;
  const char* paragraph;
  const char* run;
};

constexpr Style kStyles[] = {
    {"Title", "Title", "Normal", R"(<w:spacing w:before="0" w:after="60"/>)",
     R"(<w:b/><w:color w:val="1F3864"/><w:sz w:val="44"/>)"},
    {"Subtitle", "Subtitle", "Normal", R"(<w:spacing w:after="40"/>)",
     R"(<w:color w:val="404040"/><w:sz w:val="22"/>)"},
    {"Heading1", "heading 1", "Normal",
     R"(<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="1F3864"/></w:pBdr>)"
     R"(<w:spacing w:before="400" w:after="120"/><w:outlineLvl w:val="0"/>)",
     R"(<w:b/><w:color w:val="1F3864"/><w:sz w:val="30"/>)"},
    {"Heading2", "heading 2", "Normal",
     R"(<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/>)",
     R"(<w:b/><w:sz w:val="24"/>)"},
    {"Label", "Label", "Label", R"(<w:spacing w:after="40"/>)", R"(<w:b/><w:color w:val="404040"/><w:sz w:val="19"/>)"},
    {"Quote", "Quote", "Normal",
     R"(<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="8EA9DB"/></w:pBdr>)"
     R"(<w:spacing w:after="80"/><w:ind w:left="140"/>)",
     R"(<w:i/>)"},
    {"Clause", "Clause", "Clause", R"(<w:spacing w:after="60"/>)", R"(<w:b/>)"},
    {"Question", "Question", "Question", R"(<w:spacing w:after="60"/><w:ind w:left="227" w:hanging="227"/>)", ""},
    {"Small", "Small", "Normal", R"(<w:spacing w:after="60"/>)", R"(<w:color w:val="595959"/><w:sz w:val="17"/>)"},
    {"Header", "header", "Header", R"(<w:spacing w:after="0"/>)", R"(<w:color w:val="595959"/><w:sz w:val="17"/>)"},
    {"Footer", "footer", "Footer", R"(<w:tabs><w:tab w:val="right" w:pos="9410"/></w:tabs><w:spacing w:after="0"/>)",
     R"(<w:color w:val="595959"/><w:sz w:val="15"/>)"},
};

std::string language_tag(Language language) { return language == Language::sv ? "sv-SE" : "en-GB"; }

std::string styles_xml(Language language) {
  std::string xml = fmt::format(
      R"({}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" )"
      R"(w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="{}"/></w:rPr></w:rPrDefault>)"
      R"(<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>)"
      R"(</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>)"
      R"(<w:qFormat/></w:style>)",
      kDeclaration, kNamespaces, language_tag(language));
  for (const Style& style : kStyles)
    xml += fmt::format(R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
                       R"(<w:next w:val="{}"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)",
                       style.id, style.name, style.next, style.paragraph, style.run);
  std::string borders;
  for (const std::string_view edge : {"top", "bottom", "insideH"})
    borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>)", edge);
  return xml +
         fmt::format(
             R"(<w:style w:type="table" w:styleId="Point"><w:name w:val="Point"/><w:tblPr><w:tblBorders>{}</w:tblBorders>)"
             R"(<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>)"
             R"(<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>)",
             borders);
}

std::string text_run(std::string_view text) {
  return fmt::format(R"(<w:r><w:t xml:space="preserve">{}</w:t></w:r>)", escape_xml(text));
}

std::string field(std::string_view instruction) {
  return fmt::format(R"(<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>)", instruction);
}

std::string header_xml(const WordDocument& document) {
  return fmt::format(R"({}<w:hdr {}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{}</w:p></w:hdr>)", kDeclaration,
                     kNamespaces, text_run(document.header));
}

std::string footer_xml(const WordDocument& document) {
  return fmt::format(
      R"({}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>)",
      kDeclaration, kNamespaces, text_run(document.footer), text_run(document.page + " "), field("PAGE"),
      text_run(" / "), field("NUMPAGES"));
}

std::string document_xml(const WordDocument& document) {
  return fmt::format(
      R"({}<w:document {}><w:body>{}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>)"
      R"(<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>)"
      R"(<w:pgMar w:top="1418" w:right="1248" w:bottom="1304" w:left="1248" w:header="680" w:footer="567" w:gutter="0"/>)"
      R"(</w:sectPr></w:body></w:document>)",
      kDeclaration, kNamespaces, document.body);
}

std::string relationship_list(std::string_view relationships) {
  return fmt::format(R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{})"
                     R"(</Relationships>)",
                     kDeclaration, relationships);
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

std::string content_types() {
  const auto part = [](std::string_view name, std::string_view type) {
    return fmt::format(R"(<Override PartName="/word/{}.xml" ContentType="{}{}+xml"/>)", name, kTypes, type);
  };
  return fmt::format(
      R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" )"
      R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" )"
      R"(ContentType="application/xml"/>{}{}{}{}<Override PartName="/docProps/core.xml" )"
      R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)",
      kDeclaration, part("document", "document.main"), part("styles", "styles"), part("header1", "header"),
      part("footer1", "footer"));
}

std::string core_properties(const WordDocument& document) {
  return fmt::format(
      R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>klausul</dc:creator>)"
      R"(<dc:language>{}</dc:language></cp:coreProperties>)",
      kDeclaration, escape_xml(document.title), language_tag(document.language));
}

}  // namespace

Result<std::string> write_word_document(const WordDocument& document) {
  const std::string types = "[Content_Types].xml";
  const std::string office(kOffice);
  return zip_of(
      {{types, content_types()},
       {"_rels/.rels",
        relationship_list(relationship("rId1", office + "officeDocument", "word/document.xml") +
                          relationship("rId2",
                                       "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                                       "core-properties",
                                       "docProps/core.xml"))},
       {"docProps/core.xml", core_properties(document)},
       {"word/_rels/document.xml.rels", relationship_list(relationship("rId1", office + "styles", "styles.xml") +
                                                          relationship("rId2", office + "header", "header1.xml") +
                                                          relationship("rId3", office + "footer", "footer1.xml"))},
       {"word/document.xml", document_xml(document)},
       {"word/footer1.xml", footer_xml(document)},
       {"word/header1.xml", header_xml(document)},
       {"word/styles.xml", styles_xml(document.language)}},
      types);
}

}  // namespace klausul
