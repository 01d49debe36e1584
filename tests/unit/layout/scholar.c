/* The metadata for reference managers have texts of at most 64 KiB; a longer one is left out. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum {
    WORDS_BYTES = 64 * 1024
};

#define SOURCES "'sources': [{'document': 'd'}]"

/* Returns the page of a paper whose title has so many bytes, which the caller frees. */
static char *page_of(size_t length)
{
    static char text[WORDS_BYTES + 1000], title[WORDS_BYTES + 2];
    memset(title, 'o', length);
    title[length] = '\0';
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}], 'meetings': [{'id': 'm', "
             "'name': 'M', 'status': 'held', " SOURCES "}], 'papers': [{'id': 'p', 'number': 1, "
             "'meeting': 'm', 'title': '%s', " SOURCES "}]}",
             title);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/papers/p.html");
    archive_fixture_finish(&fixture);
    return page;
}

Test(scholar, a_title_of_more_than_64_kib_is_left_out)
{
    static const struct {
        size_t length;
        bool meta, context;
    } cases[] = {
        {WORDS_BYTES - 1, true, true}, {WORDS_BYTES, true, false}, {WORDS_BYTES + 1, false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *page = page_of(cases[i].length);
        cr_expect_eq(strstr(page, "name=\"citation_title\"") != NULL, cases[i].meta, "case %zu", i);
        cr_expect_eq(strstr(page, "rft.atitle=") != NULL, cases[i].context, "case %zu", i);
        cr_expect(strstr(page, "class=\"Z3988\""), "case %zu", i);
        free(page);
    }
}
