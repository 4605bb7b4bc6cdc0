#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t most_numbers = 6;      ///< "Annexes 1, 2, 3 and 4"
constexpr std::size_t enough_clauses = 5;      ///< fewer numbered clauses say that the numbering was lost
constexpr std::uint32_t longest_title = 8;     ///< words
constexpr std::uint32_t other_text_reach = 5;  ///< words from a number to "of the Main Agreement"
constexpr std::size_t enough_subclauses = 2;

/// References to annexes and clauses of the document itself that lead nowhere.
class CrossReferenceFinder {
 public:
  CrossReferenceFinder(Document& document, const Lexicon& lexicon) : document_(document), known_(lexicon.known()) {
    for (const Block& block : document.blocks) {
      const std::string number = number_of(block.label);
      if (number.empty()) continue;
      const bool digit = block.label[0] >= '0' && block.label[0] <= '9';
      if (block.kind == BlockKind::annex || !digit)
        annexes_.insert(number);
      else
        add_clause(number);
    }
    for (const Sentence& sentence : document.sentences)
      for (const Annotation& annotation : annotations_of(document, sentence))
        names_scc_ = names_scc_ || annotation.concept_id == known_.scc;
    for (const Sentence& sentence : document.sentences) find_title(sentence);
  }

  void run() {
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.heading) continue;
      for (const Annotation& annotation : annotations_of(document_, sentence)) {
        if (annotation.concept_id == known_.annex_word) find_annexes(sentence, annotation);
        if (annotation.concept_id == known_.clause_word) find_clause(sentence, annotation);
      }
    }
    document_.annotations.insert(document_.annotations.end(), found_.begin(), found_.end());
  }

 private:
  /// "Bilaga 2" and "Annex II" -> "2", "II"; "7.2 (b)" -> "7.2".
  static std::string number_of(const std::string& label) {
    std::string best;
    std::size_t at = 0;
    while (at < label.size()) {
      std::size_t end = std::min(label.find(' ', at), label.size());
      const std::string word = label.substr(at, end - at);
      if (is_number(word)) best = best.empty() ? word : best;
      at = end + 1;
    }
    while (!best.empty() && (best.back() == '.' || best.back() == ',')) best.pop_back();
    return best;
  }

  static bool is_number(std::string_view word) {
    const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
    const bool roman = !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
    return digits || letter || roman;
  }

  void add_clause(const std::string& number) {
    clauses_.insert(number);
    for (std::size_t dot = number.find('.'); dot != std::string::npos; dot = number.find('.', dot + 1)) {
      clauses_.insert(number.substr(0, dot));
      ++subclauses_[number.substr(0, dot)];
    }
    if (number.find('.') == std::string::npos && number[0] >= '0' && number[0] <= '9')
      highest_ = std::max(highest_, std::atoi(number.c_str()));
  }

  [[nodiscard]] std::string written(std::uint32_t token) const {
    return std::string(document_.text(document_.tokens[token].span()));
  }

  /// "this Annex", and "Annex I to the Decision": not, or not only, of this document.
  [[nodiscard]] bool is_elsewhere(const Sentence& sentence, std::uint32_t word, std::uint32_t behind) const {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known_.this_one && end == word) return true;
      const bool follows = annotation.first_token >= behind && annotation.first_token <= behind + other_text_reach;
      if (annotation.concept_id == known_.elsewhere && follows) return true;
      if (annotation.concept_id == builtin_law_reference && annotation.first_token <= behind + 4 && end > word)
        return true;
    }
    return false;
  }

  void add(std::uint32_t first, std::uint32_t end, ConceptId id) {
    Annotation annotation;
    annotation.first_token = first;
    annotation.token_count = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - first, 255));
    annotation.concept_id = id;
    found_.push_back(annotation);
  }

  /// "Specification of the processing, Appendix A": a line that is no sentence is the title of what it names.
  void find_title(const Sentence& sentence) {
    if (sentence.end_token - sentence.first_token > longest_title || sentence.span.end == sentence.span.begin) return;
    if (document_.source.text[sentence.span.end - 1] == '.') return;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const std::uint32_t next = annotation.first_token + annotation.token_count;
      if (annotation.concept_id == known_.annex_word && next < sentence.end_token && is_number(written(next)))
        annexes_.insert(written(next));
    }
  }

  void find_annexes(const Sentence& sentence, const Annotation& word) {
    const std::uint32_t first = word.first_token + word.token_count;
    std::uint32_t end = first;
    bool absent = false;
    for (std::uint32_t at = first; at < sentence.end_token && at < first + most_numbers; ++at) {
      const std::string number = written(at);
      if (is_number(number)) {
        if (is_of_scc(number)) return;
        if (at > first && (document_.tokens[at].gap & ~(gap_comma | gap_hyphen)) != 0) break;
        absent = absent || !annexes_.contains(number);
        end = at + 1;
      } else if (at == first || !(number == "and" || number == "och" || number == "to" || number == "till")) {
        break;
      }
    }
    if (end == first || !absent || is_elsewhere(sentence, word.first_token, end)) return;
    add(word.first_token, end, builtin_absent_annex);
  }

  /// "Annex II is completed as follows": the annexes of the standard contractual clauses have Roman numbers.
  [[nodiscard]] bool is_of_scc(const std::string& number) const {
    const auto is_roman = [](const std::string& text) { return text.find_first_not_of("IVX") == std::string::npos; };
    return names_scc_ && is_roman(number) && std::none_of(annexes_.begin(), annexes_.end(), is_roman);
  }

  void find_clause(const Sentence& sentence, const Annotation& word) {
    const std::uint32_t at = word.first_token + word.token_count;
    if (at >= sentence.end_token || clauses_.size() < enough_clauses) return;
    const std::string number = written(at);
    if (number.empty() || number[0] < '0' || number[0] > '9' || clauses_.contains(number)) return;
    const std::size_t dot = number.rfind('.');
    // "Clause 13" of the standard contractual clauses
    if (names_scc_ && document_.words.word(document_.tokens[word.first_token].word).starts_with("clause")) return;
    if (dot == std::string::npos) {
      const int wanted = std::atoi(number.c_str());
      // a much higher number is that of an act
      if (highest_ < static_cast<int>(enough_clauses) || wanted <= highest_ || wanted > highest_ + 5) return;
    } else {
      const auto parent = subclauses_.find(number.substr(0, dot));
      if (parent == subclauses_.end() || parent->second < enough_subclauses) return;
    }
    if (is_elsewhere(sentence, word.first_token, at + 1)) return;
    add(word.first_token, at + 1, builtin_absent_clause);
  }

  Document& document_;
  const KnownConcepts& known_;
  std::set<std::string> annexes_, clauses_;  ///< numbers of those that are there
  std::map<std::string, std::size_t> subclauses_;
  int highest_ = 0;
  bool names_scc_ = false;
  std::vector<Annotation> found_;
};

}  // namespace

void annotate_cross_references(Document& document, const Lexicon& lexicon) {
  CrossReferenceFinder(document, lexicon).run();
}

}  // namespace klausul
