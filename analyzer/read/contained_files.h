#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "text/result.h"

namespace klausul {

/// Where a file that is to be read was met: a file that somebody named is read or refused; of those found in a folder,
/// an archive or a message, what is plainly no document (pictures, style sheets) is left out.
enum class Origin { named, found };

/// A file that may hold a document: `bytes`, `error` or `left_out` says what is there.
struct ContainedFile {
  std::string path;               ///< "archive.zip/contract.docx"
  std::string bytes;              ///< to be read as one document
  std::optional<Error> error;     ///< why it cannot be read
  std::string left_out;           ///< why it is not read as a document: "an image"
  std::string converted{};        ///< what another program made of the bytes, read in their place; "" when none did
  std::string converter{};        ///< that program's name
  std::string converter_drops{};  ///< what it loses, as the end of a sentence: ", which ..."
};

/// Reads the document of `file`, which has bytes, or what another program made of them.
Result<SourceText> read_contained_document(const ContainedFile& file, const ReadOptions& options,
                                           const ReadLimits& limits = {});

/// What there is to read in the file `bytes`: the file itself, or the files in it when it is a zip archive, in the
/// order of their paths, those of archives within it in their place. Litter of systems (hidden files, lock files) is
/// not mentioned. Paths never lead upwards and are all different. The limits on unpacked bytes hold for all together.
std::vector<ContainedFile> documents_in(std::string bytes, const std::string& path, Origin origin,
                                        const ReadLimits& limits);

/// The bytes of the document at a path as reports show it: of a file, or of a file within an archive
/// ("archive.zip/contract.docx").
Result<std::string> read_contained(const std::string& path, const ReadLimits& limits);

/// True for what systems and programs leave beside documents: hidden files, lock files, "Thumbs.db". `name` is the name
/// of a file or folder without its path.
bool is_litter(std::string_view name);

/// What a file is when it is plainly no document, by its name ("a style sheet") or its bytes ("an image"); else "".
/// @{
std::string_view no_document_by_name(std::string_view path);
std::string_view no_document_by_bytes(std::string_view bytes);
/// @}

}  // namespace klausul
