#include "support/pdf_file.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <numeric>

#include "text/result.h"
#include "text/unicode.h"

namespace klausul {
namespace {

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

/// A string of a PDF in Latin-1, which the fonts' encoding agrees with.
std::string literal(std::string_view utf8) {
  std::string text = "(";
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = code_point_at(utf8, at);
    at += point.length;
    require(point.value < 0x100, "the tests' PDF writer knows Latin-1");
    if (point.value == '(' || point.value == ')' || point.value == '\\') text += '\\';
    text += static_cast<char>(point.value);
  }
  return text + ")";
}

std::string hexadecimal(std::string_view bytes) {
  std::string text = "<";
  for (const char byte : bytes) {
    std::array<char, 4> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    text += digits.data();
  }
  return text + ">";
}

std::string md5(const std::string& bytes) {
  std::string digest(16, '\0');
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_md5(), nullptr);
  return digest;
}

std::string rc4(const std::string& key, const std::string& bytes) {
  std::array<std::uint8_t, 256> state{};
  std::iota(state.begin(), state.end(), std::uint8_t{0});
  for (std::size_t i = 0, j = 0; i < 256; ++i) {
    j = (j + state[i] + static_cast<std::uint8_t>(key[i % key.size()])) % 256;
    std::swap(state[i], state[j]);
  }
  std::string result = bytes;
  std::size_t i = 0;
  std::size_t j = 0;
  for (char& byte : result) {
    i = (i + 1) % 256;
    j = (j + state[i]) % 256;
    std::swap(state[i], state[j]);
    byte = static_cast<char>(static_cast<std::uint8_t>(byte) ^ state[(state[i] + std::size_t{state[j]}) % 256]);
  }
  return result;
}

/// The standard security handler, version 1.
class Encryption {
 public:
  explicit Encryption(const std::string& password) {
    const std::string padded = (password + padding()).substr(0, 32);
    owner_ = rc4(md5(padded).substr(0, 5), padded);
    key_ = md5(padded + owner_ + std::string(4, '\xFF') + kId).substr(0, 5);
    user_ = rc4(key_, padding());
  }

  [[nodiscard]] std::string dictionary() const {
    return "<</Filter/Standard/V 1/R 2/P -1/O " + hexadecimal(owner_) + "/U " + hexadecimal(user_) + ">>";
  }

  [[nodiscard]] std::string encrypted(std::size_t object, const std::string& bytes) const {
    const auto low = [&](unsigned shift) { return static_cast<char>((object >> shift) & 0xFFU); };
    const std::string key = key_ + low(0) + low(8) + low(16) + std::string(2, '\0');
    return rc4(md5(key).substr(0, 10), bytes);
  }

  static constexpr const char* kId = "0123456789abcdef";

 private:
  static std::string padding() {
    constexpr std::string_view kPadding(
        "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08"
        "\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A",
        32);
    return std::string(kPadding);
  }

  std::string owner_;
  std::string key_;
  std::string user_;
};

}  // namespace

PdfFile& PdfFile::page() {
  pages_.emplace_back();
  return *this;
}

PdfFile& PdfFile::text(double x, double y, std::string_view text, double size, bool bold) {
  pages_.back().content += std::string("BT /") + (bold ? "F2 " : "F1 ") + number(size) + " Tf " + number(x) + " " +
                           number(height - y) + " Td " + literal(text) + " Tj ET\n";
  return *this;
}

PdfFile& PdfFile::lines(double x, double y, const std::vector<std::string>& lines, double size, bool bold) {
  for (const std::string& line : lines) {
    text(x, y, line, size, bold);
    y += 13;
  }
  return *this;
}

PdfFile& PdfFile::rule(double x0, double y0, double x1, double y1) {
  pages_.back().content +=
      number(x0) + " " + number(height - y0) + " m " + number(x1) + " " + number(height - y1) + " l S\n";
  return *this;
}

PdfFile& PdfFile::unmapped_text(double x, double y, std::string_view text) {
  std::string codes;
  for (const char letter : text) {
    codes += '\0';
    codes += static_cast<char>(letter - 29);
  }
  pages_.back().content +=
      "BT /F3 10 Tf " + number(x) + " " + number(height - y) + " Td " + hexadecimal(codes) + " Tj ET\n";
  return *this;
}

PdfFile& PdfFile::misleading_text(double x, double y, std::string_view text, double size) {
  pages_.back().content +=
      "BT /F4 " + number(size) + " Tf " + number(x) + " " + number(height - y) + " Td " + literal(text) + " Tj ET\n";
  return *this;
}

