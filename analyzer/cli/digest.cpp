#include "cli/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "text/result.h"

namespace klausul {

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  require(done == 1 && length == 32, "SHA-256 of libcrypto must work.");
  std::string text;
  for (unsigned int index = 0; index < length; ++index) text += fmt::format("{:02x}", digest[index]);
  return text;
}

}  // namespace klausul
