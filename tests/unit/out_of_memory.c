/* Without memory an answer or an archive fails as a whole: no part is missing without an error, and
 * the next request is answered. */
#include "archive_fixture.h"
#include "failing_memory.h"
#include "load/load.h"
#include "select/event_archive.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Expects nothing of headers with URLs: one that cannot be written is left out. */
static bool has_headers_of(const struct response *response, const struct response *other)
{
    for (size_t i = 0; i < other->header_count; i++) {
        const char *name = other->headers[i].name, *value = response_header(response, name);
        if (strcmp(name, "Link") != 0 && strcmp(name, "Content-Location") != 0 &&
            (!value || strcmp(value, other->headers[i].value) != 0))
            return false;
    }
    return true;
}

static bool is_same(const struct response *left, const struct response *right)
{
    return left->status == right->status && left->body.length == right->body.length &&
           (left->body.length == 0 ||
            memcmp(left->body.bytes, right->body.bytes, left->body.length) == 0) &&
           has_headers_of(left, right) && has_headers_of(right, left);
}

/* Answers a request again and again; each time another allocation fails, every one or one of
 * `step`. */
static void expect_whole_or_503(const struct archive_fixture *fixture,
                                const struct request *request, size_t step)
{
    struct response whole;
    size_t failures = 0;
    bool failed = true;
    answer_request(fixture, request, &whole);
    for (; failed; failures += step) {
        struct response response, after;
        failing_memory_begin(failures);
        answer_request(fixture, request, &response);
        failed = failing_memory_end();
        cr_assert(response.status == 503 || is_same(&response, &whole), "%s: %u after %zu",
                  request->target, response.status, failures);
        cr_expect(failed || response.status != 503);
        answer_request(fixture, request, &after);
        cr_assert(is_same(&after, &whole), "%s: %u, the next time after %zu", request->target,
                  after.status, failures);
        response_finish(&response);
        response_finish(&after);
    }
    cr_expect_gt(failures, 3, "%s", request->target);
    response_finish(&whole);
}

Test(out_of_memory, an_answer_is_whole_or_503)
{
    static const char *const targets[] = {
        "/papers",
        "/papers?sort=-title&facet=kind,presenters.country&pretty",
        "/people?q=berg",
        "/people?include=papers.session",
        "/papers.csv",
        "/people.csv?q=almada",
        "/papers.bib",
        "/papers.csl.json",
        "/papers.ris",
        "/organizations.popolo.json",
        "/meetings.ics",
        "/people.jsonld",
        "/events.ndjson",
        "/papers/1",
        "/papers/1.csv",
        "/people/b-berg/papers",
        "/sessions/1",
        "/search?q=tide&type=paper",
        "/search?q=tide+\"night\"",
        "/compare?people=a-almada,b-berg",
        "/",
        "/context.jsonld",
        "/.well-known/api-catalog",
        "/schema.json",
        "/nothing",
        "/papers?limt=1&sort=titel",
        "/people.ics",
        "/papers/",
    };
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture, &(struct request){.target = targets[i]}, 1);
    archive_fixture_finish(&fixture);
}

/* A record with the fields that only later versions have, and times in a time zone. */
static const char zoned_record[] =
    "{'documents': [{'id': 'd', 'title': 'D', 'pages': 3,"
    "   'identifiers': [{'scheme': 'doi', 'value': '10.5555/d'}],"
    "   'sources': [{'document': 'd', 'pages': '1-2', 'quote': 'Tides'}]}],"
    " 'people': [{'id': 'p', 'name': 'Pia', 'sources': [{'document': 'd'}]}],"
    " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'time_zone': 'Europe/Lisbon',"
    "   'start_date': '2031-03-29T22:00', 'end_date': '2031-03-30T03:00', 'language': 'pt',"
    "   'web_links': [{'url': 'https://example.org/m', 'kind': 'page'}],"
    "   'sources': [{'document': 'd'}]}],"
    " 'agenda_items': [{'id': 'i', 'meeting': 'm', 'position': 1, 'title': 'I',"
    "   'start_date': '2031-03-30T00:30', 'duration': 'PT1H', 'sources': [{'document': 'd'}]}],"
    " 'decisions': [{'id': 'c', 'meeting': 'm', 'title': 'C', 'agenda_item': 'i',"
    "   'votes': [{'method': 'roll_call', 'ballots': [{'person': 'p', 'option': 'yes'}]}],"
    "   'sources': [{'document': 'd'}]}],"
    " 'actions': [{'id': 'a', 'meeting': 'm', 'text': 'Light it.', 'owners': ['people/p'],"
    "   'due_date': '2031-04', 'decision': 'c', 'sources': [{'document': 'd'}]}]}";

