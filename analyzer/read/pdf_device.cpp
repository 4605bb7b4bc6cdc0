#include "read/pdf_device.h"

#include <GfxState.h>

#include <algorithm>
#include <cmath>

namespace klausul {
namespace {

constexpr double kThickestRule = 3;
constexpr double kShortestRule = 8;
constexpr double kShortestStrike = 2;  ///< a line through a letter or two
constexpr std::size_t kMostRules = 20'000;
constexpr int kMostPoints = 64;  ///< of a path that may be a line or a frame

PdfBox point(const GfxState* state, const GfxSubpath& part, int i) {
  double x = 0;
  double y = 0;
  state->transform(part.getX(i), part.getY(i), &x, &y);
  return {x, y, x, y};
}

}  // namespace

void PdfDevice::drop_short_rules(std::vector<PdfBox>& rules) {
  std::erase_if(rules, [](const PdfBox& rule) { return std::max(rule.width(), rule.height()) < kShortestRule; });
}

void PdfDevice::start(PdfPage& page, bool look_at_pictures) {
  page_ = &page;
  characters_ = 0;
  shapes_ = 0;
  look_at_pictures_ = look_at_pictures;
}

void PdfDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                         CharCode code, int bytes, const Unicode* unicode, int length) {
  if (++characters_ > most_characters_) {
    page_->cut = true;
    return;
  }
  if (length == 0) ++page_->unmapped;
  TextOutputDev::drawChar(state, x, y, dx, dy, originX, originY, code, bytes, unicode, length);
}

void PdfDevice::stroke(GfxState* state) {
  see_path(state, false);
  TextOutputDev::stroke(state);
}

void PdfDevice::fill(GfxState* state) {
  see_path(state, true);
  TextOutputDev::fill(state);
}

void PdfDevice::eoFill(GfxState* state) {
  see_path(state, true);
  TextOutputDev::eoFill(state);
}

void PdfDevice::drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) {
  see_picture(state);
}

void PdfDevice::drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) { see_picture(state); }

void PdfDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                                bool, bool) {
  see_picture(state);
}

void PdfDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                                    int, GfxImageColorMap*, bool) {
  see_picture(state);
}

/// A picture is drawn into the unit square of its coordinates.
void PdfDevice::see_picture(const GfxState* state) {
  const double* matrix = state->getCTM();
  const double area = std::abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  const double whole = std::max(page_->width * page_->height, 1.0);
  page_->picture = std::max(page_->picture, std::min(area / whole, 1.0));
}

void PdfDevice::see_path(const GfxState* state, bool filled) {
  ++shapes_;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths() && page_->rules.size() < kMostRules; ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    if (part->getNumPoints() < 2 || part->getNumPoints() > kMostPoints) continue;
    if (filled)
      see_filled(state, *part);
    else
      see_stroked(state, *part);
  }
}

/// A filled rectangle that is thin is a line.
void PdfDevice::see_filled(const GfxState* state, const GfxSubpath& part) {
  PdfBox box = point(state, part, 0);
  for (int i = 1; i < part.getNumPoints(); ++i) box.include(point(state, part, i));
  add_rule(box);
}

void PdfDevice::see_stroked(const GfxState* state, const GfxSubpath& part) {
  for (int i = 0; i + 1 < part.getNumPoints(); ++i) {
    if (part.getCurve(i + 1)) continue;
    PdfBox box = point(state, part, i);
    box.include(point(state, part, i + 1));
    add_rule(box);
  }
}

void PdfDevice::add_rule(const PdfBox& box) {
  const double thin = std::min(box.width(), box.height());
  const double length = std::max(box.width(), box.height());
  const double shortest = box.width() > box.height() ? kShortestStrike : kShortestRule;
  if (thin <= kThickestRule && length >= shortest && length < 1e5) page_->rules.push_back(box);
}

}  // namespace klausul
