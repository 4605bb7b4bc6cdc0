#include <algorithm>

#include "read/formats.h"
#include "read/reader_error.h"
#include "read/rtf_body.h"
#include "read/text_builder.h"

namespace klausul {

bool recognises_rtf(const InputFile& file) {
  std::string_view bytes(file.bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \r\n\t"), bytes.size()));
  return bytes.starts_with("{\\rtf");
}

Result<SourceText> read_rtf(InputFile file, const ReadLimits& limits) {
  TextBuilder builder("rtf");
  RtfBody body(builder, file.bytes, limits.depth);
  if (!body.read())
    return reader_error(ErrorKind::too_large, file.name,
                        "nests groups deeper than " + std::to_string(limits.depth) + ". It is not read.");
  if (body.is_cut_off()) {
    builder.coverage().complete = false;
    builder.add_limit("The file ends in the middle; what is missing could not be read.");
  }
  note_left_out(builder, body.left_out());
  SourceText text = builder.finish({});
  body.free_framed(text.paragraphs);
  return text;
}

}  // namespace klausul
