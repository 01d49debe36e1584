#include "minutes/voices.h"

#include "unit/failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct fixture {
    struct minutes minutes;
    struct voices voices;
};

/* Begins with Ada Reef and Abe Rock as the people. */
static void begin_voices(struct fixture *fixture)
{
    static const char *const names[] = {"Ada Reef", "Abe Rock"};
    *fixture = (struct fixture){0};
    roster_init(&fixture->minutes.roster);
    for (size_t i = 0; i < 2; i++) {
        const struct roster_person person = {
            .name = text_span_of(names[i]), .joined = -1, .left = -1};
        roster_add(&fixture->minutes.roster, &person, NULL);
    }
}

static void finish_voices(struct fixture *fixture)
{
    voices_finish(&fixture->voices);
    roster_finish(&fixture->minutes.roster);
}

static struct speech speech_of(const char *who, enum speech_form form)
{
    return (struct speech){.form = form, .who = text_span_of(who)};
}

static void count_speeches(struct fixture *fixture, const char *who, enum speech_form form,
                           size_t count)
{
    const struct speech speech = speech_of(who, form);
    for (size_t i = 0; i < count; i++)
        voices_count(&fixture->voices, &fixture->minutes, &speech);
}

/* Reports whether a name that is printed so often in a form is accepted as a speaker. */
static bool accepts(const char *who, enum speech_form form, size_t count)
{
    struct fixture fixture;
    const struct speech speech = speech_of(who, form);
    begin_voices(&fixture);
    count_speeches(&fixture, who, form, count);
    voices_decide(&fixture.voices);
    const bool accepted = voices_find(&fixture.voices, &fixture.minutes, &speech) != NULL;
    finish_voices(&fixture);
    return accepted;
}

Test(voices, a_person_of_the_attendance_speaks_in_any_form)
{
    cr_expect(accepts("Ada Reef", SPEECH_COLON, 1));
    cr_expect(accepts("Ada", SPEECH_ALONE, 1));
    cr_expect(accepts("Ada Reef (chair)", SPEECH_COLON, 1));
    cr_expect(accepts("AR", SPEECH_BRACKETS, 1));
}

Test(voices, another_name_counts_the_second_time_and_in_a_weak_form_the_third)
{
    static const enum speech_form weak[] = {SPEECH_BRACKETS, SPEECH_PARENTHESES, SPEECH_DASH,
                                            SPEECH_ALONE, SPEECH_BOLD};
    cr_expect_not(accepts("Tam Pier", SPEECH_COLON, 1));
    cr_expect(accepts("Tam Pier", SPEECH_COLON, 2));
    cr_expect(accepts("@tam", SPEECH_HANDLE, 2));
    cr_expect(accepts("tam", SPEECH_CHAT, 2));
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) {
        cr_expect_not(accepts("Tam Pier", weak[i], 2), "form %d", weak[i]);
        cr_expect(accepts("Tam Pier", weak[i], 3), "form %d", weak[i]);
    }
}

Test(voices, words_for_everyone_speak_only_before_a_colon)
{
    cr_expect(accepts("All", SPEECH_COLON, 1));
    cr_expect_not(accepts("All", SPEECH_BRACKETS, 3));
}

