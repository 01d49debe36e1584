/* Compares selections for random queries with a slow but obvious implementation (naive_query.h). */
#include "archive_fixture.h"
#include "query/query.h"
#include "select/naive_query.h"
#include "select/random_archive.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    QUESTIONS = 2000,
    FEW = 3, /* filters, values or keys of most questions */
    KEYS = 3,
    ROOM = 2000 /* bytes of a target that hold any filter */
};

/* A field path of a list that queries can filter by. */
struct askable {
    const char *path;
    enum naive_kind kind;
    const char *const *pool; /* the texts to choose from; NULL for numbers and for references */
    char prefix;             /* of the ids of references */
    size_t count;
    bool sortable;
};

static const char *const paper_kinds[] = {"paper", "update", "remarks", NULL};
static const char *const roles[] = {"chair", "presenter", "participant", NULL};

static const struct askable of_papers[] = {
    {"number", NAIVE_NUMBER, NULL, 0, 0, true},
    {"title", NAIVE_TEXT, random_texts, 0, 0, true},
    {"kind", NAIVE_TEXT, paper_kinds, 0, 0, true},
    {"presenters", NAIVE_REFERENCE, NULL, 'p', 300, false},
    {"presenters.country", NAIVE_TEXT, random_countries, 0, 0, true},
    {"presenters.name", NAIVE_TEXT, random_texts, 0, 0, true},
    {"topics", NAIVE_REFERENCE, NULL, 't', 12, false},
    {"session", NAIVE_REFERENCE, NULL, 's', 130, false},
    {"session.title", NAIVE_TEXT, random_texts, 0, 0, true},
    {"session.meeting", NAIVE_REFERENCE, NULL, 'm', 130, false},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};
static const struct askable of_meetings[] = {
    {"start_date", NAIVE_DATE, random_dates, 0, 0, true},
    {"country", NAIVE_TEXT, random_countries, 0, 0, true},
    {"participants_stated", NAIVE_NUMBER, NULL, 0, 0, true},
    {"host", NAIVE_REFERENCE, NULL, 'o', 30, false},
    {"host.country", NAIVE_TEXT, random_countries, 0, 0, true},
    {"name", NAIVE_TEXT, random_texts, 0, 0, true},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};
static const struct askable of_people[] = {
    {"country", NAIVE_TEXT, random_countries, 0, 0, true},
    {"name", NAIVE_TEXT, random_texts, 0, 0, true},
    {"attendance.roles", NAIVE_TEXT, roles, 0, 0, false},
    {"attendance.meeting", NAIVE_REFERENCE, NULL, 'm', 130, false},
    {"represents", NAIVE_REFERENCE, NULL, 'o', 30, false},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};
static const struct askable of_events[] = {
    {"date", NAIVE_DATE, random_dates, 0, 0, true},
    {"title", NAIVE_TEXT, random_texts, 0, 0, true},
    {"meeting.start_date", NAIVE_DATE, random_dates, 0, 0, true},
    {"meeting", NAIVE_REFERENCE, NULL, 'm', 130, false},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};

static const struct askable of_decisions[] = {
    {"title", NAIVE_TEXT, random_texts, 0, 0, true},
    {"result", NAIVE_TEXT, random_results, 0, 0, true},
    {"meeting.start_date", NAIVE_DATE, random_dates, 0, 0, true},
    {"votes.method", NAIVE_TEXT, random_methods, 0, 0, false},
    {"votes.ballots.option", NAIVE_TEXT, random_options, 0, 0, false},
    {"votes.ballots.person", NAIVE_REFERENCE, NULL, 'p', 20, false},
    {"votes.ballots.person.country", NAIVE_TEXT, random_countries, 0, 0, false},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};
static const struct askable of_actions[] = {
    {"due_date", NAIVE_DATE, random_dates, 0, 0, true},
    {"text", NAIVE_TEXT, random_texts, 0, 0, true},
    {"decision.result", NAIVE_TEXT, random_results, 0, 0, true},
    {NULL, NAIVE_TEXT, NULL, 0, 0, false}};

