/* What a meeting left open: the questions in their own words. */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(left_open);

/* The bytes of a question that are shown, as in meeting_page/question.c. */
enum {
    SHOWN_BYTES = 600
};

/* Takes the archive. Returns the section of the page of the meeting; free() it. */
static char *section_of(struct archive *archive, const char *target)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    char *page = get_body(&fixture, target);
    const char *from = strstr(page, "id=\"open\"");
    cr_assert(from, "%s", page);
    char *section = strndup(from, (size_t)(strstr(from, "</section>") - from));
    free(page);
    archive_fixture_finish(&fixture);
    return section;
}

static void expect_words(const char *section, const char *words)
{
    cr_expect(strstr(section, words), "%s\nnot in\n%s", words, section);
}

Test(left_open, a_question_is_shown_with_what_it_asks)
{
    char *section = section_of(load_shipped_record(), "/meetings/beijing-2006.html");
    expect_words(section, "<p dir=\"auto\">Jin was questioned about his assertion");
    expect_words(section, "guided by the principles of peaceful co-existence?</p>");
    expect_words(section, "discussion-1-01\">Question</a>, <bdi>most participants</bdi>");
    free(section);
}

Test(left_open, an_action_is_shown_with_all_that_is_to_be_done)
{
    char *section = section_of(load_shipped_record(), "/meetings/beijing-2006.html");
    expect_words(section, "including final policy recommendations.</bdi></a>");
    free(section);
}

/* Returns the section of a meeting with one question, in these words. */
static char *section_of_question(const char *words)
{
    char text[4000];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9}], 'meetings': [{'id': 'm', "
             "'name': 'M', 'status': 'held', 'sources': [{'document': 'd', 'lines': '1'}]}], "
             "'people': [{'id': 'a', 'name': 'Ada', 'sources': [{'document': 'd', 'lines': "
             "'1'}]}], 'discussions': [{'id': 'q', 'meeting': 'm', 'position': 1, 'speaker': 'a', "
             "'kind': 'question', 'text': '%s', 'sources': [{'document': 'd', 'lines': '1'}]}]}",
             words);
    return section_of(load_text(text), "/meetings/m.html");
}

/* Writes `count` bytes of words of nine letters. */
static void write_filler(char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text[i] = i % 10 == 9 ? ' ' : 'x';
    text[count] = '\0';
}

Test(left_open, a_question_has_its_speaker)
{
    char *section = section_of_question("Why?");
    expect_words(section, "<p dir=\"auto\">Why?</p>");
    expect_words(section, ">Question</a>, <a href=\"/people/a\"><bdi>Ada</bdi></a>");
    free(section);
}

Test(left_open, a_long_question_is_cut_between_words_one_byte_beyond_the_limit)
{
    char words[SHOWN_BYTES + 20];
    write_filler(words, SHOWN_BYTES - 1);
    strcat(words, "?");
    char *section = section_of_question(words);
    expect_words(section, "x?</p>");
    free(section);
    write_filler(words, SHOWN_BYTES);
    strcat(words, "?");
    section = section_of_question(words);
    expect_words(section, "xxxxxxxxx\xE2\x80\xA6</p>");
    free(section);
}

Test(left_open, a_long_preface_is_left_out_before_the_sentence_that_asks)
{
    char words[SHOWN_BYTES + 200];
    write_filler(words, SHOWN_BYTES + 49);
    strcat(words, ". Who pays? Nobody said.");
    char *section = section_of_question(words);
    expect_words(section, "<p dir=\"auto\">\xE2\x80\xA6 Who pays? Nobody said.</p>");
    free(section);
    write_filler(words, SHOWN_BYTES + 49);
    strcat(words, ".");
    section = section_of_question(words);
    expect_words(section, "<p dir=\"auto\">xxxxxxxxx xxxxxxxxx");
    free(section);
}
