#pragma once

#include <string>
#include <string_view>

#include "read/reader.h"
#include "read/source_text.h"
#include "text/result.h"

namespace klausul {

/// A file on its way into a reader.
struct InputFile {
  std::string bytes;
  std::string name;  ///< for messages, and to tell Markdown from plain text; may be empty
  ReadOptions options = {};
};

/// The readers. Each takes the whole file and returns text or the reason why not; none throws.
/// @{
Result<SourceText> read_plain(InputFile file, const ReadLimits& limits);
Result<SourceText> read_markdown(InputFile file, const ReadLimits& limits);
Result<SourceText> read_html(InputFile file, const ReadLimits& limits);
Result<SourceText> read_docx(InputFile file, const ReadLimits& limits);
Result<SourceText> read_pdf(InputFile file, const ReadLimits& limits);
Result<SourceText> read_odt(InputFile file, const ReadLimits& limits);
Result<SourceText> read_rtf(InputFile file, const ReadLimits& limits);
Result<SourceText> read_eml(InputFile file, const ReadLimits& limits);
/// @}

/// Whether a file is of a reader's format. Asked in the order of the table in reader.cpp.
/// @{
bool recognises_docx(const InputFile& file);
bool recognises_pdf(const InputFile& file);
bool recognises_odt(const InputFile& file);
bool recognises_rtf(const InputFile& file);
bool recognises_eml(const InputFile& file);
bool recognises_html(const InputFile& file);
bool recognises_markdown(const InputFile& file);
/// @}

/// What the bytes are when they are of a format that klausul knows and does not read: "PDF", "a JPEG image".
/// Empty when they are of none.
std::string_view name_of_unread_format(std::string_view bytes);

/// What to do about a file of a format that name_of_unread_format has named.
std::string_view advice_for_format(std::string_view name);

/// True if the bytes are a file of old Word (doc), which no reader reads: another program converts it.
bool is_old_word(std::string_view bytes);
/// True if such a file needs a password.
bool is_encrypted_old_word(std::string_view bytes);

/// True if the bytes are a Word, Excel ... file that needs a password.
bool is_encrypted_office_file(std::string_view bytes);

/// The file's extension in lower case without the dot, or "".
std::string extension_of(std::string_view name);

}  // namespace klausul