PdfFile& PdfFile::picture(double x, double y, double picture_width, double picture_height) {
  pages_.back().content += "q " + number(picture_width) + " 0 0 " + number(picture_height) + " " + number(x) + " " +
                           number(height - y - picture_height) + " cm /I1 Do Q\n";
  return *this;
}

PdfFile& PdfFile::field(double x, double y, std::string_view value) {
  pages_.back().fields.push_back("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V" + literal(value) + "/Rect[" +
                                 number(x) + " " + number(height - y) + " " + number(x + 200) + " " +
                                 number(height - y + 14) + "]>>");
  return *this;
}

PdfFile& PdfFile::strike_out(double x0, double y0, double x1, double y1) {
  const std::string left = number(x0) + " ";
  const std::string right = number(x1) + " ";
  const std::string top = number(height - y0) + " ";
  const std::string bottom = number(height - y1) + " ";
  pages_.back().fields.push_back("<</Type/Annot/Subtype/StrikeOut/C[1 0 0]/Rect[" + left + bottom + right + top +
                                 "]/QuadPoints[" + left + top + right + top + left + bottom + right + bottom + "]>>");
  return *this;
}

PdfFile& PdfFile::embed(std::string_view name, std::string_view content) {
  embedded_.emplace_back(name, content);
  return *this;
}

std::string PdfFile::bytes(const std::string& password) const {
  const Encryption encryption(password);
  std::vector<std::string> objects(7);  // 0 is not used; 1 catalog, 2 pages, 3-6 fonts
  const auto stream = [&](const std::string& dictionary, const std::string& content) {
    const std::string body = password.empty() ? content : encryption.encrypted(objects.size(), content);
    objects.push_back("<<" + dictionary + "/Length " + std::to_string(body.size()) + ">>stream\n" + body +
                      "\nendstream");
    return std::to_string(objects.size() - 1) + " 0 R";
  };
  objects[3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
  objects[4] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>";
  objects[5] = "<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[6 0 R]>>";
  objects[6] =
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/"
      "Supplement "
      "0>>/DW 500>>";
  const std::string picture = stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8", "\xFF\x80\x40\x20");
  const std::string map = stream("",
                                 "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <FF> "
                                 "<E020> endbfrange endcmap");
  objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode " + map + ">>");
  const std::string misleading_font = std::to_string(objects.size() - 1) + " 0 R";
  std::string kids;
  std::string fields;
  for (const Page& page : pages_) {
    const std::string content = stream("", page.content);
    std::string annotations;
    for (const std::string& field : page.fields) {
      objects.push_back(field);
      annotations += std::to_string(objects.size() - 1) + " 0 R ";
    }
    fields += annotations;
    // The strings of its dictionary would have to be encrypted, too.
    const std::string unmapped_font = page.content.find("/F3") == std::string::npos ? "" : "/F3 5 0 R";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + content + "/Annots[" + annotations +
                      "]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F4 " + misleading_font + unmapped_font +
                      ">>/XObject<</I1 " + picture + ">>>>>>");
    kids += std::to_string(objects.size() - 1) + " 0 R ";
  }
  std::string names;
  for (const auto& [name, content] : embedded_) {
    const std::string file = stream("/Type/EmbeddedFile", content);
    objects.push_back("<</Type/Filespec/F" + literal(name) + "/EF<</F " + file + ">>>>");
    names += literal(name) + std::to_string(objects.size() - 1) + " 0 R ";
  }
  objects[1] = "<</Type/Catalog/Pages 2 0 R" +
               (fields.empty() ? "" : "/AcroForm<</Fields[" + fields + "]/DR<</Font<</F1 3 0 R>>>>/DA(/F1 10 Tf)>>") +
               (names.empty() ? "" : "/Names<</EmbeddedFiles<</Names[" + names + "]>>>>") + ">>";
  objects[2] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>";

  std::string file = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 1; i < objects.size(); ++i) {
    std::array<char, 24> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", file.size());
    table += entry.data();
    file += std::to_string(i) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size());
  const std::size_t table_at = file.size();
  file += "xref\n0 " + size + "\n" + table + "trailer\n<</Size " + size + "/Root 1 0 R";
  if (!password.empty())
    file += "/Encrypt " + encryption.dictionary() + "/ID[" + hexadecimal(Encryption::kId) +
            hexadecimal(Encryption::kId) + "]";
  return file + ">>\nstartxref\n" + std::to_string(table_at) + "\n%%EOF\n";
}

}  // namespace klausul
