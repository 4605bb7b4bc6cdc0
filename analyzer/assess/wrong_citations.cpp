#include "assess/wrong_citations.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t act_behind =
    7;  ///< words from "Article" to the name of the act: "Article 28(3)(a) of the GDPR"
constexpr std::uint32_t act_before = 3;  ///< "the GDPR, in its Article 28"
constexpr std::uint32_t longest_line = 12;

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// A place of an act as the tables write it: "33", "44-50", "28(3)(f)".
struct ActPlace {
  int first = 0, last = 0;
  std::string paragraph, point;

  explicit ActPlace(std::string_view written) {
    const std::size_t bracket = std::min(written.find('('), written.size());
    const std::string_view articles = written.substr(0, bracket);
    const std::size_t dash = articles.find('-');
    first = number_in(articles.substr(0, dash));
    last = dash == std::string_view::npos ? first : number_in(articles.substr(dash + 1));
    for (std::size_t open = bracket; open < written.size(); open = written.find('(', open + 1)) {
      const std::string_view inner = written.substr(open + 1, written.find(')', open) - open - 1);
      (paragraph.empty() ? paragraph : point) = inner;
    }
  }
};

int last_article_of(const LawReference& reference) {
  return number_in(reference.article_end.empty() ? reference.article : reference.article_end);
}

/// Whether a reference means the place or leaves open that it does: "Article 28" may mean 28(3)(f).
bool may_mean(const LawReference& reference, const ActPlace& place) {
  if (number_in(reference.article) > place.last || last_article_of(reference) < place.first) return false;
  if (!reference.article_end.empty() || place.first != place.last) return true;
  const auto agree = [](const std::string& cited, const std::string& listed) {
    return cited.empty() || listed.empty() || cited == listed;
  };
  return agree(reference.paragraph, place.paragraph) && agree(reference.point, place.point);
}

class CitationChecker {
 public:
  CitationChecker(const Entry& entry, const Matcher& matcher)
      : entry_(entry), matcher_(matcher), document_(matcher.document()) {
    for (const std::string& written : entry.citations.last) last_.emplace_back(written);
    for (const CitedTopic& topic : entry.citations.topics)
      places_.push_back({{topic.articles.begin(), topic.articles.end()}, {topic.also.begin(), topic.also.end()}});
    all_of_act_ = names_act() && !has_own_articles();
  }

  void run(Evaluation& result) {
    std::vector<std::pair<std::uint32_t, std::vector<const LawReference*>>> citing;
    for (const std::uint32_t sentence : matcher_.sentences_with(builtin_law_reference))
      if (std::vector<const LawReference*> cited = cited_in(sentence); !cited.empty())
        citing.emplace_back(sentence, std::move(cited));
    if (citing.empty()) return;
    find_topics();
    for (const auto& [sentence, cited] : citing) {
      if (!first_holding(entry_.unless, "unless", matcher_, {sentence}).empty()) continue;
      if (const ActPlace* last = exceeded_by(sentence, cited); last != nullptr) {
        result.matches.push_back({true, "citations", {sentence}, places_up_to(*last)});
        continue;
      }
      const auto known = topics_.find(sentence);
      if (known == topics_.end() || known->second.size() != 1) continue;
      const std::size_t topic = *known->second.begin();
      if (is_wrong(sentence, cited, topic))
        result.matches.push_back(
            {true, "citations", {sentence}, "Art. " + entry_.citations.topics[topic].articles.front()});
    }
  }

 private:
  /// The places of the act that deal with a topic, and those that are rightly cited beside them.
  struct TopicPlaces {
    std::vector<ActPlace> own, also;
  };

  void find_topics() {
    for (std::size_t topic = 0; topic < entry_.citations.topics.size(); ++topic)
      for (const Pattern& pattern : entry_.citations.topics[topic].patterns)
        for (const Match& match : matcher_.find(pattern))
          for (const std::uint32_t sentence : match.evidence) topics_[sentence].insert(topic);
  }

  /// The articles of the act that a sentence cites; none when one may be of another text or another act is named. They
  /// are the act's when it is named beside them, or when they stand in a line of few words ("Right of access
  /// (Article 15)") of a text that names the act and has no articles itself.
  [[nodiscard]] std::vector<const LawReference*> cited_in(std::uint32_t number) const {
    const Sentence& sentence = document_.sentences[number];
    const bool short_line = all_of_act_ && sentence.end_token - sentence.first_token <= longest_line;
    std::vector<const LawReference*> cited;
    for (const Annotation& annotation : annotations_of(document_, sentence)) {
      if (annotation.concept_id != builtin_law_reference) continue;
      const LawReference& reference = document_.law_reference_of(annotation);
      if (reference.act != static_cast<std::uint16_t>(entry_.citations.act)) return {};
      if (reference.article.empty()) continue;
      if (!short_line && !is_named_beside(sentence, reference)) return {};
      cited.push_back(&reference);
    }
    return cited;
  }

  [[nodiscard]] bool names_act() const {
    return std::any_of(document_.law_references.begin(), document_.law_references.end(), [&](const auto& reference) {
      return reference.article.empty() && reference.act == static_cast<std::uint16_t>(entry_.citations.act);
    });
  }

