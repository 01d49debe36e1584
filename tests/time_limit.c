#include "time_limit.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LIMIT_SECONDS = 300,
    SANITIZER_SLOWDOWN = 4
};

static void write_text(const char *text)
{
    const ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written; /* the test fails in any case */
}

/* Runs in a signal handler. */
static void report_and_abort(int signal)
{
    const struct criterion_test *test = criterion_current_test;
    (void)signal;
    write_text("\ntime limit: ");
    write_text(test ? test->category : "?");
    write_text("::");
    write_text(test ? test->name : "?");
    write_text(" did not end in time; TEST_SECONDS sets the limit\n");
    abort();
}

void time_limit_set(unsigned seconds)
{
    sigaction(SIGALRM, &(const struct sigaction){.sa_handler = report_and_abort}, NULL);
    alarm(seconds);
}

/* Criterion runs each test in a process of its own, which has BXFI_MAP in its environment. */
__attribute__((constructor)) static void set_default_limit(void)
{
    const char *given = getenv("TEST_SECONDS");
    const unsigned slowdown = getenv("RAPPORTEUR_SANITIZED") ? SANITIZER_SLOWDOWN : 1;
    if (getenv("BXFI_MAP"))
        time_limit_set(given ? (unsigned)strtoul(given, NULL, 10) : LIMIT_SECONDS * slowdown);
}
