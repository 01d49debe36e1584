/* Among how many of the records in which a person is a page looks for what it shows. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SCANNED = 1000
};

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]"

/* Writes decisions on which Ada voted. She moved the first and seconded the last, on which Ben
 * voted too. */
static void write_decisions(FILE *out, int count)
{
    fputs("], 'decisions': [", out);
    for (int i = 0; i < count; i++)
        fprintf(out,
                "%s{'id': 'd%d', 'title': 'Decision %d', 'meeting': 'm', 'movers': [%s], "
                "'seconders': [%s], 'votes': [{'ballots': [{'person': 'ada', 'option': 'yes'}%s]}]"
                ", " SOURCES "}",
                i ? "," : "", i, i, i == 0 ? "'people/ada'" : "",
                i == count - 1 ? "'people/ada'" : "",
                i == count - 1 ? ", {'person': 'ben', 'option': 'no'}" : "");
}

/* Writes points of Ada, of which only the last is on a topic, and one of Ben on it. */
static void write_points(FILE *out, int count)
{
    fputs("], 'discussions': [", out);
    for (int i = 0; i <= count; i++)
        fprintf(out,
                "%s{'id': 'p%d', 'meeting': 'm', 'position': %d, 'kind': 'comment', 'speaker': "
                "'%s', 'text': 'A word.', 'topics': [%s], " SOURCES "}",
                i ? "," : "", i, i + 1, i == count ? "ben" : "ada", i >= count - 1 ? "'oil'" : "");
    fputs("]}", out);
}

static void write_statements(FILE *out, int count)
{
    write_decisions(out, count);
    write_points(out, count);
}

/* Writes papers of Ada, of which a proposal takes up the last. */
static void write_papers(FILE *out, int count)
{
    fputs("], 'papers': [", out);
    for (int i = 0; i < count; i++)
        fprintf(out,
                "%s{'id': 'p%d', 'title': 'Paper', 'meeting': 'm', 'presenters': ['ada'], " SOURCES
                "}",
                i ? "," : "", i);
    fprintf(out,
            "], 'proposals': [{'id': 'r', 'title': 'R', 'text': 'R.', 'meeting': 'm', 'related': "
            "[{'record': 'papers/p%d', 'basis': 'stated'}], " SOURCES "}]}",
            count - 1);
}

/* Writes people of an organization, of whom the last says something, and names of one of them. */
static void write_people(FILE *out, int count)
{
    for (int i = 0; i < count; i++)
        fprintf(out,
                ", {'id': 'p%d', 'name': 'P', 'memberships': [{'organization': 'o'}], " SOURCES "}",
                i);
    fputs(", {'id': 'cy', 'name': 'Cy', 'other_names': [", out);
    for (int i = 0; i < count; i++)
        fprintf(out, "%s'Cy %d'", i ? "," : "", i);
    fprintf(out,
            "], " SOURCES "}], 'organizations': [{'id': 'o', 'name': 'O', " SOURCES "}], "
            "'discussions': [{'id': 'd', 'meeting': 'm', 'position': 1, 'kind': 'comment', "
            "'speaker': 'p%d', 'text': 'A word.', " SOURCES "}]}",
            count - 1);
}

typedef void writer(FILE *out, int count);

static char *page_of(writer *write, int count, const char *target)
{
    char *record = NULL;
    size_t size;
    FILE *out = open_memstream(&record, &size);
    cr_assert(out);
    fputs("{'documents': [{'id': 'd', 'title': 'D', " SOURCES "}],"
          "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', " SOURCES "}],"
          "'topics': [{'id': 'oil', 'label': 'Oil'}],"
          "'people': [{'id': 'ada', 'name': 'Ada', " SOURCES
          "}, {'id': 'ben', 'name': 'Ben', " SOURCES "}",
          out);
    write(out, count);
    fclose(out);
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    char *page = get_body(&fixture, target);
    archive_fixture_finish(&fixture);
    free(record);
    return page;
}

static void expect_until(int limit, writer *write, const char *target, const char *text)
{
    for (int count = limit; count <= limit + 1; count++) {
        char *page = page_of(write, count, target);
        cr_expect_eq(strstr(page, text) != NULL, count == limit, "%s: %s of %d", target, text,
                     count);
        free(page);
    }
}

Test(scanned, a_decision_after_the_first_1000_of_a_person_has_no_section)
{
    expect_until(SCANNED, write_statements, "/people/ada.html", "id=\"seconded\"");
}

Test(scanned, a_section_of_a_person_leads_to_all_decisions_if_not_all_were_looked_at)
{
    static const char end[] = ">Decision 0</bdi></a>";
    for (int count = SCANNED; count <= SCANNED + 1; count++) {
        char *page = page_of(write_statements, count, "/people/ada.html"), more[60];
        snprintf(more, sizeof more, "All %d,%03d decisions", count / 1000, count % 1000);
        char *moved = strstr(page, end), *voted = strstr(page, "id=\"voted\"");
        cr_assert(moved && voted);
        *voted = '\0';
        cr_expect_eq(strstr(moved, more) != NULL, count > SCANNED, "%d: %s", count, moved);
        free(page);
    }
}

Test(scanned, a_comparison_looks_at_1000_decisions_of_a_person)
{
    expect_until(SCANNED, write_statements, "/compare.html?people=ada,ben", ">Decision ");
}

Test(scanned, a_comparison_looks_for_topics_in_1000_points_of_a_person)
{
    expect_until(SCANNED, write_statements, "/compare.html?people=ada,ben", ">Oil<");
}

Test(scanned, proposals_that_take_up_200_papers_of_a_person_are_listed)
{
    expect_until(200, write_papers, "/people/ada.html", "id=\"echoed\"");
}

Test(scanned, what_50_people_of_an_organization_said_is_listed)
{
    expect_until(50, write_people, "/organizations/o.html", "id=\"said-by-people\"");
}

Test(scanned, a_field_has_100_values_and_a_sign_for_more)
{
    expect_until(100, write_people, "/people/cy.html", "<bdi>Cy 99</bdi></dd>");
}