static const char *const searches[] = {
    "tides", "winds",        "energy security", "\"tides at night\"",
    "har*",  "tides -night", "nowhere",         NULL};

static const struct {
    const char *list, *type;
    const struct askable *askable;
} lists[] = {
    {"/papers", "paper", of_papers},
    {"/meetings", "meeting", of_meetings},
    {"/people", "person", of_people},
    {"/speakers", "person", of_people},
    {"/events", "event", of_events},
    {"/decisions", "decision", of_decisions},
    {"/actions", "action", of_actions},
    {"/topics/t-0/papers", "paper", of_papers},
    {"/people/p-0/papers", "paper", of_papers},
    {"/organizations/o-0/people", "person", of_people},
};

enum {
    LISTS = sizeof lists / sizeof *lists
};

struct question {
    char target[TARGET_BYTES_MAX + 1];
    struct naive_filter filters[QUERY_FILTERS_MAX];
    size_t filter_count;
    struct naive_key keys[KEYS];
    size_t key_count;
    const struct askable *facet; /* or NULL */
    const char *words;           /* the search terms, or NULL */
    size_t limit, offset;
    char values[QUERY_FILTERS_MAX][NAIVE_VALUES_MAX][80]; /* the memory of the values of filters */
};

static void append(struct question *question, const char *text)
{
    strcat(question->target, text);
}

/* Appends a value, with a backslash before commas and with all characters except letters and digits
 * percent-encoded. */
static void append_encoded(struct question *question, const char *text)
{
    for (; *text; text++) {
        char encoded[8];
        const unsigned char c = (unsigned char)*text;
        if (c == ',')
            append(question, "%5C");
        snprintf(encoded, sizeof encoded,
                 (c >= '0' && c <= '9') || (c | 32) >= 'a' ? "%c" : "%%%02X", c);
        if (c >= 0x80)
            snprintf(encoded, sizeof encoded, "%%%02X", c);
        append(question, encoded);
    }
}

static const struct askable *choose(struct random *random, const struct askable *askable)
{
    size_t count = 0;
    while (askable[count].path)
        count++;
    return &askable[random_below(random, count)];
}

static const char *choose_comparison(struct random *random, enum naive_kind kind)
{
    static const char *const of_texts[] = {"",    "",         "not",        "gt",     "gte", "lt",
                                           "lte", "contains", "startswith", "isnull", NULL};
    static const char *const of_numbers[] = {"", "not", "gt", "gte", "lt", "lte", "isnull", NULL};
    static const char *const of_references[] = {"", "", "not", "isnull", NULL};
    return random_of(random, kind == NAIVE_NUMBER      ? of_numbers
                             : kind == NAIVE_REFERENCE ? of_references
                                                       : of_texts);
}

static void choose_value(struct random *random, const struct askable *askable,
                         const char *comparison, char value[80])
{
    if (strcmp(comparison, "isnull") == 0)
        snprintf(value, 80, "%s", random_below(random, 2) ? "true" : "false");
    else if (askable->pool)
        snprintf(value, 80, "%s", random_of(random, askable->pool));
    else if (askable->kind == NAIVE_NUMBER)
        snprintf(value, 80, "%zu", random_below(random, 45));
    else
        snprintf(value, 80, "%c-%zu", askable->prefix,
                 random_below(random, askable->count) * 7919 % 10007);
    /* Cut the text after a whole character. */
    if (strcmp(comparison, "contains") == 0 || strcmp(comparison, "startswith") == 0)
        for (size_t i = 1 + random_below(random, 4); i < 80; i++)
            if (((unsigned char)value[i] & 0xc0) != 0x80) {
                value[i] = '\0';
                break;
            }
}

static bool is_filtered(const struct question *question, const char *path, const char *comparison)
{
    for (size_t i = 0; i < question->filter_count; i++)
        if (strcmp(question->filters[i].path, path) == 0 &&
            strcmp(question->filters[i].comparison, comparison) == 0)
            return true;
    return false;
}