Test(out_of_memory, a_schedule_is_whole_or_503)
{
    static const char *const targets[] = {"/meetings/tides-2031.schedule.xml",
                                          "/meetings/tides-2031.schedule.json"};
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("tests/cases/import/schedules/tides.xml")));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture, &(struct request){.target = targets[i]}, 1);
    archive_fixture_finish(&fixture);
}

Test(out_of_memory, an_answer_with_times_and_votes_is_whole_or_503)
{
    static const char *const targets[] = {
        "/meetings.ics",
        "/agenda_items/i.ics",
        "/actions.ics",
        "/people/p/actions.ics",
        "/decisions.csv",
        "/decisions.jsonld",
        "/decisions?votes.ballots.person=p&votes.ballots.option=yes&facet=votes.ballots.option",
        "/actions?due_date__lt=2031-05-01T00:00Z&sort=due_date&include=decision",
    };
    struct archive_fixture fixture = archive_fixture_create(load_text(zoned_record));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture, &(struct request){.target = targets[i]}, 1);
    archive_fixture_finish(&fixture);
}

Test(out_of_memory, a_compressed_answer_is_whole_or_503)
{
    static const enum coding codings[] = {CODING_BROTLI, CODING_ZSTD, CODING_GZIP};
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        expect_whole_or_503(
            &fixture, &(struct request){.target = "/people?limit=3", .coding = {codings[i], false}},
            1);
    archive_fixture_finish(&fixture);
}

Test(out_of_memory, a_description_of_the_service_is_whole_or_503)
{
    static const char *const targets[] = {"/docs", "/openapi.json"};
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture, &(struct request){.target = targets[i]}, 7);
    archive_fixture_finish(&fixture);
}

Test(out_of_memory, a_page_is_whole_or_503)
{
    static const char *const targets[] = {"/", "/meetings/lisbon-2001", "/papers", "/search?q=tide",
                                          "/compare?people=a-almada,b-berg"};
    struct archive_fixture fixture = load_two_meetings();
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture,
                            &(struct request){.target = targets[i], .accept = "text/html"}, 7);
    archive_fixture_finish(&fixture);
}

/* With each allocation of a page that has all parts. */
Test(out_of_memory, a_page_of_a_record_with_every_field_is_whole_or_503)
{
    static const char *const targets[] = {
        "/index.html",
        "/meetings/keepers-2031.html",
        "/people/ada-lantern.html",
        "/papers/on-oil.html",
        "/papers.html?session=morning",
        "/proposals/buy-oil.html",
        "/decisions/oil-bought.html",
        "/documents/log.html",
        "/papers.html?limit=1&offset=1",
        "/search.html?q=oil&limit=1&offset=1",
    };
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("tests/cases/answers/every-field.json")));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_whole_or_503(&fixture, &(struct request){.target = targets[i]}, 1);
    archive_fixture_finish(&fixture);
}

/* Each request makes indexes: the selector must be new. */
static void expect_first_answer_whole_or_503(const char *target)
{
    bool failed = true;
    struct response whole;
    struct archive_fixture fixture = archive_fixture_create(load_events(300));
    get_answer(&fixture, target, &whole);
    cr_assert_eq(whole.status, 200, "%s", target);
    archive_fixture_finish(&fixture);
    for (size_t i = 0; failed; i++) {
        struct response response, after;
        fixture = archive_fixture_create(load_events(300));
        failing_memory_begin(i);
        get_answer(&fixture, target, &response);
        failed = failing_memory_end();
        get_answer(&fixture, target, &after);
        cr_assert(response.status == 503 || is_same(&response, &whole), "%s: %u after %zu", target,
                  response.status, i);
        cr_assert(is_same(&after, &whole), "%s: %u, the next time after %zu", target, after.status,
                  i);
        response_finish(&response);
        response_finish(&after);
        archive_fixture_finish(&fixture);
    }
    response_finish(&whole);
}

