/* The picture of the flow of a meeting has at most 60 rows in a column and 400 curves between two.
 */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROWS_MAX = 60,
    LINKS_MAX = 400
};

#define SOURCES "'sources': [{'document': 'd'}]"

/* Writes proposals, of which each takes up the same papers. */
static void write_records(FILE *out, int proposals, int papers)
{
    fputs("{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}], 'meetings': [{'id': 'm', "
          "'name': 'M', 'status': 'held', " SOURCES "}], 'papers': [",
          out);
    for (int i = 0; i < papers; i++)
        fprintf(out, "%s{'id': 'a%d', 'number': %d, 'title': 'A', 'meeting': 'm', " SOURCES "}",
                i ? ", " : "", i, i + 1);
    fputs("], 'proposals': [", out);
    for (int i = 0; i < proposals; i++) {
        fprintf(out,
                "%s{'id': 'b%d', 'number': %d, 'title': 'B', 'text': 'B.', 'meeting': 'm', " SOURCES
                ", 'status': 'proposed', 'related': [",
                i ? ", " : "", i, i + 1);
        for (int paper = 0; paper < papers; paper++)
            fprintf(out, "%s{'record': 'papers/a%d', 'basis': 'stated'}", paper ? ", " : "", paper);
        fputs("]}", out);
    }
    fputs("]}", out);
}

/* Returns the page of a meeting, which the caller frees. */
static char *page_of(int proposals, int papers)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    write_records(out, proposals, papers);
    fclose(out);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/meetings/m.html");
    archive_fixture_finish(&fixture);
    free(text);
    return page;
}

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

Test(flow_limits, columns_have_60_rows_and_400_curves_between_them)
{
    static const struct {
        int proposals, papers, curves;
    } cases[] = {
        {1, ROWS_MAX, ROWS_MAX}, {1, ROWS_MAX + 1, ROWS_MAX}, {ROWS_MAX, 1, ROWS_MAX},
        {ROWS_MAX + 1, 1, 0},    {10, 40, LINKS_MAX},         {7, 57, 399},
        {8, 51, LINKS_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *page = page_of(cases[i].proposals, cases[i].papers);
        cr_expect_eq(count_of(page, "C45 "), cases[i].curves, "case %zu: %d", i,
                     count_of(page, "C45 "));
        cr_expect(strstr(page, "<a href=\"/proposals/b0\">"), "case %zu", i);
        free(page);
    }
}
