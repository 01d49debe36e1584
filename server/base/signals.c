#include "base/signals.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* SIGUSR1 and SIGUSR2 are waited for because other servers reopen their logs or upgrade on them, so
 * that who sends them is told that they do nothing here. */
static const int awaited[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2};
static const int ignored[] = {SIGPIPE, SIGXFSZ, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};

int signals_open(void)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < COUNT(awaited); i++)
        sigaddset(&set, awaited[i]);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    for (size_t i = 0; i < COUNT(ignored); i++)
        signal(ignored[i], SIG_IGN);
    for (int real_time = SIGRTMIN; real_time <= SIGRTMAX; real_time++)
        signal(real_time, SIG_IGN);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

int signals_next(int signals, int milliseconds)
{
    struct signalfd_siginfo received;
    struct pollfd readable = {signals, POLLIN, 0};
    if (poll(&readable, 1, milliseconds) <= 0 ||
        read(signals, &received, sizeof received) != sizeof received)
        return 0;
    return (int)received.ssi_signo;
}

bool signals_stop(int received)
{
    return received == SIGTERM || received == SIGINT;
}
