#include <fmt/format.h>

#include <map>
#include <set>

#include "report/html/html_panel.h"
#include "report/html/html_text.h"
#include "report/html/html_writer.h"
#include "report/html/page_assets.h"
#include "report/html/page_words.h"
#include "report/phrases.h"
#include "report/reporter.h"
#include "report/swedish_sentences.h"
#include "text/digest.h"

namespace klausul {

namespace {

using page_words::Pair;

/// Nothing is loaded, nothing is sent, and only our own script and style count: whatever a contract says.
std::string content_security_policy() {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
      sha256_base64_of(page_script), sha256_base64_of(page_style));
}

/// A box to tick in the filters.
struct Choice {
  const char* value;
  Bilingual label;
  std::size_t count = 0;  ///< of findings
};

class Page {
 public:
  Page(const Report& report, Language language) : report_(report), language_(language) {}

  std::string write();

 private:
  void write_head();
  void write_bar();
  void write_filters();
  void write_choices(Pair legend, const char* name, const std::vector<Choice>& choices);
  void write_families(const std::map<std::string, std::size_t>& counts);
  void write_documents();
  void write_errors();
  void write_skipped();
  void write_foot();

  HtmlWriter& both(Pair words) { return page_.both(words.en, words.sv); }
  const Report& report_;
  Language language_;
  HtmlWriter page_;
};

std::string Page::write() {
  write_head();
  write_bar();
  page_.markup("<main>\n");
  write_documents();
  write_errors();
  for (std::size_t number = 0; number < report_.documents.size(); ++number) {
    const DocumentReport& document = report_.documents[number];
    page_.markup(fmt::format("<article id=\"d{0}\" aria-labelledby=\"d{0}-name\">\n<header>\n<h2 id=\"d{0}-name\">",
                             number + 1));
    page_.text(document.path).markup("</h2>\n");
    write_document_head(page_, document, number);
    page_.markup(
        fmt::format("</header>\n<section class=\"panel\" tabindex=\"0\" aria-labelledby=\"d{0}-panel\"><h3 "
                    "class=\"unseen\" id=\"d{0}-panel\">",
                    number + 1));
    both(page_words::panel).markup("</h3>\n");
    write_panel(page_, document, number);
    page_.markup(fmt::format(
        "</section>\n<section class=\"contract\" lang=\"{1}\" aria-labelledby=\"d{0}-text\"><h3 id=\"d{0}-text\">",
        number + 1, name_of(main_language(document))));
    both(page_words::text_of_document).markup("</h3>\n");
    write_document_text(page_, document, number);
    page_.markup("</section>\n</article>\n");
  }
  write_skipped();
  page_.markup("</main>\n");
  write_foot();
  return page_.take();
}

void Page::write_head() {
  const char* language = name_of(language_);
  page_.markup(
      fmt::format("<!DOCTYPE html>\n<html lang=\"{0}\" class=\"show-{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"{1}\">\n",
                  language, content_security_policy()));
  page_.markup(
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  page_.text(wording_in(language_).review);
  if (report_.documents.size() == 1) page_.text(": " + report_.documents.front().path);
  page_.markup(" · klausul</title>\n<style>").markup(page_style).markup("</style>\n</head>\n<body>\n");
}

void Page::write_bar() {
  page_.markup("<a class=\"skip\" href=\"#d1-findings\">");
  both(page_words::skip).markup("</a>\n<header class=\"bar\">\n<h1>klausul · ");
  page_.both(&Wording::review).markup("</h1>\n");
  write_filters();
  page_.markup(
      "<div class=\"language\" role=\"group\" aria-labelledby=\"language\"><span class=\"unseen\" id=\"language\">");
  both(page_words::language).markup("</span>\n");
  for (const auto& [code, name] : {std::pair{"sv", "Svenska"}, std::pair{"en", "English"}})
    page_.markup(
        fmt::format("<button type=\"button\" lang=\"{0}\" data-language=\"{0}\" aria-pressed=\"{2}\">{1}</button>\n",
                    code, name, std::string_view(code) == name_of(language_)));
  page_.markup("</div>\n</header>\n");
}

void Page::write_documents() {
  if (report_.documents.size() < 2) return;
  page_.markup("<nav aria-labelledby=\"documents\"><span class=\"unseen\" id=\"documents\">");
  both(page_words::documents).markup("</span><ul>\n");
  for (std::size_t number = 0; number < report_.documents.size(); ++number) {
    page_.markup(fmt::format("<li><a href=\"#d{}\">", number + 1)).text(report_.documents[number].path);
    page_.markup(fmt::format("</a> ({})</li>\n", report_.documents[number].findings.size()));
  }
  page_.markup("</ul></nav>\n");
}

void Page::write_choices(Pair legend, const char* name, const std::vector<Choice>& choices) {
  page_.markup("<fieldset><legend>");
  both(legend).markup("</legend>\n");
  for (const Choice& choice : choices) {
    if (choice.count == 0) continue;
    page_.markup(fmt::format("<label><input type=\"checkbox\" name=\"{}\" value=\"{}\" checked> ", name, choice.value));
    page_.both(choice.label).markup(fmt::format(" ({})</label>\n", choice.count));
  }
  page_.markup("</fieldset>\n");
}

void Page::write_filters() {
  std::map<Severity, std::size_t> severities;
  std::map<Status, std::size_t> statuses;
  std::map<std::string, std::size_t> families;
  std::size_t all = 0;
  for (const DocumentReport& document : report_.documents) {
    for (const Finding& finding : document.findings) {
      ++severities[finding.severity];
      if (!finding.is_accepted()) ++statuses[finding.status];
      ++families[finding.id.substr(0, finding.id.find('.'))];
      ++all;
    }
  }
  if (all == 0) return;
  page_.markup("<p class=\"shown\" role=\"status\">");
  both(page_words::shown).markup(fmt::format(": <span id=\"shown\">{}</span> ", all));
  both(page_words::of).markup(fmt::format(" {}</p>\n<details class=\"filter\"><summary>", all));
  both(page_words::filter).markup("</summary>\n<div>\n");
  const auto in_both = [](auto value, auto... more) {
    return Bilingual{std::string(word_for(value, more..., Language::en)),
                     std::string(word_for(value, more..., Language::sv))};
  };
  std::vector<Choice> choices;
  for (const Severity severity : all_severities)
    choices.push_back({name_of(severity), in_both(severity), severities[severity]});
  write_choices(page_words::severity, "severity", choices);
  choices.clear();
  for (const Status status : {Status::missing, Status::weak, Status::undetermined})
    choices.push_back({name_of(status), in_both(status, EntryKind::required), statuses[status]});
  choices.push_back(
      {name_of(Status::triggered), {page_words::occurs.en, page_words::occurs.sv}, statuses[Status::triggered]});
  choices.push_back(
      {"accepted", {page_words::accepted.en, page_words::accepted.sv}, count_accepted(report_.documents)});
  write_choices(page_words::status, "status", choices);
  write_families(families);
  page_.markup("<button type=\"button\" id=\"show-all\">");
  both(page_words::show_all).markup("</button>\n</div></details>\n");
}

void Page::write_families(const std::map<std::string, std::size_t>& counts) {
  page_.markup("<p><label for=\"family\">");
  both(page_words::family).markup("</label> <select id=\"family\">\n");
  const auto option = [&](const std::string& value, const std::string& en, const std::string& sv) {
    page_.markup("<option value=\"").text(value).markup("\" data-en=\"").text(en).markup("\" data-sv=\"").text(sv);
    page_.markup("\">").text(language_ == Language::sv ? sv : en).markup("</option>\n");
  };
  option("", page_words::every_family.en, page_words::every_family.sv);
  for (const auto& [id, count] : counts) {
    Bilingual name{id, id};
    for (const Family& family : report_.families)
      if (family.id == id) name = family.name;
    option(id, fmt::format("{} ({})", name.en, count), fmt::format("{} ({})", name.sv, count));
  }
  page_.markup("</select></p>\n");
}

void Page::write_errors() {
  if (report_.errors.empty()) return;
  page_.markup("<section class=\"errors\"><h2>").both(&Wording::not_reviewed).markup("</h2><ul>\n");
  for (const FileError& failure : report_.errors) {
    page_.markup("<li><b>").text(failure.path).markup("</b>: ");
    page_.text(without_name(failure.path, failure.error.what)).markup("</li>\n");
  }
  page_.markup("</ul></section>\n");
}

void Page::write_skipped() {
  if (report_.skipped.empty()) return;
  page_.markup("<details class=\"errors\"><summary><h2>").both(&Wording::no_documents);
  page_.markup(fmt::format(" ({})</h2></summary><ul>\n", report_.skipped.size()));
  for (const SkippedFile& file : report_.skipped) {
    page_.markup("<li>").text(file.path).markup(": ").both(file.what, in_swedish(file.what)).markup("</li>\n");
  }
  page_.markup("</ul></details>\n");
}

void Page::write_foot() {
  page_.markup("<footer><p>klausul ").text(report_.version).markup(" · ").both(&Wording::rules).markup(" ");
  page_.text(report_.rules);
  if (!report_.law_as_of.empty()) page_.markup(" · ").both(&Wording::law_as_of).markup(" ").text(report_.law_as_of);
  page_.markup("</p><p>").both(&Wording::no_advice).markup("</p></footer>\n<script>");
  page_.markup(page_script).markup("</script>\n</body>\n</html>\n");
}

}  // namespace

std::string write_html(const Report& report, const ReportOptions& options) {
  return Page(report, main_language(report, options.language)).write();
}

}  // namespace klausul
