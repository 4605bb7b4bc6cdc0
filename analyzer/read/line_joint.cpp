#include "read/line_joint.h"

#include <algorithm>
#include <string>

#include "text/spelling.h"
#include "text/unicode.h"

namespace klausul {
namespace {

/// The letters from the beginning of `text` on.
std::string_view leading_letters(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_letter(point.value)) break;
    at += point.length;
  }
  return text.substr(0, at);
}

/// The letters at the end of `text`.
std::string_view trailing_letters(std::string_view text) {
  std::size_t word = text.find_last_of(" -/(\"");
  std::string_view last = word == std::string_view::npos ? text : text.substr(word + 1);
  while (!last.empty() && leading_letters(last).size() != last.size())
    last.remove_prefix(code_point_at(last, 0).length);
  return last;
}

bool has_lower_case(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).length)
    if (is_lower_case(code_point_at(word, at).value)) return true;
  return false;
}

}  // namespace

LineJoint joint_by_dictionary(std::string_view before, std::string_view after) {
  const LineJoint joint = joint_between(before, after);
  const bool hyphen = before.size() > 1 && before.back() == '-';
  if (!hyphen || joint == LineJoint::nothing) return joint;
  const std::string left(trailing_letters(before.substr(0, before.size() - 1)));
  const std::string right(leading_letters(after));
  // "EU-" and "Kommissionen": a compound of its own; "10-" and "15", too. A dash has a space before it.
  if (joint == LineJoint::space) {
    const bool elliptic = begins_lower_case(after);
    return elliptic || before[before.size() - 2] == ' ' ? LineJoint::space : LineJoint::nothing;
  }
  if (!has_lower_case(left) || count_code_points(left) < 2) return LineJoint::nothing;
  if (is_dictionary_word(left + right)) return LineJoint::nothing_and_no_hyphen;
  return is_dictionary_word(left) && is_dictionary_word(right) ? LineJoint::nothing : LineJoint::nothing_and_no_hyphen;
}

}  // namespace klausul
