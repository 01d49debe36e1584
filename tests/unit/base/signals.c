#include "base/signals.h"

#include "time_limit.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static int signals;

static void start(void)
{
    time_limit_set(60); /* a wait that never ends is a failure */
    signals = signals_open();
    cr_assert_geq(signals, 0);
}

static void stop(void)
{
    close(signals);
}

TestSuite(signals, .init = start, .fini = stop);

Test(signals, a_wait_ends_without_a_signal)
{
    cr_expect_eq(signals_next(signals, 0), 0);
    cr_expect_eq(signals_next(signals, 1), 0);
}

Test(signals, each_signal_is_received_once)
{
    static const int sent[] = {SIGHUP, SIGTERM, SIGINT, SIGUSR1, SIGUSR2};
    for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
        cr_assert_eq(raise(sent[i]), 0);
        cr_expect_eq(signals_next(signals, -1), sent[i]);
        cr_expect_eq(signals_next(signals, 0), 0);
    }
}

Test(signals, only_sigterm_and_sigint_stop)
{
    cr_expect(signals_stop(SIGTERM) && signals_stop(SIGINT));
    cr_expect_not(signals_stop(0) || signals_stop(SIGHUP) || signals_stop(SIGUSR1));
}

Test(signals, stray_signals_end_no_process_and_are_not_received)
{
    const int stray[] = {SIGALRM, SIGVTALRM, SIGPROF,  SIGPOLL, SIGPWR,
                         SIGXFSZ, SIGPIPE,   SIGRTMIN, SIGRTMAX};
    for (size_t i = 0; i < sizeof stray / sizeof *stray; i++)
        cr_assert_eq(raise(stray[i]), 0);
    cr_expect_eq(signals_next(signals, 0), 0);
}

Test(signals, a_closed_pipe_ends_no_process)
{
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    close(ends[0]);
    cr_expect_eq(write(ends[1], "x", 1), -1);
    close(ends[1]);
}
