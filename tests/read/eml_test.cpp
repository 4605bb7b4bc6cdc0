#include <boost/test/unit_test.hpp>

#include "read/contained_files.h"
#include "support/docx_file.h"
#include "support/read_sample.h"
#include "support/zip_file.h"

using namespace klausul;

namespace {

const std::string kHead =
    "From: =?iso-8859-1?Q?=C5sa_K=F6p?= <asa@exempel.se>\r\nTo: Bo <bo@exempel.se>\r\n"
    "Subject: =?utf-8?B?VmlsbGtvciBmw7ZyIHRqw6Ruc3Rlbg==?=\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\n";

std::string part(const std::string& head, const std::string& body) {
  return "--gr\r\n" + head + "\r\n\r\n" + body + "\r\n";
}

std::string multipart(const std::string& subtype, const std::string& parts) {
  return kHead + "Content-Type: multipart/" + subtype + "; boundary=gr\r\n\r\n" + parts + "--gr--\r\n";
}

std::string attached(const std::string& type, const std::string& name, const std::string& body) {
  return part("Content-Type: " + type + "\r\nContent-Disposition: attachment; filename=\"" + name + "\"", body);
}

std::string paths_in(const std::string& mail) {
  std::string lines;
  for (const ContainedFile& file : documents_in(mail, "a.eml", Origin::named, {})) {
    lines += file.path + (file.left_out.empty() ? "" : ": " + file.left_out);
    lines += file.error ? std::string(": ") + name_of(file.error->kind) + "\n" : "\n";
  }
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(eml)

BOOST_AUTO_TEST_CASE(a_message_is_read_with_its_header) {
  const SourceText text = read_sample(
      kHead +
          "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
          "Kunden ska k=F6pa tj=E4nsten till det p=\r\nris som g=E4ller.\r\n",
      "a.eml");
  BOOST_TEST(text.format == "eml");
  BOOST_TEST(describe(text) ==
             "title: Villkor för tjänsten\npage header: From: Åsa Köp <asa@exempel.se>\n"
             "page header: To: Bo <bo@exempel.se>\npage header: Date: Mon, 2 Mar 2026 10:00:00 +0100\n"
             "text: Kunden ska köpa tjänsten till det pris som gäller.\n");
}

BOOST_AUTO_TEST_CASE(the_richest_alternative_is_read) {
  const SourceText text = read_sample(
      multipart("alternative", part("Content-Type: text/plain", "enkel") +
                                   part("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                        "PGgxPlZpbGxrb3I8L2gxPjxwPkvDtnA8L3A+") +
                                   part("Content-Type: text/calendar", "BEGIN:VCALENDAR")),
      "a.eml");
  BOOST_TEST(text.text.ends_with("Villkor\nKöp\n"));
  BOOST_TEST(text.text.find("enkel") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(attachments_are_documents_of_their_own) {
  const std::string forwarded = "From: x@exempel.se\r\nSubject: Avtal\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\nInre\r\n";
  const std::string mail = multipart(
      "mixed", part("Content-Type: text/plain", "Se bilagan.") + attached("text/plain", "../avtal.txt", "Avtal") +
                   attached("application/octet-stream", "avtal.txt", "Igen") + attached("image/png", "logo.png", "x") +
                   part("Content-Type: message/rfc822", forwarded));
  BOOST_TEST(paths_in(mail) ==
             "a.eml\na.eml/avtal.txt\na.eml/avtal (2).txt\na.eml/logo.png: an image\na.eml/Avtal.eml\n");
  const auto files = documents_in(mail, "a.eml", Origin::named, {});
  BOOST_TEST(files[1].bytes == "Avtal");
  BOOST_TEST(read_sample(files[4].bytes, "x.eml").text.ends_with("Inre\n"));
  const SourceText message = read_sample(mail, "a.eml");
  BOOST_TEST(message.text.find("Igen") == std::string::npos);
  BOOST_TEST(message.coverage.limits.size() == 1U);
  // A message that only carries is no document itself; a zip archive in it is its files.
  const std::string zip = ZipFile().set_entry("b.txt", "text").bytes();
  BOOST_TEST(paths_in(multipart("mixed", attached("text/plain", "x.txt", "x"))) == "a.eml/x.txt\n");
  const auto zipped = documents_in(ZipFile().set_entry("m.eml", mail).bytes(), "a.zip", Origin::named, {});
  BOOST_TEST(zipped.size() == 5U);
  BOOST_TEST(zipped[1].path == "a.zip/m.eml/avtal.txt");
}

BOOST_AUTO_TEST_CASE(encrypted_empty_and_hostile_messages) {
  const auto fails = [](const std::string& mail, ErrorKind kind) {
    const Result<SourceText> result = read_document(mail, "a.eml");
    BOOST_REQUIRE(!result.has_value());
    BOOST_TEST((result.error().kind == kind), result.error().what);
  };
  fails(multipart("encrypted; protocol=\"application/pgp-encrypted\"",
                  part("Content-Type: application/pgp-encrypted", "Version: 1") +
                      part("Content-Type: application/octet-stream", "x")),
        ErrorKind::encrypted);
  fails(kHead + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx", ErrorKind::encrypted);
  fails(kHead + "\r\n", ErrorKind::empty);
  std::string deep = kHead;
  for (int depth = 0; depth < 20000; ++depth) {
    const std::string boundary = "b" + std::to_string(depth) + "x";
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
  }
  BOOST_TEST(!documents_in(deep, "a.eml", Origin::named, {}).empty());
  std::string nested = "From: a@b.se\r\nDate: x\r\n\r\ntext";
  for (int depth = 0; depth < 6; ++depth) nested = multipart("mixed", part("Content-Type: message/rfc822", nested));
  BOOST_TEST(paths_in(nested).find("too-large") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_message) {
  BOOST_TEST(read_sample("Note: this is a text.\nFrom here on it goes on.\n\nText\n", "a.txt").format == "txt");
  BOOST_TEST(read_sample("Parties: A and B\n\nFrom: now on\n", "a.txt").format == "txt");
}

BOOST_AUTO_TEST_SUITE_END()
