// The entry point of every test program: tests register themselves with BOOST_AUTO_TEST_CASE.
#define BOOST_TEST_MODULE klausul
#include <boost/test/unit_test.hpp>
