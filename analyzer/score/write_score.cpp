#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "score/score_sheet.h"

namespace klausul {

namespace {

/// Figures line up at the right, words at the left.
bool is_figure(const ScoreCell& cell) { return !std::holds_alternative<std::string>(cell); }

std::string cell_text(const ScoreCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    std::string line = *text;
    while (!line.empty() && line.back() == '\n') line.pop_back();
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
  }
  if (const auto* number = std::get_if<std::uint32_t>(&cell)) return std::to_string(*number);
  const Ratio ratio = std::get<Ratio>(cell);
  return ratio ? fmt::format("{:.3f}", *ratio) : "-";
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  return right ? fmt::format("{:>{}}", text, width) : fmt::format("{:<{}}", text, width);
}

std::string text_of(const ScoreTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::size_t width = table.columns[column].size();
    for (const auto& row : table.rows) width = std::max(width, cell_text(row[column]).size());
    widths.push_back(width);
  }
  std::string text = table.title + "\n";
  const auto add_row = [&](const auto& cell_at, const auto& right_at) {
    std::string line = " ";
    for (std::size_t column = 0; column < widths.size(); ++column) {
      line += " " + padded(cell_at(column), widths[column], right_at(column)) + " ";
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  const auto is_right = [&](std::size_t column) {
    return !table.rows.empty() && is_figure(table.rows.front()[column]);
  };
  add_row([&](std::size_t column) { return table.columns[column]; }, is_right);
  for (const auto& row : table.rows) add_row([&](std::size_t column) { return cell_text(row[column]); }, is_right);
  return text;
}

/// Mistakes have quotes: a paragraph each reads better than a table a thousand columns wide.
std::string paragraphs_of(const ScoreTable& table) {
  std::string text = table.title + "\n";
  for (const auto& row : table.rows) {
    text += "\n";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const std::string cell = cell_text(row[column]);
      if (!cell.empty()) text += fmt::format("  {:<14}{}\n", table.columns[column], cell);
    }
  }
  return text;
}

bool has_long_cells(const ScoreTable& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
    return std::any_of(row.begin(), row.end(), [](const ScoreCell& cell) { return cell_text(cell).size() > 60; });
  });
}

std::string markdown_cell(const ScoreCell& cell) {
  std::string text;
  for (const char character : cell_text(cell)) {
    if (character == '|') text += '\\';
    text += character;
  }
  return text;
}

nlohmann::ordered_json json_of(const ScoreCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::uint32_t>(&cell)) return *number;
  const Ratio ratio = std::get<Ratio>(cell);
  if (!ratio) return nullptr;
  return std::round(*ratio * 10000) / 10000;
}

}  // namespace

std::string write_score_text(const ScoreSheet& sheet) {
  std::string text = sheet.title + "\n";
  for (const ScoreTable& table : sheet.tables) {
    text += "\n" + (has_long_cells(table) ? paragraphs_of(table) : text_of(table));
  }
  if (!sheet.remarks.empty()) text += "\n";
  for (const std::string& remark : sheet.remarks) text += remark + "\n";
  return text;
}

std::string write_score_markdown(const ScoreSheet& sheet) {
  std::string text = "# " + sheet.title + "\n";
  for (const ScoreTable& table : sheet.tables) {
    text += "\n## " + table.title + "\n\n|";
    for (const std::string& column : table.columns) text += " " + column + " |";
    text += "\n|";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      text += !table.rows.empty() && is_figure(table.rows.front()[column]) ? "--:|" : "---|";
    }
    for (const auto& row : table.rows) {
      text += "\n|";
      for (const ScoreCell& cell : row) text += " " + markdown_cell(cell) + " |";
    }
    text += "\n";
  }
  for (const std::string& remark : sheet.remarks) text += "\n" + remark + "\n";
  return text;
}

std::string write_score_json(const ScoreSheet& sheet) {
  nlohmann::ordered_json json = {{"schema", "klausul.score/1"}, {"title", sheet.title}};
  for (const ScoreTable& table : sheet.tables) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
      nlohmann::ordered_json object = nlohmann::ordered_json::object();
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        object[table.columns[column]] = json_of(row[column]);
      }
      rows.push_back(std::move(object));
    }
    json["tables"][table.title] = std::move(rows);
  }
  json["remarks"] = sheet.remarks;
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace klausul
