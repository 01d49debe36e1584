/* A list on the page of a record is whole up to its limit. If it has more items, the page says how
 * many more there are. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]"

/* A document of one line, and a record of each kind that the lists need. A list follows. */
#define BEFORE                                                                                   \
    "{'documents': [{'id': 'd', 'title': 'D', 'lines': 1, 'text_file': 'd.txt', 'sha256': "      \
    "'aad8190a6bd5ce01516f2c994554c2a03ac4e06ce6d79a5a48e0c9169a87d962', " SOURCES "}],"         \
    "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', " SOURCES "}],"                     \
    "'organizations': [{'id': 'o', 'name': 'Ferry Users', " SOURCES "}],"                        \
    "'people': [{'id': 'p', 'name': 'Ada', " SOURCES "},{'id': 'q', 'name': 'Ben', " SOURCES "," \
    "'memberships': ["

struct long_list {
    const char *before, *item, *after; /* of the record; # in an item stands for its number */
    const char *target, *shown;        /* the page; once on it for each item that it shows */
    int limit;
    const char *more; /* said of one item beyond the limit */
};

/* Writes a file of a folder. Each ' of the text stands for ". */
static void write_file(const char *folder, const char *name, char *text)
{
    char path[80];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    FILE *file = fopen(path, "w");
    cr_assert(file);
    fputs(text, file);
    fclose(file);
}

/* Returns a record with a list of so many items, which the caller frees. */
static char *record_with(const struct long_list *list, int count)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    fputs(BEFORE, out);
    fputs(list->before, out);
    for (int i = 0; i < count; i++) {
        fputs(i ? "," : "", out);
        fprintf(out, "%.*s", (int)strcspn(list->item, "#"), list->item);
        const char *number = strchr(list->item, '#');
        if (number)
            fprintf(out, "%d%s", i, number + 1);
    }
    fputs(list->after, out);
    fclose(out);
    return text;
}

/* Returns the page of a record with so many items, which the caller frees. */
static char *page_of(const struct long_list *list, int count)
{
    char folder[] = "/tmp/rapporteur-lists-XXXXXX", command[60];
    char *record = record_with(list, count), line[] = "A line\n";
    cr_assert(mkdtemp(folder));
    write_file(folder, "record.json", record);
    write_file(folder, "d.txt", line);
    struct archive_fixture fixture = archive_fixture_create(load_path(folder));
    char *page = get_body(&fixture, list->target);
    archive_fixture_finish(&fixture);
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_expect_eq(system(command), 0);
    free(record);
    return page;
}

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

static void expect_limit(const struct long_list *list)
{
    for (int count = list->limit; count <= list->limit + 1; count++) {
        char *page = page_of(list, count);
        cr_expect_eq(count_of(page, list->shown), list->limit, "%d of %d items are shown",
                     count_of(page, list->shown), count);
        cr_expect_eq(strstr(page, list->more) != NULL, count > list->limit, "%d items", count);
        free(page);
    }
}

Test(long_lists, objects_are_200_and_the_page_says_how_many_more_there_are)
{
    expect_limit(&(struct long_list){"", "{'organization': 'o', 'post': 'Pilot #'}", "]}]}",
                                     "/people/q.html", "<p class=\"small soft\"><bdi>Pilot ", 200,
                                     "1 more in the <a href=\"/people/q.json\">JSON</a>"});
}

Test(long_lists, ballots_of_a_vote_are_1000_and_the_page_says_how_many_more_there_are)
{
    expect_limit(&(struct long_list){
        "]}], 'decisions': [{'id': 'x', 'title': 'Lights', 'meeting': 'm', " SOURCES
        ", 'votes': [{'ballots': [",
        "{'person': 'p', 'option': 'yes'}", "]}]}]}", "/decisions/x.html",
        "<bdi>Ada</bdi></a>: <bdi>yes</bdi></li>", 1000,
        "1 more in the <a href=\"/decisions/x.json\">JSON</a>"});
}

Test(long_lists, votes_of_a_decision_are_20_and_the_page_says_how_many_more_there_are)
{
    expect_limit(&(struct long_list){
        "]}], 'decisions': [{'id': 'x', 'title': 'Lights', 'meeting': 'm', " SOURCES ", 'votes': [",
        "{'unanimous': true}", "]}]}", "/decisions/x.html", "<dt>Unanimous</dt>", 20,
        "1 more in the <a href=\"/decisions/x.json\">JSON</a>"});
}

Test(long_lists, records_that_cite_a_line_are_60_and_the_page_says_how_many_more_there_are)
{
    /* The meeting, the organization and the two people cite the line, too. */
    expect_limit(
        &(struct long_list){"]}], 'topics': [", "{'id': 't-#', 'label': 'Lamps', " SOURCES "}",
                            "]}", "/documents/d.html", "<bdi>Lamps</bdi></a>", 56, " and 1 more"});
}
