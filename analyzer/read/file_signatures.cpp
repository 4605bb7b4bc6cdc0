// What files are that klausul does not read, told from their first bytes, so that the refusal can name them.

#include <algorithm>
#include <array>
#include <cctype>

#include "read/formats.h"
#include "read/reader_error.h"
#include "read/zip_archive.h"

namespace klausul {
namespace {

struct Signature {
  std::string_view bytes;
  std::size_t offset;
  std::string_view name;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures{
    Signature{"%PDF-"sv, 0, "PDF"},
    Signature{"\x89PNG\r\n"sv, 0, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, 0, "a JPEG image"},
    Signature{"GIF87a"sv, 0, "a GIF image"},
    Signature{"GIF89a"sv, 0, "a GIF image"},
    Signature{"II*\0"sv, 0, "a TIFF image"},
    Signature{"MM\0*"sv, 0, "a TIFF image"},
    Signature{"WEBP"sv, 8, "a WebP image"},
    Signature{"ftypheic"sv, 4, "a HEIC image"},
    Signature{"ftyp"sv, 4, "a video or sound file"},
    Signature{"ID3"sv, 0, "a sound file"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, 0, "a 7z archive"},
    Signature{"Rar!\x1A\x07"sv, 0, "a RAR archive"},
    Signature{"\x1F\x8B"sv, 0, "a gzip archive"},
    Signature{"BZh"sv, 0, "a bzip2 archive"},
    Signature{"\xFD"
              "7zXZ"sv,
              0, "an xz archive"},
    Signature{"\x7F"
              "ELF"sv,
              0, "a program"},
    Signature{"MZ\x90\0"sv, 0, "a program"},
    Signature{"SQLite format 3\0"sv, 0, "an SQLite database"},
    Signature{"%!PS"sv, 0, "PostScript"},
    Signature{"\xFFWPC"sv, 0, "WordPerfect"},
    Signature{"MIME-Version:"sv, 0, "a web archive (MIME)"},
};

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

constexpr std::string_view kOldWord = "old Word (doc)";

bool contains(std::string_view bytes, std::string_view wanted) { return bytes.find(wanted) != std::string_view::npos; }

/// Names in compound files are UTF-16.
std::string utf16_name(std::string_view ascii) {
  std::string wide;
  for (const char letter : ascii) {
    wide += letter;
    wide += '\0';
  }
  return wide;
}

std::string_view name_of_compound_file(std::string_view bytes) {
  if (contains(bytes, utf16_name("WordDocument"))) return kOldWord;
  if (contains(bytes, utf16_name("Workbook"))) return "old Excel (xls)";
  if (contains(bytes, utf16_name("__substg1.0_"))) return "an Outlook message (msg)";
  return "an old Office file";
}

}  // namespace

std::string_view name_of_unread_format(std::string_view bytes) {
  for (const Signature& signature : kSignatures)
    if (bytes.size() >= signature.offset && bytes.substr(signature.offset, signature.bytes.size()) == signature.bytes)
      return signature.name;
  if (kind_of_zip(bytes) != ZipKind::none) return name_of_zip(bytes);
  if (bytes.substr(0, 8) == kCompoundFile) return name_of_compound_file(bytes);
  // A PDF may have some bytes before its header.
  if (contains(bytes.substr(0, 1024), "%PDF-1.")) return "PDF";
  return {};
}

bool is_old_word(std::string_view bytes) {
  return bytes.substr(0, 8) == kCompoundFile && name_of_compound_file(bytes) == kOldWord;
}

bool is_encrypted_old_word(std::string_view bytes) {
  if (!is_old_word(bytes)) return false;
  // The head of the text begins a sector (of 512 bytes, in small files of 64): EC A5, a version, and at 10 flags.
  constexpr std::size_t smallest_sector = 64;
  for (std::size_t at = 0; (at = bytes.find("\xEC\xA5", at)) != std::string_view::npos; ++at) {
    if (at % smallest_sector != 0 || at + 12 > bytes.size()) continue;
    const auto version = static_cast<unsigned char>(bytes[at + 2]) + 256U * static_cast<unsigned char>(bytes[at + 3]);
    if (version >= 0x65 && version <= 0x120) return (static_cast<unsigned char>(bytes[at + 11]) & 1U) != 0;
  }
  return false;
}

bool is_encrypted_office_file(std::string_view bytes) {
  return bytes.substr(0, 8) == kCompoundFile && contains(bytes, utf16_name("EncryptedPackage"));
}

std::string_view advice_for_format(std::string_view name) {
  if (name == kOldWord)
    return "`klausul check` reads it when LibreOffice or antiword is installed; elsewhere save it as docx.";
  if (name == "an Outlook message (msg)")
    return "Save its attachments and, as text or HTML, the message itself; or export it as eml.";
  return kWhatKlausulReads;
}

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos) return {};
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return extension;
}

}  // namespace klausul
