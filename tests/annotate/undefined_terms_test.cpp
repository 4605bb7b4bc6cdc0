#include <boost/test/unit_test.hpp>
#include <string>

#include "support/quoted_annotations.h"

using namespace klausul;
using namespace klausul::test;

namespace {

const std::string twice = "The Processor encrypts all Customer Data.\n\nIt deletes the Customer Data on request.\n";
const std::string tvice = "Biträdet krypterar all Kunddata som lagras.\n\nPå begäran raderas all Kunddata.\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(undefined_terms)

BOOST_AUTO_TEST_CASE(a_term_with_capitals_and_no_definition) {
  check_quotes({{twice, {"Customer Data", "Customer Data"}},
                {tvice, {"Kunddata", "Kunddata"}},
                {"The Processor encrypts all Customer Data.\n", {}},
                {"The Processor encrypts all customer data.\n\nIt deletes the customer data on request.\n", {}},
                {"ALL CUSTOMER DATA ARE SAFE.\n\nALL CUSTOMER DATA ARE DELETED.\n", {}}},
               builtin_undefined_term);
}

BOOST_AUTO_TEST_CASE(every_form_of_definition_counts) {
  for (const std::string definition :
       {"\"Customer Data\" means what is stored.\n\n", "Customer Data means what is stored.\n\n",
        "**Customer Data:** what is stored.\n\n", "What the Customer stores (the \"Customer Data\") is safe.\n\n",
        "What the Customer stores, hereinafter Customer Data, is safe.\n\n", "# Customer Data\n\nWhat is stored.\n\n",
        "| Term | Meaning |\n|---|---|\n| Customer Data | what is stored |\n\n",
        "Capitalised terms have the meaning given in the Agreement.\n\n"})
    check_quotes({{definition + twice, {}}}, builtin_undefined_term);
  for (const std::string definition :
       {"Med Kunddata avses vad som lagras.\n\n", "”Kunddata” betyder vad som lagras.\n\n",
        "Vad kunden lagrar (nedan Kunddata) är säkert.\n\n", "Begrepp har samma betydelse som i huvudavtalet.\n\n"})
    check_quotes({{definition + tvice, {}}}, builtin_undefined_term);
}

BOOST_AUTO_TEST_CASE(part_of_a_longer_name_is_no_term) {
  check_quotes({{"Data lie with Amazon Web Services.\n\nWe use Amazon Web Services for storage.\n", {}},
                {"The Services Agreement applies.\n\nWe follow the Services Agreement in all.\n", {}}},
               builtin_undefined_term);
}

BOOST_AUTO_TEST_SUITE_END()
