#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klausul {

/// A text that is shown as part of a message, in the encoding it was sent in.
struct MailText {
  std::string bytes;
  std::string charset;  ///< as the message says; may be empty
  bool is_html = false;
};

/// A file that came with a message, or a message within it.
struct MailAttachment {
  std::string name;  ///< without folders; never empty
  std::string bytes;
};

/// An e-mail (RFC 5322, MIME) taken apart. Of alternatives only the richest is kept. Header fields are decoded, UTF-8.
struct MailMessage {
  std::string subject;
  std::string from;
  std::string to;
  std::string copies;
  std::string date;
  std::vector<MailText> texts;
  std::vector<MailAttachment> attachments;
  bool is_encrypted = false;
};

/// True if the bytes begin with the header of a message.
bool is_mail_message(std::string_view bytes);

MailMessage parse_mail(std::string_view bytes);

}  // namespace klausul
