#include "assess/assess.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "assess/document_type.h"
#include "assess/evaluate_entry.h"
#include "assess/evidence.h"
#include "assess/nearest.h"
#include "assess/standard_contracts.h"
#include "rules/match.h"

namespace klausul {

namespace {

constexpr std::size_t most_passages = 8;  ///< evidence shown for one entry; a review is read, not searched

/// Everything known of one document while it is reviewed.
class Assessment {
 public:
  Assessment(const Document& document, const Knowledge& knowledge, const AssessOptions& options)
      : document_(document), knowledge_(knowledge), options_(options), matcher_(document, knowledge.lexicon) {
    if (options.type) {
      type_.type = *options.type;
      type_.reason = {"chosen by the caller", "vald av den som anropade"};
    } else {
      type_ = find_document_type(matcher_, knowledge);
    }
    standards_ = find_standard_texts(matcher_, knowledge);
    find_sectors();
    processor_clauses_ = type_.type == DocumentType::terms && holds_processor_clauses();
    readable_ = document.blocks[0].language != Language::other && !document.tokens.empty();
  }

  DocumentReport report(std::string path, std::string sha256) {
    DocumentReport report;
    report.path = std::move(path);
    report.sha256 = std::move(sha256);
    report.format = document_.source.format;
    report.type = type_.type;
    report.type_reason = type_.reason;
    report.sectors = sectors_;
    for (const StandardText& text : standards_) report.standards.push_back(text.standard->name);
    report.languages = languages();
    report.parties = parties();
    report.coverage = document_.source.coverage;
    if (!readable_)
      report.coverage.limits.emplace_back("The text is neither Swedish nor English; klausul cannot judge it.");
    report.characters = count_characters();
    for (const Entry& entry : knowledge_.entries)
      if (wanted(entry)) add_entry(entry, report);
    gather_missing(report);
    report.checklist = checklist(report.entries);
    sort_findings(report.findings);
    std::stable_sort(report.facts.begin(), report.facts.end(),
                     [](const Fact& a, const Fact& b) { return a.evidence.span.begin < b.evidence.span.begin; });
    return report;
  }

 private:
  [[nodiscard]] bool wanted(const Entry& entry) const {
    return options_.only.empty() || std::any_of(options_.only.begin(), options_.only.end(),
                                                [&](const std::string& name) { return entry.is_called(name); });
  }

  /// Evaluations are made once; a condition may ask for one before its turn.
  const Evaluation* evaluation_of(const std::string& id) {
    const auto known = evaluations_.find(id);
    if (known != evaluations_.end()) return &known->second;
    const Entry* entry = knowledge_.find(id);
    if (entry == nullptr || !under_way_.insert(id).second) return nullptr;
    Evaluation evaluation =
        evaluate_entry(*entry, matcher_, [this](const std::string& other) { return applicable_evaluation(other); });
    under_way_.erase(id);
    apply_standards(*entry, evaluation);
    return &evaluations_.emplace(id, std::move(evaluation)).first->second;
  }

  void find_sectors() {
    for (const Sector& sector : knowledge_.sectors) {
      if (std::find(options_.sectors.begin(), options_.sectors.end(), sector.id) != options_.sectors.end()) {
        sectors_.push_back({sector.id, sector.name, {}});
        continue;
      }
      // A privacy policy speaks of the vendor's own supervisors and authorities, not of a customer's.
      if (type_.type == DocumentType::privacy) continue;
      for (const Pattern& sign : sector.signs) {
        const std::vector<Match> matches = matcher_.find(sign);
        if (matches.empty()) continue;
        sectors_.push_back({sector.id, sector.name, make_evidence(document_, {matches.front().sentence})});
        break;
      }
    }
  }

  [[nodiscard]] bool sector_holds(const std::string& id) const {
    return std::any_of(sectors_.begin(), sectors_.end(), [&](const SectorFinding& sector) { return sector.id == id; });
  }

  /// Official standard clauses are no vendor's wording: they trip no flag, and what they settle is there in full.
  void apply_standards(const Entry& entry, Evaluation& evaluation) const {
    for (const StandardText& text : standards_) {
      if (entry.kind == EntryKind::red_flag || entry.kind == EntryKind::misleading) {
        std::erase_if(evaluation.matches, [&](const CountedMatch& match) {
          return std::all_of(match.evidence.begin(), match.evidence.end(),
                             [&](std::uint32_t sentence) { return text.holds(sentence); });
        });
        if (evaluation.matches.empty()) evaluation.status = Status::clear;
      } else if (is_expected(entry.kind) && evaluation.status != Status::present &&
                 std::find(text.standard->settles.begin(), text.standard->settles.end(), entry.id) !=
                     text.standard->settles.end()) {
        evaluation.status = Status::present;
        if (evaluation.matches.empty()) evaluation.matches.push_back({true, "standard", {text.first_sentence}});
      }
    }
  }

