#include "data/remotes.h"

#include "base/monotonic_clock.h"
#include "base/server_log.h"
#include "data/fetch_time.h"
#include "data/state_folder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* Uses the clock if the kernel has no random bits yet, shortly after the machine has started. */
static uint32_t random_bits(void)
{
    uint32_t bits;
    if (getrandom(&bits, sizeof bits, GRND_NONBLOCK) != sizeof bits)
        bits = (uint32_t)monotonic_nanoseconds();
    return bits;
}

static bool remotes_add(struct remotes *remotes, struct load_source *source, const char *url)
{
    const struct options *options = remotes->options;
    struct remote *remote = &remotes->at[remotes->count++];
    *remote = (struct remote){.url = url, .source = source};
    const char *problem = remote_url_problem(url, options->remote_http);
    if (problem) {
        server_log(SERVER_LOG_ERROR, "cannot fetch %s: %s", url, problem);
        return false;
    }
    remote->has_copy =
        options->state &&
        state_folder_read(options->state, url, (size_t)options->remote_bytes, &remote->copy);
    remote->from_state = remote->proven = remote->has_copy;
    if (remote->has_copy)
        server_log(SERVER_LOG_INFO, "%s: starting with the copy in %s", url, options->state);
    return true;
}

static bool remotes_add_all(struct remotes *remotes, const char *const *data, size_t count)
{
    const char *map = remotes->options->map;
    remotes->sources = calloc(count + 3, sizeof *remotes->sources);
    remotes->at = calloc(count + 1, sizeof *remotes->at);
    if (!remotes->sources || !remotes->at) {
        server_log(SERVER_LOG_ERROR, "out of memory");
        return false;
    }
    const char *format = remotes->options->format;
    if (map && count) /* the built-in record is not a table */
        remotes->sources[remotes->source_count++] =
            (struct load_source){.name = map, .is_map = true};
    if (remotes->options->texts)
        remotes->sources[remotes->source_count++] =
            (struct load_source){.name = remotes->options->texts, .is_texts = true};
    for (size_t i = 0; i < count; i++) {
        struct load_source *source = &remotes->sources[remotes->source_count++];
        source->name = data[i];
        source->format = format ? import_format_named(format) : NULL;
        if (options_is_url(data[i]) && !remotes_add(remotes, source, data[i]))
            return false;
    }
    return true;
}

bool remotes_init(struct remotes *remotes, const struct options *options, const char *const *data,
                  size_t data_count)
{
    *remotes = (struct remotes){.options = options};
    pthread_mutex_init(&remotes->lock, NULL);
    if (!remotes_add_all(remotes, data, data_count))
        return false;
    if (remotes->count == 0)
        return true;
    const bool begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    remotes->curl = begun ? curl_easy_init() : NULL;
    if (!remotes->curl)
        server_log(SERVER_LOG_ERROR, "cannot initialize libcurl");
    return remotes->curl != NULL;
}

void remotes_finish(struct remotes *remotes)
{
    for (size_t i = 0; i < remotes->count; i++)
        remote_copy_finish(&remotes->at[i].copy);
    if (remotes->curl) {
        curl_easy_cleanup(remotes->curl);
        curl_global_cleanup();
    }
    free(remotes->sources);
    free(remotes->at);
    pthread_mutex_destroy(&remotes->lock);
}

static void remote_note_failure(struct remotes *remotes, struct remote *remote, const char *reason,
                                long retry_after)
{
    const int64_t now = monotonic_milliseconds();
    remote->due = fetch_time_after_failure(now, remote->failures + 1, retry_after, random_bits());
    if (remotes->once)
        server_log(SERVER_LOG_ERROR, "cannot fetch %s: %s", remote->url, reason);
    else
        server_log(SERVER_LOG_ERROR, "cannot fetch %s: %s; retrying in %" PRId64 " s", remote->url,
                   reason, (remote->due - now + 500) / 1000);
    pthread_mutex_lock(&remotes->lock);
    snprintf(remote->failure, sizeof remote->failure, "%s", reason);
    remote->failures++;
    remote->failed_fetches++;
    remote->fetches++;
    pthread_mutex_unlock(&remotes->lock);
}

static void remote_note_answer(struct remotes *remotes, struct remote *remote, bool is_new)
{
    const time_t wall_time = time(NULL);
    remote->due = fetch_time_after_answer(monotonic_milliseconds(),
                                          remotes->options->refresh_seconds, random_bits());
    remote->proven &= !is_new;
    pthread_mutex_lock(&remotes->lock);
    *remote->failure = '\0';
    remote->failures = 0;
    remote->last_success = wall_time;
    remote->fetches++;
    remote->new_copies += is_new;
    remote->from_state = false;
    remote->has_copy = true;
    pthread_mutex_unlock(&remotes->lock);
}

