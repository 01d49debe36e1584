#include "net/costly_queue.h"

void costly_queue_init(struct costly_queue *queue, size_t threads,
                       costly_connection_change *suspend, costly_connection_change *resume)
{
    *queue = (struct costly_queue){.trials = threads * COSTLY_TRIALS,
                                   .most = threads * COSTLY_WAITING_MAX,
                                   .suspend = suspend,
                                   .resume = resume};
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->changed, NULL);
}

void costly_queue_finish(struct costly_queue *queue)
{
    pthread_cond_destroy(&queue->changed);
    pthread_mutex_destroy(&queue->lock);
}

/* Returns the turn of a further request: after those of the same client, and not before the request
 * that was taken last. */
static uint64_t costly_queue_next_turn(const struct costly_queue *queue, uintptr_t client)
{
    uint64_t turn = queue->turn;
    for (const struct costly_request *one = queue->first; one; one = one->next)
        if (one->client == client)
            turn = one->turn + 1;
    return turn;
}

static void costly_queue_insert(struct costly_queue *queue, struct costly_request *request)
{
    struct costly_request **link = &queue->first;
    while (*link && (*link)->turn <= request->turn)
        link = &(*link)->next;
    request->next = *link;
    *link = request;
    counter_add(&queue->waiting, 1);
}

static struct costly_request *costly_queue_remove(struct costly_queue *queue,
                                                  struct costly_request **link)
{
    struct costly_request *request = *link;
    *link = request->next;
    counter_set(&queue->waiting, counter_read(&queue->waiting) - 1);
    return request;
}

/* Removes a request, whose connection then answers that it is refused. */
static void costly_queue_refuse(struct costly_queue *queue, struct costly_request **link)
{
    counter_add(&queue->refused, 1);
    queue->resume(costly_queue_remove(queue, link)->connection);
}

/* Makes room for a request with this turn. Returns false if no request has a later one. */
static bool costly_queue_make_room(struct costly_queue *queue, uint64_t turn)
{
    struct costly_request **link = &queue->first;
    if (counter_read(&queue->waiting) < queue->most)
        return true;
    while (*link && (*link)->next)
        link = &(*link)->next;
    if (!*link || (*link)->turn <= turn)
        return false;
    costly_queue_refuse(queue, link);
    return true;
}

/* Suspends the connection under the lock, so that it cannot be resumed before. */
bool costly_queue_add(struct costly_queue *queue, struct costly_request *request)
{
    pthread_mutex_lock(&queue->lock);
    request->turn = costly_queue_next_turn(queue, request->client);
    request->answer = NULL;
    const bool waits = !queue->stopped && costly_queue_make_room(queue, request->turn);
    if (waits) {
        costly_queue_insert(queue, request);
        queue->suspend(request->connection);
        pthread_cond_broadcast(&queue->changed);
    } else {
        counter_add(&queue->refused, 1);
    }
    pthread_mutex_unlock(&queue->lock);
    return waits;
}

/* Fibonacci hashing of the client, which is an address in memory. */
static struct costly_client *costly_queue_client(struct costly_queue *queue, uintptr_t client)
{
    const uint64_t hash = (uint64_t)client * UINT64_C(0x9e3779b97f4a7c15);
    return &queue->clients[(hash >> 32) & (COSTLY_CLIENTS - 1)];
}

void costly_queue_count_trial(struct costly_queue *queue, uintptr_t client, int64_t now,
                              uint64_t units)
{
    pthread_mutex_lock(&queue->lock);
    struct costly_client *counted = costly_queue_client(queue, client);
    if (counted->client != client || counted->window != now / COSTLY_WINDOW)
        *counted = (struct costly_client){.client = client, .window = now / COSTLY_WINDOW};
    counted->units += units;
    pthread_mutex_unlock(&queue->lock);
}

/* Reports whether the trials of a client are used in this window. */
static bool costly_queue_has_used_trials(struct costly_queue *queue, uintptr_t client, int64_t now)
{
    const struct costly_client *counted = costly_queue_client(queue, client);
    return counted->client == client && counted->window == now / COSTLY_WINDOW &&
           counted->units >= queue->trials;
}

bool costly_queue_presses(struct costly_queue *queue, uintptr_t client, int64_t now)
{
    size_t waiting = 0;
    pthread_mutex_lock(&queue->lock);
    for (const struct costly_request *one = queue->first; one && waiting < COSTLY_PRESSING;
         one = one->next)
        waiting += one->client == client;
    const bool presses =
        waiting == COSTLY_PRESSING || costly_queue_has_used_trials(queue, client, now);
    pthread_mutex_unlock(&queue->lock);
    return presses;
}

struct costly_request *costly_queue_take(struct costly_queue *queue)
{
    struct costly_request *request = NULL;
    pthread_mutex_lock(&queue->lock);
    while (!queue->stopped && !queue->first)
        pthread_cond_wait(&queue->changed, &queue->lock);
    if (queue->first) {
        request = costly_queue_remove(queue, &queue->first);
        queue->turn = request->turn;
    }
    pthread_mutex_unlock(&queue->lock);
    return request;
}

void costly_queue_hand_over(struct costly_queue *queue, struct costly_request *request,
                            struct built_answer *answer)
{
    pthread_mutex_lock(&queue->lock);
    request->answer = answer;
    queue->resume(request->connection);
    while (answer && !answer->is_left)
        pthread_cond_wait(&queue->changed, &queue->lock);
    pthread_mutex_unlock(&queue->lock);
}

void costly_queue_leave(struct costly_queue *queue, struct costly_request *request)
{
    if (!request->answer)
        return;
    pthread_mutex_lock(&queue->lock);
    request->answer->is_left = true;
    request->answer = NULL;
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
}

void costly_queue_stop(struct costly_queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    queue->stopped = true;
    while (queue->first)
        costly_queue_refuse(queue, &queue->first);
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
}