  const Evaluation* applicable_evaluation(const std::string& id) {
    const Entry* entry = knowledge_.find(id);
    return entry == nullptr || !why_not_applicable(*entry).empty() ? nullptr : evaluation_of(id);
  }

  /// Whether terms answer so many of a processor agreement's questions that they are one, too.
  bool holds_processor_clauses() {
    for (const TypeProfile& profile : knowledge_.types) {
      if (profile.type != type_.type || profile.processor_entries_needed == 0) continue;
      const auto found =
          std::count_if(profile.processor_entries.begin(), profile.processor_entries.end(), [&](const std::string& id) {
            const Evaluation* evaluation = evaluation_of(id);
            return evaluation != nullptr &&
                   (evaluation->status == Status::present || evaluation->status == Status::weak);
          });
      if (found >= profile.processor_entries_needed) return true;
    }
    return false;
  }

  /// Why an entry does not apply to this document; "" when it does.
  std::string why_not_applicable(const Entry& entry) {
    std::uint32_t bit = 1U << static_cast<std::uint32_t>(type_.type);
    // Terms with processor clauses are terms and a processor agreement.
    if (processor_clauses_) bit |= 1U << static_cast<std::uint32_t>(DocumentType::dpa);
    if (type_.type == DocumentType::other && (entry.applies_to & bit) == 0) {
      if (is_expected(entry.kind)) return "the type of the document was not found, so nothing is expected of it";
    } else if ((entry.applies_to & bit) == 0) {
      return std::string("not expected of this type of document (") + name_of(type_.type) + ")";
    } else if (type_.type == DocumentType::terms && entry.terms_only_with_processor_clauses && !processor_clauses_ &&
               !options_.ignore_conditions) {
      return "the terms hold no processor clauses";
    }
    if (entry.compares_versions) return "two language versions decide it: klausul compare";
    if (entry.switched_off) return "switched off by the profile";
    if (entry.when.empty() || options_.ignore_conditions) return {};
    for (const Condition& condition : entry.when) {
      if (!condition.sector.empty()) {
        if (sector_holds(condition.sector)) return {};
        continue;
      }
      if (!condition.found.empty()) {
        if (!matcher_.find(condition.found.front()).empty()) return {};
        continue;
      }
      const Evaluation* other = applicable_evaluation(condition.entry);
      const Status status = other == nullptr ? Status::not_applicable : other->status;
      if (std::find(condition.statuses.begin(), condition.statuses.end(), status) != condition.statuses.end())
        return {};
    }
    return "its condition is not met in this document";
  }

  void add_entry(const Entry& entry, DocumentReport& report) {
    EntryResult result;
    result.id = entry.id;
    result.kind = entry.kind;
    result.severity = entry.severity_of(Status::missing, type_.type);
    result.title = entry.title;
    const std::string reason = why_not_applicable(entry);
    if (!reason.empty()) {
      // What could not be read may be what tells the type.
      const bool type_unread =
          type_.type == DocumentType::other && is_expected(entry.kind) && !document_.source.coverage.complete;
      result.status = type_unread ? Status::undetermined : Status::not_applicable;
      result.reason = type_unread ? "the type of the document was not found in what could be read" : reason;
      report.entries.push_back(std::move(result));
      return;
    }
    if (!readable_) {
      result.status = Status::undetermined;
      result.reason = "the text is neither Swedish nor English";
      report.entries.push_back(std::move(result));
      return;
    }
    const Evaluation& evaluation = *evaluation_of(entry.id);
    result.status = evaluation.status;
    result.severity = evaluation.severity.value_or(entry.severity_of(result.status, type_.type));
    std::vector<std::uint32_t> sentences = sentences_of(evaluation);
    if (entry.clock) add_facts(entry, sentences, report.facts);
    if (sentences.size() > most_passages) sentences = weightiest(evaluation);
    result.evidence = make_evidence(document_, sentences);
    if (result.status == Status::missing && !document_.source.coverage.complete) {
      result.status = Status::undetermined;
      result.reason = "not found in what could be read; part of the file could not be read";
    }
    if (result.status == Status::missing) look_elsewhere(entry, result);
    const bool missing = result.status == Status::missing && entry.report_missing;
    if (missing || result.status == Status::weak || result.status == Status::triggered)
      report.findings.push_back(finding_of(entry, result, evaluation, sentences));
    report.entries.push_back(std::move(result));
  }

