#include "words/forms.h"

#include <fmt/format.h>

namespace klausul {

namespace {

constexpr std::size_t most_spellings = 2048;

/// Recursive descent over  sequence := (letters | "(" choice ")" | "[" choice "]")*   choice := sequence ("|"
/// sequence)*
class FormParser {
 public:
  explicit FormParser(std::string_view form) : form_(form) {}

  std::vector<std::string> parse() {
    std::vector<std::string> result = sequence(0);
    if (at_ < form_.size() && problem_.empty()) problem_ = fmt::format("'{}' has no beginning", form_[at_]);
    return result;
  }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  std::vector<std::string> sequence(std::size_t depth) {
    std::vector<std::string> result{std::string()};
    while (at_ < form_.size() && problem_.empty()) {
      const char c = form_[at_];
      if (c == '(' || c == '[') {
        ++at_;
        std::vector<std::string> choices = choice(depth + 1, c == '(' ? ')' : ']');
        if (c == '[') {
          share_space(choices);
          choices.emplace_back();
        }
        multiply(result, choices);
      } else if (c == '|' || c == ')' || c == ']') {
        break;
      } else {
        for (std::string& spelling : result) spelling.push_back(c);
        ++at_;
      }
    }
    return result;
  }

  std::vector<std::string> choice(std::size_t depth, char close) {
    std::vector<std::string> result;
    if (depth > 8) problem_ = "brackets are nested too deeply";
    while (problem_.empty()) {
      for (std::string& spelling : sequence(depth)) result.push_back(std::move(spelling));
      if (!problem_.empty()) break;
      if (at_ >= form_.size()) {
        problem_ = fmt::format("'{}' is missing", close);
      } else if (form_[at_] == '|') {
        ++at_;
      } else if (form_[at_] == close) {
        ++at_;
        break;
      } else {
        problem_ = fmt::format("'{}' stands where '{}' is expected", form_[at_], close);
      }
    }
    return result;
  }

  /// "[ a|b]": the space of the first choice holds for all, as everybody reads it.
  static void share_space(std::vector<std::string>& choices) {
    if (choices.empty() || choices.front().empty()) return;
    const bool before = choices.front().front() == ' ';
    const bool after = choices.front().back() == ' ';
    for (std::string& choice : choices) {
      if (before && !choice.starts_with(' ')) choice = std::string(1, ' ').append(choice);
      if (after && !choice.ends_with(' ')) choice.push_back(' ');
    }
  }

  void multiply(std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::string> product;
    if (left.size() * right.size() > most_spellings) {
      problem_ = "the form stands for more than 2048 spellings; split it";
      return;
    }
    for (const std::string& head : left)
      for (const std::string& tail : right) product.push_back(head + tail);
    left = std::move(product);
  }

  std::string_view form_;
  std::size_t at_ = 0;
  std::string problem_;
};

}  // namespace

Result<std::vector<std::string>> expand_form(std::string_view form) {
  FormParser parser(form);
  std::vector<std::string> spellings = parser.parse();
  if (!parser.problem().empty())
    return Error{ErrorKind::bad_knowledge, std::string(form), fmt::format("'{}': {}", form, parser.problem())};
  return spellings;
}

}  // namespace klausul
