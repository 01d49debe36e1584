#include "schedules/schedules.h"

#include "tables/read_source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(schedule_table);

static bool recognised(const char *name, const char *text)
{
    const struct draft_source source = {.name = name, .bytes = text, .length = strlen(text)};
    return schedules_table_recognises(&source);
}

Test(schedule_table, a_programme_is_recognised_by_its_headings)
{
    cr_expect(recognised("x.csv", "Title,Speaker,Start\n"));
    cr_expect(recognised("sessions.csv", "Title;Speaker;Start"));
    cr_expect(recognised("x.csv", "sep=;\r\nTitel;Referentin;Datum\r\n"));
    cr_expect(recognised("x.csv", "Titre\tIntervenants\tHoraire\n"));
    cr_expect(recognised("x.csv", "Título,Ponente,Hora\n"));
    cr_expect_not(recognised("x.csv", "Title,Speaker,Room\n"));
    cr_expect_not(recognised("x.csv", "Title,Start,Room\n"));
    cr_expect_not(recognised("x.csv", "Speaker,Start,Room\n"));
    cr_expect_not(recognised("people.csv", "Title,Speaker,Start\n"));
    cr_expect_not(recognised("papers.csv", "id,title,meeting,track,start\n"));
    cr_expect_not(recognised("x.md", "# Title, speaker, start\n"));
    cr_expect_not(recognised("x.csv", ""));
}

Test(schedule_table, a_header_must_end_in_the_first_8192_bytes)
{
    static const char header[] = "Title,Speaker,Start,";
    char *text = malloc(8194);
    cr_assert(text);
    memset(text, 'x', 8193);
    memcpy(text, header, sizeof header - 1);
    strcpy(text + 8191, "\n");
    cr_expect(recognised("x.csv", text));
    strcpy(text + 8191, "x\n");
    cr_expect_not(recognised("x.csv", text));
    free(text);
}

/* Expects the names that the people of a cell have. */
static void expect_names(const char *cell, const char *expected)
{
    char csv[400], names[400] = "";
    snprintf(csv, sizeof csv, "Title,Speaker,Start\nA,\"%s\",2031-05-03T10:00Z\n", cell);
    char *json = read_source(schedules_table_read, "x.csv", csv);
    static const char attended[] = "','attendance'", member[] = "'name':'";
    for (char *at = json; (at = strstr(at, attended)) != NULL; at++) {
        *at = '\0';
        char *name = json, *next;
        while ((next = strstr(name, member)) != NULL)
            name = next + strlen(member);
        snprintf(names + strlen(names), sizeof names - strlen(names), "[%s]", name);
        *at = '\'';
    }
    cr_expect_str_eq(names, expected, "%s", cell);
    free(json);
}

Test(schedule_table, names_in_a_cell_are_told_apart)
{
    expect_names("Ann Reef", "[Ann Reef]");
    expect_names("Ann Reef, Bo Pier", "[Ann Reef][Bo Pier]");
    expect_names("Ann Reef; Bo Pier", "[Ann Reef][Bo Pier]");
    expect_names("Ann Reef\nBo Pier", "[Ann Reef][Bo Pier]");
    expect_names("Ann Reef, Bo Pier and Cy Quay", "[Ann Reef][Bo Pier][Cy Quay]");
    expect_names("Ann Reef und Bo Pier", "[Ann Reef][Bo Pier]");
    expect_names("Ann Reef & Bo Pier", "[Ann Reef][Bo Pier]");
    expect_names("Reef, Ann", "[Ann Reef]");
    expect_names("Reef, Ann; Pier, Bo", "[Ann Reef][Bo Pier]");
    expect_names("Ann Reef, PhD", "[Ann Reef, PhD]");
    expect_names("Ann Reef, PhD, Bo Pier", "[Ann Reef, PhD][Bo Pier]");
    expect_names("Ann Reef (Pier, Berlin), Bo Pier", "[Ann Reef (Pier, Berlin)][Bo Pier]");
    expect_names("Ann Reef, PhD, Bo Pier and Cy Quay", "[Ann Reef, PhD][Bo Pier][Cy Quay]");
    expect_names("Ann Reef &Bo Pier", "[Ann Reef &Bo Pier]");
    expect_names("Ann Reef and", "[Ann Reef and]");
    expect_names("Ann Reef android Bo Pier", "[Ann Reef android Bo Pier]");
    expect_names("Ann Reef; ; Bo Pier;", "[Ann Reef][Bo Pier]");
    expect_names("Simon and Garfunkel", "[Simon and Garfunkel]");
}

/* Expects the times that the cells of a row give its paper. */
static void expect_times(const char *heading, const char *cells, const char *expected)
{
    char csv[200];
    snprintf(csv, sizeof csv, "Title,Speaker,%s\nA,B C,%s\n", heading, cells);
    char *json = read_source(schedules_table_read, "x.csv", csv);
    cr_expect(strstr(json, expected), "%s: %s", cells, json);
    free(json);
}

Test(schedule_table, a_range_of_times_ends_an_event_unless_a_cell_says_its_end)
{
    static const char heading[] = "Date,Start,End";
    expect_times(heading, "2031-05-03,10:00-11:00,",
                 "'start_date':'2031-05-03T10:00','end_date':'2031-05-03T11:00'");
    expect_times(heading, "2031-05-03,10:00-11:00,10:30",
                 "'start_date':'2031-05-03T10:00','end_date':'2031-05-03T10:30'");
    expect_times(heading, "2031-05-03,23:00-00:00,",
                 "'start_date':'2031-05-03T23:00','end_date':'2031-05-04T00:00'");
    expect_times(heading, "2031-05-03,00:00-00:30,",
                 "'start_date':'2031-05-03T00:00','end_date':'2031-05-03T00:30'");
}

Test(schedule_table, a_date_that_cannot_be_read_or_may_be_two_is_no_date)
{
    expect_refused(
        schedules_table_read, "x.csv",
        "Title,Speaker,Date,Start\nA,B C,03/04/2031 in the hall of the old port of Rye,10:00\n",
        "2: the date \"03/04/2031 in the hall of the old port o\" may have its day or its "
        "month first");
    char *json =
        read_source(schedules_table_read, "x.csv",
                    "Title,Speaker,Date,Start\nA,B C,2031-05-03,10:00\nD,E F,soon,11:00\n");
    cr_expect(strstr(json, "'start_date':'2031-05-03T10:00'"), "%s", json);
    cr_expect_null(strstr(json, "T11:00"), "%s", json);
    free(json);
}

Test(schedule_table, a_table_that_is_no_programme_is_refused_with_what_it_needs)
{
    expect_refused(schedules_table_read, "x.csv", "Title,Speaker\nA,B\n",
                   "1: the columns are not those of a programme: expected a title, a date");
    expect_refused(schedules_table_read, "x.csv", "Title,Speaker,Start\nA,\"B,1\n",
                   "2: a quoted cell that begins in this line does not end");
}

Test(schedule_table, reading_survives_each_failing_allocation)
{
    expect_survives_without_memory(schedules_table_read, "x.csv",
                                   "Title,Speaker,Start,Track\nA,\"B C, D E\",3.5.2031 10:00,T\n");
}
