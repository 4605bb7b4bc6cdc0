#include "text/strict_json.h"

#include <boost/test/unit_test.hpp>

#include "support/small_knowledge.h"

using namespace klausul;
using namespace klausul::test;

namespace {

struct Read {
  std::optional<Json> json;
  std::vector<Problem> problems;
};

Read read(std::string_view content, std::string_view left_out = {}) {
  const SmallKnowledge folder;
  folder.write("it.json", content);
  Read result;
  result.json = read_json(folder.folder(), "it.json", result.problems, nullptr, left_out);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(strict_json)

BOOST_AUTO_TEST_CASE(all_kinds_of_values_are_read) {
  const std::string written =
      R"({"array":[1,-2,2.5,18446744073709551615],"flag":true,"none":null,"object":{"text":"a \"å\" \u00f6"}})";
  const Read found = read(written);
  BOOST_REQUIRE_MESSAGE(found.json && found.problems.empty(), all_told(found.problems));
  BOOST_TEST(*found.json == Json::parse(written));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_passed_over) {
  const Read found = read("\xEF\xBB\xBF{\"a\": 1}");
  BOOST_REQUIRE_MESSAGE(found.json, all_told(found.problems));
  BOOST_TEST(found.json->at("a") == 1);
}

BOOST_AUTO_TEST_CASE(a_key_is_left_out_of_the_outermost_object_only) {
  const Read found = read(R"({"tests": [1], "a": {"tests": 2}})", "tests");
  BOOST_REQUIRE(found.json);
  BOOST_TEST(*found.json == Json::parse(R"({"a": {"tests": 2}})"));
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_where_they_stand) {
  BOOST_TEST(tells(read("{\"a\": 1,\n}").problems, "it.json", "", "line 2"));
  BOOST_TEST(tells(read("{\"a\": 1, \"a\": 2}").problems, "it.json", "", "duplicate key 'a'"));
  BOOST_TEST(tells(read("{\"a\": {\"b\": 1, \"b\": 2}}").problems, "it.json", "", "duplicate key 'b'"));
  BOOST_TEST(tells(read("").problems, "it.json", "", "not valid JSON"));
  BOOST_TEST(tells(read("{\"a\": \"\xC3\"}").problems, "it.json", "", "not valid JSON"));
}

BOOST_AUTO_TEST_CASE(a_number_that_no_type_holds_is_a_mistake) {
  const Read found = read("{\"a\": 123456789012345678901234567890}");
  BOOST_TEST(!found.json);
  BOOST_TEST(tells(found.problems, "it.json", "", "not valid JSON"));
}

BOOST_AUTO_TEST_SUITE_END()
