#include "read/rtf_words.h"

#include <array>
#include <unordered_map>
#include <utility>

namespace klausul {
namespace {

using Entry = std::pair<std::string_view, RtfWord>;

constexpr std::array kActedOn{
    Entry{"fonttbl", RtfWord::fonts},
    Entry{"stylesheet", RtfWord::styles},
    Entry{"listtext", RtfWord::list_text},
    Entry{"pntext", RtfWord::list_text},
    Entry{"field", RtfWord::field},
    Entry{"fldinst", RtfWord::instruction},
    Entry{"fldrslt", RtfWord::field_result},
    Entry{"footnote", RtfWord::footnote},
    Entry{"header", RtfWord::page_header},
    Entry{"headerl", RtfWord::page_header},
    Entry{"headerr", RtfWord::page_header},
    Entry{"headerf", RtfWord::page_header},
    Entry{"footer", RtfWord::page_header},
    Entry{"footerl", RtfWord::page_header},
    Entry{"footerr", RtfWord::page_header},
    Entry{"footerf", RtfWord::page_header},
    Entry{"shptxt", RtfWord::text_box},
    Entry{"dptxbxtext", RtfWord::text_box},
    Entry{"annotation", RtfWord::annotation},
    Entry{"objemb", RtfWord::embedded_object},
    Entry{"shpinst", RtfWord::walked},
    Entry{"do", RtfWord::walked},
    Entry{"cs", RtfWord::walked},
    Entry{"nesttableprops", RtfWord::walked},
    Entry{"par", RtfWord::paragraph_end},
    Entry{"sect", RtfWord::paragraph_end},
    Entry{"tab", RtfWord::space},
    Entry{"line", RtfWord::space},
    Entry{"page", RtfWord::space},
    Entry{"column", RtfWord::space},
    Entry{"emspace", RtfWord::space},
    Entry{"enspace", RtfWord::space},
    Entry{"qmspace", RtfWord::space},
    Entry{"cell", RtfWord::cell},
    Entry{"row", RtfWord::row},
    Entry{"nestcell", RtfWord::nested_cell},
    Entry{"nestrow", RtfWord::nested_row},
    Entry{"u", RtfWord::unicode},
    Entry{"emdash", RtfWord::character},
    Entry{"endash", RtfWord::character},
    Entry{"lquote", RtfWord::character},
    Entry{"rquote", RtfWord::character},
    Entry{"ldblquote", RtfWord::character},
    Entry{"rdblquote", RtfWord::character},
    Entry{"bullet", RtfWord::character},
    Entry{"pard", RtfWord::paragraph_reset},
    Entry{"plain", RtfWord::character_reset},
    Entry{"f", RtfWord::font},
    Entry{"fcharset", RtfWord::charset},
    Entry{"cpg", RtfWord::code_page},
    Entry{"ansicpg", RtfWord::ansi_code_page},
    Entry{"mac", RtfWord::mac},
    Entry{"pc", RtfWord::pc},
    Entry{"pca", RtfWord::pca},
    Entry{"deff", RtfWord::default_font},
    Entry{"b", RtfWord::bold},
    Entry{"v", RtfWord::hidden},
    Entry{"deleted", RtfWord::deleted},
    Entry{"revised", RtfWord::revised},
    Entry{"uc", RtfWord::skip_count},
    Entry{"s", RtfWord::style},
    Entry{"sbasedon", RtfWord::based_on},
    Entry{"outlinelevel", RtfWord::outline_level},
    Entry{"ls", RtfWord::list},
    Entry{"ilvl", RtfWord::list_level},
    Entry{"intbl", RtfWord::in_table},
    Entry{"itap", RtfWord::table_depth},
};

/// Groups that hold no text of the document; those with "\*" that are not known are skipped anyway.
constexpr std::array<std::string_view, 48> kSkipped{
    "aftncn",  "aftnsep",   "aftnsepc", "atnauthor", "atndate",   "atnicn",       "atnid",      "atnparent",
    "atnref",  "atntime",   "author",   "bkmkend",   "bkmkstart", "buptim",       "colortbl",   "comment",
    "creatim", "datafield", "doccomm",  "falt",      "filetbl",   "fontemb",      "formfield",  "ftncn",
    "ftnsep",  "ftnsepc",   "info",     "keywords",  "listtable", "nonesttables", "nonshppict", "objclass",
    "objdata", "objname",   "operator", "pict",      "pntxta",    "pntxtb",       "printim",    "private",
    "revtbl",  "revtim",    "rxe",      "shprslt",   "sp",        "tc",           "txe",        "xe"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kCharacters{{{"emdash", "\u2014"},
                                                                                    {"endash", "\u2013"},
                                                                                    {"lquote", "\u2018"},
                                                                                    {"rquote", "\u2019"},
                                                                                    {"ldblquote", "\u201C"},
                                                                                    {"rdblquote", "\u201D"},
                                                                                    {"bullet", "\u2022"}}};

std::unordered_map<std::string_view, RtfWord> all_words() {
  std::unordered_map<std::string_view, RtfWord> words(kActedOn.begin(), kActedOn.end());
  for (const std::string_view word : kSkipped) words.emplace(word, RtfWord::skipped);
  return words;
}

}  // namespace

RtfWord rtf_word(std::string_view word) {
  static const std::unordered_map<std::string_view, RtfWord> words = all_words();
  const auto found = words.find(word);
  return found == words.end() ? RtfWord::unknown : found->second;
}

std::string_view rtf_character(std::string_view word) {
  for (const auto& [name, character] : kCharacters)
    if (name == word) return character;
  return {};
}

}  // namespace klausul
