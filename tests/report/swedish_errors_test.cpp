#include "report/swedish_errors.h"

#include <re2/re2.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "cli/run_program.h"
#include "read/reader_error.h"
#include "report/swedish_sentences.h"

namespace {

using klausul::error_in_swedish;

std::size_t gaps_in(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t at = pattern.find("{}"); at != std::string_view::npos; at = pattern.find("{}", at + 2)) ++count;
  return count;
}

/// `literal` as it stands in C++ source, as the text it is.
std::string unescaped(std::string literal) {
  RE2::GlobalReplace(&literal, R"re("\s*")re", "");  // literals that go on in the next line
  RE2::GlobalReplace(&literal, R"re(\\")re", "\"");
  return literal;
}

/// The first literals that calls which say something give in `source`.
std::set<std::string> sentences_in(const std::string& source) {
  static const RE2 call(
      R"re((?:complain\(|reader_error\(|refused\(|refuse\(|wrong_use\(|add_limit\(|limits\.push_back\(|Error\{))re"
      R"re([^;"]*"((?:[^"\\]|\\.|"\s*")*)")re");
  std::set<std::string> found;
  re2::StringPiece rest = source;
  std::string literal;
  while (RE2::FindAndConsume(&rest, call, &literal)) found.insert(unescaped(literal));
  return found;
}

/// Whether some sentence of the tables holds `part`, a piece of a sentence up to what differs from case to case.
bool is_known(std::string part) {
  if (error_in_swedish("x " + part) || klausul::in_swedish(part) != part) return true;
  part = part.substr(0, part.find("{}"));
  if (part.ends_with(" .")) part.resize(part.size() - 2);
  for (const klausul::ErrorSentence& sentence : klausul::error_sentences())
    if (std::string_view(sentence.english).find(part) != std::string_view::npos) return true;
  // The sentences on coverage are expressions: their words stand between what they capture.
  static const std::string coverage = [] {
    std::string text = read_file(std::filesystem::path(KLAUSUL_ROOT) / "analyzer/report/swedish_sentences.cpp");
    std::erase(text, '\\');
    return text;
  }();
  return coverage.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_differs_stands_in_both_languages) {
  for (const klausul::ErrorSentence& sentence : klausul::error_sentences())
    BOOST_TEST(gaps_in(sentence.english) == gaps_in(sentence.swedish), sentence.english);
}

BOOST_AUTO_TEST_CASE(names_are_kept_and_reasons_are_translated) {
  BOOST_TEST(*error_in_swedish("mitt avtal.docx is empty. Check that the right file was saved.") ==
             "mitt avtal.docx är tom. Kontrollera att rätt fil har sparats.");
  BOOST_TEST(*error_in_swedish("Standard input is empty. Check that the right file was saved.") ==
             "Standard in är tom. Kontrollera att rätt fil har sparats.");
  BOOST_TEST(*error_in_swedish("Cannot be written: Permission denied.") == "Kan inte skrivas: Behörighet saknas.");
  const std::string image = *error_in_swedish("a.png is a PNG image. " + std::string(klausul::kWhatKlausulReads));
  BOOST_TEST(image.starts_with("a.png är en PNG-bild. klausul läser vanlig text, "), image);
  BOOST_TEST(image.find(" and ") == std::string::npos, image);
  BOOST_TEST(!error_in_swedish("Nobody says this.").has_value());
}

/// A new sentence for users is written in both languages: this finds those that are not.
BOOST_AUTO_TEST_CASE(what_readers_and_verbs_say_is_known_in_swedish) {
  std::size_t looked_at = 0;
  for (const char* folder : {"read", "cli", "assess"}) {
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(KLAUSUL_ROOT) / "analyzer" / folder)) {
      if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
      for (const std::string& sentence : sentences_in(read_file(file.path()))) {
        // Names and pieces that only join sentences say nothing.
        if (sentence.size() < 12 || sentence.starts_with("klausul: ") || sentence.find(' ') == std::string::npos)
          continue;
        ++looked_at;
        BOOST_TEST(is_known(sentence), file.path().filename().string()
                                           << ": \"" << sentence << "\": add it to analyzer/report/swedish_errors.cpp");
      }
    }
  }
  BOOST_TEST(looked_at > 40U);
}
