#include "annotate/name_reader.h"

#include <algorithm>
#include <array>

#include "annotate/passes.h"

namespace klausul {

namespace {

constexpr std::uint32_t longest_description =
    60;  ///< words between a company's name and the bracket that names its role

}  // namespace

std::string_view NameReader::written(std::uint32_t token) const {
  return document_.text(document_.tokens[token].span());
}

bool NameReader::is_capital(std::uint32_t token) const {
  const std::string_view text = written(token);
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'A' && first <= 'Z') return true;
  // "xAI", "eBay"
  if (first >= 'a' && first <= 'z') return text.size() > 2 && text[1] >= 'A' && text[1] <= 'Z';
  // Å Ä Ö É ... : C3 80 to C3 9E
  return first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) <= 0x9E;
}

bool NameReader::carries(const Sentence& sentence, std::uint32_t token, ConceptId id) const {
  return klausul::carries(document_, sentence, token, id);
}

bool NameReader::is_known_word(const Sentence& sentence, std::uint32_t token) const {
  const AnnotationRange range = annotations_of(document_, sentence);
  return std::any_of(range.begin(), range.end(), [&](const Annotation& annotation) {
    return annotation.first_token <= token && token < annotation.first_token + annotation.token_count &&
           annotation.concept_id != known_.company_form && annotation.concept_id != known_.entity_form &&
           annotation.concept_id != known_.public_body && annotation.concept_id >= builtin_count &&
           !lexicon_.concept_of(annotation.concept_id).names_companies;
  });
}

bool NameReader::is_company_form(const Sentence& sentence, std::uint32_t token) const {
  return is_capital(token) && carries(sentence, token, known_.company_form) && !is_shouted(sentence, token) &&
         !(token > sentence.first_token && has_genitive(token - 1));
}

bool NameReader::has_genitive(std::uint32_t token) const {
  const std::string_view text = written(token);
  return text.ends_with("'s") || text.ends_with("\u2019s");
}

