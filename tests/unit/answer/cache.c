#include "answer/cache.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CEILING = 1 << 20,
    LENGTH = 10000
};

static struct cache_counts counts;

static struct cache_key key_of(const char *target)
{
    return (struct cache_key){.target = target, .accept = "", .origin = "", .host = ""};
}

static struct cache_entry *make_answer(size_t length)
{
    struct cache_entry *entry = calloc(1, sizeof *entry);
    cr_assert(entry);
    entry->status = 200;
    entry->length = length;
    entry->complete = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    return entry;
}

static void store(struct cache *cache, const char *target, size_t length)
{
    const struct cache_key key = key_of(target);
    cache_insert(cache, &key, make_answer(length));
}

static bool has(struct cache *cache, const char *target)
{
    const struct cache_key key = key_of(target);
    return cache_find(cache, &key) != NULL;
}

Test(cache, lookup_compares_every_part_of_the_key)
{
    struct cache *cache = cache_create(CEILING, &counts);
    const struct cache_key key = {"/papers", "text/html", "https://example.org", "a.example",
                                  false,     false,       {CODING_GZIP, false}};
    struct cache_key others[] = {key, key, key, key, key, key, key, key};
    others[0].target = "/paper";
    others[1].accept = "";
    others[2].origin = "";
    others[3].coding.best = CODING_BROTLI;
    others[4].coding.identity_excluded = true;
    others[5].host = "b.example";
    others[6].https = true;
    others[7].by_user_agent = true;
    cache_insert(cache, &key, make_answer(LENGTH));
    cr_expect_not_null(cache_find(cache, &key));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_null(cache_find(cache, &others[i]), "part %zu of the key is not compared", i);
    cache_destroy(cache);
}

/* Stores entries under keys of which one text differs, and looks for as many others. The table has
 * hashes of 32 bits, so about seven pairs of these keys have the same. */
static void check_equal_hashes(void (*set_part)(struct cache_key *key, const char *text))
{
    enum {
        KEYS = 150000
    };
    struct cache *cache = cache_create(SIZE_MAX / 16, &counts);
    char text[16];
    for (size_t i = 0; i < 2 * KEYS; i++) {
        struct cache_key key = {"/", "", "", "", false, false, {CODING_IDENTITY, false}};
        snprintf(text, sizeof text, "/%zu", i);
        set_part(&key, text);
        const struct cache_entry *found = cache_find(cache, &key);
        cr_assert_null(found, "%s is confused with entry %zu", text, found ? found->length : 0);
        if (i < KEYS) {
            struct cache_entry *entry = calloc(1, sizeof *entry);
            cr_assert(entry);
            entry->length = i;
            cache_insert(cache, &key, entry);
        }
    }
    cr_expect_eq(counter_read(&counts.entries), KEYS);
    cache_destroy(cache);
}

static void set_target(struct cache_key *key, const char *text)
{
    key->target = text;
}

static void set_accept(struct cache_key *key, const char *text)
{
    key->accept = text;
}

static void set_origin(struct cache_key *key, const char *text)
{
    key->origin = text;
}

static void set_host(struct cache_key *key, const char *text)
{
    key->host = text;
}

Test(cache, keys_with_equal_hashes_are_distinguished)
{
    check_equal_hashes(set_target);
    check_equal_hashes(set_accept);
    check_equal_hashes(set_origin);
    check_equal_hashes(set_host);
}

Test(cache, wants_an_answer_only_at_its_second_request)
{
    struct cache *cache = cache_create(CEILING, &counts);
    const struct cache_key papers = key_of("/papers"), people = key_of("/people");
    cr_expect_not(cache_wants(cache, &papers));
    cr_expect_not(cache_wants(cache, &people));
    cr_expect(cache_wants(cache, &papers));
    cache_destroy(cache);
}

Test(cache, used_entry_survives_a_flood_of_unused_ones)
{
    struct cache *cache = cache_create(CEILING, &counts);
    store(cache, "/papers", LENGTH);
    for (int i = 0; i < 5000; i++) {
        char target[32];
        snprintf(target, sizeof target, "/papers?offset=%d", i);
        store(cache, target, LENGTH);
        cr_assert(has(cache, "/papers"), "it is evicted after %d others", i);
    }
    cr_expect_not(has(cache, "/papers?offset=0"), "no unused entry was evicted");
    cr_expect(has(cache, "/papers?offset=4999"));
    cache_destroy(cache);
}

Test(cache, entries_stay_below_the_ceiling)
{
    struct cache *cache = cache_create(CEILING, &counts);
    size_t found = 0;
    for (int i = 0; i < 1000; i++) {
        char target[32];
        snprintf(target, sizeof target, "/%d", i);
        store(cache, target, LENGTH);
    }
    for (int i = 0; i < 1000; i++) {
        char target[32];
        snprintf(target, sizeof target, "/%d", i);
        found += has(cache, target);
    }
    cr_expect_gt(found, CEILING / LENGTH / 2);
    cr_expect_leq(found, CEILING / LENGTH);
    cache_destroy(cache);
}

Test(cache, texts_of_the_key_count_towards_the_ceiling)
{
    static char accept[LENGTH + 1], origin[LENGTH + 1];
    struct cache *cache = cache_create(CEILING, &counts);
    memset(accept, 'a', LENGTH);
    memset(origin, 'o', LENGTH);
    for (int i = 0; i < 1000; i++) {
        char target[32];
        snprintf(target, sizeof target, "/%d", i);
        cache_insert(
            cache,
            &(struct cache_key){target, accept, origin, "", false, false, {CODING_IDENTITY, false}},
            make_answer(1));
    }
    cr_expect_gt(counter_read(&counts.entries), 0);
    cr_expect_leq(counter_read(&counts.entries), CEILING / (2 * LENGTH));
    cache_destroy(cache);
}

