#include "read/markdown_walker.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>

#include "read/aligned_text.h"
#include "read/markdown_tree.h"
#include "read/read_html.h"
#include "read/read_plain.h"

namespace klausul {
namespace {

constexpr std::size_t kSearchAhead = 4000;
// A file may be made so that addresses are never found; then looking for them ends at some time.
constexpr std::size_t kMostSearched = 100U << 20U;

std::string_view literal_of(cmark_node* node) {
  const char* const literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

std::string_view type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The number that is typed before a list item, or -1.
int typed_number(std::string_view source, std::size_t at) {
  while (at < source.size() && (source[at] == ' ' || source[at] == '\t' || source[at] == '>')) ++at;
  int number = 0;
  const char* const begin = source.data() + std::min(at, source.size());
  const auto [end, error] = std::from_chars(begin, source.data() + source.size(), number);
  const bool is_number = error == std::errc() && end < source.data() + source.size() && (*end == '.' || *end == ')');
  return is_number ? number : -1;
}

}  // namespace

MarkdownWalker::MarkdownWalker(TextBuilder& builder, std::string_view source, std::size_t base,
                               const ReadLimits& limits)
    : builder_(builder), source_(source), base_(base), limits_(limits), at_(base), block_end_(source.size()) {
  line_begins_.push_back(base);
  for (std::size_t at = base; at < source.size(); ++at) {
    const bool ends_line =
        source[at] == '\n' || (source[at] == '\r' && (at + 1 == source.size() || source[at + 1] != '\n'));
    if (ends_line) line_begins_.push_back(at + 1);
  }
}

std::size_t MarkdownWalker::line_begin(int line) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  return index < line_begins_.size() ? line_begins_[index] : source_.size();
}

std::size_t MarkdownWalker::block_end(cmark_node* node) const {
  const int last = std::max(cmark_node_get_end_line(node), cmark_node_get_start_line(node));
  return line_begin(last + 1);
}

void MarkdownWalker::walk(cmark_node* document) {
  cmark_iter* const iterator = cmark_iter_new(document);
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* const node = cmark_iter_get_node(iterator);
    if (event == CMARK_EVENT_ENTER)
      enter(node);
    else
      leave(node);
  }
  cmark_iter_free(iterator);
}

/// A new block: the source is read from its line on at the earliest.
void MarkdownWalker::start_block(cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  if (line > 0) at_ = std::max(at_, line_begin(line));
  block_end_ = std::max(block_end(node), at_);
  bold_any_ = false;
  bold_all_ = true;
  only_local_link_ = false;
}

void MarkdownWalker::enter(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LIST) {
    List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.parenthesis = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM;
    list.last_number = cmark_node_get_list_start(node) - 1;
    lists_.push_back(list);
  } else if (type == CMARK_NODE_ITEM) {
    enter_item(node);
  } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
    start_block(node);
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    append_code_block(node);
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    append_html_block(node);
  } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
    append_literal(node, type == CMARK_NODE_CODE);
  } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
    if (images_ == 0) builder_.append_space(at_);
  } else if (type == CMARK_NODE_HTML_INLINE) {
    append_inline_html(node);
  } else if (type == CMARK_NODE_STRONG) {
    ++bold_;
  } else if (type == CMARK_NODE_IMAGE) {
    ++images_;
  } else if (type == CMARK_NODE_LINK) {
    link_texts_.push_back(builder_.text_bytes());
  } else if (type_of(node) == "strikethrough") {
    if (struck_++ == 0) ++builder_.coverage().tracked_deletions;
  } else {
    enter_table_part(node, type_of(node));
  }
}

void MarkdownWalker::enter_table_part(cmark_node* node, std::string_view type) {
  if (type == "table") {
    cell_ = {++tables_, 0, 0};
  } else if (type == "table_row" || type == "table_header") {
    ++cell_.row;
    cell_.column = 0;
  } else if (type == "table_cell") {
    ++cell_.column;
    cmark_node* const row = cmark_node_parent(node);
    start_block(row);
  }
}

void MarkdownWalker::leave(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LIST) {
    if (!lists_.empty()) lists_.pop_back();
  } else if (type == CMARK_NODE_HEADING) {
    end_paragraph(ParagraphKind::heading, static_cast<std::uint8_t>(cmark_node_get_heading_level(node)));
    at_ = std::max(at_, std::min(block_end_, source_.size()));
  } else if (type == CMARK_NODE_PARAGRAPH) {
    end_text_block();
    at_ = std::max(at_, std::min(block_end_, source_.size()));
  } else if (type == CMARK_NODE_STRONG) {
    --bold_;
  } else if (type == CMARK_NODE_IMAGE) {
    --images_;
    skip_destination();
  } else if (type == CMARK_NODE_LINK) {
    leave_link(node);
  } else if (type_of(node) == "strikethrough") {
    --struck_;
  } else if (type_of(node) == "table_cell") {
    end_paragraph(ParagraphKind::table_cell, 0);
  } else if (type_of(node) == "table") {
    cell_ = {};
  }
}