Test(voices, labels_and_words_of_sentences_never_speak)
{
    static const char *const labels[] = {"Note",         "Treasurer", "Vote",  "Moved by",
                                         "Place / Link", "The pier",  "Start", "PR / Tam Pier"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        cr_expect_not(accepts(labels[i], SPEECH_COLON, 4), "%s", labels[i]);
    cr_expect(accepts("Tam / Ines", SPEECH_COLON, 2));
}

Test(voices, names_are_up_to_four_words_with_capitals)
{
    cr_expect(accepts("Tam Élise Bo Pier", SPEECH_COLON, 2));
    cr_expect_not(accepts("Tam Ines Bo Ida Pier", SPEECH_COLON, 2));
    cr_expect_not(accepts("Tam red lamps", SPEECH_COLON, 2));
    cr_expect_not(accepts("Tam Pier 2", SPEECH_COLON, 2));
    cr_expect(accepts("tam", SPEECH_COLON, 2));
}

Test(voices, initials_need_five_speeches_of_known_people_or_two_of_their_own)
{
    for (size_t known = 4; known <= 5; known++) {
        struct fixture fixture;
        const struct speech speech = speech_of("TP", SPEECH_COLON);
        begin_voices(&fixture);
        count_speeches(&fixture, "Ada", SPEECH_COLON, known);
        count_speeches(&fixture, "TP", SPEECH_COLON, 1);
        voices_decide(&fixture.voices);
        cr_expect_eq(voices_find(&fixture.voices, &fixture.minutes, &speech) != NULL, known == 5);
        finish_voices(&fixture);
    }
    cr_expect(accepts("TP", SPEECH_COLON, 2));
}

Test(voices, two_people_who_are_printed_together_are_both_known)
{
    static const char *const pairs[] = {"Ada Reef / Abe Rock", "Ada and Abe", "Ada & Abe",
                                        "Ada, Abe"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct fixture fixture;
        begin_voices(&fixture);
        count_speeches(&fixture, pairs[i], SPEECH_COLON, 1);
        cr_expect_eq(fixture.voices.list[0].match.person, 1, "%s", pairs[i]);
        cr_expect_eq(fixture.voices.list[0].match.other, 2, "%s", pairs[i]);
        finish_voices(&fixture);
    }
}

Test(voices, a_person_who_is_printed_twice_or_with_a_remark_is_one)
{
    static const char *const names[] = {"Ada / Ada Reef", "Ada Reef (for Abe)", "Ada / Tam"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct fixture fixture;
        begin_voices(&fixture);
        count_speeches(&fixture, names[i], SPEECH_COLON, 1);
        cr_expect_eq(fixture.voices.list[0].match.person, 1, "%s", names[i]);
        cr_expect_eq(fixture.voices.list[0].match.other, 0, "%s", names[i]);
        finish_voices(&fixture);
    }
}

/* Begins voices with the roles of Ada Reef and Abe Rock, and counts a name once. */
static void begin_roles(struct fixture *fixture, unsigned ada, unsigned abe, const char *who)
{
    begin_voices(fixture);
    roster_person(&fixture->minutes.roster, 1)->roles = ada;
    roster_person(&fixture->minutes.roster, 2)->roles = abe;
    count_speeches(fixture, who, SPEECH_COLON, 1);
    voices_decide(&fixture->voices);
}

/* Reports the person who speaks in an office, or 9 if it speaks by itself, or 8 if it does not. */
static uint32_t speaker_of(const char *who, const char *text, unsigned ada, unsigned abe)
{
    struct fixture fixture;
    char line[200];
    snprintf(line, sizeof line, "%s: %s", who, text);
    const struct speech speech = {.form = SPEECH_COLON,
                                  .who = {line, strlen(who)},
                                  .text = text_span_of(line + strlen(who) + strlen(": "))};
    begin_roles(&fixture, ada, abe, who);
    const struct voice *voice = voices_find(&fixture.voices, &fixture.minutes, &speech);
    const uint32_t person = voice ? voice->match.person ? voice->match.person : 9 : 8;
    finish_voices(&fixture);
    return person;
}

Test(voices, an_office_is_the_one_person_who_has_it_or_speaks_without_one)
{
    static const char *const chairs[] = {"Chair",         "The Chair",    "Madam Chair",
                                         "Vorsitz",       "Présidente",   "Mme la Présidente",
                                         "La presidenta", "El presidente"};
    for (size_t i = 0; i < sizeof chairs / sizeof *chairs; i++) {
        cr_expect_eq(speaker_of(chairs[i], "Next.", 0, ROLE_BIT_CHAIR), 2, "%s", chairs[i]);
        cr_expect_eq(speaker_of(chairs[i], "Next.", 0, 0), 9, "%s", chairs[i]);
        cr_expect_eq(speaker_of(chairs[i], "Next.", ROLE_BIT_CHAIR, ROLE_BIT_CHAIR), 9, "%s",
                     chairs[i]);
        cr_expect_eq(speaker_of(chairs[i], "Ada Reef", 0, ROLE_BIT_CHAIR), 8, "%s", chairs[i]);
        cr_expect_eq(speaker_of(chairs[i], "Tam Pier", 0, ROLE_BIT_CHAIR), 8, "%s", chairs[i]);
    }
    cr_expect_eq(speaker_of("Moderador", "Sigue.", ROLE_BIT_MODERATOR, ROLE_BIT_CHAIR), 1);
    cr_expect_eq(speaker_of("Secretary", "Noted.", ROLE_BIT_SECRETARY, 0), 1);
    cr_expect_eq(speaker_of("Secretary", "Noted.", 0, 0), 8);
}

Test(voices, a_label_that_is_no_known_speaker_ends_the_speech_of_another)
{
    static const struct {
        const char *who;
        bool label, stranger;
    } cases[] = {{"Note", true, false},      {"Hinweis", true, false},
                 {"Q", true, false},         {"Tam Pier", true, true},
                 {"TP", true, true},         {"Tam", true, false},
                 {"Red lamps", true, false}, {"The question", false, false},
                 {"so it is", false, false}, {"[Slide", false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        const struct speech speech = speech_of(cases[i].who, SPEECH_COLON);
        begin_roles(&fixture, 0, 0, cases[i].who);
        const struct voice *voice = voices_find_label(&fixture.voices, &speech);
        cr_expect_eq(voice != NULL, cases[i].label, "%s", cases[i].who);
        cr_expect_eq(voice && voice->stranger, cases[i].stranger, "%s", cases[i].who);
        finish_voices(&fixture);
    }
}

Test(voices, a_failed_allocation_is_reported_and_keeps_the_voices_before_it)
{
    enum {
        VOICES = 40
    };
    char names[VOICES][8];
    struct fixture fixture;
    size_t failures = 0;
    begin_voices(&fixture);
    for (size_t i = 0; i < VOICES; i++) {
        names[i][0] = (char)('A' + i % 26);
        names[i][1] = (char)('a' + i / 26);
        names[i][2] = 0;
        const size_t before = fixture.voices.count;
        fixture.voices.out_of_memory = false;
        failing_memory_begin(0);
        count_speeches(&fixture, names[i], SPEECH_COLON, 1);
        if (!failing_memory_end())
            continue;
        failures += fixture.voices.out_of_memory;
        cr_expect(fixture.voices.count == before || !fixture.voices.out_of_memory);
        if (before)
            cr_expect_eq(fixture.voices.list[0].count, 1);
        if (fixture.voices.count == before)
            count_speeches(&fixture, names[i], SPEECH_COLON, 1);
    }
    cr_expect_eq(fixture.voices.count, VOICES);
    cr_expect_geq(failures, 3);
    finish_voices(&fixture);
}
