#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/unicode.h"

/// Values as bytes, for a pipe between two processes of the same program. How a type is made up is said once, by
/// `fields_of(value)` (a tuple of references to its members); WireWriter and WireReader both go by it. A class with an
/// inside of its own has `packed(value)` (another value that stands for it) and `unpack(packed, value)` (false when it
/// does not).
namespace klausul {

/// A member that may hold any bytes (a path, a file). Other strings must be well-formed UTF-8 to be read.
template <typename String>
struct AnyBytes {
  explicit AnyBytes(String& member) : bytes(member) {}
  String& bytes;
};

/// The last name of an enumeration: a number beyond it is not read. Specialised beside fields_of.
template <typename Enumeration>
inline constexpr Enumeration last_of{};

namespace wire {

struct AnyMember {
  template <typename T>
  operator T() const;  // NOLINT(google-explicit-constructor)
};

/// How many members the aggregate `T` has.
template <typename T, typename... Members>
consteval std::size_t member_count() {
  if constexpr (requires { T{Members{}..., AnyMember{}}; })
    return member_count<T, Members..., AnyMember>();
  else
    return sizeof...(Members);
}

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsSharedPointer : std::false_type {};
template <typename T>
struct IsSharedPointer<std::shared_ptr<const T>> : std::true_type {
  using Element = T;
};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsAnyBytes : std::false_type {};
template <typename T>
struct IsAnyBytes<AnyBytes<T>> : std::true_type {};

/// A member that is added to a struct and forgotten in fields_of does not compile.
template <typename T>
constexpr void check_complete() {
  if constexpr (std::is_aggregate_v<T>)
    static_assert(std::tuple_size_v<decltype(fields_of(std::declval<T&>()))> == member_count<T>(),
                  "fields_of leaves a member out, or names one twice");
}

}  // namespace wire

class WireWriter {
 public:
  template <typename T>
  void write(const T& value) {
    if constexpr (std::is_enum_v<T> || std::unsigned_integral<T>) {
      write_number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::same_as<T, double>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else if constexpr (std::same_as<T, std::string>) {
      write_text(value);
    } else if constexpr (wire::IsAnyBytes<T>::value) {
      write_text(value.bytes);
    } else if constexpr (wire::IsVector<T>::value) {
      write_number(value.size());
      for (const auto& element : value) write(element);
    } else if constexpr (wire::IsSharedPointer<T>::value || wire::IsOptional<T>::value) {
      const bool is_set = static_cast<bool>(value);
      write(is_set);
      if (is_set) write(*value);
    } else if constexpr (requires { packed(value); }) {
      write(packed(value));
    } else {
      wire::check_complete<T>();
      std::apply([this](const auto&... members) { (write(members), ...); }, fields_of(value));
    }
  }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  void write_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) bytes_.push_back(static_cast<char>(number | 0x80U));
    bytes_.push_back(static_cast<char>(number));
  }
  void write_text(std::string_view text) {
    write_number(text.size());
    bytes_ += text;
  }

  std::string bytes_;
};

/// Reads what a WireWriter wrote, and survives anything else: `read` gives false for ever after the first byte that is
/// wrong, never reads beyond the end, and never asks for much more memory than there are bytes.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes), allowance_(bytes.size() * 64 + 4096) {}

  template <typename Reference>
  bool read(Reference&& value) {
    using T = std::remove_cvref_t<Reference>;
    if constexpr (std::is_enum_v<T>) {
      std::uint64_t number = 0;
      if (!read_number(number) || number > static_cast<std::uint64_t>(last_of<T>)) return fail();
      value = static_cast<T>(number);
    } else if constexpr (std::unsigned_integral<T>) {
      std::uint64_t number = 0;
      if (!read_number(number) || static_cast<T>(number) != number) return fail();
      value = static_cast<T>(number);
    } else if constexpr (std::same_as<T, double>) {
      if (rest_.size() < sizeof value) return fail();
      std::memcpy(&value, rest_.data(), sizeof value);
      rest_.remove_prefix(sizeof value);
    } else if constexpr (std::same_as<T, std::string>) {
      if (!read_text(value)) return false;
      if (find_ill_formed_utf8(value) != value.size()) return fail();
    } else if constexpr (wire::IsAnyBytes<T>::value) {
      return read_text(value.bytes);
    } else if constexpr (wire::IsVector<T>::value) {
      return read_vector(value);
    } else if constexpr (wire::IsSharedPointer<T>::value) {
      return read_pointer(value);
    } else if constexpr (wire::IsOptional<T>::value) {
      bool is_set = false;
      value.reset();
      if (!read(is_set)) return false;
      return !is_set || read(value.emplace());
    } else if constexpr (requires { packed(value); }) {
      decltype(packed(value)) stand_in;
      return read(stand_in) && (unpack(std::move(stand_in), value) || fail());
    } else {
      wire::check_complete<T>();
      return std::apply([this](auto&&... members) { return (read(members) && ...); }, fields_of(value));
    }
    return true;
  }

  /// Whether all was read and nothing is left.
  [[nodiscard]] bool is_done() const { return !failed_ && rest_.empty(); }

 private:
  bool fail() {
    failed_ = true;
    rest_ = {};
    return false;
  }
  bool read_number(std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return true;
    }
    return fail();
  }
  bool read_text(std::string& text) {
    std::uint64_t size = 0;
    if (!read_number(size) || size > rest_.size()) return fail();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return true;
  }
  template <typename Pointer>
  bool read_pointer(Pointer& pointer) {
    bool is_set = false;
    pointer.reset();
    if (!read(is_set) || !is_set) return !failed_;
    auto element = std::make_shared<typename wire::IsSharedPointer<Pointer>::Element>();
    if (!read(*element)) return false;
    pointer = std::move(element);
    return true;
  }
  template <typename Element>
  bool read_vector(std::vector<Element>& elements) {
    std::uint64_t count = 0;
    // Every element takes a byte at least, but may take far more in memory.
    if (!read_number(count) || count > rest_.size() || count > allowance_ / sizeof(Element)) return fail();
    allowance_ -= count * sizeof(Element);
    elements.clear();
    elements.reserve(count);
    for (; count > 0; --count)
      if (!read(elements.emplace_back())) return false;
    return true;
  }

  std::string_view rest_;
  std::size_t allowance_;  ///< bytes of elements that may still be made
  bool failed_ = false;
};

}  // namespace klausul
