#include <boost/test/unit_test.hpp>
#include <string>

#include "support/quoted_annotations.h"

using namespace klausul;
using namespace klausul::test;

namespace {

const std::string clauses =
    "## 1 Scope\n\n1.1 The services.\n\n1.2 The records.\n\n## 2 Term\n\n2.1 One year.\n\n2.2 Two years.\n\n";

const std::string klausuler =
    "## 1 Omfattning\n\n1.1 Tjänsterna som avtalet gäller.\n\n1.2 Uppgifterna som behandlas.\n\n## 2 Tid\n\n"
    "2.1 Ett år från dagen.\n\n2.2 Två år från dagen.\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(cross_references)

BOOST_AUTO_TEST_CASE(annexes_that_are_not_in_the_file) {
  check_quotes({{"The records are listed in Annex 2.\n", {"Annex 2"}},
                {"Uppgifterna anges i bilaga B.\n", {"bilaga B"}},
                {"The records are listed in Annexes 1 and 2.\n\n# Annex 1\n\nNames.\n", {"Annexes 1 and 2"}},
                {"The records are listed in Annex 1.\n\n# Annex 1 Records\n\nNames.\n", {}},
                {"Uppgifterna anges i bilaga 1.\n\n# Bilaga 1 – Uppgifter\n\nNamn.\n", {}},
                {"The records are listed in Appendix A.\n\nSpecification of records Appendix A\n\nNames.\n", {}},
                {"The records are listed in Annex 2 to the Main Agreement.\n", {}},
                {"Uppgifterna anges i bilaga 2 till huvudavtalet.\n", {}},
                {"This Annex 4 governs the records.\n", {}},
                {"The measures are those of Annex II to Decision (EU) 2021/914.\n", {}},
                {"The standard contractual clauses apply. Annex II is completed as follows.\n", {}}},
               builtin_absent_annex);
}

BOOST_AUTO_TEST_CASE(clauses_that_are_not_in_the_file) {
  check_quotes({{clauses + "2.3 See section 2.7 for more.\n", {"section 2.7"}},
                {klausuler + "2.3 Se punkt 1.9 för mer om detta.\n", {"punkt 1.9"}},
                {clauses + "2.3 See section 1.2 for more.\n", {}},
                {clauses + "2.3 See section 2.7 of the Main Agreement for more.\n", {}},
                {clauses + "2.3 The standard contractual clauses apply with Clause 2.9 as option.\n", {}},
                {"See section 2.7 for more.\n", {}}},
               builtin_absent_clause);
}

BOOST_AUTO_TEST_SUITE_END()
