#include "words/forms.h"

#include <fmt/format.h>

#include <algorithm>

namespace klausul {

namespace {

constexpr std::size_t most_spellings = 2048;
constexpr std::size_t deepest_brackets = 8;

/// Whether every spelling of `form` begins (or, at the end, ends) with a space.
bool has_space(const Form& form, bool at_end) {
  if (form.parts.empty()) return false;
  const Form::Part& part = at_end ? form.parts.back() : form.parts.front();
  if (part.choices.empty()) return (at_end ? part.letters.back() : part.letters.front()) == ' ';
  return std::all_of(part.choices.begin(), part.choices.end(),
                     [&](const Form& choice) { return has_space(choice, at_end); });
}

/// "[ a|b]": the space of the first choice holds for all, as everybody reads it.
void share_space(std::vector<Form>& choices) {
  if (choices.empty() || choices.front().parts.empty()) return;
  const bool before = has_space(choices.front(), false);
  const bool after = has_space(choices.front(), true);
  for (Form& choice : choices) {
    if (before && !has_space(choice, false)) choice.parts.insert(choice.parts.begin(), {" ", {}});
    if (after && !has_space(choice, true)) choice.parts.push_back({" ", {}});
  }
}

/// Recursive descent over
/// sequence := (letters | "(" choice ")" | "[" choice "]")*   choice := sequence ("|" sequence)*
class FormParser {
 public:
  explicit FormParser(std::string_view form) : form_(form) {}

  Form parse() {
    std::size_t spellings = 0;
    Form result = sequence(0, spellings);
    if (at_ < form_.size() && problem_.empty()) problem_ = fmt::format("'{}' has no beginning", form_[at_]);
    return result;
  }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  Form sequence(std::size_t depth, std::size_t& spellings) {
    Form result;
    result.parts.reserve(4);  // most forms have no more; growing would move them
    spellings = 1;
    while (at_ < form_.size() && problem_.empty()) {
      const char c = form_[at_];
      if (c == '|' || c == ')' || c == ']') break;
      if (c == '(' || c == '[') {
        ++at_;
        std::size_t of_choice = 0;
        result.parts.push_back({"", choice(depth + 1, c == '(' ? ')' : ']', of_choice)});
        spellings *= of_choice;
        if (spellings > most_spellings) problem_ = "the form stands for more than 2048 spellings; split it";
      } else {
        const std::size_t end = std::min(form_.find_first_of("()[]|", at_), form_.size());
        result.parts.push_back({std::string(form_.substr(at_, end - at_)), {}});
        at_ = end;
      }
    }
    return result;
  }

  std::vector<Form> choice(std::size_t depth, char close, std::size_t& spellings) {
    std::vector<Form> result;
    result.reserve(4);
    spellings = 0;
    if (depth > deepest_brackets) problem_ = "brackets are nested too deeply";
    while (problem_.empty()) {
      std::size_t of_sequence = 0;
      result.push_back(sequence(depth, of_sequence));
      spellings += of_sequence;
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
    if (close == ']') {
      share_space(result);
      result.emplace_back();
      ++spellings;
    }
    return result;
  }

  std::string_view form_;
  std::size_t at_ = 0;
  std::string problem_;
};

std::vector<std::string> spellings_of(const Form& form) {
  std::vector<std::string> result{std::string()};
  for (const Form::Part& part : form.parts) {
    std::vector<std::string> tails;
    if (part.choices.empty()) tails.push_back(part.letters);
    for (const Form& choice : part.choices)
      for (std::string& spelling : spellings_of(choice)) tails.push_back(std::move(spelling));
    std::vector<std::string> longer;
    for (const std::string& head : result)
      for (const std::string& tail : tails) longer.push_back(head + tail);
    result = std::move(longer);
  }
  return result;
}

}  // namespace

Result<Form> parse_form(std::string_view form) {
  FormParser parser(form);
  Form parsed = parser.parse();
  if (!parser.problem().empty())
    return Error{ErrorKind::bad_knowledge, std::string(form), fmt::format("'{}': {}", form, parser.problem())};
  return parsed;
}

Result<std::vector<std::string>> expand_form(std::string_view form) {
  const Result<Form> parsed = parse_form(form);
  if (!parsed) return parsed.error();
  return spellings_of(*parsed);
}

}  // namespace klausul
