/* Pages and files that are cut or have fewer links because they are too long. */
#include "archive_fixture.h"
#include "formats/format.h"
#include "router.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVENTS = 70,
    MEETING_BYTES = 1024 * 1024
};

/* Loads events with the ids e-10, e-11 and so on. Each is a MiB long if it includes its meeting. */
static struct archive_fixture load_events_of_a_long_meeting(void)
{
    char *text = malloc((size_t)EVENTS * 200 + MEETING_BYTES + 1000);
    cr_assert(text);
    size_t used = (size_t)sprintf(text, "{\"documents\":[{\"id\":\"d\",\"title\":\"D\","
                                        "\"sources\":[{\"document\":\"d\"}]}],"
                                        "\"meetings\":[{\"id\":\"m\",\"name\":\"");
    memset(text + used, '.', MEETING_BYTES);
    used += MEETING_BYTES;
    used += (size_t)sprintf(text + used, "\",\"status\":\"held\","
                                         "\"sources\":[{\"document\":\"d\"}]}],\"events\":[");
    for (int i = 0; i < EVENTS; i++)
        used += (size_t)sprintf(text + used,
                                "%s{\"id\":\"e-%d\",\"title\":\"E\",\"meeting\":\"m\","
                                "\"sources\":[{\"document\":\"d\"}]}",
                                i ? "," : "", i + 10);
    sprintf(text + used, "]}");
    struct archive *archive = load_json(text);
    free(text);
    return archive_fixture_create(archive);
}

/* Counts the records of a file in newline-delimited JSON, and checks that they are those from
 * number `first` on. */
static size_t count_records(const struct response *response, int first)
{
    size_t count = 0;
    const char *line = response->body.bytes, *end = line + response->body.length;
    for (; line < end; count++) {
        char start[40];
        const int length = sprintf(start, "{\"id\":\"e-%d\"", first + 10 + (int)count);
        cr_assert_eq(strncmp(line, start, (size_t)length), 0, "%.20s is not %s", line, start);
        line = memchr(line, '\n', (size_t)(end - line));
        cr_assert(line, "the last record is whole");
        line++;
    }
    return count;
}

/* Copies the target of the link with rel="next". Returns false if there is none. */
static bool find_next(const struct response *response, char target[200])
{
    const char *link = response_header(response, "Link");
    const char *next = link ? strstr(link, ">; rel=\"next\"") : NULL;
    if (!next)
        return false;
    const char *begin = next;
    while (*begin != '<')
        begin--;
    snprintf(target, 200, "%.*s", (int)(next - begin - 1), begin + 1);
    return true;
}

Test(page, a_file_cut_at_32_mib_links_to_the_first_record_left_out)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    char target[200] = "/events.ndjson?include=meeting";
    size_t records = 0, files = 0;
    bool more = true;
    for (; more; files++) {
        struct response response;
        get_answer(&fixture, target, &response);
        cr_assert_eq(response.status, 200, "%s: %u", target, response.status);
        const size_t length = response.body.length;
        const size_t count = count_records(&response, (int)records);
        more = find_next(&response, target);
        cr_expect(!more || length > FILE_BYTES_MAX, "a file is not cut before the limit");
        cr_expect(length - length / count <= FILE_BYTES_MAX,
                  "a file ends after the record that makes it longer than the limit");
        records += count;
        response_finish(&response);
    }
    cr_expect_eq(records, EVENTS);
    cr_expect_eq(files, 3);
    archive_fixture_finish(&fixture);
}

Test(page, a_page_of_json_is_not_cut)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    json_t *page = answer_json(&fixture, "/events?include=meeting&limit=7", 200, NULL);
    cr_expect_eq(json_array_size(json_object_get(page, "data")), 7);
    cr_expect_str_eq(text_of(json_object_get(page, "links"), "next"),
                     "/events?include=meeting&limit=7&offset=7");
    json_decref(page);
    archive_fixture_finish(&fixture);
}

Test(page, json_longer_than_8_mib_is_400_and_names_what_to_narrow)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    json_t *problem = answer_json(&fixture, "/events?include=meeting&limit=9", 400, NULL);
    json_t *error = json_array_get(json_object_get(problem, "errors"), 0);
    cr_expect_str_eq(text_of(error, "parameter"), "include");
    cr_expect(strstr(text_of(error, "detail"), "8 MiB"));
    json_decref(problem);
    archive_fixture_finish(&fixture);
}

Test(page, json_for_which_there_is_no_room_is_503)
{
    const struct request request = {.target = "/events?include=meeting&limit=3"};
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    struct response response;
    response_init(&response);
    response_limit_body(&response, 2 * MEETING_BYTES);
    router_answer(&fixture.view, &request, &response);
    cr_expect_eq(response.status, 503);
    cr_expect(response.refused_for_room);
    cr_expect_str_eq(response_header(&response, "Retry-After"), "5");
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

/* Returns the length of the links to pages in the field `Link`, which ends with those to the
 * descriptions of the service. */
static size_t page_links_length(const struct response *response)
{
    const char *links = response_header(response, "Link");
    const char *last = strstr(links, "rel=\"last\"");
    return last ? (size_t)(last - links) + strlen("rel=\"last\"") : 0;
}

/* The body has the links in any case. */
Test(page, links_of_more_than_2000_bytes_are_only_in_the_body)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    size_t longest = 0, previous = 1;
    char target[1000], title[600];
    memset(title, 'E', sizeof title);
    for (int length = 380; length < 480; length++) {
        struct response response;
        sprintf(target, "/events?fields=title&title__not=%.*s&limit=1", length, title);
        json_t *page = answer_json(&fixture, target, 200, &response);
        const size_t links = page_links_length(&response);
        cr_expect(links == 0 || previous > 0, "longer links are left out, too");
        cr_expect_leq(links, 2000);
        cr_expect_str_eq(text_of(json_object_get(page, "links"), "self"), target, "%d", length);
        longest = links > longest ? links : longest;
        previous = links;
        json_decref(page);
        response_finish(&response);
    }
    cr_expect_eq(previous, 0);
    cr_expect_gt(longest, 2000 - 5, "as many links as fit are written");
    archive_fixture_finish(&fixture);
}