/* The entries have many sizes, so that evicting one may make room for several. */
Test(cache, finds_exactly_the_entries_that_it_counts)
{
    enum {
        TARGETS = 500,
        ROUNDS = 20000
    };
    struct cache *cache = cache_create(CEILING, &counts);
    uint32_t random = 1;
    char target[32];
    for (int i = 0; i < ROUNDS; i++) {
        random = random * 1664525 + 1013904223;
        snprintf(target, sizeof target, "/%u", (random >> 16) % TARGETS);
        if (!has(cache, target))
            store(cache, target, (random >> 8) % (CEILING / 16));
        cr_assert_leq(counter_read(&counts.bytes), CEILING);
        cr_assert(has(cache, target));
    }
    size_t found = 0;
    for (int i = 0; i < TARGETS; i++) {
        snprintf(target, sizeof target, "/%d", i);
        found += has(cache, target);
    }
    cr_expect_eq(found, counter_read(&counts.entries));
    cr_expect_gt(found, 10);
    cr_expect_gt(counter_read(&counts.evictions), ROUNDS / 2);
    cache_destroy(cache);
}

Test(cache, a_new_cache_starts_its_counts_at_0)
{
    struct cache *cache = cache_create(CEILING, &counts);
    cr_assert(cache);
    store(cache, "/papers", LENGTH);
    cr_assert_eq(counter_read(&counts.entries), 1);
    cache_destroy(cache);
    cache = cache_create(CEILING, &counts);
    cr_expect_eq(counter_read(&counts.entries), 0);
    cr_expect_eq(counter_read(&counts.bytes), 0);
    cache_destroy(cache);
}

/* CLOCK eviction: an entry that was used since the hand passed it gets a second chance. */
Test(cache, evicts_unused_entries_in_the_order_of_insertion)
{
    struct cache *cache = cache_create(CEILING, &counts);
    const int fit = CEILING / (LENGTH + 4200);
    char target[32];
    for (int i = 0; i < fit; i++) {
        snprintf(target, sizeof target, "/%d", i);
        store(cache, target, LENGTH);
    }
    cr_assert_eq(counter_read(&counts.evictions), 0);
    cr_assert(has(cache, "/0"));
    store(cache, "/new", CEILING / 16);
    cr_expect(has(cache, "/0"));
    cr_expect_not(has(cache, "/1"));
    snprintf(target, sizeof target, "/%d", fit - 1);
    cr_expect(has(cache, target));
    cr_expect(has(cache, "/new"));
    cache_destroy(cache);
}

Test(cache, entry_above_the_size_limit_is_not_stored)
{
    struct cache *cache = cache_create(CEILING, &counts);
    store(cache, "/papers", LENGTH);
    store(cache, "/everything", CEILING / 4);
    cr_expect(has(cache, "/papers"));
    cr_expect_not(has(cache, "/everything"));
    cache_destroy(cache);
}

Test(cache, cache_of_0_bytes_stores_nothing)
{
    struct cache *cache = cache_create(0, &counts);
    store(cache, "/papers", 0);
    cr_expect_not(has(cache, "/papers"));
    cache_destroy(cache);
}

/* Without memory an answer is stored with its whole key, or not at all. */
Test(cache, without_memory_an_answer_is_stored_whole_or_not_at_all)
{
    bool failed = true;
    size_t refused = 0;
    for (size_t i = 0; failed; i++) {
        struct cache *cache = cache_create(CEILING, &counts);
        cr_assert(cache);
        struct cache_entry *answer = make_answer(LENGTH);
        const struct cache_key key = key_of("/papers");
        failing_memory_begin(i);
        cache_insert(cache, &key, answer);
        failed = failing_memory_end();
        const struct cache_entry *found = cache_find(cache, &key);
        refused += !found;
        cr_expect_eq(found == NULL, failed, "%zu", i);
        if (found)
            cr_expect(found->target && found->accept && found->origin);
        store(cache, "/people", LENGTH);
        cr_expect(has(cache, "/people"));
        cache_destroy(cache);
    }
    cr_expect_geq(refused, 3);
}

/* Makes an entry of a new response while one allocation fails. Returns false if none has failed. */
static bool make_entry_without(size_t allocation, struct bodies *bodies)
{
    struct response response;
    response_init(&response);
    response.status = 200;
    response_add_header(&response, "ETag", "\"a\"");
    response_add_header(&response, "Last-Modified", "Thu, 02 Nov 2006 00:00:00 GMT");
    buffer_append_text(&response.body, "text");
    struct body *body = bodies_take(bodies, &response.body);
    cr_assert(body);
    failing_memory_begin(allocation);
    struct cache_entry *entry = cache_entry_create(&response, body);
    const bool failed = failing_memory_end();
    body_release(body);
    cr_expect_eq(entry == NULL, failed, "%zu", allocation);
    if (entry) {
        cr_expect_str_eq(entry->entity_tag, "\"a\"");
        cr_expect_str_eq(entry->last_modified, "Thu, 02 Nov 2006 00:00:00 GMT");
        cr_expect_eq(entry->length, 4);
    }
    cache_entry_destroy(entry);
    response_finish(&response);
    return failed;
}

Test(cache, an_entry_without_memory_for_a_part_is_none)
{
    static struct bodies bodies;
    size_t allocation = 0;
    bodies_init(&bodies, CEILING);
    while (make_entry_without(allocation, &bodies))
        allocation++;
    cr_expect_geq(allocation, 3);
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0, "a body leaks");
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0);
}
