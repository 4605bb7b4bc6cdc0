#include "cli/programs_for_workers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/old_word.h"
#include "isolate/report_fields.h"
#include "isolate/wire.h"
#include "read/child_program.h"
#include "read/formats.h"
#include "read/reader_error.h"

namespace klausul {

namespace {

constexpr std::uint64_t most_seconds = 240;

struct ProgramRequest {
  std::vector<std::string> command;
  std::string input;
  std::uint64_t seconds = 0;
};
template <typename T>
requires std::same_as<std::remove_const_t<T>, ProgramRequest>
auto fields_of(T& request) {
  return std::tuple_cat(std::tie(request.command), std::tuple(AnyBytes(request.input)), std::tie(request.seconds));
}

struct ProgramReply {
  bool succeeded = false;
  std::string output;
};
template <typename T>
requires std::same_as<std::remove_const_t<T>, ProgramReply>
auto fields_of(T& reply) { return std::tuple_cat(std::tie(reply.succeeded), std::tuple(AnyBytes(reply.output))); }

/// What a conversion makes of a file.
struct ConversionReply {
  std::optional<Error> error;
  std::string converted;
  std::string converter;
  std::string converter_drops;
};
template <typename T>
requires std::same_as<std::remove_const_t<T>, ConversionReply>
auto fields_of(T& reply) {
  return std::tuple_cat(std::tie(reply.error), std::tuple(AnyBytes(reply.converted)),
                        std::tie(reply.converter, reply.converter_drops));
}

struct ConversionRequest {
  std::string path;
  std::string bytes;
};
template <typename T>
requires std::same_as<std::remove_const_t<T>, ConversionRequest>
auto fields_of(T& request) { return std::tuple(AnyBytes(request.path), AnyBytes(request.bytes)); }

/// The first byte of a request.
constexpr char asks_for_program = 'p';
constexpr char asks_for_conversion = 'c';

template <typename T>
std::string bytes_of(const T& value) {
  WireWriter writer;
  writer.write(value);
  return writer.take();
}

std::string run_known_program(std::string_view request) {
  ProgramRequest read;
  WireReader reader(request);
  if (!reader.read(read) || !reader.is_done() || !is_known_command(read.command)) return bytes_of(ProgramReply{});
  ChildLimits limits;
  limits.seconds = std::min(read.seconds, most_seconds);
  std::optional<std::string> output = output_of_program(read.command, read.input, limits);
  return bytes_of(output ? ProgramReply{true, std::move(*output)} : ProgramReply{});
}

std::string convert(std::string_view request) {
  ConversionRequest read;
  WireReader reader(request);
  if (!reader.read(read) || !reader.is_done()) return {};
  ContainedFile file = with_conversion({std::move(read.path), std::move(read.bytes), std::nullopt, {}});
  return bytes_of(ConversionReply{std::move(file.error), std::move(file.converted), std::move(file.converter),
                                  std::move(file.converter_drops)});
}

}  // namespace

void run_programs_through(WorkVoice& voice) {
  run_programs_through([&voice](const std::vector<std::string>& command, std::string_view input,
                                const ChildLimits& limits) -> std::optional<std::string> {
    const std::string reply =
        voice.ask(asks_for_program + bytes_of(ProgramRequest{command, std::string(input), limits.seconds}));
    ProgramReply read;
    WireReader reader(reply);
    if (!reader.read(read) || !read.succeeded) return std::nullopt;
    return std::move(read.output);
  });
}

ContainedFile converted_for_worker(ContainedFile file, WorkVoice& voice) {
  if (file.error || !file.left_out.empty() || !is_old_word(file.bytes)) return file;
  const std::string reply = voice.ask(asks_for_conversion + bytes_of(ConversionRequest{file.path, file.bytes}));
  ConversionReply read;
  WireReader reader(reply);
  if (!reader.read(read))
    read.error = reader_error(ErrorKind::damaged, file.path,
                              "is an old Word file (doc) that could not be converted. Save it as docx, or ask for a "
                              "new copy.");
  file.error = std::move(read.error);
  file.converted = std::move(read.converted);
  file.converter = std::move(read.converter);
  file.converter_drops = std::move(read.converter_drops);
  return file;
}

std::string run_for_worker(const std::string& request) {
  if (request.empty()) return {};
  const std::string_view rest = std::string_view(request).substr(1);
  return request.front() == asks_for_conversion ? convert(rest) : run_known_program(rest);
}

}  // namespace klausul
