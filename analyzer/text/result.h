#pragma once

#include <string>
#include <utility>
#include <variant>

namespace klausul {

/// What went wrong, as a class a program can act on. The names are those of "kind" in klausul.report/1.
enum class ErrorKind {
  cannot_read,         ///< no such file, no permission, a folder
  empty,               ///< nothing in the file
  unsupported_format,  ///< bytes of no format that klausul reads
  encrypted,           ///< needs a password
  damaged,             ///< claims to be a format and is not
  too_large,           ///< a limit of the reader was met (size, depth, expansion)
  bad_knowledge,       ///< a clause file or lexicon that is wrong
  wrong_use,           ///< command line
  stopped,             ///< a limit of the review was met (time), or someone ended it
  crashed,             ///< the review of the file ended its process
  internal             ///< a bug
};

/// The name of `kind` as it stands in reports: "cannot-read", "empty", ...
const char* name_of(ErrorKind kind);

/// An input problem. Bugs are not errors; they abort.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string where;  ///< file, part of a file, or file and JSON path
  std::string what;   ///< one sentence for a person, saying what to do when there is something to do
};

/// A value or the reason why there is none. The member names are those of std::expected (C++23).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : content_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const Error& error() const { return std::get<Error>(content_); }

  T& operator*() & { return std::get<T>(content_); }
  const T& operator*() const& { return std::get<T>(content_); }
  T&& operator*() && { return std::get<T>(std::move(content_)); }
  T* operator->() { return &std::get<T>(content_); }
  const T* operator->() const { return &std::get<T>(content_); }

 private:
  std::variant<T, Error> content_;
};

/// Ends the program when an invariant of ours is broken: in a legal tool a wrong answer is worse than a stop.
void require(bool condition, const char* sentence);

}  // namespace klausul
