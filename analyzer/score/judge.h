#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "assess/report.h"
#include "score/labels.h"
#include "score/score.h"

namespace klausul {

/// Whether `entry` belongs to what was asked for.
bool is_wanted(const std::string& entry, const ScoreOptions& options);

/// The lines of the file on which `evidence` stands; a quote may reach over several. Empty when the format has none.
std::vector<LineRange> lines_of(const Evidence& evidence, const Document& document);

/// Compares one label with klausul's answer. None when the label says that the entry does not apply.
std::optional<Judgement> judge(const Label& label, const EntryResult& answer, const Document& document);

/// The paths of the files in `folder` that end with `ending` ("" all), sorted by name.
std::vector<std::string> files_in(const std::string& folder, std::string_view ending);

/// The paths of the folders in `folder`, sorted by name.
std::vector<std::string> folders_in(const std::string& folder);

/// The name without folder and ending: "dpa-wire".
std::string stem_of(const std::string& path);

/// The content of a file that belongs to the labels.
Result<std::string> read_label_file(const std::string& path);

/// "3 labelled entries are not in the rule set and are left out: a, b, c." or "" when there is none.
std::string remark_on_unknown(const std::set<std::string>& entries);

}  // namespace klausul
