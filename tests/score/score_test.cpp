#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "score/judge.h"
#include "score/labels.h"
#include "score/score_sheet.h"
#include "score/tally.h"

using namespace klausul;

namespace {

Judgement judgement_of(const char* entry, bool expected, bool found) {
  Judgement judgement;
  judgement.file = "a";
  judgement.language = "sv";
  judgement.entry = entry;
  judgement.question = "missing";
  judgement.expected = expected;
  judgement.found = found;
  judgement.quote = "a | b";
  return judgement;
}

/// A text file of ten lines "line N".
Document ten_lines() {
  Document document;
  std::string text;
  for (int line = 1; line <= 10; ++line) text += "line " + std::to_string(line) + "\n";
  document.source.text = text;
  document.source.map.add(0, 0);
  document.source.map.set_source(text);
  return document;
}

EntryResult answer_of(EntryKind kind, Status status, std::uint32_t begin = 0, std::uint32_t end = 0,
                      std::uint32_t line = 0) {
  EntryResult answer;
  answer.id = "family.entry";
  answer.kind = kind;
  answer.status = status;
  if (line != 0) answer.evidence.push_back({{begin, end}, "quote", "", 0, line, 1, "", false});
  return answer;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ratios_without_a_denominator_are_none) {
  Tally tally;
  BOOST_TEST(!tally.precision());
  BOOST_TEST(!tally.recall());
  BOOST_TEST(!tally.f1());
  tally.add(true, true);
  tally.add(true, false);
  tally.add(false, true);
  tally.add(false, false);
  tally.add(true, true);
  BOOST_TEST(tally.precision().value() == 2.0 / 3);
  BOOST_TEST(tally.recall().value() == 2.0 / 3);
  BOOST_TEST(tally.f1().value() == 2.0 / 3);
  BOOST_TEST(tally.accuracy().value() == 3.0 / 5);
}

BOOST_AUTO_TEST_CASE(line_ranges_are_read_and_mistakes_named) {
  const auto lines = parse_lines("17, 114-116,120", "x");
  BOOST_REQUIRE(lines.has_value());
  BOOST_TEST((*lines == std::vector<LineRange>{{17, 17}, {114, 116}, {120, 120}}));
  BOOST_TEST(lines_text(*lines) == "17, 114-116, 120");
  BOOST_TEST(parse_lines("", "x")->empty());
  for (const char* wrong : {"a", "3-", "5-4", "0", "1,,2"}) BOOST_TEST(!parse_lines(wrong, "x").has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(labels_are_read_with_and_without_notes) {
  const auto labels = parse_labels("id\tstatus\tlines\tnote\r\na.b\tW\t3\tclose: yes\r\n\r\nc.d\tM\n", "x");
  BOOST_REQUIRE(labels.has_value());
  BOOST_REQUIRE(labels->size() == 2U);
  BOOST_TEST((*labels)[0].note == "close: yes");
  BOOST_TEST((*labels)[1].status == 'M');
  BOOST_TEST(!parse_labels("id\tstatus\na.b\tX\n", "x").has_value());
}

BOOST_AUTO_TEST_CASE(near_is_two_lines) {
  BOOST_TEST(are_near({{10, 12}}, {{14, 14}}, 2));
  BOOST_TEST(!are_near({{10, 12}}, {{15, 15}}, 2));
  BOOST_TEST(are_near({{15, 15}}, {{1, 1}, {10, 13}}, 2));
  BOOST_TEST(!are_near({}, {{1, 1}}, 2));
}

BOOST_AUTO_TEST_CASE(a_missing_provision_is_positive_and_so_is_a_triggered_flag) {
  const Document document = ten_lines();
  auto judgement = judge({"family.entry", 'M', {}, ""}, answer_of(EntryKind::required, Status::missing), document);
  BOOST_REQUIRE(judgement.has_value());
  BOOST_TEST((judgement->expected && judgement->found && judgement->question == "missing"));
  judgement = judge({"family.entry", 'W', {}, ""}, answer_of(EntryKind::required, Status::missing), document);
  BOOST_TEST((!judgement->expected && judgement->found));
  judgement = judge({"family.entry", 'W', {}, ""}, answer_of(EntryKind::red_flag, Status::clear), document);
  BOOST_TEST((judgement->expected && !judgement->found && judgement->question == "triggered"));
  judgement = judge({"family.entry", 'C', {}, ""}, answer_of(EntryKind::stale, Status::not_applicable), document);
  BOOST_TEST((!judgement->expected && !judgement->found));
  BOOST_TEST(!judgement->same.value());
  BOOST_TEST(!judge({"family.entry", '-', {}, ""}, answer_of(EntryKind::stale, Status::triggered), document));
}

BOOST_AUTO_TEST_CASE(a_quote_counts_when_it_is_within_two_lines_of_the_label) {
  const Document document = ten_lines();
  // "line 3\nline 4": bytes 14 to 27, lines 3 and 4.
  const EntryResult answer = answer_of(EntryKind::required, Status::weak, 14, 27, 3);
  BOOST_TEST(judge({"family.entry", 'P', {{6, 6}}, ""}, answer, document)->evidence.value());
  BOOST_TEST(!judge({"family.entry", 'P', {{7, 7}}, ""}, answer, document)->evidence.value());
  BOOST_TEST(!judge({"family.entry", 'P', {}, ""}, answer, document)->evidence.has_value());
  BOOST_TEST(!judge({"family.entry", 'M', {{3, 3}}, ""}, answer, document)->evidence.has_value());
}

BOOST_AUTO_TEST_CASE(the_text_of_the_labelled_lines_is_at_hand) {
  const Document document = ten_lines();
  const EntryResult answer = answer_of(EntryKind::red_flag, Status::clear);
  const auto text_of = [&](LineRange range) {
    return judge({"family.entry", 'T', {range}, ""}, answer, document)->gold_text;
  };
  BOOST_TEST(text_of({1, 1}) == "line 1\n");
  BOOST_TEST(text_of({9, 12}) == "line 9\nline 10\n");
  BOOST_TEST(text_of({20, 20}) == "");
}

BOOST_AUTO_TEST_CASE(a_family_or_an_entry_can_be_asked_for) {
  ScoreOptions options;
  BOOST_TEST(is_wanted("breach.content", options));
  options.only = {"breach", "change.price"};
  BOOST_TEST(is_wanted("breach.content", options));
  BOOST_TEST(is_wanted("change.price", options));
  BOOST_TEST(!is_wanted("change.no-exit", options));
}

BOOST_AUTO_TEST_CASE(sheets_are_written_in_three_formats) {
  const std::vector<Judgement> judgements = {judgement_of("a.b", true, true), judgement_of("a.c", false, true)};
  ScoreSheet sheet{"Two decisions", {totals_table(judgements), mistakes_table(judgements)}, {"One remark."}};
  const std::string text = write_score_text(sheet);
  BOOST_TEST(text.find("false missing") != std::string::npos);
  BOOST_TEST(text.find("One remark.") != std::string::npos);
  BOOST_TEST(write_score_markdown(sheet).find("a \\| b") != std::string::npos);
  const auto json = nlohmann::json::parse(write_score_json(sheet));
  BOOST_TEST(json["tables"]["Totals"].size() == 2U);
  BOOST_TEST(json["tables"]["Totals"][1]["language"] == "all");
  BOOST_TEST(json["tables"]["Totals"][1]["precision"] == 0.5);
  BOOST_TEST(json["tables"]["Totals"][1]["same status"].is_null());
  BOOST_TEST(json["tables"]["Mistakes"].size() == 1U);
}
