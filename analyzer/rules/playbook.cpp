#include "rules/playbook.h"

#include <algorithm>
#include <filesystem>

#include "rules/load_entry.h"
#include "rules/parse_pattern.h"
#include "text/strict_json.h"

namespace klausul {

namespace {

/// Calls `change` for every pattern of an entry, those of its conditions included.
template <typename Change>
void for_each_pattern(Entry& entry, const Change& change) {
  for (std::vector<Pattern>* patterns :
       {&entry.strong, &entry.weak, &entry.unless, &entry.weakened_by, &entry.strengthened_by, &entry.absent.patterns,
        &entry.absent.weak, &entry.against.patterns, &entry.against.unless})
    for (Pattern& pattern : *patterns) change(pattern);
  for (Condition& condition : entry.when)
    for (Pattern& pattern : condition.found) change(pattern);
  for (CitedTopic& topic : entry.citations.topics)
    for (Pattern& pattern : topic.patterns) change(pattern);
  for (OnePeriod& duty : entry.one_period)
    for (Pattern& pattern : duty.patterns) change(pattern);
}

void set_threshold(Entry& entry, const std::string& name, double hours) {
  for_each_pattern(entry, [&](Pattern& pattern) {
    for (std::vector<Element>* elements : {&pattern.elements, &pattern.none, &pattern.about, &pattern.not_about})
      for (Element& element : *elements)
        for (Alternative& alternative : element.alternatives)
          if (alternative.threshold == name) alternative.hours = hours;
  });
}

/// One section of the profile after the other; names of entries are checked in each.
class PlaybookReader {
 public:
  PlaybookReader(JsonObject& whole, Knowledge& knowledge) : whole_(whole), knowledge_(knowledge) {}

  void thresholds() {
    for_each_entry("thresholds", [&](JsonObject& section, const std::string& id, Entry& entry) {
      std::optional<JsonObject> values = section.object(id);
      if (!values) return;
      for (const auto& [name, unused] : values->json().items()) {
        const std::string written = values->text(name);
        const std::optional<double> hours = parse_period(written);
        const auto known =
            std::find_if(entry.thresholds.begin(), entry.thresholds.end(),
                         [&, &wanted = name](const auto& threshold) { return threshold.first == wanted; });
        if (known == entry.thresholds.end()) {
          values->complain(name, id + " has no threshold '" + name + "'");
        } else if (!hours) {
          values->complain(name, "'" + written + "' is no period; write \"60 days\" or \"24 hours\"");
        } else {
          known->second = written;
          set_threshold(entry, name, *hours);
        }
      }
      values->finish();
    });
  }

  void severities() {
    for_each_entry("severities", [&](JsonObject& section, const std::string& id, Entry& entry) {
      const std::string written = section.text(id);
      const std::optional<Severity> severity = severity_named(written);
      if (!severity) {
        section.complain(id, "'" + written + "' is none of critical, high, medium, low, info");
        return;
      }
      entry.severity = *severity;
      entry.severity_weak = std::min(entry.severity_weak, *severity);
      entry.severity_by_type.clear();
      for (OnePeriod& duty : entry.one_period) duty.severity = *severity;
    });
  }

  void texts(const char* key, Bilingual Entry::*text) {
    for_each_entry(key, [&](JsonObject& section, const std::string& id, Entry& entry) {
      entry.*text = load_bilingual(section, id, true, true);
      if (text == &Entry::message) entry.message_weak = {};
    });
  }

  void off() {
    for (const std::string& name : whole_.texts("off")) {
      bool found = false;
      for (Entry& entry : knowledge_.entries) {
        if (!entry.is_called(name)) continue;
        entry.switched_off = found = true;
      }
      if (!found) whole_.complain("off", "no entry and no family is called '" + name + "'");
    }
  }

  /// Own entries: a folder beside the profile, laid out as clauses/ is.
  void entries(const std::string& profile, ContentHash& hash) {
    const std::string written = whole_.text("entries", false);
    if (written.empty()) return;
    const std::string folder = (std::filesystem::path(profile).parent_path() / written).string();
    const std::vector<std::string> files = json_files_below(folder, "");
    if (files.empty()) whole_.complain("entries", "there are no clause files in " + folder);
    for (const std::string& file : files) {
      const std::optional<Json> json = read_json(folder, file, whole_.problems(), &hash, "tests");
      if (!json) continue;
      std::string id = file.substr(0, file.size() - std::string(".json").size());
      std::replace(id.begin(), id.end(), '/', '.');
      if (knowledge_.find(id) != nullptr) {
        whole_.problems().push_back(
            {file, "/id", "there is an entry '" + id + "' already; give it a name of your own"});
        continue;
      }
      own_.push_back(load_entry(*json, file, id, knowledge_.lexicon, false, whole_.problems()));
    }
  }

  /// Adds the own entries, last, since the sections above are about the entries that were there.
  void add_own() {
    for (Entry& entry : own_) knowledge_.entries.push_back(std::move(entry));
    std::sort(knowledge_.entries.begin(), knowledge_.entries.end(),
              [](const Entry& a, const Entry& b) { return a.id < b.id; });
  }

 private:
  template <typename Apply>
  void for_each_entry(const char* key, const Apply& apply) {
    std::optional<JsonObject> section = whole_.object(key);
    if (!section) return;
    for (const auto& [id, unused] : section->json().items()) {
      const auto entry = std::find_if(knowledge_.entries.begin(), knowledge_.entries.end(),
                                      [&, &wanted = id](const Entry& candidate) { return candidate.id == wanted; });
      if (entry == knowledge_.entries.end())
        section->complain(id, "there is no entry '" + id + "'");
      else
        apply(*section, id, *entry);
    }
  }

  JsonObject& whole_;
  Knowledge& knowledge_;
  std::vector<Entry> own_;
};

}  // namespace

Playbook apply_playbook(const std::string& file, Knowledge& knowledge, std::vector<Problem>& problems) {
  Playbook playbook;
  const std::filesystem::path path(file);
  const std::string folder = path.parent_path().empty() ? "." : path.parent_path().string();
  ContentHash hash;
  hash.add(knowledge.hash);
  const std::optional<Json> json = read_json(folder, path.filename().string(), problems, &hash);
  if (!json) return playbook;
  JsonObject whole(*json, file, "", problems);
  playbook.name = whole.text("name");
  playbook.sectors = whole.texts("sectors");
  for (const std::string& id : playbook.sectors)
    if (knowledge.find_sector(id) == nullptr) whole.complain("sectors", "there is no sector '" + id + "'");
  PlaybookReader reader(whole, knowledge);
  reader.entries(file, hash);
  reader.thresholds();
  reader.severities();
  reader.texts("messages", &Entry::message);
  reader.texts("clauses", &Entry::suggest);
  reader.off();
  reader.add_own();
  whole.finish();
  knowledge.hash = hash.digits();
  return playbook;
}

}  // namespace klausul