/* Returns the status of a file that the server may stream, within a limit of work. */
static unsigned status_of_stream(const struct archive_fixture *fixture, uint64_t limit)
{
    struct work work;
    struct response response;
    work_begin(&work, limit, 0);
    const struct request request = {.method = METHOD_GET,
                                    .target = "/events.ndjson?include=meeting",
                                    .streams = true,
                                    .work = &work};
    answer_request(fixture, &request, &response);
    const unsigned status = response.status;
    response_finish(&response);
    return status;
}

Test(page, included_records_in_the_rest_of_a_stream_are_counted_before_it_begins)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    cr_expect_eq(status_of_stream(&fixture, UINT64_MAX), 200);
    cr_expect_eq(status_of_stream(&fixture, WORK_DEFAULT), 400);
    archive_fixture_finish(&fixture);
}

Test(page, links_lead_to_the_first_last_and_neighbouring_pages)
{
    static const struct {
        int offset;
        const char *prev, *next, *last;
    } pages[] = {
        {0, "none", "/events?limit=20&offset=20", "/events?limit=20&offset=60"},
        {1, "/events?limit=20", "/events?limit=20&offset=21", "/events?limit=20&offset=60"},
        {19, "/events?limit=20", "/events?limit=20&offset=39", "/events?limit=20&offset=60"},
        {20, "/events?limit=20", "/events?limit=20&offset=40", "/events?limit=20&offset=60"},
        {21, "/events?limit=20&offset=1", "/events?limit=20&offset=41",
         "/events?limit=20&offset=60"},
        {49, "/events?limit=20&offset=29", "/events?limit=20&offset=69",
         "/events?limit=20&offset=60"},
        {50, "/events?limit=20&offset=30", "none", "/events?limit=20&offset=60"},
        {60, "/events?limit=20&offset=40", "none", "/events?limit=20&offset=60"},
        {80, "/events?limit=20&offset=60", "none", "/events?limit=20&offset=60"},
        {81, "/events?limit=20&offset=60", "none", "/events?limit=20&offset=60"},
        {900, "/events?limit=20&offset=60", "none", "/events?limit=20&offset=60"},
    };
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char target[100];
        snprintf(target, sizeof target, "/events?limit=20&offset=%d", pages[i].offset);
        json_t *page = answer_json(&fixture, target, 200, NULL);
        const json_t *links = json_object_get(page, "links");
        cr_expect_str_eq(text_of(links, "first"), "/events?limit=20", "%s", target);
        cr_expect_str_eq(text_of(links, "prev"), pages[i].prev, "%s", target);
        cr_expect_str_eq(text_of(links, "next"), pages[i].next, "%s", target);
        cr_expect_str_eq(text_of(links, "last"), pages[i].last, "%s", target);
        json_decref(page);
    }
    archive_fixture_finish(&fixture);
}

/* Expects that a streamed file has the events from number `first` on, in their order. */
static void expect_stream(const struct archive_fixture *fixture, const char *target, int first)
{
    struct response response;
    struct buffer piece;
    const struct request request = {.method = METHOD_GET, .target = target, .streams = true};
    int next = first;
    bool more = true;
    answer_request(fixture, &request, &response);
    cr_assert(response.status == 200 && response.source, "%s: %u", target, response.status);
    buffer_init(&piece, RESPONSE_BODY_MAX);
    while (more && !piece.failed) {
        buffer_clear(&piece);
        more = response.source->write(response.source, &piece);
        if (!piece.length)
            continue;
        char start[40];
        const int length = sprintf(start, "{\"id\":\"e-%d\"", next++ + 10);
        cr_assert_eq(strncmp(piece.bytes, start, (size_t)length), 0, "%s: %.20s is not %s", target,
                     piece.bytes, start);
    }
    cr_expect_not(piece.failed);
    cr_expect_eq(next, EVENTS, "%s: %d", target, next);
    buffer_finish(&piece);
    response_finish(&response);
}

Test(page, a_stream_has_the_records_of_its_list_and_no_others)
{
    struct archive_fixture fixture = load_events_of_a_long_meeting();
    expect_stream(&fixture, "/events.ndjson?include=meeting", 0);
    expect_stream(&fixture, "/events.ndjson?include=meeting&offset=3", 3);
    expect_stream(&fixture, "/events.ndjson?include=meeting&id__gte=e-20", 10);
    expect_stream(&fixture, "/events.ndjson?include=meeting&id__gte=e-20&offset=3", 13);
    archive_fixture_finish(&fixture);
}
