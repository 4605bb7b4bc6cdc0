#include "read/contained_files.h"

#include <algorithm>
#include <set>
#include <utility>

#include "read/formats.h"
#include "read/mail_message.h"
#include "read/reader_error.h"
#include "read/zip_archive.h"
#include "text/unicode.h"

namespace klausul {
namespace {

constexpr int kDeepestArchive = 3;
constexpr std::size_t kMostFiles = 5000;

/// A path within an archive that cannot lead out of it: without drives, "." and "..", with "/" alone.
std::string tame_path(std::string_view path) {
  std::string tame;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find_first_of("/\\"), path.size());
    const std::string_view step = path.substr(0, slash);
    if (!step.empty() && step != "." && step != "..") {
      if (!tame.empty()) tame += '/';
      tame += step;
    }
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  for (char& byte : tame)
    if (static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F) byte = '_';
  return tame.empty() ? "file" : tame;
}

bool has_litter(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (is_litter(path.substr(0, slash))) return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

/// Gathers what is in a file. One object sees everything that one file holds, so that the limits hold for all together.
class Gatherer {
 public:
  explicit Gatherer(const ReadLimits& limits) : limits_(limits), bytes_left_(limits.unpacked_bytes) {}

  void gather(std::string bytes, const std::string& path, Origin origin, int depth) {
    if (origin == Origin::found) {
      std::string_view left_out = no_document_by_name(path);
      if (left_out.empty()) left_out = no_document_by_bytes(bytes);
      if (!left_out.empty()) return leave_out(path, left_out);
    }
    if (kind_of_zip(bytes) == ZipKind::archive) return gather_archive(bytes, path, depth);
    if (is_mail_message(bytes)) return gather_mail(std::move(bytes), path, depth);
    files_.push_back({path, std::move(bytes), std::nullopt, {}});
  }

  std::vector<ContainedFile> take() { return std::move(files_); }

 private:
  struct Member {
    std::string path;
    std::uint64_t index = 0;
    bool is_link = false;
  };

  void gather_archive(const std::string& bytes, const std::string& path, int depth) {
    if (depth >= kDeepestArchive) {
      // One error tells of them all: a bomb holds thousands.
      if (too_deep_) return leave_out(path, "an archive within three others");
      too_deep_ = true;
      return refuse(path, ErrorKind::too_large,
                    "lies within " + std::to_string(depth) + " others. Unpack them and name the folder.");
    }
    ReadLimits limits = limits_;
    limits.unpacked_bytes = bytes_left_;
    Result<ZipArchive> archive = ZipArchive::open(bytes, path, limits);
    if (!archive) return refuse(path, archive.error());
    const std::vector<Member> members = members_of(*archive, path);
    if (members.empty()) return refuse(path, ErrorKind::empty, "is a zip archive without documents in it.");
    for (const Member& member : members) {
      if (full_) return;
      gather_member(*archive, member, path, depth);
    }
  }

  /// The message itself, and each attachment.
  void gather_mail(std::string bytes, const std::string& path, int depth) {
    MailMessage mail = parse_mail(bytes);
    if (!mail.texts.empty() || mail.attachments.empty()) files_.push_back({path, std::move(bytes), std::nullopt, {}});
    if (depth >= kDeepestArchive && !mail.attachments.empty())
      return refuse(path, ErrorKind::too_large,
                    "lies within " + std::to_string(depth) +
                        " other messages or archives; its attachments are not read. Save them in a folder.");
    for (MailAttachment& attachment : mail.attachments) {
      if (full_) return;
      const std::string inner = unused_path(path + "/" + tame_path(attachment.name));
      if (attachment.bytes.size() > bytes_left_ || files_.size() >= kMostFiles) {
        full_ = true;
        return refuse(path, ErrorKind::too_large, "holds more than can be read. Save the attachments in a folder.");
      }
      bytes_left_ -= attachment.bytes.size();
      gather(std::move(attachment.bytes), inner, Origin::found, depth + 1);
    }
  }

  /// The files of an archive that are worth a look, sorted by path.
  static std::vector<Member> members_of(const ZipArchive& archive, const std::string& path) {
    std::vector<Member> members;
    for (const ZipEntry& entry : archive.entries()) {
      const std::string name = tame_path(entry.name);
      if (!entry.is_folder && !has_litter(name)) members.push_back({path + "/" + name, entry.index, entry.is_link});
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const Member& one, const Member& other) { return one.path < other.path; });
    return members;
  }

  void gather_member(ZipArchive& archive, const Member& member, const std::string& archive_path, int depth) {
    const std::string path = unused_path(member.path);
    if (member.is_link) return leave_out(path, "a link");
    const std::string_view no_document = no_document_by_name(path);
    if (!no_document.empty()) return leave_out(path, no_document);
    if (files_.size() >= kMostFiles) {
      full_ = true;
      return refuse(archive_path, ErrorKind::too_large,
                    "holds more than " + std::to_string(kMostFiles) + " files; the others are not read. Divide it.");
    }
    const std::size_t before = archive.unpacked();
    Result<std::string> bytes = archive.unpack(member.index);
    const std::size_t used = archive.unpacked() - before;
    if (used > bytes_left_) {
      full_ = true;
      return refuse(archive_path, ErrorKind::too_large,
                    "unpacks to more than " + std::to_string(limits_.unpacked_bytes >> 20U) + " MB; from " +
                        member.path.substr(archive_path.size() + 1) +
                        " on it is not read. Unpack it and name the folder.");
    }
    bytes_left_ -= used;
    if (!bytes) return refuse(path, bytes.error().kind, advice_for(bytes.error().kind));
    gather(std::move(*bytes), path, Origin::found, depth + 1);
  }

  static std::string_view advice_for(ErrorKind kind) {
    switch (kind) {
      case ErrorKind::encrypted: return "is encrypted. Unpack the archive with its password and name the folder.";
      case ErrorKind::too_large: return "unpacks to far more than a document holds (a zip bomb?). It is not read.";
      default: return "cannot be unpacked: the archive is damaged there. Ask for a new copy.";
    }
  }

  /// Two files of an archive may have the same name: "contract (2).docx".
  std::string unused_path(const std::string& path) {
    std::string candidate = path;
    for (int number = 2; !paths_.insert(candidate).second; ++number) {
      const std::string extension = extension_of(path);
      const std::size_t stem = path.size() - (extension.empty() ? 0 : extension.size() + 1);
      candidate = path.substr(0, stem) + " (" + std::to_string(number) + ")" + path.substr(stem);
    }
    return candidate;
  }

  void leave_out(const std::string& path, std::string_view what) {
    files_.push_back({path, {}, std::nullopt, std::string(what)});
  }
  void refuse(const std::string& path, Error error) { files_.push_back({path, {}, std::move(error), {}}); }
  void refuse(const std::string& path, ErrorKind kind, std::string_view rest) {
    refuse(path, reader_error(kind, path, rest));
  }

  ReadLimits limits_;
  std::size_t bytes_left_;
  bool full_ = false;
  bool too_deep_ = false;
  std::set<std::string> paths_;
  std::vector<ContainedFile> files_;
};

}  // namespace