/* Returns a number below FEW, and rarely one below `bound`. */
static size_t few(struct random *random, size_t bound)
{
    return random_below(random, random_below(random, 20) ? FEW : bound);
}

static void add_filter(struct random *random, const struct askable *askable,
                       struct question *question)
{
    const char *comparison = choose_comparison(random, askable->kind);
    struct naive_filter *filter = &question->filters[question->filter_count];
    if (is_filtered(question, askable->path, comparison) ||
        strlen(question->target) + ROOM > TARGET_BYTES_MAX)
        return;
    *filter = (struct naive_filter){
        .path = askable->path, .kind = askable->kind, .comparison = comparison};
    append(question, "&");
    append(question, askable->path);
    append(question, *comparison ? "__" : "");
    append(question, comparison);
    append(question, "=");
    const size_t count = strcmp(comparison, "isnull") ? 1 + few(random, NAIVE_VALUES_MAX) : 1;
    for (size_t i = 0; i < count; i++) {
        char *value = question->values[question->filter_count][i];
        choose_value(random, askable, comparison, value);
        filter->values[i] = value;
        append(question, i ? "," : "");
        append_encoded(question, value);
    }
    question->filter_count++;
}

static void add_keys(struct random *random, const struct askable *askable,
                     struct question *question)
{
    for (size_t left = random_below(random, KEYS + 1); left > 0; left--) {
        const struct askable *chosen = choose(random, askable);
        if (!chosen->sortable)
            continue;
        struct naive_key *key = &question->keys[question->key_count];
        *key = (struct naive_key){chosen->path, chosen->kind, random_below(random, 2)};
        append(question, question->key_count++ ? "," : "&sort=");
        append(question, key->descending ? "-" : "");
        append(question, key->path);
    }
}

static void ask(struct random *random, const char *list, const struct askable *askable,
                struct question *question)
{
    *question = (struct question){.limit = 1 + random_below(random, 40),
                                  .offset = random_below(random, 3) ? random_below(random, 30)
                                                                    : random_below(random, 400)};
    snprintf(question->target, sizeof question->target, "%s?limit=%zu&offset=%zu", list,
             question->limit, question->offset);
    for (size_t left = few(random, 2 * QUERY_FILTERS_MAX); left > 0; left--)
        if (question->filter_count < QUERY_FILTERS_MAX)
            add_filter(random, choose(random, askable), question);
    add_keys(random, askable, question);
    if (random_below(random, 4) == 0) {
        question->words = random_of(random, searches);
        append(question, "&q=");
        append_encoded(question, question->words);
    }
    if (random_below(random, 3) == 0) {
        question->facet = choose(random, askable);
        append(question, "&facet=");
        append(question, question->facet->path);
    }
}

/* Returns all records of a list, which it requests page by page. */
static json_t *all_of(const struct archive_fixture *fixture, const char *list)
{
    json_t *all = json_array();
    for (size_t offset = 0;; offset += 1000) {
        char target[100];
        snprintf(target, sizeof target, "%s?limit=1000&offset=%zu", list, offset);
        json_t *page = answer_json(fixture, target, 200, NULL);
        json_array_extend(all, json_object_get(page, "data"));
        const bool more = !json_is_null(json_object_get(json_object_get(page, "links"), "next"));
        json_decref(page);
        if (!more)
            return all;
    }
}

static json_t *world_of(const struct archive_fixture *fixture)
{
    json_t *world = json_object();
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char list[40];
        snprintf(list, sizeof list, "/%s", record_types[i]->collection);
        json_t *all = all_of(fixture, list), *by_id = json_object(), *record;
        size_t j;
        json_array_foreach(all, j, record)
            json_object_set(by_id, json_string_value(json_object_get(record, "id")), record);
        json_object_set_new(world, record_types[i]->name, by_id);
        json_decref(all);
    }
    return world;
}

