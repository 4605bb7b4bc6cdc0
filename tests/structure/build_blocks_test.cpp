#include "structure/build_blocks.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "structure/print_blocks.h"
#include "structure/sample_text.h"

namespace klausul {
namespace {

using test::SampleText;

std::string tree(const SampleText& sample) { return print_blocks(sample.source(), build_blocks(sample.source())); }

void check_tree(const SampleText& sample, std::string_view expected) {
  const std::string found = tree(sample);
  BOOST_TEST(found == expected, "expected\n" << expected << "found\n" << found);
}

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_AUTO_TEST_CASE(nothing) { check_tree(SampleText(), "document\n"); }

BOOST_AUTO_TEST_CASE(text_without_structure) {
  check_tree(SampleText().lines("Granit Moln AB levererar lagring.\nKunden betalar i förskott."),
             "document\n"
             "  clause: Granit Moln AB levererar lagring.\n"
             "  clause: Kunden betalar i förskott.\n");
}

BOOST_AUTO_TEST_CASE(swedish_contract_without_formatting) {
  check_tree(SampleText().lines(R"(PERSONUPPGIFTSBITRÄDESAVTAL
Avtalet ingås mellan Kunden och Granit Moln AB.
1. Definitioner
”Tjänsten” betyder den lagring som Granit Moln AB tillhandahåller.
GDPR avser förordning (EU) 2016/679.
2. Biträdets åtaganden
2.1 Biträdet ska:
(a) följa Kundens instruktioner,
(b) föra register över
(i) behandlingar, och
(ii) mottagare.
Registret lämnas ut på begäran.
2.2 Biträdet ska underrätta Kunden inom 24 timmar.
3. Underbiträden
Biträdet får anlita dem som anges i Bilaga 2.
Bilaga 2 innehåller också villkor för byte.
Underskrifter
Ort och datum: ____________________
Namnförtydligande
Bilaga 1 – Instruktion
1. Ändamål
Lagring av kundregister.
Bilaga 2 – Underbiträden
Kvarn Drift AB, Luleå.)"),
             R"(document
  section: PERSONUPPGIFTSBITRÄDESAVTAL
    clause: Avtalet ingås mellan Kunden och Granit Moln AB.
    section [1]: 1. Definitioner
      definition [1]: ”Tjänsten” betyder den lagring som Granit Moln AB tillhandah…
      definition [1]: GDPR avser förordning (EU) 2016/679.
    section [2]: 2. Biträdets åtaganden
      clause [2.1]: Biträdet ska:
        list-item [2.1 (a)]: följa Kundens instruktioner,
        list-item [2.1 (b)]: föra register över
          list-item [2.1 (b) (i)]: behandlingar, och
          list-item [2.1 (b) (ii)]: mottagare.
        clause [2.1]: Registret lämnas ut på begäran.
      clause [2.2]: Biträdet ska underrätta Kunden inom 24 timmar.
    section [3]: 3. Underbiträden
      clause [3]: Biträdet får anlita dem som anges i Bilaga 2.
      clause [3]: Bilaga 2 innehåller också villkor för byte.
    section: Underskrifter
      signature: Ort och datum: ____________________
      signature: Namnförtydligande
  annex [Bilaga 1]: Bilaga 1 – Instruktion
    section [Bilaga 1, 1]: 1. Ändamål
      clause [Bilaga 1, 1]: Lagring av kundregister.
  annex [Bilaga 2]: Bilaga 2 – Underbiträden
    clause [Bilaga 2]: Kvarn Drift AB, Luleå.
)");
}

BOOST_AUTO_TEST_CASE(english_contract_with_hints) {
  check_tree(SampleText()
                 .add("Data Processing Agreement", ParagraphKind::title)
                 .heading(1, "1. Scope")
                 .add("1.1 This Agreement applies to the Services.")
                 .add("1.2 Audit. The Processor shall allow one audit each year.")
                 .heading(1, "2 Security")
                 .add("The Processor shall at least:")
                 .item(1, "encrypt Personal Data;")
                 .item(2, "at rest, and")
                 .item(2, "in transit.")
                 .item(1, "log access.")
                 .add("Schedule A sets out more.")
                 .heading(1, "Schedule A: Security Measures")
                 .heading(2, "1. Access")
                 .add("Access is reviewed monthly."),
             R"(document
  section: Data Processing Agreement
    section [1]: 1. Scope
      clause [1.1]: This Agreement applies to the Services.
      clause [1.2]: Audit. The Processor shall allow one audit each year.
    section [2]: 2 Security
      clause [2]: The Processor shall at least:
        list-item [2]: encrypt Personal Data;
          list-item [2]: at rest, and
          list-item [2]: in transit.
        list-item [2]: log access.
      clause [2]: Schedule A sets out more.
  annex [Schedule A]: Schedule A: Security Measures
    section [Schedule A, 1]: 1. Access
      clause [Schedule A, 1]: Access is reviewed monthly.
)");
}

BOOST_AUTO_TEST_CASE(automatic_numbering) {
  check_tree(SampleText()
                 .heading(1, "Underbiträden", "7.")
                 .heading(2,
                          "Biträdet ska underrätta Kunden om varje nytt underbiträde minst trettio dagar i förväg "
                          "och på begäran lämna en förteckning.",
                          "7.1")
                 .add("Kunden får invända.", ParagraphKind::paragraph, 0, "7.2")
                 .item(1, "skriftligen,", "(a)")
                 .item(1, "inom tio dagar.", "(b)"),
             R"(document
  section [7]: Underbiträden
    clause [7.1]: Biträdet ska underrätta Kunden om varje nytt underbiträde mi…
    clause [7.2]: Kunden får invända.
      list-item [7.2 (a)]: skriftligen,
      list-item [7.2 (b)]: inom tio dagar.
)");
}

BOOST_AUTO_TEST_CASE(body_excludes_the_number_and_heading_includes_it) {
  const SampleText sample = SampleText().lines("7. Audit\n7.2 The customer may audit.\n(b) once a year.");
  const std::vector<Block> found = build_blocks(sample.source());
  BOOST_TEST_REQUIRE(found.size() == 4U);
  BOOST_TEST(slice(sample.source().text, found[1].heading) == "7. Audit");
  BOOST_TEST(found[1].body.empty());
  BOOST_TEST(slice(sample.source().text, found[2].body) == "The customer may audit.");
  BOOST_TEST(found[2].heading.empty());
  BOOST_TEST(slice(sample.source().text, found[3].body) == "once a year.");
}

BOOST_AUTO_TEST_CASE(letters_and_numerals_that_look_alike) {
  // After (h) comes the letter (i); after (g) the numerals begin.
  check_tree(SampleText().lines("1. Measures\n1.1 The vendor shall:\n(g) log;\n(h) patch;\n(i) test; and\n(j) report."),
             R"(document
  section [1]: 1. Measures
    clause [1.1]: The vendor shall:
      list-item [1.1 (g)]: log;
      list-item [1.1 (h)]: patch;
      list-item [1.1 (i)]: test; and
      list-item [1.1 (j)]: report.
)");
  check_tree(SampleText().lines("1. Measures\n1.1 The vendor shall:\n(h) keep\n(i) logs and\n(ii) copies;\n(i) test."),
             R"(document
  section [1]: 1. Measures
    clause [1.1]: The vendor shall:
      list-item [1.1 (h)]: keep
        list-item [1.1 (h) (i)]: logs and
        list-item [1.1 (h) (ii)]: copies;
      list-item [1.1 (i)]: test.
)");
}

BOOST_AUTO_TEST_CASE(lists_that_begin_again) {
  check_tree(SampleText().lines(R"(4. Stöd
Biträdet ska:
1. svara;
2. rätta.
Kunden ska:
1. fråga;
2. vänta.
5. Pris
Priset är fast.)"),
             R"(document
  section [4]: 4. Stöd
    clause [4]: Biträdet ska:
      list-item [4 (1)]: svara;
      list-item [4 (2)]: rätta.
    clause [4]: Kunden ska:
      list-item [4 (1)]: fråga;
      list-item [4 (2)]: vänta.
  section [5]: 5. Pris
    clause [5]: Priset är fast.
)");
}

BOOST_AUTO_TEST_CASE(numbers_of_other_kinds) {
  check_tree(SampleText().lines("12 § Sekretess\nPart ska iaktta sekretess.\n13 § Tvist\nTvist avgörs i domstol."),
             R"(document
  section [12 §]: 12 § Sekretess
    clause [12 §]: Part ska iaktta sekretess.
  section [13 §]: 13 § Tvist
    clause [13 §]: Tvist avgörs i domstol.
)");
  check_tree(SampleText().lines(R"(SECTION II – OBLIGATIONS
Clause 8
Safeguards
8.1 Instructions
(a) The importer shall follow instructions.
Clause 9
Sub-processors
(a) The importer shall ask first.)"),
             R"(document
  section [Section II]: SECTION II – OBLIGATIONS
    section [Clause 8]: Clause 8 Safeguards
      section [8.1]: 8.1 Instructions
        list-item [8.1 (a)]: The importer shall follow instructions.
    section [Clause 9]: Clause 9 Sub-processors
      list-item [Clause 9 (a)]: The importer shall ask first.
)");
}

BOOST_AUTO_TEST_CASE(sub_headings_in_numbered_sections) {
  check_tree(SampleText()
                 .lines("3. Security\nThe vendor shall protect data.")
                 .bold("Access control")
                 .add("Access is limited.")
                 .add("4. Liability")
                 .add("Liability is capped.")
                 .bold("Contact")
                 .add("Write to us."),
             R"(document
  section [3]: 3. Security
    clause [3]: The vendor shall protect data.
    section [3]: Access control
      clause [3]: Access is limited.
  section [4]: 4. Liability
    clause [4]: Liability is capped.
  section: Contact
    clause: Write to us.
)");
}

BOOST_AUTO_TEST_CASE(numbered_sections_below_a_heading) {
  check_tree(SampleText()
                 .heading(1, "Cover page")
                 .add("Customer: Bluebell Ltd.")
                 .bold("Standard terms")
                 .lines("1. Service\nThe vendor hosts data.\n2. Fees\nFees are due monthly."),
             R"(document
  section: Cover page
    clause: Customer: Bluebell Ltd.
    section: Standard terms
      section [1]: 1. Service
        clause [1]: The vendor hosts data.
      section [2]: 2. Fees
        clause [2]: Fees are due monthly.
)");
}

BOOST_AUTO_TEST_CASE(clauses_with_the_style_of_headings) {
  check_tree(SampleText()
                 .heading(1, "Termination", "5")
                 .heading(2, "Cause. Either party may terminate if:", "5.1")
                 .heading(3, "the other party breaches this agreement;", "(a)")
                 .heading(3, "the other party becomes insolvent.", "(b)")
                 .heading(2, "Effect", "5.2")
                 .heading(3, "Return of data", "(a)")
                 .add("Data is returned."),
             R"(document
  section [5]: Termination
    clause [5.1]: Cause. Either party may terminate if:
      list-item [5.1 (a)]: the other party breaches this agreement;
      list-item [5.1 (b)]: the other party becomes insolvent.
    section [5.2]: Effect
      section [5.2 (a)]: Return of data
        clause [5.2 (a)]: Data is returned.
)");
}

BOOST_AUTO_TEST_CASE(letters_inside_decimals) {
  check_tree(SampleText().lines("A. Definitions\nA.1. Words have their usual sense.\nB. Duties\nB.3. The vendor will:\n"
                                "B.3.a. keep logs; and\nB.3.b. test them."),
             R"(document
  section [A]: A. Definitions
    clause [A.1]: Words have their usual sense.
  section [B]: B. Duties
    clause [B.3]: The vendor will:
      clause [B.3.a]: keep logs; and
      clause [B.3.b]: test them.
)");
}

BOOST_AUTO_TEST_CASE(what_is_no_annex) {
  check_tree(SampleText().lines(R"(1. Documents
The agreement has these annexes:
Annex I – Details
Annex II – Measures
Annex III – Sub-processors
Annex II sets out the measures in detail.)"),
             R"(document
  section [1]: 1. Documents
    clause [1]: The agreement has these annexes:
    list-item [1]: Annex I – Details
    list-item [1]: Annex II – Measures
    list-item [1]: Annex III – Sub-processors
    clause [1]: Annex II sets out the measures in detail.
)");
}

BOOST_AUTO_TEST_CASE(tables_of_contents) {
  check_tree(SampleText().lines(R"(Innehåll
1. Parter
2. Pris
Bilaga 1 Instruktion
1. Parter
Avtalet gäller mellan parterna.
2. Pris
Priset framgår av prislistan.)"),
             R"(document
  clause: Innehåll
  list-item: 1. Parter
  list-item: 2. Pris
  list-item: Bilaga 1 Instruktion
  section [1]: 1. Parter
    clause [1]: Avtalet gäller mellan parterna.
  section [2]: 2. Pris
    clause [2]: Priset framgår av prislistan.
)");
  // Links to the headings, under no heading of their own. The number is automatic and typed.
  check_tree(SampleText()
                 .item(1, "1. The service", "1.")
                 .item(1, "2. Fees", "2.")
                 .item(1, "3. Ending", "3.")
                 .heading(1, "1. The service")
                 .add("We host boards.")
                 .heading(1, "2. Fees")
                 .add("You pay monthly.")
                 .heading(1, "3. Ending")
                 .add("Either may end this."),
             R"(document
  list-item: 1. The service
  list-item: 2. Fees
  list-item: 3. Ending
  section [1]: 1. The service
    clause [1]: We host boards.
  section [2]: 2. Fees
    clause [2]: You pay monthly.
  section [3]: 3. Ending
    clause [3]: Either may end this.
)");
  check_tree(SampleText().lines("Bilaga 1 Instruktion ........ 7\nAnnex A .......... 12\nText."),
             R"(document
  list-item: Bilaga 1 Instruktion ........ 7
  list-item: Annex A .......... 12
  clause: Text.
)");
}

BOOST_AUTO_TEST_CASE(agreement_that_is_itself_an_annex) {
  check_tree(SampleText().lines("Bilaga 3 – Personuppgiftsbiträdesavtal\n1. Parter\nKunden är ansvarig."),
             R"(document
  section [Bilaga 3]: Bilaga 3 – Personuppgiftsbiträdesavtal
    section [1]: 1. Parter
      clause [1]: Kunden är ansvarig.
)");
}

BOOST_AUTO_TEST_CASE(tables) {
  check_tree(SampleText()
                 .lines("3. Underbiträden\nBiträdet anlitar:")
                 .cell(1, 1, 1, "Namn")
                 .cell(1, 1, 2, "Land")
                 .cell(1, 2, 1, "Kvarn Drift AB")
                 .cell(1, 2, 1, "Luleå")
                 .cell(2, 1, 1, "Ort")
                 .cell(1, 2, 2, "Sverige")
                 .cell(1, 2, 2, "och Norge")
                 .add("Listan kan ändras."),
             R"(document
  section [3]: 3. Underbiträden
    clause [3]: Biträdet anlitar:
      table [3]
        row [3]
          cell [3]: Namn
          cell [3]: Land
        row [3]
          cell [3]: Kvarn Drift AB Luleå
            table [3]
              row [3]
                cell [3]: Ort
          cell [3]: Sverige och Norge
    clause [3]: Listan kan ändras.
)");
}

BOOST_AUTO_TEST_CASE(cells_know_their_place) {
  const SampleText sample = SampleText().cell(1, 1, 1, "A").cell(1, 1, 2, "B").cell(1, 2, 2, "C");
  const std::vector<Block> found = build_blocks(sample.source());
  BOOST_TEST_REQUIRE(found.size() == 7U);
  BOOST_TEST((found[3].row == 1U && found[3].column == 1U));
  BOOST_TEST((found[4].row == 1U && found[4].column == 2U));
  BOOST_TEST((found[6].row == 2U && found[6].column == 2U));
}

BOOST_AUTO_TEST_CASE(page_laid_out_as_a_table) {
  SampleText sample;
  for (int i = 0; i < 8; ++i) sample.cell(1, 1, 1, "The vendor shall keep logs.");
  const std::vector<Block> found = build_blocks(sample.source());
  BOOST_TEST_REQUIRE(found.size() == 12U);
  BOOST_TEST(found[3].body.empty());
  BOOST_TEST((found[4].kind == BlockKind::clause));
}

BOOST_AUTO_TEST_CASE(notes_interrupt_nothing) {
  check_tree(SampleText()
                 .lines("2. Duties\n2.1 The vendor shall:\n(a) log;")
                 .add("Page 3 of 9", ParagraphKind::page_header)
                 .add("See the manual.", ParagraphKind::footnote)
                 .add("(b) report."),
             R"(document
  section [2]: 2. Duties
    clause [2.1]: The vendor shall:
      list-item [2.1 (a)]: log;
        note: Page 3 of 9
        footnote: See the manual.
      list-item [2.1 (b)]: report.
)");
}

BOOST_AUTO_TEST_CASE(definitions_of_many_forms) {
  for (const std::string_view text :
       {"“Service” means storage.", "\"Data\" shall mean personal data.", "'Customer' is defined as the buyer.",
        "”Avtalet” avser detta avtal.", "”Part”: Kunden eller Leverantören.", "Med ”Tjänsten” avses lagring.",
        "GDPR betyder förordning (EU) 2016/679.", "The term “Fee” means the price.",
        "“Controller”, “Processor” and “Data Subject” have the meanings given in the GDPR."}) {
    BOOST_TEST_CONTEXT(text) {
      const SampleText sample = SampleText().lines(text);
      BOOST_TEST((build_blocks(sample.source())[1].kind == BlockKind::definition));
    }
  }
  for (const std::string_view text : {"Avtalet avser lagring.", "Biträdet betyder mycket för Kunden.",
                                      "“Best effort” is what the vendor promises.", "VAT is added."}) {
    BOOST_TEST_CONTEXT(text) {
      const SampleText sample = SampleText().lines(text);
      BOOST_TEST((build_blocks(sample.source())[1].kind == BlockKind::clause));
    }
  }
}

BOOST_AUTO_TEST_CASE(blanks_to_fill_in_are_no_signatures) {
  const SampleText sample = SampleText().lines("The term of this agreement is ____ months from the day of signature.");
  BOOST_TEST((build_blocks(sample.source())[1].kind == BlockKind::clause));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace klausul
