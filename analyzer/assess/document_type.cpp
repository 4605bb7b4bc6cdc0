#include "assess/document_type.h"

#include <algorithm>

namespace klausul {

namespace {

constexpr double least_weight = 3;
constexpr std::uint32_t title_sentences = 8;  ///< the title and first headings stand among the first sentences

bool sign_holds(const TypeProfile::Sign& sign, const Matcher& matcher) {
  for (const Match& match : matcher.find(sign.pattern))
    if (!sign.title_only || match.sentence < title_sentences) return true;
  return false;
}

}  // namespace

TypeFinding find_document_type(const Matcher& matcher, const Knowledge& knowledge) {
  TypeFinding best;
  best.reason = {
      "no sign of a data processing agreement, terms, a privacy policy or standard contractual clauses was found",
      "inget tecken på biträdesavtal, villkor, integritetspolicy eller standardavtalsklausuler hittades"};
  double best_weight = least_weight;
  for (const TypeProfile& profile : knowledge.types) {
    double weight = 0;
    double heaviest = 0;
    const Bilingual* reason = nullptr;
    for (const TypeProfile::Sign& sign : profile.signs) {
      if (!sign_holds(sign, matcher)) continue;
      weight += sign.weight;
      if (sign.weight > heaviest) {
        heaviest = sign.weight;
        reason = &sign.reason;
      }
    }
    if (weight >= best_weight && reason != nullptr && (weight > best_weight || best.type == DocumentType::other)) {
      best_weight = weight;
      best.type = profile.type;
      best.reason = *reason;
    }
  }
  return best;
}

}  // namespace klausul
