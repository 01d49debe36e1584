/* The short names of meetings, which no two meetings of an archive share. */
#include "archive_fixture.h"
#include "layout/say.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define MEETING(id, name, more)                                                                \
    "{'id': '" id "', 'name': '" name "', 'status': 'held'" more ", 'sources': [{'document': " \
    "'d'}]}"

#define ARCHIVE(meetings)                                                                     \
    "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"              \
    "'organizations': [{'id': 'council', 'name': 'Council', 'sources': [{'document': 'd'}]}," \
    "{'id': 'board', 'name': 'Harbour board', 'sources': [{'document': 'd'}]}],"              \
    "'meetings': [" meetings "]}"

#define FABLE(date) ", 'city': 'Port Fable', 'start_date': '" date "'"

/* Checks the short names of all meetings, in the order of the file. */
static void expect_names(const char *text, const char *const *names)
{
    struct archive *archive = load_text(text);
    size_t count;
    const struct record *const *meetings = archive_all(archive, &meeting_type, &count);
    for (size_t i = 0; i < count; i++) {
        char name[SAY_MEETING_BYTES];
        cr_assert(names[i]);
        const size_t length = say_meeting(archive, meetings[i], name);
        cr_expect_str_eq(name, names[i]);
        cr_expect_eq(length, strlen(names[i]));
    }
    archive_destroy(archive);
}

Test(say_meeting, has_no_addition_if_no_other_meeting_has_the_same_name)
{
    expect_names(ARCHIVE(MEETING("a", "A", FABLE("2031-03-11")) "," MEETING(
                     "b", "B", FABLE("2032-03-11")) "," MEETING("c", "C", "")),
                 (const char *const[]){"Port Fable 2031", "Port Fable 2032", "C"});
}

Test(say_meeting, has_the_date_if_several_meetings_are_in_the_same_city_and_year)
{
    expect_names(
        ARCHIVE(MEETING("a", "A", FABLE("2031-03-11")) "," MEETING(
            "b", "B", FABLE("2031-04-02T19:30:00+01:00")) "," MEETING("c", "C", FABLE("2031"))),
        (const char *const[]){"Port Fable, 11 March 2031", "Port Fable, 2 April 2031, 19:30",
                              "Port Fable 2031"});
}

Test(say_meeting, has_the_body_if_the_date_does_not_tell_meetings_apart)
{
    expect_names(
        ARCHIVE(MEETING("a", "A", FABLE("2031-03-11") ", 'body': 'council'") "," MEETING(
            "b", "A", FABLE("2031-03-11") ", 'body': 'board'")),
        (const char *const[]){"Port Fable 2031, Council", "Port Fable 2031, Harbour board"});
}

Test(say_meeting, has_the_title_of_those_that_date_and_body_do_not_tell_apart)
{
    expect_names(
        ARCHIVE(MEETING("a", "Budget", FABLE("2031-03-11") ", 'body': 'board'") "," MEETING(
            "b", "Buoys",
            FABLE(
                "2031-03-11") ", 'body': 'board'") "," MEETING("c", "Buoys",
                                                               FABLE(
                                                                   "2031-03-12") ", 'body': "
                                                                                 "'board'") "," MEETING("e",
                                                                                                        "Buoys",
                                                                                                        FABLE(
                                                                                                            "2031-03-13") ", 'body': 'board'")),
        (const char *const[]){"Port Fable, 11 March 2031, Budget",
                              "Port Fable, 11 March 2031, Buoys", "Port Fable, 12 March 2031",
                              "Port Fable, 13 March 2031"});
}

Test(say_meeting, has_the_id_if_nothing_else_differs)
{
    expect_names(ARCHIVE(MEETING("a", "A", ", 'abbreviation': 'HB'") "," MEETING(
                     "b", "A", ", 'abbreviation': 'HB'")),
                 (const char *const[]){"HB, a", "HB, b"});
}

Test(say_meeting, is_cut_between_characters)
{
    static const char long_name[] =
        "\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4"
        "\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4";
    char text[2000], expected[200];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
             "'meetings': [" MEETING("a", "x%s%s", FABLE("2031")) "," MEETING("b", "y%s%s",
                                                                              FABLE("2031")) "]}",
             long_name, long_name, long_name, long_name);
    struct archive *archive = load_text(text);
    size_t count;
    const struct record *const *meetings = archive_all(archive, &meeting_type, &count);
    char name[SAY_MEETING_BYTES];
    say_meeting(archive, meetings[0], name);
    snprintf(expected, sizeof expected, "Port Fable 2031, x%.58s", "");
    cr_expect_eq(strncmp(name, expected, strlen(expected)), 0, "%s", name);
    cr_expect_eq(strlen(name), strlen("Port Fable 2031, x") + 58, "%s", name);
    archive_destroy(archive);
}
