#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "annotate/passes.h"

namespace klausul {

namespace {

/// What follows "Article" or "art.": number, paragraph and point in the ways both languages write them:
/// "28(3)(a)", "28.3 a", "28 punkt 3", "32-36", "32 to 36".
const RE2& article_pattern() {
  static const RE2 pattern(
      R"(^\.?[\s]*(\d{1,3})(?:\s*(?:[-–]|to|till|and|och)\s*(\d{1,3}))?)"
      R"((?:\s?(?:\(|\.|punkt\s|p\.\s?)(\d{1,2})\)?)?(?:\((?:([a-z])\))|\s?\(?([a-h])\)?(?:[^\pL\d]|$))?)");
  return pattern;
}

std::optional<std::uint16_t> act_of(ConceptId concept_id, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < lexicon.acts().size(); ++i)
    if (lexicon.acts()[i].concept_id == concept_id) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

class LawReferenceFinder {
 public:
  LawReferenceFinder(Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {
    for (std::size_t i = 0; i < lexicon.acts().size(); ++i) {
      first_act_ = std::min(first_act_, lexicon.acts()[i].concept_id);
      last_act_ = std::max<ConceptId>(last_act_, lexicon.acts()[i].concept_id);
      if (lexicon.acts()[i].id == "gdpr") gdpr_ = static_cast<std::int32_t>(i);
    }
  }

  void find(const Sentence& sentence, std::vector<Annotation>& found) {
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.concept_id == lexicon_.known().article_word) {
        find_article(sentence, annotation, found);
      } else if (is_act(annotation)) {
        LawReference reference;
        reference.act = *act_of(annotation.concept_id, lexicon_);
        store(std::move(reference), annotation.first_token, annotation.token_count, found);
      }
    }
  }

 private:
  [[nodiscard]] bool is_act(const Annotation& annotation) const {
    return annotation.concept_id >= first_act_ && annotation.concept_id <= last_act_ &&
           act_of(annotation.concept_id, lexicon_).has_value();
  }

  void find_article(const Sentence& sentence, const Annotation& word, std::vector<Annotation>& found) {
    const std::uint32_t after = word.first_token + word.token_count;
    if (after >= sentence.end_token || !document_.tokens[after].number) return;
    const std::string_view rest = document_.text(
        {document_.tokens[after - 1].span().end, std::min(sentence.span.end, document_.tokens[after].begin + 40)});
    LawReference reference;
    std::string bracketed;
    if (!RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), article_pattern(), &reference.article,
                           &reference.article_end, &reference.paragraph, &bracketed, &reference.point))
      return;
    if (!bracketed.empty()) reference.point = bracketed;
    const std::optional<std::uint16_t> act = act_near(sentence, word.first_token);
    if (!act) return;
    reference.act = *act;
    store(std::move(reference), word.first_token, static_cast<std::uint8_t>(word.token_count + 1), found);
  }

  /// The act an article belongs to: the nearest one named behind it, else before it, in the same sentence; else the
  /// GDPR, unless the contract itself is named ("Article 5 of this Agreement").
  [[nodiscard]] std::optional<std::uint16_t> act_near(const Sentence& sentence, std::uint32_t at) const {
    constexpr std::uint32_t reach = 14;
    std::optional<std::uint16_t> before;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      const std::uint32_t here = annotation.first_token;
      if (here < at) {
        if (is_act(annotation)) before = act_of(annotation.concept_id, lexicon_);
        continue;
      }
      if (here > at + reach) break;
      if (is_act(annotation)) return act_of(annotation.concept_id, lexicon_);
      if (annotation.concept_id == lexicon_.known().agreement && here <= at + 5) return std::nullopt;
    }
    if (before) return before;
    if (gdpr_ < 0) return std::nullopt;
    return static_cast<std::uint16_t>(gdpr_);
  }

  void store(LawReference reference, std::uint32_t first, std::uint8_t count, std::vector<Annotation>& found) {
    Annotation annotation;
    annotation.first_token = first;
    annotation.token_count = count;
    annotation.concept_id = builtin_law_reference;
    reference.first_token = first;
    reference.token_count = count;
    document_.law_references.push_back(std::move(reference));
    found.push_back(annotation);
  }

  Document& document_;
  const Lexicon& lexicon_;
  ConceptId first_act_ = no_concept;
  ConceptId last_act_ = 0;
  std::int32_t gdpr_ = -1;
};

}  // namespace

void annotate_law_references(Document& document, const Lexicon& lexicon) {
  std::vector<Annotation> found;
  LawReferenceFinder finder(document, lexicon);
  for (const Sentence& sentence : document.sentences) finder.find(sentence, found);
  std::stable_sort(document.law_references.begin(), document.law_references.end(),
                   [](const LawReference& a, const LawReference& b) { return a.first_token < b.first_token; });
  document.annotations.insert(document.annotations.end(), found.begin(), found.end());
}

}  // namespace klausul
