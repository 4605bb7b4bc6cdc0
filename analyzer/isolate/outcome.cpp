#include "isolate/outcome.h"

#include <cstdint>
#include <utility>

#include "isolate/report_fields.h"
#include "isolate/sound_report.h"
#include "isolate/wire.h"

namespace klausul {
namespace {

/// What follows.
enum class Holds : std::uint8_t { document, error, skipped, text };

template <typename Value>
std::string encode_as(Holds holds, const Value& value) {
  WireWriter writer;
  writer.write(holds);
  writer.write(value);
  return writer.take();
}

template <typename Value>
std::optional<Value> read_last(WireReader& reader) {
  Value value;
  if (!reader.read(value) || !reader.is_done()) return std::nullopt;
  return value;
}

}  // namespace

template <>
inline constexpr Holds last_of<Holds> = Holds::text;

std::string encode(const Outcome& outcome) {
  if (const auto* document = std::get_if<DocumentReport>(&outcome)) return encode_as(Holds::document, *document);
  if (const auto* error = std::get_if<FileError>(&outcome)) return encode_as(Holds::error, *error);
  return encode_as(Holds::skipped, std::get<SkippedFile>(outcome));
}

std::optional<Outcome> decode_outcome(std::string_view bytes) {
  WireReader reader(bytes);
  Holds holds = Holds::text;
  if (!reader.read(holds)) return std::nullopt;
  switch (holds) {
    case Holds::document: {
      std::optional<DocumentReport> document = read_last<DocumentReport>(reader);
      if (!document || !is_sound(*document)) return std::nullopt;
      return Outcome(*std::move(document));
    }
    case Holds::error: return read_last<FileError>(reader);
    case Holds::skipped: return read_last<SkippedFile>(reader);
    case Holds::text: break;
  }
  return std::nullopt;
}

std::string encode(const Result<std::string>& text) {
  if (!text) return encode_as(Holds::error, text.error());
  return encode_as(Holds::text, AnyBytes(*text));
}

std::optional<Result<std::string>> decode_text(std::string_view bytes) {
  WireReader reader(bytes);
  Holds holds = Holds::document;
  if (!reader.read(holds)) return std::nullopt;
  if (holds == Holds::text) {
    std::string text;
    if (reader.read(AnyBytes(text)) && reader.is_done()) return Result<std::string>(std::move(text));
  } else if (holds == Holds::error) {
    if (std::optional<Error> error = read_last<Error>(reader)) return Result<std::string>(*std::move(error));
  }
  return std::nullopt;
}

}  // namespace klausul
