#include "net/costly_threads.h"

#include <errno.h>
#include <sys/resource.h>

size_t costly_threads_count(long threads)
{
    return threads > 1 ? (size_t)threads / 2 : 1;
}

/* Lowers the priority of the calling thread; on Linux a thread has its own. */
static void costly_thread_lower_priority(void)
{
    setpriority(PRIO_PROCESS, 0, COSTLY_THREADS_NICE);
}

static void *costly_thread_run(void *context)
{
    struct costly_thread *own = context;
    struct costly_request *request;
    costly_thread_lower_priority();
    while ((request = costly_queue_take(own->queue))) {
        struct built_answer answer;
        counter_set(&own->busy, 1);
        const bool built = worker_build_answer(own->worker, request->request, &answer);
        costly_queue_hand_over(own->queue, request, built ? &answer : NULL);
        if (built)
            built_answer_finish(&answer, own->worker);
        counter_set(&own->busy, 0);
    }
    return NULL;
}

static bool costly_thread_start(struct costly_thread *thread, struct costly_queue *queue,
                                struct snapshots *snapshots, struct bodies *bodies, uint64_t work)
{
    thread->queue = queue;
    thread->worker = worker_create(snapshots, bodies, true, work);
    errno =
        thread->worker ? pthread_create(&thread->thread, NULL, costly_thread_run, thread) : ENOMEM;
    return errno == 0;
}

bool costly_threads_start(struct costly_threads *threads, size_t count, struct costly_queue *queue,
                          struct snapshots *snapshots, struct bodies *bodies, uint64_t work)
{
    for (threads->count = 0; threads->count < count; threads->count++)
        if (!costly_thread_start(&threads->at[threads->count], queue, snapshots, bodies, work)) {
            const int reason = errno;
            costly_queue_stop(queue);
            costly_threads_stop(threads);
            errno = reason;
            return false;
        }
    return true;
}

void costly_threads_stop(struct costly_threads *threads)
{
    while (threads->count > 0)
        pthread_join(threads->at[--threads->count].thread, NULL);
}

void costly_threads_finish(struct costly_threads *threads)
{
    for (size_t i = 0; i < COSTLY_THREADS_MAX; i++)
        worker_destroy(threads->at[i].worker);
}
