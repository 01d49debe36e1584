/* The people of a meeting, in groups. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SORTED_MAX = 10000 /* people who are sorted; a link leads to all */
};

#define SOURCES "'sources': [{'document': 'd'}]"

/* Returns the page of a meeting from which the last of its people was absent. The caller frees it.
 */
static char *page_of(int count)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    fputs("{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}], 'meetings': [{'id': 'm', "
          "'name': 'M', 'status': 'held', " SOURCES "}], 'people': [",
          out);
    for (int i = 0; i < count; i++)
        fprintf(out,
                "%s{'id': 'p%d', 'name': 'P', 'attendance': [{'meeting': 'm', 'status': "
                "'%s'}], " SOURCES "}",
                i ? "," : "", i, i < count - 1 ? "present" : "absent");
    fputs("]}", out);
    fclose(out);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/meetings/m.html");
    archive_fixture_finish(&fixture);
    free(text);
    return page;
}

Test(people, of_a_meeting_are_sorted_up_to_ten_thousand)
{
    static const int counts[] = {2, SORTED_MAX + 1};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        char *page = page_of(counts[i]);
        cr_expect(strstr(page, "<h3>Present</h3>"), "%d", counts[i]);
        cr_expect_eq(strstr(page, "<h3>Absent</h3>") != NULL, counts[i] <= SORTED_MAX, "%d",
                     counts[i]);
        free(page);
    }
}
