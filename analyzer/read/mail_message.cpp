#include "read/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>

namespace klausul {
namespace {

constexpr std::size_t kMostAttachments = 10000;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string addresses(InternetAddressList* list) {
  if (list == nullptr) return {};
  char* const text = internet_address_list_to_string(list, nullptr, FALSE);
  std::string result = text_or_empty(text);
  g_free(text);
  return result;
}

template <typename Write>
std::string written_by(const Write& write) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  write(stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (bytes == nullptr || bytes->data == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  return written_by([&](GMimeStream* stream) { g_mime_data_wrapper_write_to_stream(content, stream); });
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* const said = g_mime_object_get_content_type(object);
  return said != nullptr && g_mime_content_type_is_type(said, type, subtype) != FALSE;
}

/// Text that a mail program shows in the message itself.
bool is_shown_text(GMimeObject* object) {
  if (!GMIME_IS_PART(object) || !(is_type(object, "text", "plain") || is_type(object, "text", "html"))) return false;
  const std::string disposition = text_or_empty(g_mime_object_get_disposition(object));
  return disposition != "attachment" && g_mime_part_get_filename(GMIME_PART(object)) == nullptr;
}

bool holds_shown_text(GMimeObject* object) {
  if (!GMIME_IS_MULTIPART(object)) return is_shown_text(object);
  GMimeMultipart* const multipart = GMIME_MULTIPART(object);
  for (int index = 0; index < g_mime_multipart_get_count(multipart); ++index)
    if (holds_shown_text(g_mime_multipart_get_part(multipart, index))) return true;
  return false;
}

/// A name for what came without one, so that its kind can be told.
std::string name_by_type(GMimeObject* object) {
  constexpr std::array<std::array<const char*, 3>, 7> kNames{{{"text", "html", "attachment.html"},
                                                              {"text", "plain", "attachment.txt"},
                                                              {"text", "calendar", "invitation.ics"},
                                                              {"image", "*", "image.img"},
                                                              {"application", "pdf", "attachment.pdf"},
                                                              {"application", "pgp-signature", "signature.asc"},
                                                              {"application", "pkcs7-signature", "signature.p7s"}}};
  for (const auto& [type, subtype, name] : kNames)
    if (is_type(object, type, subtype)) return name;
  return "attachment";
}

std::string without_folders(std::string name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name.erase(0, slash + 1);
  return name;
}

/// Walks the tree of parts, which GMime keeps to a bounded depth.
class Dissector {
 public:
  explicit Dissector(MailMessage& mail) : mail_(mail) {}

  void add(GMimeObject* object) {
    if (object == nullptr) return;
    if (GMIME_IS_MULTIPART_ENCRYPTED(object) || is_type(object, "application", "pkcs7-mime")) {
      mail_.is_encrypted = true;
    } else if (GMIME_IS_MULTIPART(object)) {
      add_multipart(GMIME_MULTIPART(object));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      add_message(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)));
    } else if (is_shown_text(object)) {
      const char* const charset = g_mime_object_get_content_type_parameter(object, "charset");
      std::string content = content_of(GMIME_PART(object));
      if (content.find_first_not_of(" \t\r\n") != std::string::npos)
        mail_.texts.push_back({std::move(content), text_or_empty(charset), is_type(object, "text", "html")});
    } else if (GMIME_IS_PART(object)) {
      std::string name = without_folders(text_or_empty(g_mime_part_get_filename(GMIME_PART(object))));
      if (name.empty()) name = name_by_type(object);
      attach(std::move(name), content_of(GMIME_PART(object)));
    }
  }

 private:
  void add_multipart(GMimeMultipart* multipart) {
    const int count = g_mime_multipart_get_count(multipart);
    if (is_type(GMIME_OBJECT(multipart), "multipart", "alternative")) {
      // The last one is the richest.
      for (int index = count; index-- > 0;) {
        GMimeObject* const part = g_mime_multipart_get_part(multipart, index);
        if (holds_shown_text(part)) return add(part);
      }
    }
    for (int index = 0; index < count; ++index) add(g_mime_multipart_get_part(multipart, index));
  }

  void add_message(GMimeMessage* message) {
    if (message == nullptr) return;
    std::string name = without_folders(text_or_empty(g_mime_message_get_subject(message)));
    constexpr std::size_t longest = 100;
    if (name.empty() || name.size() > longest) name = "message";
    attach(name + ".eml", written_by([&](GMimeStream* stream) {
             g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream);
           }));
  }

  void attach(std::string name, std::string bytes) {
    if (mail_.attachments.size() < kMostAttachments) mail_.attachments.push_back({std::move(name), std::move(bytes)});
  }

  MailMessage& mail_;
};

/// The names of the header fields at the beginning, in small letters and each after a space; "" if a line is none.
std::string field_names(std::string_view bytes) {
  constexpr std::size_t longest_header = 1U << 16U;
  std::string names;
  bytes = bytes.substr(0, longest_header);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const bool goes_on = !names.empty() && (line.front() == ' ' || line.front() == '\t');
    if (!goes_on) {
      const std::size_t colon = line.find(':');
      const auto is_name = [](char byte) { return byte > ' ' && byte < 0x7F; };
      if (colon == 0 || colon == std::string_view::npos || !std::all_of(line.begin(), line.begin() + colon, is_name))
        return {};
      names += ' ';
      for (const char byte : line.substr(0, colon))
        names += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return names + " ";
}

void initialise_gmime() {
  static const bool initialised = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(initialised);
}

}  // namespace

bool is_mail_message(std::string_view bytes) {
  const std::string names = field_names(bytes);
  const auto has_any = [&](std::initializer_list<const char*> wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const char* name) { return names.find(name) != std::string::npos; });
  };
  return has_any({" from ", " sender ", " return-path ", " received "}) &&
         has_any({" mime-version ", " message-id ", " date ", " received ", " content-type "});
}

MailMessage parse_mail(std::string_view bytes) {
  initialise_gmime();
  MailMessage mail;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return mail;
  mail.subject = text_or_empty(g_mime_message_get_subject(message.get()));
  mail.from = addresses(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_FROM));
  mail.to = addresses(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_TO));
  mail.copies = addresses(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_CC));
  mail.date = text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date"));
  Dissector(mail).add(g_mime_message_get_mime_part(message.get()));
  return mail;
}

}  // namespace klausul