Test(out_of_memory, the_first_answer_from_a_long_list_is_whole_or_503)
{
    static const char *const targets[] = {
        "/events?sort=date,-title&limit=1",
        "/events?sort=-date&offset=250&limit=1",
        "/events?date__gte=1950&certainty=planned&limit=1",
        "/events?title__contains=1&facet=date,certainty&limit=1",
        "/events?q=harbour&sort=certainty,title&offset=40&limit=1",
    };
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        expect_first_answer_whole_or_503(targets[i]);
}

static char *read_case(const char *name, size_t *ret_length)
{
    FILE *file = fopen(source_path(name), "rb");
    char *text = calloc(1, 1 << 16);
    cr_assert(file && text, "%s", name);
    *ret_length = fread(text, 1, 1 << 16, file);
    cr_assert_lt(*ret_length, 1 << 16);
    fclose(file);
    return text;
}

/* Loads a file as often as it allocates memory. Each time it is loaded with the same result, or
 * reports that there is no memory. */
static void expect_same_load(const char *name, enum load_status expected, size_t fault_count)
{
    size_t length, failures = 0;
    char *text = read_case(name, &length);
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        struct archive *archive = NULL;
        struct faults faults;
        faults_init(&faults);
        failing_memory_begin(i);
        const enum load_status status = load_archive_text("text", text, length, &faults, &archive);
        failed = failing_memory_end();
        failures += status == LOAD_OUT_OF_MEMORY;
        cr_assert(status == expected || (failed && status == LOAD_OUT_OF_MEMORY),
                  "%s: %d after %zu", name, status, i);
        cr_expect_eq(archive != NULL, status == LOAD_SUCCEEDED);
        if (status == expected)
            cr_expect_eq(faults.errors.count, fault_count, "%s: %zu faults after %zu", name,
                         faults.errors.count, i);
        archive_destroy(archive);
        faults_finish(&faults);
    }
    cr_expect_gt(failures, 3, "%s", name);
    free(text);
}

Test(out_of_memory, a_file_is_loaded_whole_or_not_at_all)
{
    expect_same_load("tests/cases/valid/two-meetings.json", LOAD_SUCCEEDED, 0);
}

Test(out_of_memory, a_text_is_loaded_with_its_record_or_not_at_all)
{
    const char *const path =
        source_path("tests/cases/warnings/lines-of-a-text-that-no-record-cites/input.json");
    bool failed = true;
    size_t failures = 0;
    for (size_t i = 0; failed; i++) {
        struct archive *archive = NULL;
        struct faults faults;
        faults_init(&faults);
        failing_memory_begin(i);
        const enum load_status status = load_archive_files(&path, 1, &faults, &archive);
        failed = failing_memory_end();
        failures += status == LOAD_OUT_OF_MEMORY;
        cr_assert(status == LOAD_SUCCEEDED || (failed && status == LOAD_OUT_OF_MEMORY),
                  "%d after %zu", status, i);
        if (status == LOAD_SUCCEEDED) {
            cr_expect(archive_text(archive, find_record(archive, "documents", "minutes")));
            cr_expect_eq(faults.warnings.count, 2, "%zu after %zu", faults.warnings.count, i);
        }
        archive_destroy(archive);
        faults_finish(&faults);
    }
    cr_expect_gt(failures, 3);
}

/* A fault that cannot be listed is counted. */
Test(out_of_memory, the_faults_of_a_file_are_all_counted)
{
    static const struct {
        const char *name;
        size_t faults;
    } cases[] = {{"three-faults-at-once", 3},
                 {"dangling-reference-with-near-name", 1},
                 {"two-sessions-with-one-number", 1},
                 {"cyclic-topics", 3},
                 {"unknown-field", 1},
                 {"truncated", 1},
                 {"repeated-faults-of-two-fields", 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[200];
        snprintf(path, sizeof path, "tests/cases/invalid/%s/input.json", cases[i].name);
        expect_same_load(path, LOAD_FAULTY, cases[i].faults);
    }
}

Test(out_of_memory, the_indexes_of_an_archive_are_made_whole_or_not_at_all)
{
    bool failed = true;
    size_t failures = 0;
    for (size_t i = 0; failed; i++) {
        struct progress progress = {.step = NULL};
        struct snapshot_data data = {0};
        struct archive *archive = load_events(300);
        failing_memory_begin(i);
        const bool made = snapshot_data_init(&data, archive, &progress);
        failed = failing_memory_end();
        cr_expect(made || failed);
        failures += !made;
        if (made)
            snapshot_data_finish(&data);
    }
    cr_expect_gt(failures, 1);
}