  /// Whether the document is itself divided into articles: "Artikel 6 (Uppsägning)".
  [[nodiscard]] bool has_own_articles() const {
    const auto has_label = [](const Block& block) { return block.label.starts_with("Art"); };
    if (std::any_of(document_.blocks.begin(), document_.blocks.end(), has_label)) return true;
    return std::any_of(document_.sentences.begin(), document_.sentences.end(), [&](const Sentence& sentence) {
      if (!sentence.heading) return false;
      const AnnotationRange all = annotations_of(document_, sentence);
      return std::any_of(all.begin(), all.end(), [&](const Annotation& annotation) {
        return annotation.concept_id == builtin_law_reference && annotation.first_token == sentence.first_token &&
               !document_.law_reference_of(annotation).article.empty();
      });
    });
  }

  [[nodiscard]] bool is_act_itself(const Annotation& annotation) const {
    const LawReference& reference = document_.law_reference_of(annotation);
    return reference.article.empty() && reference.act == static_cast<std::uint16_t>(entry_.citations.act);
  }

  /// The last article or point of the act that one of `cited` lies behind, with the act's name right after it; null
  /// when all exist.
  [[nodiscard]] const ActPlace* exceeded_by(std::uint32_t number, const std::vector<const LawReference*>& cited) const {
    for (const LawReference* reference : cited)
      for (const ActPlace& last : last_)
        if (is_behind(*reference, last) && is_named_beside(document_.sentences[number], *reference)) return &last;
    return nullptr;
  }

  static bool is_behind(const LawReference& reference, const ActPlace& last) {
    if (last.point.empty()) return number_in(reference.article) > last.last;
    return number_in(reference.article) == last.last && reference.paragraph == last.paragraph &&
           !reference.point.empty() && reference.point > last.point;
  }

  /// What there is: "Art. 1–99", "Art. 28(3)(a)–(h)".
  static std::string places_up_to(const ActPlace& last) {
    const std::string article = std::to_string(last.last);
    if (last.point.empty()) return "Art. 1–" + article;
    return "Art. " + article + "(" + last.paragraph + ")(a)–(" + last.point + ")";
  }

  [[nodiscard]] bool is_named_beside(const Sentence& sentence, const LawReference& reference) const {
    const AnnotationRange all = annotations_of(document_, sentence);
    return std::any_of(all.begin(), all.end(), [&](const Annotation& annotation) {
      if (annotation.concept_id != builtin_law_reference || !is_act_itself(annotation)) return false;
      const std::uint32_t end = annotation.first_token + annotation.token_count;
      return annotation.first_token > reference.first_token
                 ? annotation.first_token - reference.first_token <= act_behind
                 : reference.first_token - end <= act_before;
    });
  }

  [[nodiscard]] bool is_wrong(std::uint32_t number, const std::vector<const LawReference*>& cited,
                              std::size_t topic) const {
    for (const LawReference* reference : cited) {
      if (deals_with(*reference, topic)) return false;
      const bool with_another = std::any_of(places_.begin(), places_.end(),
                                            [&](const TopicPlaces& other) { return is_one_of(*reference, other.own); });
      if (!with_another) return false;
    }
    return !has_number_of(number, topic) && !has_point_of(number, *cited.front(), topic);
  }

  static bool is_one_of(const LawReference& reference, const std::vector<ActPlace>& places) {
    return std::any_of(places.begin(), places.end(), [&](const ActPlace& place) { return may_mean(reference, place); });
  }

  [[nodiscard]] bool deals_with(const LawReference& reference, std::size_t topic) const {
    return is_one_of(reference, places_[topic].own) || is_one_of(reference, places_[topic].also);
  }

  /// "Article 6(1)(b) and (f)": a list of points is read as its first.
  [[nodiscard]] bool has_point_of(std::uint32_t number, const LawReference& reference, std::size_t topic) const {
    const Sentence& sentence = document_.sentences[number];
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (document_.tokens[at].length != 1 || document_.tokens[at].number) continue;
      const std::string point(document_.text(document_.tokens[at].span()));
      if (point == reference.point) continue;
      LawReference other = reference;
      other.point = point;
      if (!reference.point.empty() && deals_with(other, topic)) return true;
    }
    return false;
  }

  /// "Articles 33, 34 and 36": a list is read as its first article, so any number that is one of the topic's counts.
  [[nodiscard]] bool has_number_of(std::uint32_t number, std::size_t topic) const {
    const Sentence& sentence = document_.sentences[number];
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      // "(2)" of "Article 33(2)" is no Article 2
      if (!document_.tokens[at].number || carries(document_, sentence, at, builtin_law_reference)) continue;
      LawReference alone;
      alone.article = std::string(document_.text(document_.tokens[at].span()));
      if (deals_with(alone, topic)) return true;
    }
    return false;
  }

  const Entry& entry_;
  const Matcher& matcher_;
  const Document& document_;
  std::vector<ActPlace> last_;
  std::vector<TopicPlaces> places_;                        ///< by topic
  std::map<std::uint32_t, std::set<std::size_t>> topics_;  ///< by sentence
  bool all_of_act_ =
      false;  ///< articles without an act's name are the act's: the document names it and has none itself
};

}  // namespace

void find_wrong_citations(const Entry& entry, const Matcher& matcher, Evaluation& result) {
  CitationChecker(entry, matcher).run(result);
}

}  // namespace klausul
