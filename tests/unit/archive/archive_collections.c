/* The collection of speakers: the people who chaired, presented, summarised or answered. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void expect_speakers(const char *text, const char *expected)
{
    struct archive *archive = load_text(text);
    const struct collection *speakers = archive_collection(archive, "speakers", strlen("speakers"));
    char ids[200] = "";
    size_t used = 0;
    for (size_t i = 0; i < speakers->count; i++) {
        const char *id = record_id(speakers->records[i]);
        used += (size_t)snprintf(ids + used, sizeof ids - used, "%s%s", i ? " " : "", id);
        cr_expect_eq(archive_find(archive, speakers, id, strlen(id)), speakers->records[i]);
    }
    cr_expect_str_eq(ids, expected);
    archive_destroy(archive);
}

#define COMMON                                                                   \
    "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}]," \
    " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held',"                   \
    "  'sources': [{'document': 'd'}]}],"

#define PERSON(id, more) "{'id': '" id "', 'name': 'N'" more ", 'sources': [{'document': 'd'}]}"

Test(archive_collections, chairs_presenters_and_speakers_in_discussions_are_speakers)
{
    expect_speakers(COMMON
                    " 'sessions': [{'id': 's', 'number': 1, 'title': 'S', 'meeting': 'm',"
                    "  'chair': 'chair', 'sources': [{'document': 'd'}]}],"
                    " 'papers': [{'id': 'p', 'number': 1, 'title': 'P', 'session': 's',"
                    "  'position': 1, 'presenters': ['first', 'second'],"
                    "  'sources': [{'document': 'd'}]}],"
                    " 'discussions': [{'id': 'x', 'session': 's', 'position': 1, 'text': 'X',"
                    "  'speaker': 'answers', 'addressed_to': ['listens'],"
                    "  'sources': [{'document': 'd'}]}],"
                    " 'people': [" PERSON("second", "") "," PERSON("listens", "") "," PERSON(
                        "answers", "") "," PERSON("first", "") "," PERSON("chair", "") "]}",
                    "second answers first chair");
}

#define ATTENDED(roles) ", 'attendance': [{'meeting': 'm', 'roles': [" roles "]}]"

Test(archive_collections, people_who_attended_as_chair_presenter_or_summariser_are_speakers)
{
    expect_speakers(
        COMMON " 'people': [" PERSON("a", ATTENDED("'participant', 'chair'")) "," PERSON(
            "b",
            ATTENDED(
                "'p"
                "re"
                "se"
                "nt"
                "er"
                "'")) "," PERSON("c",
                                 ATTENDED(
                                     "'summariser'")) "," PERSON("e",
                                                                 ATTENDED(
                                                                     "'co_chair'")) "," PERSON("f",
                                                                                               ATTENDED(
                                                                                                   "'rapporteur'")) "," PERSON("g",
                                                                                                                               ATTENDED(
                                                                                                                                   "'participant'")) "," PERSON("h",
                                                                                                                                                                ATTENDED(
                                                                                                                                                                    "")) "]}",
        "a b c");
}
