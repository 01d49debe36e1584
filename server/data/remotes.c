#include "data/remotes.h"

#include "data/state_folder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum {
    FIRST_RETRY_MILLISECONDS = 1000,
    RETRY_CEILING_MILLISECONDS = 60 * 1000,
    DOUBLINGS_MAX = 16
};

static int64_t now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A number from 0 to `below` - 1. */
static int64_t chance(int64_t below)
{
    uint32_t random = 0;
    if (getrandom(&random, sizeof random, GRND_NONBLOCK) != sizeof random)
        return below / 2;
    return (int64_t)random % below;
}

static int64_t refresh_due(const struct origins *origins)
{
    const int64_t milliseconds = (int64_t)origins->options->refresh_seconds * 1000;
    if (milliseconds == 0)
        return INT64_MAX;
    return now_milliseconds() + milliseconds - milliseconds / 10 + chance(milliseconds / 5 + 1);
}

static int64_t retry_milliseconds(unsigned failures, long retry_after)
{
    const unsigned doublings = failures - 1 < DOUBLINGS_MAX ? failures - 1 : DOUBLINGS_MAX;
    int64_t wait = (int64_t)FIRST_RETRY_MILLISECONDS << doublings;
    if (wait > RETRY_CEILING_MILLISECONDS)
        wait = RETRY_CEILING_MILLISECONDS;
    wait = wait / 2 + chance(wait / 2 + 1);
    if (retry_after > 3600)
        retry_after = 3600;
    return wait < retry_after * 1000 ? retry_after * 1000 : wait;
}

static bool add(struct origins *origins, struct archive_source *source, const char *url)
{
    const struct options *options = origins->options;
    struct origin *origin = &origins->at[origins->count++];
    *origin = (struct origin){.url = url, .source = source};
    const char *problem = origin_url_problem(url, options->remote_http);
    if (problem) {
        fprintf(stderr, "rapporteur: %s cannot be fetched: %s\n", url, problem);
        return false;
    }
    origin->there =
        options->state &&
        state_folder_read(options->state, url, (size_t)options->remote_bytes, &origin->copy);
    origin->from_state = origin->proven = origin->there;
    if (origin->there)
        fprintf(stderr, "rapporteur: %s: begins with the copy in %s\n", url, options->state);
    return true;
}

static bool add_all(struct origins *origins, const char *const *data, size_t count)
{
    origins->sources = calloc(count + 1, sizeof *origins->sources);
    origins->at = calloc(count + 1, sizeof *origins->at);
    if (!origins->sources || !origins->at) {
        fputs("rapporteur: out of memory\n", stderr);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct archive_source *source = &origins->sources[origins->source_count++];
        source->name = data[i];
        if (options_is_url(data[i]) && !add(origins, source, data[i]))
            return false;
    }
    return true;
}

bool origins_init(struct origins *origins, const struct options *options, const char *const *data,
                  size_t data_count)
{
    *origins = (struct origins){.options = options};
    pthread_mutex_init(&origins->lock, NULL);
    if (!add_all(origins, data, data_count))
        return false;
    if (origins->count == 0)
        return true;
    const bool begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    origins->curl = begun ? curl_easy_init() : NULL;
    if (!origins->curl)
        fputs("rapporteur: cannot prepare fetching\n", stderr);
    return origins->curl != NULL;
}

void origins_finish(struct origins *origins)
{
    for (size_t i = 0; i < origins->count; i++)
        origin_copy_finish(&origins->at[i].copy);
    if (origins->curl) {
        curl_easy_cleanup(origins->curl);
        curl_global_cleanup();
    }
    free(origins->sources);
    free(origins->at);
    pthread_mutex_destroy(&origins->lock);
}

static void note_failure(struct origins *origins, struct origin *origin, const char *reason,
                         long retry_after)
{
    const int64_t wait = retry_milliseconds(++origin->failures, retry_after);
    origin->due = now_milliseconds() + wait;
    fprintf(stderr, "rapporteur: %s: %s", origin->url, reason);
    if (!origins->once)
        fprintf(stderr, "; asked again in %" PRId64 " s", (wait + 500) / 1000);
    fputc('\n', stderr);
    pthread_mutex_lock(&origins->lock);
    snprintf(origin->trouble, sizeof origin->trouble, "%s", reason);
    origin->asked++;
    pthread_mutex_unlock(&origins->lock);
}

