#include "read/html_tree.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

namespace klausul {
namespace {

constexpr std::size_t kBytesForEachByte = 200;
constexpr std::size_t kBytesAtLeast = 16U << 20U;
constexpr std::size_t kBytesAtMost = std::size_t{3} << 30U;
constexpr std::size_t kMostAttributes = 500;

using namespace std::string_view_literals;

constexpr std::array kVoid{"area"sv, "base"sv, "br"sv,    "col"sv,    "embed"sv, "hr"sv,  "img"sv,    "input"sv,
                           "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv, "keygen"sv, "frame"sv};
// Elements whose end tag is left out as a rule, and whose next one ends them: they do not nest by themselves.
constexpr std::array kImplied{"p"sv,     "li"sv,    "dt"sv,    "dd"sv,     "tr"sv,       "td"sv,       "th"sv,
                              "tbody"sv, "thead"sv, "tfoot"sv, "option"sv, "optgroup"sv, "colgroup"sv, "caption"sv,
                              "html"sv,  "head"sv,  "body"sv,  "rb"sv,     "rp"sv,       "rt"sv};
constexpr std::array kRaw{"script"sv, "style"sv,  "textarea"sv, "title"sv,
                          "xmp"sv,    "iframe"sv, "noembed"sv,  "noframes"sv};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::size_t end = 0;  ///< after ">"
  std::string name;     ///< in lower case; "" if this is no tag
  std::size_t attributes = 0;
  bool closes = false;
  bool closes_itself = false;
};

Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  tag.closes = i < html.size() && html[i] == '/';
  if (tag.closes) ++i;
  if (i >= html.size() || std::isalpha(static_cast<unsigned char>(html[i])) == 0) {
    tag.end = at + 1;
    return tag;
  }
  while (i < html.size() && std::isspace(static_cast<unsigned char>(html[i])) == 0 && html[i] != '>' && html[i] != '/')
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[i++])));
  char quote = 0;
  bool after_space = false;
  for (; i < html.size(); ++i) {
    const char byte = html[i];
    const bool space = std::isspace(static_cast<unsigned char>(byte)) != 0 || byte == '/';
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if ((byte == '"' || byte == '\'') && html[i - 1] == '=') {
      quote = byte;
    } else if (byte == '>') {
      break;
    } else if (!space && (after_space || html[i - 1] == '"' || html[i - 1] == '\'')) {
      ++tag.attributes;
    }
    after_space = space && quote == 0;
  }
  tag.closes_itself = i < html.size() && html[i - 1] == '/';
  tag.end = std::min(i + 1, html.size());
  return tag;
}

std::size_t end_of_raw_text(std::string_view html, std::size_t at, const std::string& name) {
  while (true) {
    const std::size_t close = html.find("</", at);
    if (close == std::string_view::npos) return html.size();
    const std::string_view candidate = html.substr(close + 2, name.size());
    if (std::equal(candidate.begin(), candidate.end(), name.begin(), name.end(),
                   [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; }))
      return close;
    at = close + 2;
  }
}

/// Walks over the tags and keeps count of what is open, a little too high rather than too low.
class ExcessFinder {
 public:
  ExcessFinder(std::string_view html, std::size_t deepest) : html_(html), deepest_(deepest) {}

  std::string find() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      if (html_.substr(at, 4) == "<!--") {
        const std::size_t end = html_.find("-->", at + 4);
        at = end == std::string_view::npos ? html_.size() : end + 3;
        continue;
      }
      const Tag tag = tag_at(html_, at);
      if (!tag.name.empty() && is_excess(tag)) blank(at, tag.end);
      const bool raw = !tag.closes && contains(kRaw, tag.name) && foreign_ == 0;
      at = raw ? end_of_raw_text(html_, tag.end, tag.name) : tag.end;
    }
    return std::move(copy_);
  }

 private:
  bool is_excess(const Tag& tag) {
    if (tag.attributes > kMostAttributes) return true;
    if (contains(kVoid, tag.name) || contains(kImplied, tag.name) || contains(kRaw, tag.name)) return false;
    const bool foreign = tag.name == "svg" || tag.name == "math";
    if (!tag.closes) {
      if (tag.closes_itself && (foreign_ > 0 || foreign)) return false;
      if (depth_ >= deepest_) {
        ++blanked_[tag.name];
        return true;
      }
      ++depth_;
      ++open_[tag.name];
      foreign_ += foreign ? 1U : 0U;
      return false;
    }
    if (auto blanked = blanked_.find(tag.name); blanked != blanked_.end() && blanked->second > 0) {
      --blanked->second;
      return true;
    }
    if (auto open = open_.find(tag.name); open != open_.end() && open->second > 0) {
      --open->second;
      --depth_;
      foreign_ -= foreign ? 1U : 0U;
    }
    return false;
  }

  void blank(std::size_t begin, std::size_t end) {
    if (copy_.empty()) copy_ = html_;
    std::fill(copy_.begin() + static_cast<std::ptrdiff_t>(begin), copy_.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
  }

  std::string_view html_;
  std::size_t deepest_;
  std::string copy_;
  std::size_t depth_ = 0;
  std::size_t foreign_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
  std::unordered_map<std::string, std::size_t> blanked_;
};

}  // namespace

