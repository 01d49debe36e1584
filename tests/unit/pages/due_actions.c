/* The actions of a meeting in the order in which they are due. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SORTED_MAX = 2000 /* more actions have the order of the files */
};

#define SOURCES "'sources': [{'document': 'd'}]"

/* Returns the page of a meeting of which the last action is due first. The caller frees it. */
static char *page_of(int count)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    fputs("{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}], 'meetings': [{'id': 'm', "
          "'name': 'M', 'status': 'held', " SOURCES "}], 'actions': [",
          out);
    for (int i = 0; i < count; i++)
        fprintf(out, "%s{'id': 'x%d', 'text': 'X', 'meeting': 'm', 'due_date': '%d', " SOURCES "}",
                i ? "," : "", i, i < count - 1 ? 2032 : 2031);
    fputs("]}", out);
    fclose(out);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/meetings/m.html");
    archive_fixture_finish(&fixture);
    free(text);
    return page;
}

static void expect_first(int count, const char *first)
{
    char *page = page_of(count);
    const char *link = strstr(page, "href=\"/actions/x");
    cr_assert(link, "%s", page);
    cr_expect_eq(strncmp(link + strlen("href=\"/actions/"), first, strlen(first)), 0, "%.40s",
                 link);
    free(page);
}

Test(due_actions, up_to_two_thousand_begin_with_the_one_that_is_due_first)
{
    expect_first(SORTED_MAX, "x1999\"");
    expect_first(SORTED_MAX + 1, "x0\"");
}
