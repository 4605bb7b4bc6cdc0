// The message of an e-mail. What is attached to it are documents of their own (contained_files).

#include <algorithm>

#include "read/decode.h"
#include "read/formats.h"
#include "read/mail_message.h"
#include "read/read_html.h"
#include "read/read_plain.h"
#include "read/reader_error.h"
#include "read/text_builder.h"

namespace klausul {
namespace {

void append_field(TextBuilder& builder, const char* name, const std::string& value) {
  if (value.empty()) return;
  Paragraph paragraph;
  paragraph.kind = ParagraphKind::page_header;
  builder.append_inserted(name, 0);
  builder.append_inserted(value, 0);
  builder.end_paragraph(std::move(paragraph));
}

void append_text(TextBuilder& builder, MailText text, bool is_page, const ReadLimits& limits, std::uint32_t& tables) {
  Result<DecodedFile> decoded = decode_file(std::move(text.bytes), text.charset, {});
  if (!decoded) {
    builder.coverage().complete = false;
    builder.add_limit("A part of the message is not text and was left out.");
    return;
  }
  for (const std::string& limit : decoded->limits) builder.add_limit(limit);
  std::string& source = decoded->text;
  std::replace(source.begin(), source.end(), '\f', '\n');  // messages have no pages
  if (!text.is_html) {
    append_plain_lines(builder, source, 0, source.size(), PlainScope::file);
  } else if (!append_html(builder, source, 0, source.size(), limits, {}, tables, is_page)) {
    builder.coverage().complete = false;
    builder.add_limit("A block of HTML was left out: it needs more memory than a page should.");
  }
}

}  // namespace

bool recognises_eml(const InputFile& file) { return is_mail_message(file.bytes); }

Result<SourceText> read_eml(InputFile file, const ReadLimits& limits) {
  MailMessage mail = parse_mail(file.bytes);
  if (mail.texts.empty() && mail.is_encrypted)
    return reader_error(ErrorKind::encrypted, file.name, "is encrypted. Save it decrypted from the mail program.");
  if (mail.texts.empty())
    return reader_error(ErrorKind::empty, file.name,
                        mail.attachments.empty()
                            ? "is a message without text."
                            : "holds no text of its own. `klausul check` reads what is attached to it.");
  TextBuilder builder("eml");
  Paragraph title;
  title.kind = ParagraphKind::title;
  builder.append_inserted(mail.subject, 0);
  builder.end_paragraph(std::move(title));
  append_field(builder, "From: ", mail.from);
  append_field(builder, "To: ", mail.to);
  append_field(builder, "Cc: ", mail.copies);
  append_field(builder, "Date: ", mail.date);
  // A page that a browser saved as a message went to nobody, and has a page's menus around it.
  const bool is_page = mail.to.empty();
  std::uint32_t tables = 0;
  for (MailText& text : mail.texts) {
    builder.start_part("message text");
    append_text(builder, std::move(text), is_page, limits, tables);
  }
  if (mail.is_encrypted) {
    builder.coverage().complete = false;
    builder.add_limit("A part of the message is encrypted and was left out.");
  }
  if (!mail.attachments.empty())
    builder.add_limit(std::to_string(mail.attachments.size()) +
                      " attachments are documents of their own and not part of this text.");
  return builder.finish({});
}

}  // namespace klausul