bool NameReader::all_capitals(std::uint32_t token) const {
  const std::string_view text = written(token);
  return is_capital(token) && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool NameReader::is_shouted(const Sentence& sentence, std::uint32_t token) const {
  return token > sentence.first_token && token + 1 < sentence.end_token && document_.tokens[token + 1].gap == 0 &&
         written(token).size() > 1 && all_capitals(token - 1) && all_capitals(token) && all_capitals(token + 1);
}

bool NameReader::is_public_body(const Sentence& sentence, std::uint32_t token) const {
  return token > sentence.first_token && document_.tokens[token].gap == 0 && is_capital(token - 1) &&
         carries(sentence, token, known_.public_body);
}

bool NameReader::ends_name(const Sentence& sentence, std::uint32_t token) const {
  return is_company_form(sentence, token) || is_public_body(sentence, token);
}

NamedRole NameReader::role_of(const Sentence& sentence, std::uint32_t first, std::uint32_t end) const {
  if (end == first) return {};
  const std::uint32_t last = end - 1;
  if (carries(sentence, last, known_.controller_role)) return {Actor::customer, RoleStrength::role};
  if (carries(sentence, last, known_.processor_role)) return {Actor::vendor, RoleStrength::role};
  if (carries(sentence, last, known_.vendor)) return {Actor::vendor, RoleStrength::word};
  if (carries(sentence, last, known_.customer)) return {Actor::customer, RoleStrength::word};
  if (end - first > 2) return {};
  if (carries(sentence, last, known_.controller_name)) return {Actor::customer, RoleStrength::name};
  if (carries(sentence, last, known_.processor_name)) return {Actor::vendor, RoleStrength::name};
  return {};
}

NamedRole NameReader::role_of(const Sentence& sentence, const QuotedTerm& term) const {
  return role_of(sentence, term.first_token, term.end_token);
}

bool NameReader::is_spaced_dash(std::string_view gap) { return gap == " - " || gap == " – " || gap == " — "; }

std::string_view NameReader::gap_before(std::uint32_t token) const {
  if (token == 0) return {};
  const std::uint32_t begin = document_.tokens[token - 1].span().end;
  return document_.text({begin, std::max(begin, document_.tokens[token].begin)});
}

bool NameReader::related(std::uint32_t first, std::uint32_t end, const TokenRange& name) const {
  for (std::uint32_t at = first; at < end; ++at)
    for (std::uint32_t other = name.first; other < name.end; ++other)
      if (document_.tokens[at].word == document_.tokens[other].word && document_.tokens[at].length >= 3) return true;
  if (end - first != 1) return false;
  std::string initials;
  for (std::uint32_t other = name.first; other < name.end; ++other) initials += written(other)[0];
  const std::string_view term = written(first);
  return term.size() >= 2 && std::string_view(initials).starts_with(term);
}

TokenRange NameReader::introduced_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const {
  const TokenRange near = adjoining_name(sentence, before);
  if (!near.empty() && ends_name(sentence, near.end - 1)) return near;
  const TokenRange described = described_name(sentence, before, from);
  if (!described.empty()) return described;
  // "..., Storgatan 9, 990 14 Sundvik (": where it is, not what it is called
  if (!near.empty() && near.first > sentence.first_token &&
      ((document_.tokens[near.first].gap & gap_comma) != 0 || document_.tokens[near.first - 1].number))
    return {};
  return near;
}

TokenRange NameReader::described_name(const Sentence& sentence, std::uint32_t before, std::uint32_t from) const {
  for (std::uint32_t at = before; at > from && before - at < longest_description; --at) {
    if (at < before && (document_.tokens[at].gap & gap_semicolon) != 0) break;
    if (at < before && begins_next_side(sentence, at)) break;
    // "Acme AB, som utför arbete åt dig ("Kunden")"
    if (at < before && carries(sentence, at, known_.customer)) break;
    if (!ends_name(sentence, at - 1)) continue;
    const TokenRange name = adjoining_name(sentence, at);
    if (name.empty() || name.first < from || name.end != at) continue;
    // what describes a name stands behind a comma; "Acme AB utför ..." does something
    const bool described = at == before || (document_.tokens[at].gap & (gap_comma | gap_bracket)) != 0;
    return described ? name : TokenRange{};
  }
  return {};
}

bool NameReader::begins_next_side(const Sentence& sentence, std::uint32_t token) const {
  if (token <= sentence.first_token || !carries(sentence, token - 1, known_.clause_opener)) return false;
  if (carries(sentence, token, known_.determiner) || carries(sentence, token, known_.customer) ||
      carries(sentence, token, known_.vendor))
    return true;
  return is_capital(token) && ((document_.tokens[token - 1].gap & (gap_comma | gap_bracket)) != 0 ||
                               (token - 1 > sentence.first_token && ends_name(sentence, token - 2)));
}

TokenRange NameReader::adjoining_name(const Sentence& sentence, std::uint32_t before) const {
  std::uint32_t end = before;
  while (end > sentence.first_token && before - end < 6 &&
         (document_.tokens[end - 1].number || carries(sentence, end - 1, known_.registration_word) ||
          carries(sentence, end - 1, known_.called)))
    --end;
  std::uint32_t first = end;
  while (first > sentence.first_token && end - first < longest_name && is_name_word(sentence, first - 1)) {
    const std::uint8_t gap = first < end ? document_.tokens[first].gap : std::uint8_t{0};
    if ((gap & gap_bracket) != 0 && first < end && is_bracketed_place(sentence, first - 1)) {
      first -= 2;
      continue;
    }
    if ((gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
    if (first < end && is_spaced_dash(gap_before(first))) break;
    if ((gap & gap_comma) != 0 && !is_company_form(sentence, first)) break;
    --first;
  }
  const bool sure = end > first && ends_name(sentence, end - 1);
  // "Amazon Web Services Nigeria Limited": words of the language between words of the name
  for (std::uint32_t at = first; sure && at > sentence.first_token && end - at < longest_name; --at) {
    if (at < end && document_.tokens[at].gap != 0) break;
    if (!is_capital(at - 1) || document_.tokens[at - 1].number) break;
    if (is_name_word(sentence, at - 1))
      first = at - 1;
    else if (!carries(sentence, at - 1, known_.not_a_name))
      break;
  }
  if (end - first == 1 && sure) return {end, end};
  // without a company form, words that the contract itself uses ("Effective Date") are no name
  if (!sure)
    for (std::uint32_t at = first; at < end; ++at)
      if (is_known_word(sentence, at)) return {end, end};
  return {first, end};
}

bool NameReader::is_bracketed_place(const Sentence& sentence, std::uint32_t token) const {
  return token > sentence.first_token && is_capital(token) && gap_before(token) == " (" &&
         gap_before(token + 1) == ") " && is_name_word(sentence, token - 1);
}

bool NameReader::is_name_word(const Sentence& sentence, std::uint32_t token) const {
  if (ends_name(sentence, token)) return true;
  // "Brinkenvik Data AB": between a name and its company form any capitalised word is part of the name
  if (is_capital(token) && token > sentence.first_token && token + 1 < sentence.end_token &&
      is_company_form(sentence, token + 1) && document_.tokens[token].gap == 0 &&
      document_.tokens[token + 1].gap == 0 && is_capital(token - 1) && !is_known_word(sentence, token - 1))
    return true;
  if (!is_capital(token) || document_.tokens[token].number) return false;
  // SITE_NAME is left to fill in, and I.A is a number
  const std::string_view text = written(token);
  if (text.find('_') != std::string_view::npos) return false;
  if (text.size() <= 3 && text.find('.') != std::string_view::npos) return false;
  return !carries(sentence, token, known_.not_a_name) && !carries(sentence, token, known_.vendor) &&
         !carries(sentence, token, known_.customer) && !carries(sentence, token, known_.agreement) &&
         !carries(sentence, token, known_.preposition) && !carries(sentence, token, known_.clause_opener);
}

TokenRange NameReader::name_after(const Sentence& sentence, std::uint32_t first) const {
  for (std::uint32_t at = first; at < sentence.end_token && at - first < longest_name; ++at) {
    if (at > first && (document_.tokens[at].gap & (gap_stop | gap_semicolon | gap_colon | gap_bracket)) != 0) break;
    if (at > first && ends_name(sentence, at)) return {first, at + 1};
    if (!is_capital(at) || (at > first && (document_.tokens[at].gap & gap_comma) != 0)) break;
  }
  return {};
}

TokenRange NameReader::labelled_name(const Sentence& sentence, std::uint32_t first) const {
  std::uint32_t end = first;
  while (end < sentence.end_token && end - first < 3 && is_name_word(sentence, end) && !is_known_word(sentence, end) &&
         (end == first || document_.tokens[end].gap == 0))
    ++end;
  const bool ends = end < sentence.end_token && (document_.tokens[end].gap & (gap_comma | gap_bracket)) != 0;
  return ends ? TokenRange{first, end} : TokenRange{};
}

WordNumbers NameReader::words_of(std::uint32_t first, std::uint32_t end) const {
  WordNumbers words;
  for (std::uint32_t at = first; at < end; ++at) words.push_back(document_.tokens[at].word);
  return words;
}

std::string NameReader::name_text(const TokenRange& tokens) const {
  std::string text(document_.text({document_.tokens[tokens.first].begin, document_.tokens[tokens.end - 1].span().end}));
  for (const std::string_view genitive : {"'s", "\u2019s", ":s"})
    if (text.ends_with(genitive)) text.resize(text.size() - genitive.size());
  const auto is_upper = [&](std::size_t from_end) {
    return text.size() > from_end && text[text.size() - from_end] >= 'A' && text[text.size() - from_end] <= 'Z';
  };
  if (text.ends_with('s') && is_upper(2) && is_upper(3)) text.pop_back();
  return text;
}

}  // namespace klausul