std::vector<ContainedFile> documents_in(std::string bytes, const std::string& path, Origin origin,
                                        const ReadLimits& limits) {
  Gatherer gatherer(limits);
  gatherer.gather(std::move(bytes), path, origin, 0);
  return gatherer.take();
}

Result<SourceText> read_contained_document(const ContainedFile& file, const ReadOptions& options,
                                           const ReadLimits& limits) {
  const std::string name = file.path == "-" ? "" : file.path;
  if (file.converted.empty()) return read_document(file.bytes, name, limits, options);
  Result<SourceText> text = read_document(file.converted, {}, limits, options);
  if (!text)
    return reader_error(text.error().kind, name,
                        "could not be read: what " + file.converter + " made of it is of no use. Save it as docx.");
  text->format = "doc";
  text->map.set_source({});  // lines of what was converted are not lines of the file
  text->coverage.limits.push_back("The file was converted with " + file.converter + file.converter_drops + ".");
  return text;
}

Result<std::string> read_contained(const std::string& path, const ReadLimits& limits) {
  Result<std::string> bytes = read_bytes(path, limits);
  if (bytes || bytes.error().kind != ErrorKind::cannot_read) return bytes;
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    const std::string outer = path.substr(0, slash);
    Result<std::string> outer_bytes = read_bytes(outer, limits);
    if (!outer_bytes) continue;
    for (ContainedFile& file : documents_in(std::move(*outer_bytes), outer, Origin::named, limits)) {
      if (file.path != path) continue;
      if (file.error) return *file.error;
      if (file.left_out.empty()) return std::move(file.bytes);
    }
    break;
  }
  return bytes;
}

}  // namespace klausul