/* Returns a new array of those records of a list that /search finds. */
static json_t *restrict_to_found(const struct archive_fixture *fixture, json_t *list,
                                 const char *type, const char *words)
{
    struct question search = {.target = "/search?limit=1000&type="};
    json_t *restricted = json_array(), *ids = json_object(), *record;
    size_t i;
    append(&search, type);
    append(&search, "&q=");
    append_encoded(&search, words);
    json_t *answer = answer_json(fixture, search.target, 200, NULL);
    json_array_foreach(json_object_get(answer, "data"), i, record)
        json_object_set_new(ids, text_of(record, "id"), json_true());
    json_array_foreach(list, i, record) if (json_object_get(ids, text_of(record, "id")))
        json_array_append(restricted, record);
    json_decref(answer);
    json_decref(ids);
    return restricted;
}

static void compare_page(const struct question *question, json_t *answer, json_t *expected)
{
    json_t *data = json_object_get(answer, "data");
    const size_t total = json_array_size(expected);
    const size_t left = question->offset < total ? total - question->offset : 0;
    cr_assert_eq(
        (size_t)json_integer_value(json_object_get(json_object_get(answer, "meta"), "total")),
        total, "%s", question->target);
    cr_assert_eq(json_array_size(data), left < question->limit ? left : question->limit, "%s",
                 question->target);
    for (size_t i = 0; i < json_array_size(data); i++)
        cr_assert(
            json_equal(json_array_get(data, i), json_array_get(expected, question->offset + i)),
            "%s: record %zu", question->target, i);
}

static void compare_facet(const struct question *question, json_t *answer, json_t *expected)
{
    json_t *facets = json_object_get(json_object_get(answer, "meta"), "facets");
    json_t *facet = json_object_get(facets, question->facet->path);
    cr_assert_eq(json_array_size(facet), json_array_size(expected), "%s", question->target);
    for (size_t i = 0; i < json_array_size(facet); i++) {
        json_t *one = json_array_get(facet, i), *other = json_array_get(expected, i);
        cr_assert(json_equal(json_object_get(one, "value"), json_object_get(other, "value")) &&
                      json_equal(json_object_get(one, "count"), json_object_get(other, "count")),
                  "%s: value %zu", question->target, i);
    }
}

static void check(const struct archive_fixture *fixture, json_t *world, json_t *list,
                  const char *type, const struct question *question)
{
    json_t *answer = answer_json(fixture, question->target, 200, NULL);
    json_t *found = question->words ? restrict_to_found(fixture, list, type, question->words)
                                    : json_incref(list);
    json_t *expected = naive_select(world, found, question->filters, question->filter_count,
                                    question->keys, question->key_count);
    json_decref(found);
    compare_page(question, answer, expected);
    if (question->facet) {
        json_t *counts = naive_facet(world, expected, question->facet->path, question->facet->kind);
        compare_facet(question, answer, counts);
        json_decref(counts);
    }
    json_decref(expected);
    json_decref(answer);
}

Test(selection, random_queries_get_the_same_answers_as_naive_queries)
{
    struct random random = {seed()};
    struct question question;
    fprintf(stderr, "selection: RAPPORTEUR_SEED=%llu\n", (unsigned long long)random.state);
    struct archive_fixture fixture = archive_fixture_create(load_random_archive(&random));
    json_t *world = world_of(&fixture), *all[LISTS];
    for (size_t i = 0; i < LISTS; i++)
        all[i] = all_of(&fixture, lists[i].list);
    for (size_t i = 0; i < tries(QUESTIONS); i++) {
        const size_t list = random_below(&random, LISTS);
        ask(&random, lists[list].list, lists[list].askable, &question);
        check(&fixture, world, all[list], lists[list].type, &question);
    }
    for (size_t i = 0; i < LISTS; i++)
        json_decref(all[i]);
    json_decref(world);
    archive_fixture_finish(&fixture);
}
