#include "annotate/party_register.h"

#include <string_view>
#include <unordered_map>

namespace klausul {

namespace {

constexpr std::uint32_t uses_of_we = 3;  ///< a text that says "our" and "us" so often speaks for the vendor

}  // namespace

void PartyRegister::introduce(const WordNumbers& words, bool named) {
  introduced_.insert(words);
  if (named) named_.insert(words);
}

void PartyRegister::add_short_name(const TokenRange& full, const TokenRange& short_name) {
  short_names_.push_back(
      {reader_.words_of(full.first, full.end), reader_.words_of(short_name.first, short_name.end), short_name});
}

void PartyRegister::end_introductions() {
  vendor_introduced_ =
      std::any_of(names_.begin(), names_.end(), [](const auto& entry) { return entry.second.votes.vendor > 0; });
  settle_called_controllers();
}

std::vector<Alias> PartyRegister::settle() {
  name_parties();
  find_longer_names();
  collect_parties();
  return std::move(aliases_);
}

void PartyRegister::meet(const Sentence& sentence, const TokenRange& tokens, const Votes& votes) {
  Name& name = names_.try_emplace(reader_.words_of(tokens.first, tokens.end), Name{tokens, {}, false}).first->second;
  name.company = name.company || reader_.is_company_form(sentence, tokens.end - 1);
  name.votes.add(votes);
}

WordNumbers PartyRegister::core_of(const WordNumbers& words, const Name& name) {
  WordNumbers result = words;
  if (name.company && result.size() > 1) result.pop_back();
  return result;
}

void PartyRegister::name_parties() {
  std::map<WordNumbers, Votes> votes;  // by name without company form
  for (const auto& [words, name] : names_) votes[core_of(words, name)].add(name.votes);
  for (const ShortName& short_name : short_names_) {
    Votes& short_votes = votes[short_name.words];
    for (const auto& [words, name] : names_) {
      if (words != short_name.full) continue;
      Votes& full_votes = votes[core_of(words, name)];
      short_votes.raise(full_votes);
      full_votes = short_votes;
    }
    names_.try_emplace(short_name.words, Name{short_name.tokens, {}, false});
  }
  settle_controllers(votes);
  std::map<Actor, std::pair<bool, std::uint32_t>> best;  // of the party's name: a company's, its votes
  for (const auto& [words, name] : names_) {
    const Votes& vote = votes[core_of(words, name)];
    if (vote.vendor == 0 && vote.customer == 0) continue;
    const Actor role = vote.vendor >= vote.customer ? Actor::vendor : Actor::customer;
    add_alias(name.tokens, role, false);
    cores_.emplace_back(core_of(words, name), role);
    if (name.company && name.tokens.end - name.tokens.first > 1)
      add_alias({name.tokens.first, name.tokens.end - 1}, role, false);
    std::string& party = party_names_[role];
    const std::string text = reader_.name_text(name.tokens);
    const std::pair<bool, std::uint32_t> rank{name.company, std::max(vote.vendor, vote.customer)};
    if (party.empty() || rank > best[role] || (rank == best[role] && text.size() > party.size())) {
      party = text;
      best[role] = rank;
    }
  }
}

void PartyRegister::settle_controllers(std::map<WordNumbers, Votes>& votes) const {
  const bool vendor_known =
      std::any_of(votes.begin(), votes.end(), [](const auto& entry) { return entry.second.vendor > 0; });
  const bool vendor_speaks = count_of_we() >= uses_of_we;
  for (const auto& [words, name] : names_) {
    Votes& vote = votes[core_of(words, name)];
    if (vote.vendor > 0 || vote.customer > 0 || vote.controls == 0) continue;
    if (vendor_speaks && !vendor_introduced_ && name.company)
      vote.vendor = 2 + vote.controls;
    else if (vendor_known && (!vendor_speaks || introduced_.contains(words)))
      vote.customer = vote.controls;
  }
}

std::uint32_t PartyRegister::count_of_we() const {
  std::uint32_t count = 0;
  for (const Sentence& sentence : document_.sentences) {
    for (const Annotation& annotation : annotations_of(document_, sentence))
      if (annotation.concept_id == known_.vendor && annotation.token_count == 1 &&
          reader_.carries(sentence, annotation.first_token, known_.no_subject))
        ++count;
    if (count >= uses_of_we) break;
  }
  return count;
}

void PartyRegister::find_longer_names() {
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_word;
  for (std::size_t i = 0; i < cores_.size(); ++i) by_word[cores_[i].first.front()].push_back(i);
  for (const Sentence& sentence : document_.sentences) {
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto found = by_word.find(document_.tokens[at].word);
      if (found == by_word.end() || !reader_.is_capital(at)) continue;
      if (at > sentence.first_token && document_.tokens[at].gap == 0 && reader_.is_capital(at - 1) &&
          reader_.is_name_word(sentence, at - 1))
        continue;
      for (const std::size_t number : found->second) {
        const auto& [words, role] = cores_[number];
        const std::uint32_t core_end = at + static_cast<std::uint32_t>(words.size());
        if (core_end > sentence.end_token || reader_.words_of(at, core_end) != words) continue;
        std::uint32_t end = core_end;
        while (end < sentence.end_token && end - at < longest_name && reader_.is_name_word(sentence, end) &&
               !reader_.is_company_form(sentence, end) && document_.tokens[end].gap == 0 &&
               document_.tokens[end].word != words.front())
          ++end;
        const bool company = end < sentence.end_token && reader_.is_company_form(sentence, end) &&
                             (document_.tokens[end].gap & ~gap_comma) == 0;
        if (company) add_alias({at, end + 1}, role, false);
      }
    }
  }
}