/* Returns true if the remote sent a new copy. */
static bool remote_renew(struct remotes *remotes, struct remote *remote)
{
    char reason[REMOTE_REASON_MAX];
    long retry_after;
    const int64_t began = monotonic_nanoseconds();
    const enum remote_answer answer = remote_fetch(remotes->curl, remotes->options, remote->url,
                                                   &remote->copy, reason, &retry_after);
    pthread_mutex_lock(&remotes->lock);
    remote->nanoseconds = monotonic_nanoseconds() - began;
    pthread_mutex_unlock(&remotes->lock);
    if (answer == REMOTE_FAILED)
        remote_note_failure(remotes, remote, reason, retry_after);
    else
        remote_note_answer(remotes, remote, answer == REMOTE_NEW);
    return answer == REMOTE_NEW;
}

bool remotes_fetch(struct remotes *remotes, bool without_copy_only)
{
    const int64_t now = monotonic_milliseconds();
    bool any_new = false;
    for (size_t i = 0; i < remotes->count; i++) {
        struct remote *remote = &remotes->at[i];
        if (remote->due <= now && !(without_copy_only && remote->copy.body))
            any_new |= remote_renew(remotes, remote);
    }
    return any_new;
}

bool remotes_complete(const struct remotes *remotes)
{
    for (size_t i = 0; i < remotes->count; i++)
        if (!remotes->at[i].copy.body)
            return false;
    return true;
}

const struct load_source *remotes_sources(const struct remotes *remotes, size_t *ret_count)
{
    for (size_t i = 0; i < remotes->count; i++) {
        const struct remote *remote = &remotes->at[i];
        remote->source->text = remote->copy.body;
        remote->source->length = remote->copy.length;
        remote->source->modified = remote->copy.modified;
        remote->source->media_type = *remote->copy.media_type ? remote->copy.media_type : NULL;
    }
    *ret_count = remotes->source_count;
    return remotes->sources;
}

void remotes_settle(struct remotes *remotes, bool succeeded)
{
    const char *folder = remotes->options->state;
    bool unsaved = false;
    for (size_t i = 0; i < remotes->count; i++) {
        struct remote *remote = &remotes->at[i];
        if (remote->proven)
            continue;
        remote->proven =
            succeeded && (!folder || state_folder_write(folder, remote->url, &remote->copy));
        unsaved |= !remote->proven;
        /* A faulty copy must be replaced, even without --refresh. */
        if (!succeeded && remote->due == FETCH_TIME_NEVER)
            remote->due = monotonic_milliseconds() + FETCH_RETRY_MILLISECONDS_MAX;
    }
    if (succeeded)
        atomic_store(&remotes->unsaved, unsaved);
}

void remotes_make_due(struct remotes *remotes)
{
    for (size_t i = 0; i < remotes->count; i++)
        remotes->at[i].due = 0;
}

int remotes_wait_milliseconds(const struct remotes *remotes)
{
    int64_t due = FETCH_TIME_NEVER;
    for (size_t i = 0; i < remotes->count; i++)
        if (remotes->at[i].due < due)
            due = remotes->at[i].due;
    if (due == FETCH_TIME_NEVER)
        return -1;
    const int64_t wait = due - monotonic_milliseconds();
    return wait < 0 ? 0 : wait > INT32_MAX ? INT32_MAX : (int)wait;
}

static void remote_write_failures(const struct remote *remote, struct buffer *out)
{
    if (remote->failed_fetches > 0) {
        buffer_append_text(out, ", failures: ");
        buffer_append_integer(out, (int64_t)remote->failed_fetches);
    }
    if (remote->failures > 0 && remote->last_success) {
        buffer_append_text(out, ", last success ");
        buffer_append_integer(out, (int64_t)(time(NULL) - remote->last_success));
        buffer_append_text(out, " s ago");
    }
}

static void remote_write_check(const struct remote *remote, struct buffer *out)
{
    const bool passed = !*remote->failure && !remote->from_state && remote->has_copy;
    buffer_append_text(out, passed ? "[+]" : "[!]");
    buffer_append_text(out, remote->url);
    if (*remote->failure) {
        buffer_append_text(out, ": ");
        buffer_append_text(out, remote->failure);
    }
    buffer_append_text(out, ": fetched ");
    buffer_append_integer(out, (int64_t)remote->fetches);
    buffer_append_text(out, " times, new copies: ");
    buffer_append_integer(out, (int64_t)remote->new_copies);
    remote_write_failures(remote, out);
    buffer_append_text(out, remote->from_state ? ", serving the copy from --state\n"
                            : remote->has_copy ? "\n"
                                               : ", no copy yet\n");
}

void remotes_write_checks(struct remotes *remotes, struct buffer *out)
{
    pthread_mutex_lock(&remotes->lock);
    for (size_t i = 0; i < remotes->count; i++)
        remote_write_check(&remotes->at[i], out);
    pthread_mutex_unlock(&remotes->lock);
}

void remotes_visit(struct remotes *remotes,
                   void (*visit)(void *context, const struct remote *remote), void *context)
{
    pthread_mutex_lock(&remotes->lock);
    for (size_t i = 0; i < remotes->count; i++)
        visit(context, &remotes->at[i]);
    pthread_mutex_unlock(&remotes->lock);
}
