#include "select/random_archive.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Spellings of the same texts stand together. After a change of these texts, run
 * tests/tools/collation/expected_texts.py. */
const char *const random_texts[] = {
    "Tides", "tides at night", "Winds, waves", "winds", "\"Harbours\"", "energy security", "Energy",
    "back\\slash", "100% of it", "under_score", "Item 2", "Item 10", "Item १०", "item 100",
    /* Latin */
    "Äpfel & Birnen", "a\u0308PFEL & Birnen", "Łódź", "LODZ", "Straße", "STRASSE", "O\u2019Brien",
    "O'Brien", "ﬁlm", "Film",
    /* Greek, Cyrillic, Armenian, Georgian */
    "Σίσυφος", "ΣΙΣΥΦΟΣ", "Фёдор", "ФЕДОР", "Й", "и", "Երևան", "ԵՐԵՒԱՆ", "თბილისი",
    "ᲗᲑᲘᲚᲘᲡᲘ",
    /* Hebrew, Arabic */
    "שָׁלוֹם", "שלום", "مُحَمَّد", "محمد", "مـحمد",
    /* Devanagari, Thai */
    "हिन्दी", "क\u093cलम", "\u0958लम", "ไทย", "นํ้า",
    /* Japanese, Chinese, Korean */
    "カガ", "ｶｶﾞ", "かき", "がき", "山田　太郎", "山田 太郎", "한국", "\u1112\u1161\u11ab국", NULL};
const char *const random_dates[] = {"2001",
                                    "2001-03",
                                    "2001-03-01",
                                    "2001-03~",
                                    "2001?",
                                    "199X",
                                    "2002-05-XX",
                                    "2001-21",
                                    "2003-XX",
                                    "-0044-03-15",
                                    "2001/2003",
                                    "../2002",
                                    "2002-05/..",
                                    "Y17000",
                                    "2001-03-02",
                                    "2002-12-31",
                                    "2001-03-01T23:30:00Z",
                                    "2001-03-02T01:30+02:00",
                                    "2001-03-01T23:30-01:00",
                                    NULL};
const char *const random_results[] = {"adopted", "rejected", "deferred", NULL};
const char *const random_methods[] = {"roll_call", "electronic", NULL};
const char *const random_options[] = {"yes", "no", "abstain", NULL};
const char *const random_countries[] = {"CN", "JP", "KR", "US", "AU", NULL};

/* Returns the next random number, by splitmix64. */
static uint64_t next(struct random *random)
{
    uint64_t value = random->state += UINT64_C(0x9e3779b97f4a7c15);
    value = (value ^ value >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ value >> 27) * UINT64_C(0x94d049bb133111eb);
    return value ^ value >> 31;
}

size_t random_below(struct random *random, size_t bound)
{
    return (size_t)(next(random) % bound);
}

const char *random_of(struct random *random, const char *const *texts)
{
    size_t count = 0;
    while (texts[count])
        count++;
    return texts[random_below(random, count)];
}

enum {
    MEETINGS = 130,
    PEOPLE = 300,
    ORGANIZATIONS = 30,
    TOPICS = 12,
    PAPERS = 390,
    EVENTS = 270,
    DECISIONS = 260,
    ACTIONS = 300,
    VOTERS = 20
};

/* Returns an id; the order of ids differs from the order of the records. */
static const char *id_of(char prefix, size_t number)
{
    static char id[40];
    snprintf(id, sizeof id, "%c-%zu", prefix, number * 7919 % 10007);
    return id;
}

static const char *random_id(struct random *random, char prefix, size_t count)
{
    return id_of(prefix, random_below(random, count));
}

/* Sets a text, except in one of four cases. */
static void set_maybe(struct random *random, json_t *record, const char *name, const char *text)
{
    if (random_below(random, 4))
        json_object_set_new(record, name, json_string(text));
}

static json_t *random_ids(struct random *random, char prefix, size_t count, size_t at_least)
{
    json_t *ids = json_array();
    for (size_t left = at_least + random_below(random, 3); left > 0; left--)
        json_array_append_new(ids, json_string(random_id(random, prefix, count)));
    return ids;
}

static json_t *make_record(char prefix, size_t number)
{
    json_t *record = json_object();
    json_object_set_new(record, "id", json_string(id_of(prefix, number)));
    json_object_set_new(record, "sources", json_pack("[{s:s}]", "document", "d-0"));
    return record;
}

static json_t *make_meeting(struct random *random, size_t number)
{
    json_t *record = make_record('m', number);
    json_object_set_new(record, "name", json_string(random_of(random, random_texts)));
    json_object_set_new(record, "status",
                        json_string(random_below(random, 5) ? "held" : "planned"));
    set_maybe(random, record, "start_date", random_of(random, random_dates));
    set_maybe(random, record, "country", random_of(random, random_countries));
    set_maybe(random, record, "host", random_id(random, 'o', ORGANIZATIONS));
    if (random_below(random, 3))
        json_object_set_new(record, "participants_stated",
                            json_integer((json_int_t)random_below(random, 40)));
    return record;
}

static json_t *make_organization(struct random *random, size_t number)
{
    json_t *record = make_record('o', number);
    json_object_set_new(record, "name", json_string(random_of(random, random_texts)));
    set_maybe(random, record, "country", random_of(random, random_countries));
    return record;
}

