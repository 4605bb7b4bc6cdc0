#include "read/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <new>

#include "read/formats.h"
#include "read/reader_error.h"
#include "read/zip_archive.h"

namespace klausul {
namespace {

/// One row a format. The first that recognises the file reads it.
struct Format {
  std::string_view name;
  bool (*recognises)(const InputFile&);
  Result<SourceText> (*read)(InputFile, const ReadLimits&);
  std::array<std::string_view, 4> extensions;
  bool has_no_signature = false;  ///< bytes of formats that are not read may look like it
};

constexpr std::array kFormats{
    Format{"docx", recognises_docx, read_docx, {"docx", "docm", "dotx", "dotm"}},
    Format{"pdf", recognises_pdf, read_pdf, {"pdf", "", "", ""}},
    Format{"odt", recognises_odt, read_odt, {"odt", "ott", "fodt", ""}},
    Format{"rtf", recognises_rtf, read_rtf, {"rtf", "", "", ""}},
    Format{"eml", recognises_eml, read_eml, {"eml", "mht", "mhtml", ""}},
    Format{"html", recognises_html, read_html, {"html", "htm", "xhtml", ""}, true},
    Format{"md", recognises_markdown, read_markdown, {"md", "markdown", "mdown", "mkd"}, true},
    Format{"txt", [](const InputFile&) { return true; }, read_plain, {"txt", "text", "asc", ""}, true},
};

/// Offsets are 32 bits, whatever the limits say.
constexpr std::size_t kLargestFile = 0x7FFFFFFF;

std::string in_megabytes(std::size_t bytes) { return std::to_string((bytes + (1U << 20U) - 1) >> 20U) + " MB"; }

Error too_large(std::string_view name, std::size_t limit) {
  return reader_error(ErrorKind::too_large, name, "is larger than " + in_megabytes(limit) + ". Split it.");
}

Error cannot_open(const std::string& path) {
  switch (errno) {
    case ENOENT:
    case ENOTDIR: return reader_error(ErrorKind::cannot_read, path, "does not exist. Check the path.");
    case EACCES:
    case EPERM: return reader_error(ErrorKind::cannot_read, path, "may not be read. Ask for permission to read it.");
    case ELOOP: return reader_error(ErrorKind::cannot_read, path, "is a link that leads in a circle. Check the path.");
    case ENAMETOOLONG: return reader_error(ErrorKind::cannot_read, path.substr(0, 80), "... is too long a path.");
    default: return reader_error(ErrorKind::cannot_read, path, "cannot be opened. Check the path and the disk.");
  }
}

Result<std::string> read_descriptor(int descriptor, std::size_t size_hint, const std::string& path, std::size_t limit) {
  std::string bytes;
  bytes.resize(std::min(size_hint, limit) + 1);  // one more, so that the end is seen without growing
  std::size_t used = 0;
  while (true) {
    if (used == bytes.size()) bytes.resize(std::max<std::size_t>(bytes.size() * 2, 1U << 16U));
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EISDIR)
      return reader_error(ErrorKind::cannot_read, path, "is a folder. Name the files in it.");
    if (got < 0) return reader_error(ErrorKind::cannot_read, path, "cannot be read. Check the disk or the connection.");
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > limit) return too_large(path, limit);
  }
  bytes.resize(used);
  if (bytes.empty()) return reader_error(ErrorKind::empty, path, "is empty. Check that the right file was saved.");
  return bytes;
}

Result<std::string> read_file(int descriptor, const std::string& path, std::size_t limit) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return cannot_open(path);
  if (S_ISDIR(status.st_mode)) return reader_error(ErrorKind::cannot_read, path, "is a folder. Name the files in it.");
  if (!S_ISREG(status.st_mode))
    return reader_error(ErrorKind::cannot_read, path, "is a device, pipe or socket. Use - to read standard input.");
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (size > limit) return too_large(path, limit);
  return read_descriptor(descriptor, size, path, limit);
}

/// A name that promises another format than the bytes are: worth knowing, never a reason to refuse.
void note_wrong_extension(const Format& format, std::string_view name, SourceText& text) {
  const std::string extension = extension_of(name);
  if (extension.empty()) return;
  const auto has_extension = [&](const Format& candidate) {
    return std::find(candidate.extensions.begin(), candidate.extensions.end(), extension) != candidate.extensions.end();
  };
  if (has_extension(format)) return;
  constexpr std::array<std::string_view, 5> kOthers{"doc", "xls", "xlsx", "ppt", "pptx"};
  const bool promises = std::any_of(kFormats.begin(), kFormats.end(), has_extension) ||
                        std::find(kOthers.begin(), kOthers.end(), extension) != kOthers.end();
  if (promises)
    text.coverage.limits.push_back("The file is named ." + extension + " but is " + std::string(format.name) +
                                   "; it was read as what it is.");
}

Result<SourceText> dispatch(InputFile file, const ReadLimits& limits) {
  if (is_encrypted_office_file(file.bytes))
    return reader_error(ErrorKind::encrypted, file.name, "is encrypted. Save a copy without a password.");
  const auto* const format =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.recognises(file); });
  if (kind_of_zip(file.bytes) == ZipKind::archive)
    return reader_error(ErrorKind::unsupported_format, file.name,
                        "is a zip archive. `klausul check` reads the files in it; elsewhere name one of them.");
  if (format->has_no_signature) {
    const std::string_view unread = name_of_unread_format(file.bytes);
    if (!unread.empty())
      return reader_error(ErrorKind::unsupported_format, file.name,
                          "is " + std::string(unread) + ". " + std::string(advice_for_format(unread)));
  }
  const std::string name = file.name;
  Result<SourceText> text = format->read(std::move(file), limits);
  if (!text) return text;
  if (text->paragraphs.empty())
    return reader_error(ErrorKind::empty, name,
                        "holds no text. If it is a picture of a document, make its text readable first (OCR).");
  if (text->text.size() > std::min(limits.text_bytes, kLargestFile)) return too_large(name, limits.text_bytes);
  note_wrong_extension(*format, name, *text);
  return text;
}

}  // namespace

Result<std::string> read_bytes(const std::string& path, const ReadLimits& limits) {
  const std::size_t limit = std::min(limits.file_bytes, kLargestFile);
  if (path == "-") return read_descriptor(STDIN_FILENO, 0, path, limit);
  // Not blocking, so that a pipe that nobody writes to does not hang before it is seen to be one.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return cannot_open(path);
  Result<std::string> bytes = read_file(descriptor, path, limit);
  ::close(descriptor);
  return bytes;
}

Result<SourceText> read_document(std::string bytes, std::string_view name, const ReadLimits& limits,
                                 const ReadOptions& options) {
  const std::size_t limit = std::min(limits.file_bytes, kLargestFile);
  if (bytes.size() > limit) return too_large(name, limit);
  if (bytes.empty()) return reader_error(ErrorKind::empty, name, "is empty. Check that the right file was saved.");
  try {
    return dispatch({std::move(bytes), std::string(name), options}, limits);
  } catch (const std::bad_alloc&) {
    return reader_error(ErrorKind::too_large, name, "needs more memory than there is. Split it.");
  } catch (const std::exception& exception) {
    return reader_error(ErrorKind::internal, name, std::string("could not be read: ") + exception.what());
  }
}

}  // namespace klausul