/// A list item's number is the one that is typed, as long as the numbers rise; else it is counted, as browsers do.
void MarkdownWalker::enter_item(cmark_node* node) {
  label_.clear();
  if (lists_.empty() || !lists_.back().ordered) return;
  List& list = lists_.back();
  const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
  const int typed = typed_number(source_, line_begin(cmark_node_get_start_line(node)) + column);
  const bool rises = typed >= 0 && (!list.has_items || typed > list.last_number);
  list.last_number = rises ? typed : list.last_number + 1;
  list.has_items = true;
  label_ = std::to_string(list.last_number) + (list.parenthesis ? ")" : "");
}

void MarkdownWalker::append_literal(cmark_node* node, bool is_code) {
  const std::string_view literal = literal_of(node);
  const Writing writing = is_code ? Writing::verbatim : Writing::markdown;
  const std::size_t end = std::min(block_end_, source_.size());
  const std::size_t found = find_aligned(literal, source_, at_, end, writing);
  if (found != std::string_view::npos) at_ = found;
  if (images_ > 0 || struck_ > 0) {
    at_ = skip_aligned(literal, source_, at_, end, writing);
    return;
  }
  if (!is_blank(literal)) {
    bold_any_ = bold_any_ || bold_ > 0;
    bold_all_ = bold_all_ && bold_ > 0;
    if (link_texts_.empty()) only_local_link_ = false;
  }
  if (found != std::string_view::npos)
    at_ = append_aligned(builder_, literal, source_, at_, end, writing);
  else
    builder_.append_inserted(literal, at_);
}

void MarkdownWalker::append_inline_html(cmark_node* node) {
  const std::string_view literal = literal_of(node);
  const std::size_t end = std::min({block_end_, source_.size(), at_ + literal.size() + kSearchAhead});
  const std::size_t found = source_.substr(0, end).find(literal, at_);
  if (found != std::string_view::npos) at_ = found + literal.size();
  const bool breaks = literal.size() > 2 && std::tolower(static_cast<unsigned char>(literal[1])) == 'b' &&
                      std::tolower(static_cast<unsigned char>(literal[2])) == 'r';
  if (breaks) builder_.append_space(at_);
}

void MarkdownWalker::append_html_block(cmark_node* node) {
  start_block(node);
  HtmlPlace place;
  if (!lists_.empty()) {
    place.kind = ParagraphKind::list_item;
    place.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 9));
  }
  const std::size_t end = std::min(block_end_, source_.size());
  if (at_ < end && !append_html(builder_, source_, at_, end, limits_, place, tables_, false)) {
    builder_.coverage().complete = false;
    builder_.add_limit("A block of HTML was left out: it needs more memory than a page should.");
  }
  at_ = std::max(at_, end);
}

/// Contracts that are indented look like code to Markdown: the lines are read as plain text.
void MarkdownWalker::append_code_block(cmark_node* node) {
  start_block(node);
  const std::size_t end = std::min(block_end_, source_.size());
  std::size_t begin = at_;
  std::size_t stop = end;
  int fence_length = 0;
  int fence_offset = 0;
  char fence = 0;
  const bool is_fenced = cmark_node_get_fenced(node, &fence_length, &fence_offset, &fence) != 0;
  if (is_fenced) {
    begin = std::min(source_.find('\n', begin), end - 1) + 1;
    const std::size_t last_line = line_begin(cmark_node_get_end_line(node));
    const std::size_t mark = last_line >= begin ? source_.find_first_not_of(" \t>", last_line) : std::string_view::npos;
    if (mark != std::string_view::npos && mark < end && source_[mark] == fence) stop = last_line;
  }
  if (is_fenced)
    append_plain_lines(builder_, source_, begin, std::max(begin, stop), PlainScope::block);
  else
    append_indented_block(begin, end);
  at_ = std::max(at_, end);
}

/// Indented text is read as plain text; what has tags in it, as HTML; a line with Markdown's own marks, as Markdown.
void MarkdownWalker::append_indented_block(std::size_t begin, std::size_t end) {
  while (begin < end) {
    std::size_t stop = source_.substr(0, end).find("\n\n", begin);
    stop = stop == std::string_view::npos ? end : stop + 2;
    const std::string_view piece = source_.substr(begin, stop - begin);
    const bool has_tags = piece.find("</") != std::string_view::npos || piece.find("<br") != std::string_view::npos;
    if (!has_tags && !is_within_line_ && append_marked_line(begin, stop)) {
      begin = stop;
      continue;
    }
    if (!has_tags || !append_html(builder_, source_, begin, stop, limits_, {}, tables_, false))
      append_plain_lines(builder_, source_, begin, stop, PlainScope::block);
    begin = stop;
  }
}

