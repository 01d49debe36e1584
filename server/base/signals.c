#include "base/signals.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

int signals_open(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
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