  /// What is missing may stand in an annex that is named but not in the file: then nobody can tell.
  void look_elsewhere(const Entry& entry, EntryResult& result) const {
    for (const Pattern& pattern : entry.elsewhere) {
      const std::vector<Match> matches = matcher_.find(pattern);
      if (matches.empty()) continue;
      result.status = Status::undetermined;
      result.reason = "it may stand in an annex that is named but not in the file";
      result.evidence = make_evidence(document_, matches.front().evidence);
      return;
    }
  }

  /// Where a whole subject is passed over, one finding says so and names what is missing with it.
  void gather_missing(DocumentReport& report) const {
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
      const Finding& finding = report.findings[i];
      const Entry* entry = knowledge_.find(finding.id);
      if (finding.status != Status::missing || entry == nullptr || entry->missing_with.empty()) continue;
      const auto other = std::find_if(report.findings.begin(), report.findings.end(), [&](const Finding& candidate) {
        return candidate.id == entry->missing_with && candidate.status == Status::missing;
      });
      if (other == report.findings.end()) continue;
      other->also_missing.push_back(finding.id);
      other->severity = std::max(other->severity, finding.severity);
      report.findings.erase(report.findings.begin() + static_cast<std::ptrdiff_t>(i--));
    }
  }

  /// The Article 28 table, of agreements that are or hold a processor agreement and were reviewed whole.
  [[nodiscard]] std::vector<ChecklistLine> checklist(const std::vector<EntryResult>& results) const {
    std::vector<ChecklistLine> lines;
    const bool holds_agreement = type_.type == DocumentType::dpa || processor_clauses_;
    if (!holds_agreement || !options_.only.empty()) return lines;
    for (const ChecklistRow& row : knowledge_.checklist) {
      ChecklistLine line{row.ref, row.title, Status::not_applicable, row.entries, {}};
      for (const EntryResult& result : results) {
        if (std::find(row.entries.begin(), row.entries.end(), result.id) == row.entries.end()) continue;
        if (badness(result.status) > badness(line.status)) line.status = result.status;
        if (!result.evidence.empty()) line.evidence.push_back(result.evidence.front());
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  /// A row of the checklist is as good as the worst of its entries.
  static int badness(Status status) {
    switch (status) {
      case Status::missing: return 4;
      case Status::undetermined: return 3;
      case Status::weak: return 2;
      case Status::present: return 1;
      default: return 0;
    }
  }

  /// The sentences shown when there are too many: those of the strong form before others, in text order.
  static std::vector<std::uint32_t> weightiest(const Evaluation& evaluation) {
    std::vector<std::uint32_t> sentences;
    for (const bool strong : {true, false})
      for (const CountedMatch& match : evaluation.matches)
        for (const std::uint32_t sentence : match.evidence)
          if (match.strong == strong && sentences.size() < most_passages &&
              std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
            sentences.push_back(sentence);
    std::sort(sentences.begin(), sentences.end());
    return sentences;
  }

  static std::vector<std::uint32_t> sentences_of(const Evaluation& evaluation) {
    std::vector<std::uint32_t> sentences;
    for (const CountedMatch& match : evaluation.matches)
      sentences.insert(sentences.end(), match.evidence.begin(), match.evidence.end());
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    return sentences;
  }

  /// What the suggestion calls "{name}": what the matches name, each once, in text order.
  static Bilingual named(Bilingual suggest, const Evaluation& evaluation) {
    std::vector<std::string> names;
    for (const CountedMatch& match : evaluation.matches)
      if (!match.names.empty() && std::find(names.begin(), names.end(), match.names) == names.end())
        names.push_back(match.names);
    for (const auto& [text, joint] : {std::pair{&suggest.en, " and "}, std::pair{&suggest.sv, " och "}}) {
      const std::size_t at = text->find(name_place);
      if (at == std::string::npos) continue;
      std::string joined;
      for (std::size_t i = 0; i < names.size(); ++i)
        joined += (i == 0 ? "" : i + 1 == names.size() ? joint : ", ") + names[i];
      text->replace(at, name_place.size(), joined);
    }
    return suggest;
  }

  Finding finding_of(const Entry& entry, const EntryResult& result, const Evaluation& evaluation,
                     const std::vector<std::uint32_t>& sentences) {
    Finding finding;
    finding.id = entry.id;
    finding.status = result.status;
    finding.severity = result.severity;
    finding.title = entry.title;
    finding.message = result.status == Status::weak && !entry.message_weak.empty() ? entry.message_weak : entry.message;
    finding.suggest = named(entry.suggest, evaluation);
    finding.questions = questions_of(entry);
    finding.basis = entry.basis;
    finding.theme = entry.theme;
    finding.evidence = result.evidence;
    finding.fingerprint = fingerprint(entry.id, matcher_, sentences);
    if (result.status == Status::missing) {
      const std::optional<NearestPassage> nearest = nearest_passage(entry, matcher_);
      finding.detail = describe_absence(entry, nearest, knowledge_.lexicon);
      if (nearest) {
        finding.nearest = true;
        finding.evidence = {make_evidence(document_, nearest->sentence, nearest->sentence)};
      }
    }
    return finding;
  }

  /// To put to the vendor: the entry's own, else those of its theme.
  [[nodiscard]] std::vector<Bilingual> questions_of(const Entry& entry) const {
    if (!entry.questions.empty()) return entry.questions;
    const Theme* theme = theme_of(entry.theme, knowledge_.themes);
    return theme == nullptr ? std::vector<Bilingual>{} : theme->questions;
  }

  void add_facts(const Entry& entry, const std::vector<std::uint32_t>& sentences, std::vector<Fact>& facts) const {
    for (const std::uint32_t number : sentences) {
      const Sentence& sentence = document_.sentences[number];
      for (std::uint32_t i = sentence.first_annotation; i < sentence.end_annotation; ++i) {
        const Annotation& annotation = document_.annotations[i];
        if (annotation.concept_id != builtin_duration) continue;
        const Clock& clock = document_.clock_of(annotation);
        Fact fact;
        fact.kind = "duration";
        fact.duty = entry.id;
        fact.value = clock.amount;
        fact.unit = name_of(clock.unit);
        fact.bound = name_of(clock.bound);
        fact.trigger = clock.trigger;
        fact.evidence = make_evidence(document_, number, number);
        facts.push_back(std::move(fact));
      }
    }
  }

  [[nodiscard]] std::vector<LanguageShare> languages() const {
    std::map<Language, std::uint64_t> characters;
    std::uint64_t all = 0;
    for (const Block& block : document_.blocks) {
      const std::uint64_t length = block.heading.length() + block.body.length();
      characters[block.language] += length;
      all += length;
    }
    std::vector<LanguageShare> shares;
    for (const auto& [language, count] : characters) {
      const double share =
          all == 0 ? 0 : std::round(100.0 * static_cast<double>(count) / static_cast<double>(all)) / 100;
      if (share > 0) shares.push_back({language, share});
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    return shares;
  }

  [[nodiscard]] std::vector<Party> parties() const {
    std::vector<Party> result;
    for (const ResolvedParty& party : document_.parties)
      result.push_back({party.role == Actor::vendor ? "processor" : "controller", party.name, party.aliases});
    return result;
  }

  [[nodiscard]] std::uint32_t count_characters() const {
    return static_cast<std::uint32_t>(
        std::count_if(document_.source.text.begin(), document_.source.text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }

  static void sort_findings(std::vector<Finding>& findings) {
    const auto place = [](const Finding& finding) {
      return finding.evidence.empty() || finding.nearest ? 0xFFFFFFFFU : finding.evidence.front().span.begin;
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
      if (a.severity != b.severity) return a.severity > b.severity;
      if (place(a) != place(b)) return place(a) < place(b);
      return a.id < b.id;
    });
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const AssessOptions& options_;
  Matcher matcher_;
  TypeFinding type_;
  std::vector<StandardText> standards_;
  std::vector<SectorFinding> sectors_;
  bool processor_clauses_ = false;
  bool readable_ = true;
  std::map<std::string, Evaluation> evaluations_;
  std::set<std::string> under_way_;
};

}  // namespace

DocumentReport assess(const Document& document, const Knowledge& knowledge, const AssessOptions& options,
                      std::string path, std::string sha256) {
  return Assessment(document, knowledge, options).report(std::move(path), std::move(sha256));
}

}  // namespace klausul