/// False when [begin, end) is not one line with marks of emphasis or links in it.
bool MarkdownWalker::append_marked_line(std::size_t begin, std::size_t end) {
  begin = std::min(source_.find_first_not_of(" \t", begin), end);
  const std::string_view line = source_.substr(begin, end - begin);
  const bool has_marks = line.find("**") != std::string_view::npos || line.find("](") != std::string_view::npos;
  if (!has_marks || line.find('\n') < line.find_last_not_of("\n")) return false;
  const MarkdownTree tree = parse_markdown(line);
  MarkdownWalker walker(builder_, source_.substr(0, end), begin, limits_);
  walker.is_within_line_ = true;
  walker.walk(tree.get());
  return true;
}

void MarkdownWalker::leave_link(cmark_node* node) {
  const std::size_t text_begin = link_texts_.empty() ? 0 : link_texts_.back();
  if (!link_texts_.empty()) link_texts_.pop_back();
  const char* const address = cmark_node_get_url(node);
  const std::string_view url = address == nullptr ? std::string_view() : std::string_view(address);
  const std::string_view open = builder_.open_text();
  const std::size_t open_begin = builder_.text_bytes() - open.size();
  const bool in_paragraph = text_begin >= open_begin && text_begin <= builder_.text_bytes();
  const std::string_view text = in_paragraph ? open.substr(text_begin - open_begin) : std::string_view();
  only_local_link_ = text_begin == open_begin && !url.empty() && url[0] == '#';
  if (images_ == 0 && struck_ == 0 && shows_other_address(url, text)) {
    const std::size_t end = std::min(block_end_, source_.size());
    builder_.append_inserted(" (", at_);
    // An inline link has its address right after its text; one by reference has it elsewhere.
    const std::size_t close = source_.substr(0, std::min(end, at_ + 8)).find("](", at_);
    const std::size_t found = close == std::string_view::npos
                                  ? std::string_view::npos
                                  : find_aligned(url, source_, close, end, Writing::markdown);
    if (found != std::string_view::npos)
      at_ = append_aligned(builder_, url, source_, found, end, Writing::markdown);
    else
      builder_.append_inserted(url, at_);
    builder_.append_inserted(")", at_);
  }
  skip_destination();
}

/// Moves behind "](address "title")" or "][reference]", in which nothing is text.
void MarkdownWalker::skip_destination() {
  const std::size_t end = std::min(block_end_, source_.size());
  std::size_t at = at_;
  // What may stand between the text of a link and its end: marks of emphasis, or the rest of the address.
  while (at < end && source_[at] != ']' && source_[at] != ')' && at < at_ + 8) ++at;
  if (at >= end || failed_searches_ > kMostSearched) return;
  if (source_[at] == ')') {
    at_ = at + 1;
    return;
  }
  if (source_[at] != ']' || at + 1 >= end) return;
  const char open = source_[at + 1];
  if (open != '(' && open != '[') {
    at_ = at + 1;
    return;
  }
  const char close = open == '(' ? ')' : ']';
  int depth = 0;
  for (at += 1; at < end; ++at) {
    if (source_[at] == '\\')
      ++at;
    else if (source_[at] == open)
      ++depth;
    else if (source_[at] == close && --depth == 0)
      break;
  }
  if (at < end)
    at_ = at + 1;
  else
    failed_searches_ += end - at_;
}

/// "Skip to content", a link that every screen reader knows, is chrome of the page that was made into Markdown.
bool MarkdownWalker::is_skip_link() const {
  const std::string_view text = builder_.open_text();
  return only_local_link_ && text.size() < 60 &&
         (text.substr(0, 8) == "Skip to " || text.substr(0, 11) == "Hoppa till " ||
          text.substr(0, 13) == "Gå direkt ti");
}

void MarkdownWalker::end_text_block() {
  if (is_skip_link()) builder_.drop_paragraph();
  if (lists_.empty())
    end_paragraph(ParagraphKind::paragraph, 0);
  else
    end_paragraph(ParagraphKind::list_item, static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 9)));
}

void MarkdownWalker::end_paragraph(ParagraphKind kind, std::uint8_t level) {
  Paragraph paragraph;
  paragraph.kind = kind;
  paragraph.level = level;
  paragraph.bold = bold_any_ && bold_all_;
  if (kind == ParagraphKind::table_cell) {
    paragraph.table = cell_.table;
    paragraph.row = cell_.row;
    paragraph.column = cell_.column;
  } else if (kind == ParagraphKind::list_item || kind == ParagraphKind::heading) {
    paragraph.label = label_;
  }
  if (builder_.end_paragraph(std::move(paragraph))) label_.clear();
  bold_any_ = false;
  bold_all_ = true;
}

}  // namespace klausul