static void note_answer(struct origins *origins, struct origin *origin, bool renewed)
{
    origin->failures = 0;
    origin->due = refresh_due(origins);
    origin->proven &= !renewed;
    pthread_mutex_lock(&origins->lock);
    *origin->trouble = '\0';
    origin->asked++;
    origin->renewed += renewed;
    origin->from_state = false;
    origin->there = true;
    pthread_mutex_unlock(&origins->lock);
}

/* Whether it has sent a new copy. */
static bool ask(struct origins *origins, struct origin *origin)
{
    char reason[ORIGIN_REASON_MAX];
    long retry_after;
    const enum origin_answer answer = origin_fetch(origins->curl, origins->options, origin->url,
                                                   &origin->copy, reason, &retry_after);
    if (answer == ORIGIN_FAILED)
        note_failure(origins, origin, reason, retry_after);
    else
        note_answer(origins, origin, answer == ORIGIN_NEW);
    return answer == ORIGIN_NEW;
}

bool origins_fetch(struct origins *origins, bool without_copy_only)
{
    const int64_t now = now_milliseconds();
    bool renewed = false;
    for (size_t i = 0; i < origins->count; i++) {
        struct origin *origin = &origins->at[i];
        if (origin->due <= now && !(without_copy_only && origin->copy.body))
            renewed |= ask(origins, origin);
    }
    return renewed;
}

bool origins_complete(const struct origins *origins)
{
    for (size_t i = 0; i < origins->count; i++)
        if (!origins->at[i].copy.body)
            return false;
    return true;
}

const struct archive_source *origins_sources(const struct origins *origins, size_t *ret_count)
{
    for (size_t i = 0; i < origins->count; i++) {
        const struct origin *origin = &origins->at[i];
        origin->source->text = origin->copy.body;
        origin->source->length = origin->copy.length;
        origin->source->modified = origin->copy.modified;
    }
    *ret_count = origins->source_count;
    return origins->sources;
}

void origins_settle(struct origins *origins, bool well)
{
    const char *folder = origins->options->state;
    for (size_t i = 0; i < origins->count; i++) {
        struct origin *origin = &origins->at[i];
        if (origin->proven)
            continue;
        origin->proven =
            well && (!folder || state_folder_write(folder, origin->url, &origin->copy));
        /* What cannot be served is asked for again even where all else never is. */
        if (!well && origin->due == INT64_MAX)
            origin->due = now_milliseconds() + RETRY_CEILING_MILLISECONDS;
    }
}

void origins_make_due(struct origins *origins)
{
    for (size_t i = 0; i < origins->count; i++)
        origins->at[i].due = 0;
}

int origins_wait_milliseconds(const struct origins *origins)
{
    int64_t due = INT64_MAX;
    for (size_t i = 0; i < origins->count; i++)
        if (origins->at[i].due < due)
            due = origins->at[i].due;
    if (due == INT64_MAX)
        return -1;
    const int64_t wait = due - now_milliseconds();
    return wait < 0 ? 0 : wait > INT32_MAX ? INT32_MAX : (int)wait;
}

static void write_check(const struct origin *origin, struct buffer *out)
{
    const bool well = !*origin->trouble && !origin->from_state && origin->there;
    buffer_append_text(out, well ? "[+]" : "[!]");
    buffer_append_text(out, origin->url);
    if (*origin->trouble) {
        buffer_append_text(out, ": ");
        buffer_append_text(out, origin->trouble);
    }
    buffer_append_text(out, ": asked ");
    buffer_append_integer(out, (int64_t)origin->asked);
    buffer_append_text(out, " times, new ");
    buffer_append_integer(out, (int64_t)origin->renewed);
    buffer_append_text(out, origin->from_state ? ", the copy of before the start is served\n"
                            : origin->there    ? "\n"
                                               : ", nothing there yet\n");
}

void origins_write_checks(struct origins *origins, struct buffer *out)
{
    pthread_mutex_lock(&origins->lock);
    for (size_t i = 0; i < origins->count; i++)
        write_check(&origins->at[i], out);
    pthread_mutex_unlock(&origins->lock);
}
