#include "read/pdf_ocr.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "read/child_program.h"

namespace klausul {
namespace {

constexpr double kDots = 300;             ///< an inch: what tesseract is trained on
constexpr double kMostDots = 40'000'000;  ///< of a picture; of a larger page fewer are drawn

/// One row of tesseract's table.
struct TableRow {
  int level = 0;
  std::array<double, 4> box{};  ///< left, top, width, height in dots
  double confidence = 0;
  std::string_view text;
};

constexpr double kSizeOfHeight = 0.95;  ///< a line is as high as its letters reach, from "p" to "l"
constexpr int kLineLevel = 4;
constexpr int kWordLevel = 5;

double number_in(std::string_view field) {
  double number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

/// level, page, block, paragraph, line, word, left, top, width, height, confidence, text
TableRow row_of(std::string_view line) {
  std::array<std::string_view, 12> fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t tab = i + 1 < fields.size() ? line.find('\t') : std::string_view::npos;
    fields[i] = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
  }
  TableRow row;
  row.level = static_cast<int>(number_in(fields[0]));
  for (std::size_t i = 0; i < 4; ++i) row.box[i] = number_in(fields[6 + i]);
  row.confidence = number_in(fields[10]);
  row.text = fields[11];
  return row;
}

std::vector<TableRow> rows_of(std::string_view table) {
  std::vector<TableRow> rows;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    rows.push_back(row_of(table.substr(0, end)));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
  return rows;
}

double median_line_height(const std::vector<TableRow>& rows) {
  std::vector<double> heights;
  for (const TableRow& row : rows)
    if (row.level == kLineLevel) heights.push_back(row.box[3]);
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// A picture as a PGM file.
std::string pgm_of(const poppler::image& picture) {
  std::string file = "P5\n" + std::to_string(picture.width()) + " " + std::to_string(picture.height()) + "\n255\n";
  for (int y = 0; y < picture.height(); ++y)
    file.append(picture.const_data() + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row(),
                static_cast<std::size_t>(picture.width()));
  return file;
}

}  // namespace

struct PdfOcr::Parts {
  std::unique_ptr<poppler::document> document;
  poppler::page_renderer renderer;
};

PdfOcr::PdfOcr(std::string_view bytes, const std::string& password) : parts_(std::make_unique<Parts>()) {
  parts_->document.reset(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()), password, password));
  parts_->renderer.set_image_format(poppler::image::format_gray8);
  parts_->renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  parts_->renderer.set_render_hint(poppler::page_renderer::antialiasing);
}

PdfOcr::~PdfOcr() = default;

std::optional<OcrText> PdfOcr::read_page(std::uint32_t number, std::size_t seconds) {
  if (!parts_->document) return std::nullopt;
  const std::unique_ptr<poppler::page> page(parts_->document->create_page(static_cast<int>(number) - 1));
  if (!page) return std::nullopt;
  const poppler::rectf area = page->page_rect();
  const double inches = std::max(area.width() * area.height() / (72.0 * 72.0), 1e-3);
  const double dots = std::min(kDots, std::sqrt(kMostDots / inches));
  const poppler::image picture = parts_->renderer.render_page(page.get(), dots, dots);
  if (!picture.is_valid()) return std::nullopt;
  ChildLimits limits;
  limits.seconds = seconds;
  const std::optional<std::string> table = output_of_program(
      {"tesseract", "stdin", "stdout", "-l", "swe+eng", "--dpi", std::to_string(static_cast<int>(dots)), "tsv"},
      pgm_of(picture), limits);
  if (!table) return std::nullopt;
  return words_of_tesseract_table(*table, dots);
}

OcrText words_of_tesseract_table(std::string_view table, double dots) {
  const std::vector<TableRow> rows = rows_of(table);
  const double usual = median_line_height(rows);
  const double points = 72 / dots;
  OcrText result;
  std::array<double, 4> line{};
  double letters = 0;
  for (const TableRow& row : rows) {
    if (row.level == kLineLevel) line = row.box;
    if (row.level != kWordLevel || row.text.find_first_not_of(' ') == std::string_view::npos) continue;
    PdfWord word;
    word.text = std::string(row.text);
    word.box = {row.box[0] * points, line[1] * points, (row.box[0] + row.box[2]) * points,
                (line[1] + line[3]) * points};
    // The height of a line depends on its letters; most lines are of one size all the same.
    const double height = std::abs(line[3] - usual) < 0.35 * usual ? usual : line[3];
    word.size = kSizeOfHeight * height * points;
    word.baseline = word.box.top + 0.8 * word.box.height();
    word.space_after = true;
    result.confidence += row.confidence * static_cast<double>(word.text.size());
    letters += static_cast<double>(word.text.size());
    result.words.push_back(std::move(word));
  }
  if (letters > 0) result.confidence /= letters;
  return result;
}

}  // namespace klausul
