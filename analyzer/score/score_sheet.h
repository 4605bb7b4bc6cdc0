#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "score/labels.h"
#include "score/tally.h"

namespace klausul {

/// A share between 0 and 1, or none where nothing could be counted.
using Ratio = std::optional<double>;
using ScoreCell = std::variant<std::string, std::uint32_t, Ratio>;

struct ScoreTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<ScoreCell>> rows;
};

/// What `klausul score` answers.
struct ScoreSheet {
  std::string title;
  std::vector<ScoreTable> tables;
  std::vector<std::string> remarks;  ///< what a reader of the figures must know, one sentence each
};

/// One answer of klausul beside that of the labels.
struct Judgement {
  std::string file;
  std::string language;
  std::string entry;
  std::string question;          ///< what "positive" means: "missing", "triggered", "found"
  bool expected = false;         ///< positive in the labels
  bool found = false;            ///< positive for klausul
  std::string gold, status;      ///< the statuses as the labels and as klausul write them
  std::optional<bool> same;      ///< whether the full statuses agree; none when the labels have none
  std::optional<bool> evidence;  ///< whether a quote is where the label says; none when it cannot be compared
  std::vector<LineRange> gold_lines;
  std::string gold_text;  ///< what stands on the first of these lines
  std::string quote;      ///< of klausul, with its line
  std::uint32_t line = 0;
  std::string note;  ///< of the labeller
};

Tally tally_of(const std::vector<Judgement>& judgements);

/// One row a key and question, in key order.
ScoreTable table_by(const std::string& title, const std::string& column, const std::vector<Judgement>& judgements,
                    const std::function<std::string(const Judgement&)>& key);

/// Totals by question, each language and all.
ScoreTable totals_table(const std::vector<Judgement>& judgements);

/// Every false positive and every miss.
ScoreTable mistakes_table(const std::vector<Judgement>& judgements);

std::string write_score_text(const ScoreSheet& sheet);
std::string write_score_markdown(const ScoreSheet& sheet);
std::string write_score_json(const ScoreSheet& sheet);

}  // namespace klausul
