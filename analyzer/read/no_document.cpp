// What lies beside documents in folders, archives and messages without being one.

#include <algorithm>
#include <array>
#include <string>

#include "read/contained_files.h"
#include "read/formats.h"

namespace klausul {
namespace {

struct NoDocument {
  std::string_view what;
  std::string_view extensions;  ///< each between spaces
};

constexpr std::array kNoDocuments{
    NoDocument{"an image", " png jpg jpeg gif bmp tif tiff svg ico webp heic psd ai eps img "},
    NoDocument{"a sound or video file", " mp3 mp4 m4a wav ogg mov avi mkv webm "},
    NoDocument{"part of a web page or program",
               " css js mjs ts map woff woff2 ttf otf eot exe dll so bat cmd ps1 sh py jar class "},
    NoDocument{"settings or data", " json yaml yml toml ini cfg conf sql db sqlite log lock "},
    NoDocument{"a signature, card or calendar entry", " p7s asc sig gpg vcf ics cer crt pem key "},
    NoDocument{"a link", " url lnk webloc desktop "},
};

/// What `klausul check -o FOLDER` wrote; but not the contract that came back with comments.
bool is_own_report(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool contract = (name.ends_with(".docx") || name.ends_with(".pdf")) && !name.ends_with(".negotiation.docx");
  return name.find(".review.") != std::string_view::npos && !contract;
}

}  // namespace

bool is_litter(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"Thumbs.db", "desktop.ini", "__MACOSX", "ehthumbs.db",
                                                   "klausul-accepted.json"};
  return name.empty() || name.front() == '.' || name.starts_with("~$") || name.back() == '~' ||
         extension_of(name) == "tmp" || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string_view no_document_by_name(std::string_view path) {
  if (is_own_report(path)) return "a report of klausul";
  const std::string extension = " " + extension_of(path) + " ";
  if (extension.size() == 2) return {};
  for (const NoDocument& kind : kNoDocuments)
    if (kind.extensions.find(extension) != std::string_view::npos) return kind.what;
  return {};
}

std::string_view no_document_by_bytes(std::string_view bytes) {
  const std::string_view name = name_of_unread_format(bytes);
  if (name.ends_with("image")) return "an image";
  if (name.ends_with("sound file")) return "a sound or video file";
  if (name == "a program") return "part of a web page or program";
  if (name == "an SQLite database") return "settings or data";
  return {};
}

}  // namespace klausul