/// Hands out memory from large blocks, reuses what is given back, and frees all of it at once. gumbo cannot be told
/// that there is no more memory; at the limit this jumps out of it, over C code only, which has nothing to clean up.
class HtmlTree::Memory {
 public:
  explicit Memory(std::size_t limit) : limit_(limit) {}
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    while (blocks_ != nullptr) std::free(std::exchange(blocks_, blocks_->next));
  }

  GumboOutput* parse(const GumboOptions& options, std::string_view html) {
    if (setjmp(out_of_memory_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

  static void* allocate(void* self, std::size_t size) { return static_cast<Memory*>(self)->allocate(size); }
  static void release(void* self, void* piece) { static_cast<Memory*>(self)->release(piece); }

 private:
  struct Block {
    Block* next;
    std::size_t padding;
  };
  struct Piece {
    Piece* next;  ///< while it is free
    std::size_t size_class;
  };
  static constexpr std::size_t kSmallestBlock = 1U << 14U;  // pieces of HTML within Markdown are small
  static constexpr std::size_t kLargestBlock = 1U << 20U;

  void* allocate(std::size_t size) {
    const auto size_class = static_cast<std::size_t>(std::bit_width(std::max<std::size_t>(size, 16) - 1));
    Piece* piece = free_[size_class];
    if (piece != nullptr) {
      free_[size_class] = piece->next;
    } else {
      piece = cut(sizeof(Piece) + (std::size_t{1} << size_class));
      piece->size_class = size_class;
    }
    return piece + 1;
  }

  void release(void* memory) {
    if (memory == nullptr) return;
    Piece* const piece = static_cast<Piece*>(memory) - 1;
    piece->next = free_[piece->size_class];
    free_[piece->size_class] = piece;
  }

  Piece* cut(std::size_t bytes) {
    if (left_ < bytes) {
      const std::size_t wanted = std::max(std::clamp(used_, kSmallestBlock, kLargestBlock), bytes + sizeof(Block));
      used_ += wanted;
      auto* const block = used_ > limit_ ? nullptr : static_cast<Block*>(std::malloc(wanted));
      if (block == nullptr) std::longjmp(out_of_memory_, 1);
      block->next = blocks_;
      blocks_ = block;
      next_ = reinterpret_cast<char*>(block + 1);
      left_ = wanted - sizeof(Block);
    }
    auto* const piece = reinterpret_cast<Piece*>(next_);
    next_ += bytes;
    left_ -= bytes;
    return piece;
  }

  std::jmp_buf out_of_memory_{};
  std::size_t limit_;
  std::size_t used_ = 0;
  std::size_t left_ = 0;
  char* next_ = nullptr;
  Block* blocks_ = nullptr;
  std::array<Piece*, 64> free_{};
};

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

bool HtmlTree::parse(std::string_view html) {
  memory_ = std::make_unique<Memory>(std::min(kBytesAtMost, kBytesAtLeast + html.size() * kBytesForEachByte));
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Memory::allocate;
  options.deallocator = Memory::release;
  options.userdata = memory_.get();
  options.max_errors = 0;
  const GumboOutput* const output = memory_->parse(options, html);
  root_ = output == nullptr ? nullptr : output->root;
  return root_ != nullptr;
}

std::string blank_excess_tags(std::string_view html, std::size_t deepest) { return ExcessFinder(html, deepest).find(); }

}  // namespace klausul
