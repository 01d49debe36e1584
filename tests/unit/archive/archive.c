#include "archive/archive.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(archive, .init = start, .fini = stop);

Test(archive, collections_have_the_records_in_the_order_of_the_file)
{
    static const struct {
        const char *name, *first, *last;
        size_t count;
    } cases[] = {
        {"meetings", "lisbon-2001", "oslo-2002", 2},
        {"sessions", "lisbon-2001-session-1", "lisbon-2001-session-2", 3},
        {"agenda_items", "tide-tables", "tide-tables", 1},
        {"people", "a-almada", "c-cruz", 3},
        {"speakers", "a-almada", "b-berg", 2},
        {"organizations", "harbour-institute", "tide-department", 2},
        {"papers", "tides-at-night", "untitled", 2},
        {"discussions", "d1", "d2", 2},
        {"proposals", "p1", "p1", 1},
        {"decisions", "watch", "watch", 1},
        {"actions", "print", "print", 1},
        {"topics", "sea", "tides", 2},
        {"events", "high-water", "high-water", 1},
        {"documents", "minutes", "minutes", 1},
    };
    size_t count;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    cr_assert_eq(count, sizeof cases / sizeof *cases);
    for (size_t i = 0; i < count; i++) {
        cr_expect_str_eq(collections[i].name, cases[i].name);
        cr_assert_eq(collections[i].count, cases[i].count, "%s", cases[i].name);
        cr_expect_str_eq(record_id(collections[i].records[0]), cases[i].first);
        cr_expect_str_eq(record_id(collections[i].records[cases[i].count - 1]), cases[i].last);
    }
}

Test(archive, relations_lead_both_ways_and_have_each_member_once)
{
    static const struct {
        const char *collection, *id, *relation, *members;
    } cases[] = {
        {"papers", "tides-at-night", "presenters", "b-berg a-almada"},
        {"papers", "tides-at-night", "session", "lisbon-2001-session-1"},
        {"papers", "tides-at-night", "meeting", "lisbon-2001"},
        {"papers", "tides-at-night", "proposals", "p1"},
        {"papers", "untitled", "topics", ""},
        {"papers", "untitled", "earlier_version", ""},
        {"people", "b-berg", "papers", "tides-at-night untitled"},
        {"people", "b-berg", "discussions", "d1 d2"},
        {"people", "a-almada", "sessions", "lisbon-2001-session-1"},
        {"people", "c-cruz", "papers", ""},
        {"sessions", "lisbon-2001-session-1", "papers", "tides-at-night untitled"},
        {"sessions", "oslo-2002-session-1", "papers", ""},
        {"meetings", "lisbon-2001", "papers", "tides-at-night untitled"},
        {"meetings", "lisbon-2001", "sessions", "lisbon-2001-session-1 lisbon-2001-session-2"},
        {"meetings", "lisbon-2001", "proposals", "p1"},
        {"meetings", "lisbon-2001", "people", "a-almada b-berg c-cruz"},
        {"meetings", "lisbon-2001", "documents", "minutes"},
        {"meetings", "lisbon-2001", "organizations", "harbour-institute"},
        {"meetings", "oslo-2002", "people", "b-berg"},
        {"meetings", "oslo-2002", "sessions", "oslo-2002-session-1"},
        {"organizations", "harbour-institute", "people", "a-almada"},
        {"organizations", "harbour-institute", "parts", "tide-department"},
        {"topics", "sea", "narrower", "tides"},
        {"topics", "tides", "papers", "tides-at-night"},
        {"discussions", "d2", "proposals", "p1"},
        {"discussions", "d1", "addressed_to", "b-berg"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct record *owner = find_record(fixture.archive, cases[i].collection, cases[i].id);
        cr_expect_str_eq(related_ids(fixture.archive, owner, cases[i].relation), cases[i].members,
                         "%s/%s/%s", cases[i].collection, cases[i].id, cases[i].relation);
    }
}

Test(archive, a_number_finds_every_record_that_has_it)
{
    static const struct {
        const char *collection;
        int64_t number;
        size_t count;
    } cases[] = {{"sessions", 1, 2}, {"sessions", 2, 1}, {"sessions", 3, 0}, {"sessions", 0, 0},
                 {"papers", 2, 1},   {"meetings", 2, 1}, {"people", 1, 0},   {"topics", 1, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct record *found[4];
        const char *name = cases[i].collection;
        const struct collection *collection =
            archive_collection(fixture.archive, name, strlen(name));
        cr_expect_eq(archive_find_numbered(fixture.archive, collection, cases[i].number, found, 4),
                     cases[i].count, "%s %lld", name, (long long)cases[i].number);
        for (size_t j = 0; j < cases[i].count; j++)
            cr_expect_eq(record_value(found[j], ROLE_NUMBER)->integer, cases[i].number);
    }
}

Test(archive, a_label_is_the_title_else_the_description)
{
    static const struct {
        const char *collection, *id, *label;
    } cases[] = {{"papers", "tides-at-night", "Tides at Night"},
                 {"sessions", "lisbon-2001-session-2", "Talk."},
                 {"people", "b-berg", "B. Berg"},
                 {"discussions", "d1", "Why at night?"},
                 {"topics", "sea", "The sea"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(
            record_label(find_record(fixture.archive, cases[i].collection, cases[i].id))->text,
            cases[i].label);
    cr_expect(
        strstr(record_label(find_record(fixture.archive, "papers", "untitled"))->text, "A paper"));
}

/* Finds the written label of a topic whose label has `length` letters, with a space after 60
 * of them if `is_cut_at_space`. */
static void check_written_label(size_t length, bool is_cut_at_space, const char *expected)
{
    char text[400], label[RECORD_LABEL_MAX], letters[200] = "";
    memset(letters, 'a', length);
    if (is_cut_at_space)
        letters[60] = ' ';
    snprintf(text, sizeof text, "{'topics': [{'id': 't', 'label': '%s'}]}", letters);
    struct archive *archive = load_text(text);
    const size_t written = record_write_label(find_record(archive, "topics", "t"), label);
    cr_expect_eq(written, strlen(label));
    cr_expect_str_eq(label, expected ? expected : letters, "%zu: %s", length, label);
    archive_destroy(archive);
}

Test(archive, a_label_of_more_than_100_bytes_is_cut)
{
    char cut[120] = "", words[120] = "";
    memset(cut, 'a', 100);
    strcat(cut, "\u2026");
    memset(words, 'a', 60);
    strcat(words, "\u2026");
    check_written_label(99, false, NULL);
    check_written_label(100, false, NULL);
    check_written_label(100, true, NULL);
    check_written_label(101, false, cut);
    check_written_label(101, true, words);
}

Test(archive, a_person_who_only_attended_is_not_a_speaker)
{
    const struct collection *speakers = archive_collection(fixture.archive, "speakers", 8);
    cr_expect_not_null(archive_find(fixture.archive, speakers, "b-berg", 6));
    cr_expect_null(archive_find(fixture.archive, speakers, "c-cruz", 6));
    cr_expect_null(archive_find(fixture.archive, speakers, "nobody", 6));
}
