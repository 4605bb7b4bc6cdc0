#pragma once

#include <TextOutputDev.h>

#include <cstddef>

#include "read/pdf_page.h"

namespace klausul {

/// Collects words as poppler's TextOutputDev does and, besides, straight lines and the size of pictures. One device for
/// all pages: poppler keeps the colour spaces it has read there.
class PdfDevice : public TextOutputDev {
 public:
  /// Of a page with more than `most_characters` the rest is left out.
  explicit PdfDevice(std::size_t most_characters)
      : TextOutputDev(nullptr, false, 0, false, false), most_characters_(most_characters) {}

  /// What is drawn from now on is told to `page`, which outlives the drawing. Pictures cost time and are looked at only
  /// when wished for.
  void start(PdfPage& page, bool look_at_pictures);
  /// Takes out what is too short for the frame of a table, and may only strike letters.
  static void drop_short_rules(std::vector<PdfBox>& rules);
  /// True when the page has more characters than it may have.
  [[nodiscard]] bool full() const { return characters_ > most_characters_; }
  /// How many lines and areas the page has drawn.
  [[nodiscard]] std::size_t shapes() const { return shapes_; }

  bool needNonText() override { return look_at_pictures_; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  void drawImage(GfxState* state, Object* reference, Stream* stream, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool is_inline) override;
  void drawImageMask(GfxState* state, Object* reference, Stream* stream, int width, int height, bool invert,
                     bool interpolate, bool is_inline) override;
  void drawMaskedImage(GfxState* state, Object* reference, Stream* stream, int width, int height,
                       GfxImageColorMap* colours, bool interpolate, Stream* mask, int mask_width, int mask_height,
                       bool mask_invert, bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* reference, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool interpolate, Stream* mask, int mask_width, int mask_height,
                           GfxImageColorMap* mask_colours, bool mask_interpolate) override;

 private:
  void see_picture(const GfxState* state);
  void see_path(const GfxState* state, bool filled);
  void see_filled(const GfxState* state, const GfxSubpath& part);
  void see_stroked(const GfxState* state, const GfxSubpath& part);
  void add_rule(const PdfBox& box);

  std::size_t most_characters_;
  std::size_t characters_ = 0;
  std::size_t shapes_ = 0;
  bool look_at_pictures_ = false;
  PdfPage* page_ = nullptr;
};

}  // namespace klausul
