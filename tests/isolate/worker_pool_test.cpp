// What becomes of work that crashes, hangs, eats memory or wants out. The work runs in processes of its own, so a test
// may do the worst.

#include "isolate/worker_pool.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <thread>
#include <vector>

#include "isolate/worker_limits.h"

using namespace klausul;

namespace {

/// One line an item: its answer, or "kind: sentence".
std::vector<std::string> answers_of(std::size_t items, const std::function<std::string(std::size_t)>& work,
                                    unsigned jobs = 2, WorkerLimits limits = {}) {
  WorkOrder order;
  for (std::size_t item = 0; item < items; ++item) order.names.push_back("file" + std::to_string(item));
  std::vector<std::string> answers(items);
  order.work = [&](std::size_t item, std::size_t, WorkVoice& voice) { voice.give(work(item)); };
  order.jobs = jobs;
  order.limits = limits;
  order.deliver = [&](std::size_t item, Result<std::string> answer) {
    BOOST_TEST(answers[item] == "", "item " << item << " is delivered once");
    answers[item] = answer ? *answer : std::string(name_of(answer.error().kind)) + ": " + answer.error().what;
  };
  work_in_processes(order);
  return answers;
}

/// The answer to a single item.
std::string answer_to(const std::function<std::string()>& work, WorkerLimits limits = {}) {
  return answers_of(
             1, [&](std::size_t) { return work(); }, 1, limits)
      .front();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string errno_or(bool worked) { return worked ? "worked" : std::strerror(errno); }

WorkerLimits short_limits() {
  WorkerLimits limits;
  limits.time = std::chrono::seconds(1);
  limits.patience = 3;
  limits.memory_bytes = 64U << 20U;
  limits.answer_bytes = 1000;
  return limits;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_item_is_answered_whatever_the_jobs) {
  const auto square = [](std::size_t item) { return std::to_string(item * item); };
  const std::vector<std::string> one = answers_of(100, square, 1);
  BOOST_TEST(one[99] == "9801");
  BOOST_TEST(answers_of(100, square, 3) == one);
  BOOST_TEST(answers_of(2, square, 50).size() == 2U);
  BOOST_TEST(answers_of(0, square).empty());
  BOOST_TEST(answer_to([] { return std::string(); }) == "");
  BOOST_TEST(answer_to([] { return std::string(3'000'000, 'x'); }).size() == 3'000'000U);
}

BOOST_AUTO_TEST_CASE(what_was_loaded_before_is_seen_and_not_changed) {
  std::vector<int> loaded{1, 2, 3};
  BOOST_TEST(answer_to([&] { return std::to_string((loaded[0] = 40) + loaded[1]); }) == "42");
  BOOST_TEST(loaded[0] == 1);
}

BOOST_AUTO_TEST_CASE(a_crash_costs_one_item) {
  const std::vector<std::string> answers = answers_of(40, [](std::size_t item) -> std::string {
    if (item == 3) std::abort();
    if (item == 7) ::raise(SIGSEGV);
    if (item == 11) std::exit(0);
    if (item == 13) ::raise(SIGKILL);
    return "good";
  });
  for (std::size_t item = 0; item < answers.size(); ++item) {
    const bool bad = item == 3 || item == 7 || item == 11 || item == 13;
    BOOST_TEST((answers[item] != "good") == bad, "item " << item << ": " << answers[item]);
  }
  BOOST_TEST(answers[3].starts_with("crashed: file3 crashed the review"), answers[3]);
  BOOST_TEST(answers[13].starts_with("stopped: file13 was stopped from outside"), answers[13]);
}

BOOST_AUTO_TEST_CASE(the_last_words_are_told) {
  if (!limits_memory) {
    std::cout << "skipped: AddressSanitizer has the last word\n";
    return;
  }
  const std::string answer = answer_to([]() -> std::string {
    require(false, "an offset lies in the text");
    return "";
  });
  BOOST_TEST(has(answer, "(klausul: broken invariant: an offset lies in the text)"), answer);
}

BOOST_AUTO_TEST_CASE(what_earlier_items_left_behind_is_tried_again) {
  int served = 0;
  // Every worker is good for three items.
  const std::vector<std::string> answers = answers_of(20, [&](std::size_t item) {
    if (++served > 3) std::abort();
    return std::to_string(item);
  });
  for (std::size_t item = 0; item < answers.size(); ++item) BOOST_TEST(answers[item] == std::to_string(item));
}

BOOST_AUTO_TEST_CASE(time_is_limited) {
  WorkerLimits limits = short_limits();
  limits.patience = 60;  // other programs may be at work
  const auto for_ever = [](std::size_t item) -> std::string {
    volatile bool goes_on = item == 0;
    while (goes_on) {
    }
    return "good";
  };
  const std::vector<std::string> answers = answers_of(3, for_ever, 2, limits);
  BOOST_TEST(answers[0] == "stopped: file0 was stopped after 1 s of work. Split it, or allow more with --timeout.");
  BOOST_TEST(answers[1] == "good");
  BOOST_TEST(answers[2] == "good");
}

BOOST_AUTO_TEST_CASE(time_by_the_clock_is_limited) {
  WorkerLimits limits = short_limits();
  limits.patience = 1;
  const auto sleeps = [](std::size_t item) -> std::string {
    while (item == 1) std::this_thread::sleep_for(std::chrono::seconds(1));
    return "good";
  };
  const std::vector<std::string> answers = answers_of(3, sleeps, 1, limits);
  BOOST_TEST(answers[0] == "good");
  BOOST_TEST(has(answers[1], "stopped: file1 was stopped after 1 s without an end"), answers[1]);
  BOOST_TEST(answers[2] == "good");
}

/// An archive is one item and many documents.
BOOST_AUTO_TEST_CASE(a_document_within_an_item_fails_alone) {
  for (const unsigned jobs : {1U, 3U}) {
    std::vector<std::string> told(3);
    WorkOrder order;
    order.names = {"a.txt", "b.zip", "c.txt"};
    order.jobs = jobs;
    order.work = [](std::size_t item, std::size_t skip, WorkVoice& voice) {
      if (item != 1) return voice.give("good");
      for (std::size_t index = skip; index < 40; ++index) {
        voice.begin("b.zip/" + std::to_string(index), index == 39);
        if (index == 2 || index == 3 || index == 39) std::abort();
        voice.give(std::to_string(index) + " ");
      }
    };
    order.deliver = [&](std::size_t item, Result<std::string> answer) {
      told[item] += answer ? *answer : answer.error().where + "! ";
    };
    work_in_processes(order);
    BOOST_TEST(told[0] == "good");
    BOOST_TEST(told[1].starts_with("0 1 b.zip/2! b.zip/3! 4 5 "), told[1]);
    BOOST_TEST(told[1].ends_with(" 37 38 b.zip/39! "), told[1]);
    BOOST_TEST(told[2] == "good");
  }
}

BOOST_AUTO_TEST_CASE(an_item_whose_documents_all_fail_is_given_up) {
  std::string told;
  WorkOrder order;
  order.names = {"b.zip"};
  order.work = [](std::size_t, std::size_t skip, WorkVoice& voice) {
    voice.begin("b.zip/" + std::to_string(skip), false);
    std::abort();
  };
  order.deliver = [&](std::size_t, Result<std::string> answer) { told = answer ? *answer : answer.error().what; };
  work_in_processes(order);
  BOOST_TEST(has(told, "b.zip was not read to its end: 20 of its documents could not be reviewed."), told);
}

BOOST_AUTO_TEST_CASE(memory_is_limited) {
  if (!limits_memory) {
    std::cout << "skipped: no limit on memory with AddressSanitizer\n";
    return;
  }
  const std::string told = "too-large: file0 needed more than 64 MB of memory. Split it, or allow more with --memory.";
  const auto fill = [](std::size_t bytes) { return std::to_string(std::vector<char>(bytes, 'x').size()); };
  BOOST_TEST(answer_to([&] { return fill(30U << 20U); }, short_limits()) == std::to_string(30U << 20U));
  BOOST_TEST(answer_to([&] { return fill(70U << 20U); }, short_limits()) == told);
  // Libraries in C ask with malloc, and abort when they get nothing.
  const auto malloc_all = [](std::size_t piece) -> std::string {
    while (void* memory = std::malloc(piece)) std::memset(memory, 1, piece);
    std::abort();
  };
  BOOST_TEST(answer_to([&] { return malloc_all(1U << 20U); }, short_limits()) == told);
  BOOST_TEST(answer_to([&] { return malloc_all(1000); }, short_limits()) == told);
  // What one item has had, the next one may have too.
  for (const std::string& answer : answers_of(
           10, [&](std::size_t) { return fill(40U << 20U); }, 1, short_limits()))
    BOOST_TEST(answer == std::to_string(40U << 20U));
}

BOOST_AUTO_TEST_CASE(answers_are_limited) {
  BOOST_TEST(answer_to([] { return std::string(1000, 'x'); }, short_limits()).size() == 1000U);
  BOOST_TEST(has(answer_to([] { return std::string(1001, 'x'); }, short_limits()), "gives a review larger than"));
}

BOOST_AUTO_TEST_CASE(a_worker_cannot_get_out) {
  const std::string refused = std::strerror(EPERM);
  char name[] = "/tmp/klausul-worker-XXXXXX";
  const int low = ::mkstemp(name);
  const int file = ::fcntl(low, F_DUPFD, 20);
  ::close(low);
  BOOST_REQUIRE(file >= 20);
  // The descriptor is not the worker's: writing to what was open before is as impossible as opening it.
  BOOST_TEST(answer_to([&] { return errno_or(::write(file, "x", 1) == 1); }) == std::strerror(EBADF));
  ::close(file);
  BOOST_TEST(answer_to([&] { return errno_or(::open(name, O_RDONLY) >= 0); }) == "worked");
  BOOST_TEST(answer_to([&] { return errno_or(::open(name, O_WRONLY) >= 0); }) == refused);
  BOOST_TEST(answer_to([&] { return errno_or(::open(name, O_RDWR) >= 0); }) == refused);
  BOOST_TEST(answer_to([&] { return errno_or(::open("/tmp/klausul-new", O_RDONLY | O_CREAT, 0600) >= 0); }) == refused);
  BOOST_TEST(answer_to([&] { return errno_or(::unlink(name) == 0); }) == refused);
  BOOST_TEST(answer_to([&] { return errno_or(::truncate(name, 0) == 0); }) == refused);
  BOOST_TEST(answer_to([&] { return errno_or(::rename(name, "/tmp/klausul-other") == 0); }) == refused);
  ::unlink(name);
  BOOST_TEST(answer_to([] { return errno_or(::socket(AF_INET, SOCK_STREAM, 0) >= 0); }) == refused);
  BOOST_TEST(answer_to([] { return errno_or(::socket(AF_UNIX, SOCK_STREAM, 0) >= 0); }) == refused);
  BOOST_TEST(answer_to([] { return errno_or(::fork() >= 0); }) == refused);
  BOOST_TEST(answer_to([] { return errno_or(::execl("/bin/true", "true", nullptr) == 0); }) == refused);
  BOOST_TEST(answer_to([] { return errno_or(::kill(::getppid(), SIGTERM) == 0); }) == refused);
  BOOST_TEST(answer_to([] {
               std::vector<int> files;
               int one = 0;
               while ((one = ::open("/dev/null", O_RDONLY)) >= 0) files.push_back(one);
               return errno_or(false) + (files.size() < 64 ? " soon" : "");
             }) == std::string(std::strerror(EMFILE)) + " soon");
}

/// Descriptor 3 is the worker's socket: a worker that a file has taken over can say what it likes there.
BOOST_AUTO_TEST_CASE(a_worker_that_does_not_keep_to_the_rules_is_ended) {
  const auto say = [](const std::string& bytes) { return ::write(3, bytes.data(), bytes.size()) < 0 ? "no" : "said"; };
  const auto is_error = [](const std::string& answer) { return has(answer, "file0 "); };
  BOOST_TEST(is_error(answer_to([&]() -> std::string { return say(std::string(16, '\xFF')); })));
  BOOST_TEST(is_error(answer_to([&]() -> std::string {
    say("short");
    std::exit(0);
  })));
  BOOST_TEST(is_error(answer_to([&]() -> std::string {
    ::close(3);
    while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
  })));
  // More than was asked for: the item is answered or refused, and those after it are not affected.
  const std::vector<std::string> answers = answers_of(
      4,
      [&](std::size_t item) {
        if (item == 1) say(std::string(40, '\0'));
        return "good" + std::to_string(item);
      },
      1);
  BOOST_TEST(answers[0] == "good0");
  BOOST_TEST(answers[2] == "good2");
  BOOST_TEST(answers[3] == "good3");
}

BOOST_AUTO_TEST_CASE(a_worker_is_helped) {
  std::string told;
  WorkOrder order;
  order.names = {"a.pdf"};
  order.limits.help_time = std::chrono::seconds(2);
  order.work = [](std::size_t, std::size_t, WorkVoice& voice) {
    voice.give(voice.ask("one") + voice.ask(std::string(300'000, 'x')));
  };
  order.help = [](const std::string& request) {
    const bool has_network = ::socket(AF_INET, SOCK_STREAM, 0) >= 0;
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    return std::to_string(request.size()) + (child < 0 ? " alone" : " free") + (has_network ? " online;" : ";");
  };
  order.deliver = [&](std::size_t, Result<std::string> answer) { told = answer ? *answer : answer.error().what; };
  work_in_processes(order);
  BOOST_TEST(told == "3 free;300000 free;");

  // Without help the answer is empty; help without an end ends the item.
  order.help = nullptr;
  work_in_processes(order);
  BOOST_TEST(told == "");
  order.help = [](const std::string&) -> std::string {
    while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
  };
  work_in_processes(order);
  BOOST_TEST(has(told, "a.pdf was stopped after"), told);
}