static json_t *make_person(struct random *random, size_t number)
{
    static const char *const roles[] = {"chair", "presenter", "participant", NULL};
    json_t *record = make_record('p', number), *attendance = json_array();
    json_object_set_new(record, "name", json_string(random_of(random, random_texts)));
    set_maybe(random, record, "country", random_of(random, random_countries));
    set_maybe(random, record, "represents", random_id(random, 'o', ORGANIZATIONS));
    for (size_t left = random_below(random, 4); left > 0; left--)
        json_array_append_new(
            attendance, json_pack("{s:s, s:[s, s]}", "meeting", random_id(random, 'm', MEETINGS),
                                  "roles", random_of(random, roles), random_of(random, roles)));
    json_object_set_new(record, "attendance", attendance);
    return record;
}

static json_t *make_session(struct random *random, size_t number)
{
    json_t *record = make_record('s', number);
    json_object_set_new(record, "meeting", json_string(id_of('m', number)));
    json_object_set_new(record, "number", json_integer(1));
    set_maybe(random, record, "title", random_of(random, random_texts));
    set_maybe(random, record, "chair", random_id(random, 'p', PEOPLE));
    return record;
}

/* Makes a paper: each session has three papers, and each meeting has one session. */
static json_t *make_paper(struct random *random, size_t number)
{
    static const char *const kinds[] = {"paper", "update", "remarks", NULL};
    json_t *record = make_record('q', number);
    json_object_set_new(record, "session", json_string(id_of('s', number / 3)));
    json_object_set_new(record, "number", json_integer((json_int_t)(number % 3 + 1)));
    json_object_set_new(record, "position", json_integer((json_int_t)(number % 3 + 1)));
    json_object_set_new(record, "presenters", random_ids(random, 'p', PEOPLE, 1));
    json_object_set_new(record, "topics", random_ids(random, 't', TOPICS, 0));
    set_maybe(random, record, "title", random_of(random, random_texts));
    set_maybe(random, record, "kind", random_of(random, kinds));
    return record;
}

/* Makes a decision with votes, each of a few ballots. */
static json_t *make_decision(struct random *random, size_t number)
{
    json_t *record = make_record('r', number), *votes = json_array();
    json_object_set_new(record, "title", json_string(random_of(random, random_texts)));
    json_object_set_new(record, "meeting", json_string(random_id(random, 'm', MEETINGS)));
    set_maybe(random, record, "result", random_of(random, random_results));
    for (size_t left = random_below(random, 3); left > 0; left--) {
        json_t *ballots = json_array();
        for (size_t more = random_below(random, 5); more > 0; more--)
            json_array_append_new(ballots,
                                  json_pack("{s:s, s:s}", "person", random_id(random, 'p', VOTERS),
                                            "option", random_of(random, random_options)));
        json_array_append_new(votes,
                              json_pack("{s:s, s:o}", "method", random_of(random, random_methods),
                                        "ballots", ballots));
    }
    json_object_set_new(record, "votes", votes);
    return record;
}

static json_t *make_action(struct random *random, size_t number)
{
    json_t *record = make_record('a', number);
    json_object_set_new(record, "text", json_string(random_of(random, random_texts)));
    json_object_set_new(record, "meeting", json_string(random_id(random, 'm', MEETINGS)));
    set_maybe(random, record, "due_date", random_of(random, random_dates));
    if (number < DECISIONS)
        set_maybe(random, record, "decision", id_of('r', number));
    return record;
}

static json_t *make_topic(struct random *random, size_t number)
{
    json_t *record = make_record('t', number);
    json_object_set_new(record, "label", json_string(random_of(random, random_texts)));
    return record;
}

static json_t *make_event(struct random *random, size_t number)
{
    json_t *record = make_record('e', number);
    json_object_set_new(record, "title", json_string(random_of(random, random_texts)));
    set_maybe(random, record, "date", random_of(random, random_dates));
    set_maybe(random, record, "meeting", random_id(random, 'm', MEETINGS));
    return record;
}

static json_t *make_document(struct random *random, size_t number)
{
    (void)random;
    json_t *record = make_record('d', number);
    json_object_set_new(record, "title", json_string("Minutes"));
    return record;
}

static char *make_text(struct random *random)
{
    static const struct {
        const char *collection;
        json_t *(*make)(struct random *random, size_t number);
        size_t count;
    } rows[] = {
        {"meetings", make_meeting, MEETINGS}, {"organizations", make_organization, ORGANIZATIONS},
        {"people", make_person, PEOPLE},      {"sessions", make_session, MEETINGS},
        {"papers", make_paper, PAPERS},       {"topics", make_topic, TOPICS},
        {"events", make_event, EVENTS},       {"decisions", make_decision, DECISIONS},
        {"actions", make_action, ACTIONS},    {"documents", make_document, 1}};
    json_t *file = json_object();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *records = json_array();
        for (size_t j = 0; j < rows[i].count; j++)
            json_array_append_new(records, rows[i].make(random, j));
        json_object_set_new(file, rows[i].collection, records);
    }
    char *text = json_dumps(file, JSON_INDENT(1));
    json_decref(file);
    return text;
}

struct archive *load_random_archive(struct random *random)
{
    char *text = make_text(random);
    struct archive *archive = load_json(text);
    free(text);
    return archive;
}