void PartyRegister::add_alias(const TokenRange& tokens, Actor role, bool replaces) {
  Alias alias;
  alias.stands_for = reader_.party_of(role);
  alias.replaces_parties = replaces;
  alias.words = reader_.words_of(tokens.first, tokens.end);
  if (!seen_.insert(alias.words).second) return;
  // the Swedish genitive of a name: "Safestacks", "Lumens"
  std::string genitive(document_.words.word(alias.words.back()));
  genitive += 's';
  Alias with_s = alias;
  with_s.words.back() = document_.words.intern(genitive);
  aliases_.push_back(std::move(alias));
  aliases_.push_back(std::move(with_s));
  written_[role].push_back(reader_.name_text(tokens));
}

bool PartyRegister::is_name_of_other(const std::string& word, Actor role) const {
  const auto other = written_.find(role == Actor::vendor ? Actor::customer : Actor::vendor);
  return other != written_.end() && std::find(other->second.begin(), other->second.end(), word) != other->second.end();
}

void PartyRegister::collect_parties() {
  for (const Actor role : {Actor::vendor, Actor::customer}) {
    ResolvedParty party;
    party.role = role;
    if (const auto name = party_names_.find(role); name != party_names_.end()) party.name = name->second;
    const ConceptId id = role == Actor::vendor ? known_.vendor : known_.customer;
    std::set<std::string> seen;
    for (const std::string& written : written_[role])
      if (written != party.name && seen.insert(written).second) party.aliases.push_back(written);
    // the words that stand for the party most, three at the most
    std::unordered_map<std::string_view, std::uint32_t> uses;
    for (const Annotation& annotation : document_.annotations)
      if (annotation.concept_id == id) ++uses[document_.text(document_.span_of(annotation))];
    std::vector<std::pair<std::uint32_t, std::string>> by_use;
    for (const auto& [word, count] : uses) by_use.emplace_back(count, word);
    std::sort(by_use.begin(), by_use.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t i = 0; i < by_use.size() && i < 3; ++i)
      if (by_use[i].second != party.name && !is_name_of_other(by_use[i].second, role) &&
          seen.insert(by_use[i].second).second)
        party.aliases.push_back(by_use[i].second);
    if (!party.name.empty() || !party.aliases.empty()) document_.parties.push_back(std::move(party));
  }
}

void PartyRegister::settle_called_controllers() {
  if (!processor_introduced_ || called_controllers_.empty() || count_of_we() >= uses_of_we) return;
  for (const TokenRange& word : called_controllers_) {
    const WordNumbers words = reader_.words_of(word.first, word.end);
    const auto is_word = [&](const Alias& alias) { return alias.words == words; };
    if (std::any_of(aliases_.begin(), aliases_.end(),
                    [&](const Alias& alias) { return is_word(alias) && alias.stands_for == known_.customer; }))
      continue;
    std::erase_if(aliases_, is_word);
    std::erase(written_[Actor::vendor], reader_.name_text(word));
    seen_.erase(words);
    add_alias(word, Actor::customer, true);
  }
}

}  // namespace klausul
