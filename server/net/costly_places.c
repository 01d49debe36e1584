#include "net/costly_places.h"

#include <microhttpd.h>

void costly_places_init(struct costly_places *places, long threads)
{
    *places = (struct costly_places){.count = threads > 1 ? (size_t)threads / 2 : 1};
    places->free = places->count;
    places->last = &places->first;
    pthread_mutex_init(&places->lock, NULL);
}

void costly_places_finish(struct costly_places *places)
{
    pthread_mutex_destroy(&places->lock);
}

/* Suspends the connection under the lock, so that it cannot be resumed before. */
static enum costly_entry costly_places_wait(struct costly_places *places,
                                            struct costly_place *place,
                                            struct MHD_Connection *connection)
{
    if (places->stopped || places->waiting == places->count * COSTLY_WAITING_MAX)
        return COSTLY_REFUSED;
    place->connection = connection;
    place->next = NULL;
    *places->last = place;
    places->last = &place->next;
    places->waiting++;
    MHD_suspend_connection(connection);
    return COSTLY_WAITS;
}

enum costly_entry costly_places_enter(struct costly_places *places, struct costly_place *place,
                                      struct MHD_Connection *connection)
{
    enum costly_entry entry = COSTLY_ENTERED;
    pthread_mutex_lock(&places->lock);
    if (places->free) {
        places->free--;
        place->held = true;
    } else {
        entry = costly_places_wait(places, place, connection);
    }
    pthread_mutex_unlock(&places->lock);
    return entry;
}

/* Resumes the connection that has waited longest. */
static void costly_places_resume_first(struct costly_places *places, bool with_place)
{
    struct costly_place *place = places->first;
    places->first = place->next;
    if (!places->first)
        places->last = &places->first;
    places->waiting--;
    place->held = with_place;
    MHD_resume_connection(place->connection);
}

void costly_places_leave(struct costly_places *places, struct costly_place *place)
{
    if (!place->held)
        return;
    place->held = false;
    pthread_mutex_lock(&places->lock);
    if (places->first)
        costly_places_resume_first(places, true);
    else
        places->free++;
    pthread_mutex_unlock(&places->lock);
}

void costly_places_stop(struct costly_places *places)
{
    pthread_mutex_lock(&places->lock);
    places->stopped = true;
    while (places->first)
        costly_places_resume_first(places, false);
    pthread_mutex_unlock(&places->lock);
}
