/* The longest texts that each format writes, and texts that are one byte longer. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MIB = 1024 * 1024
};

/* Loads a data file in which every ' stands for ", and @ for a text of `length` letters. */
static struct archive_fixture load_with_text(const char *start, size_t length, const char *end)
{
    char *text = malloc(strlen(start) + length + strlen(end) + 1);
    cr_assert(text);
    strcpy(text, start);
    memset(text + strlen(start), 'a', length);
    strcpy(text + strlen(start) + length, end);
    struct archive *archive = load_text(text);
    free(text);
    return archive_fixture_create(archive);
}

/* Checks that a target is answered if the text has `length` bytes, and is 503 if it has one more.
 */
static void check_longest(const char *start, const char *end, const char *target, size_t length)
{
    for (size_t more = 0; more < 2; more++) {
        struct response response;
        struct archive_fixture fixture = load_with_text(start, length + more, end);
        get_answer(&fixture, target, &response);
        cr_expect_eq(response.status, more ? 503 : 200, "%s: %u with %zu bytes", target,
                     response.status, length + more);
        if (!more)
            cr_expect_gt(response.body.length, length);
        response_finish(&response);
        archive_fixture_finish(&fixture);
    }
}

#define DOCUMENT "'documents': [{'id': 'd', 'sources': [{'document': 'd'}], 'title': '"

Test(format_limits, a_calendar_has_descriptions_of_a_mib)
{
    check_longest("{" DOCUMENT "D'}], 'events': [{'id': 'e', 'title': 'E', 'date': '2001-02-03', "
                  "'sources': [{'document': 'd'}], 'description': '",
                  "'}]}", "/events/e.ics", MIB);
}

Test(format_limits, citations_have_titles_of_a_mib)
{
    check_longest("{" DOCUMENT, "'}]}", "/documents/d.bib", MIB);
    check_longest("{" DOCUMENT, "'}]}", "/documents/d.csl.json", MIB);
    check_longest("{" DOCUMENT, "'}]}", "/documents/d.ris", MIB);
}

Test(format_limits, popolo_has_notes_of_a_mib)
{
    check_longest("{" DOCUMENT "D'}], 'people': [{'id': 'p', 'name': 'P', 'sources': "
                  "[{'document': 'd', 'quote': '",
                  "'}]}]}", "/people/p.popolo.json", MIB);
}

/* A cell that joins several values. */
Test(format_limits, csv_has_joined_cells_of_16_mib)
{
    check_longest(
        "{" DOCUMENT "D'}], 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'sources': "
        "[{'document': 'd'}]}], 'sessions': [{'id': 's', 'number': 1, 'meeting': 'm', 'sources': "
        "[{'document': 'd'}]}], 'people': [{'id': 'p', 'name': 'P', 'sources': [{'document': "
        "'d'}]}], 'papers': [{'id': 'q', 'number': 1, 'position': 1, 'session': 's', 'presenters': "
        "['p'], 'sources': [{'document': 'd'}], 'arguments': [{'text': '",
        "'}]}]}", "/papers.csv", (size_t)16 * MIB);
}
