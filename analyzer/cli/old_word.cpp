#include "cli/old_word.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "cli/run_program.h"
#include "read/formats.h"
#include "read/reader.h"
#include "read/reader_error.h"

namespace klausul {
namespace {

/// A folder that nobody else may look into and that is gone in the end.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "klausul-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~PrivateFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }  ///< "" if there could be none

 private:
  std::string path_;
};

struct Converter {
  const char* program;
  const char* name;
  std::vector<std::string> (*arguments)(const std::string& folder);
  const char* result;  ///< the file in the folder
  const char* drops;   ///< ContainedFile::converter_drops
};

constexpr const char* kPrinted = "printed.txt";

/// The first that is installed and can read the file does it. LibreOffice sees numbering, headings and changes.
constexpr std::array kConverters{
    Converter{"soffice", "LibreOffice",
              [](const std::string& folder) {
                return std::vector<std::string>{"-env:UserInstallation=file://" + folder + "/profile",
                                                "--headless",
                                                "--norestore",
                                                "--nologo",
                                                "--nolockcheck",
                                                "--convert-to",
                                                "docx:MS Word 2007 XML",
                                                "--outdir",
                                                folder,
                                                "contract.doc"};
              },
              "contract.docx", ""},
    Converter{"antiword", "antiword",
              [](const std::string&) {
                return std::vector<std::string>{"-m", "UTF-8.txt", "-w", "0", "contract.doc"};
              },
              kPrinted, ", which leaves out automatic numbers and headings; LibreOffice keeps them"},
};

Error error_about(const std::string& path, bool any_installed, bool any_late) {
  if (!any_installed)
    return reader_error(ErrorKind::unsupported_format, path,
                        "is an old Word file (doc). Install LibreOffice (libreoffice-writer) or antiword, with which "
                        "klausul reads it, or save it as docx.");
  if (any_late)
    return reader_error(ErrorKind::too_large, path,
                        "is an old Word file (doc) whose conversion takes too long. Save it as docx.");
  return reader_error(ErrorKind::damaged, path,
                      "is an old Word file (doc) that could not be converted. Save it as docx, or ask for a new copy.");
}

/// What the converter made of the file, "" if nothing.
std::string convert(const Converter& converter, const std::string& program, const std::string& bytes, ProgramEnd& end) {
  const PrivateFolder folder;
  end = ProgramEnd::not_started;
  if (folder.path().empty()) return {};
  std::ofstream(folder.path() + "/contract.doc", std::ios::binary) << bytes;
  std::vector<std::string> command = converter.arguments(folder.path());
  command.insert(command.begin(), program);
  end = run_program(command, folder.path(), kPrinted, {});
  if (end != ProgramEnd::success) return {};
  Result<std::string> result = read_bytes(folder.path() + "/" + converter.result, {});
  return result ? std::move(*result) : std::string();
}

}  // namespace

ContainedFile with_conversion(ContainedFile file) {
  if (file.error || !file.left_out.empty() || !is_old_word(file.bytes)) return file;
  if (is_encrypted_old_word(file.bytes)) {
    file.error = reader_error(ErrorKind::encrypted, file.path, "is encrypted. Save a copy without a password.");
    return file;
  }
  bool any_installed = false;
  bool any_late = false;
  for (const Converter& converter : kConverters) {
    const std::string program = find_program(converter.program);
    if (program.empty()) continue;
    any_installed = true;
    ProgramEnd end{};
    file.converted = convert(converter, program, file.bytes, end);
    file.converter = converter.name;
    file.converter_drops = converter.drops;
    any_late = any_late || end == ProgramEnd::out_of_time;
    if (!file.converted.empty()) return file;
  }
  file.error = error_about(file.path, any_installed, any_late);
  return file;
}

}  // namespace klausul
