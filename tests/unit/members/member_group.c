#include "members/member.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes what a label of a group says. */
static void describe(const char *text, char *found, size_t size)
{
    struct member_group group;
    if (!member_group_read(text_span_of(text), &group)) {
        snprintf(found, size, "none");
        return;
    }
    const char *status = member_status_name(group.status), *mode = member_mode_name(group.mode);
    snprintf(found, size, "%s%s%s%s", status ? status : "-", mode ? " " : "", mode ? mode : "",
             group.single ? " single" : "");
    for (int i = 0; i < MEMBER_ROLE_COUNT; i++)
        if (group.roles & (1U << i)) {
            const size_t length = strlen(found);
            snprintf(found + length, size - length, " %s", member_role_names[i]);
        }
    const size_t length = strlen(found);
    if (group.rest.length)
        snprintf(found + length, size - length, " [%.*s]", (int)group.rest.length, group.rest.text);
}

Test(member_group, labels_tell_status_and_role)
{
    static const struct text_case cases[] = {
        {"Present", "present"},
        {"Board members in attendance were:", "present member"},
        {"Présent·es :", "present"},
        {"Présent.es : Ana, Bo", "present [Ana, Bo]"},
        {"Excusé.es : Cy", "excused [Cy]"},
        {"Regrets:", "excused"},
        {"Chair: A. Example, B. Example", "- single chair [A. Example, B. Example]"},
        {"Scribe(s): A B", "- single minute_taker [A B]"},
        {"The meeting was led by Mona Norden.", "- single chair [Mona Norden]"},
        {"Also in attendance were:", "present"},
        {"Voting member attendance", "present member"},
        {"Other Attendees", "present"},
        {"Apologies", "excused"},
        {"Observers present", "present observer"},
        {"Anwesend: (...)", "present [(...)]"},
        {"Guests: Ivan", "present guest [Ivan]"},
        {"Prise de note : Solène", "- single minute_taker [Solène]"},
        {"Bosun: X", "- single chair [X]"},
        {"Anzahl stimmberechtigter Mitglieder: 9", "none"},
        {"Remote: A, B", "present remote [A, B]"},
        {"Agenda", "none"},
        {"Anwesende Mitglieder", "present member"},
        {"Asisten los miembros siguientes:", "present member"},
        {"Minutes", "none"},
        {"Protokoll", "none"},
        {"Present (Exec listed first)", "present"},
        {"Chair Norden called the meeting to order", "none"},
        {"Minutes taken by Mona Norden", "- single minute_taker [Mona Norden]"},
        {"Individual members approved", "none"},
        {"2025 officer elections", "none"},
        {"Install New Board Members", "none"},
        {"Not present", "absent"},
        {"Attendees at the summit will get a shirt", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

/* Writes the groups of a line. */
static void describe_line(const char *text, char *found, size_t size)
{
    struct member_group group, next;
    *found = 0;
    if (!member_group_read(text_span_of(text), &group))
        return;
    for (bool more = true; more; group = next) {
        more = member_group_split(&group, &next);
        const size_t length = strlen(found);
        const char *status = member_status_name(group.status);
        snprintf(found + length, size - length, "%s%s[%.*s]",
                 group.proxies  ? "proxies "
                 : group.single ? "role "
                                : "",
                 status ? status : "", (int)group.rest.length, group.rest.text);
    }
}

Test(member_group, a_line_may_have_several_groups)
{
    static const struct text_case cases[] = {
        {"Present: Ann Lake, Bob Moor. Apologies: Cy Dell. In attendance: Dan Fell (clerk)",
         "present[Ann Lake, Bob Moor]excused[Cy Dell]present[Dan Fell (clerk)]"},
        {"Present: Ann Lake; apologies: Cy Dell", "present[Ann Lake]excused[Cy Dell]"},
        {"Anwesend: Anna See, entschuldigt: Carl Tal; G\u00e4ste: Dora Feld",
         "present[Anna See]excused[Carl Tal]present[Dora Feld]"},
        {"Pr\u00e9sents : Anne Lac. Excus\u00e9s : Carl Val | Pouvoirs : Dora Pr\u00e9 \u00e0 Anne "
         "Lac",
         "present[Anne Lac]excused[Carl Val]proxies excused[Dora Pr\u00e9 \u00e0 Anne Lac]"},
        {"Asistentes: Ana Lago. Excusan: Carlos Val. Invitados: Dora Prado",
         "present[Ana Lago]excused[Carlos Val]present[Dora Prado]"},
        {"Present: Ann Lake (apologies: none), Bob Moor",
         "present[Ann Lake (apologies: none), Bob Moor]"},
        {"Chair: Ann Lake. Present: Bob Moor. Minutes: Cy Dell",
         "role [Ann Lake]present[Bob Moor]role [Cy Dell]"},
    };
    expect_texts(describe_line, cases, sizeof cases / sizeof *cases);
}

static const struct text_case labels_at_limits[] = {
    {"Members who are in attendance today here: Ada Reef", "present member [Ada Reef]"},
    {"Members who are in attendance today: Ada Reef", "present member [Ada Reef]"},
    {"The members who are in attendance today: Ada Reef", "present member [Ada Reef]"},
    {"The members who are in attendance today here: Ada Reef", "none"},
    {"The members who were in attendance at the pier and the hut on Friday:", "present member"},
    {"The members who were in attendance at the pier and the hut on a Friday:", "none"},
    {"Members present", "present member"},
    {"The members who are in attendance today", "present member"},
    {"The members who are in attendance today here", "none"},
    {"Chair of the north harbour: Ada Reef", "- single chair [Ada Reef]"},
    {"Chair of the north harbour today: Ada Reef", "none"},
    {"Chair of the harbour", "none"},
    {"Chair", "- single chair"},
    {"Minute taker", "- single minute_taker"},
    {"Moderator", "- single moderator"},
    {"Secretary", "- single secretary"},
    {"Host", "- single host"},
    {"Chair present: Ada Reef", "present [Ada Reef]"},
    {"Chairs", "- single chair"},
    {"Roll call vote: Ada Reef", "none"},
    {"Present: Ayes: Ada Reef", "none"},
    {"Present: Ada Reef, aye", "present [Ada Reef, aye]"},
    {"Present: Ada Reef aye, Bert Tang", "none"},
    {"Present: Ada Reef yes", "present [Ada Reef yes]"},
    {"Present: Yes (5)", "none"},
    {"Present: No 9", "none"},
    {"Present: No 0", "none"},
    {"Present: Yes", "present [Yes]"},
    {"Present: No \u2013 Ada Reef", "none"},
    {"Present: Nora Reef", "present [Nora Reef]"},
    {"Present: 12", "none"},
    {"Present: 12 members", "present [12 members]"},
    {"Present: twelve", "present [twelve]"},
    {"Minutes: Ada Reef", "none"},
    {"Ada Reef, Member - Excused", "none"},
    {"Ada Reef - Member, Excused", "none"},
    {"Ada Reef \u2013 excused", "none"},
    {"Ada Reef \u2014 excused", "none"},
    {"Ada Reef -- excused", "none"},
    {"Ada Reef (excused)", "none"},
    {"Ada Reef, excused", "none"},
    {"Ada Reef - excused", "none"},
    {"Reef Members - excused", "excused member"},
    {"Members present, excused", "excused member"},
    {"Present (12): Ada Reef", "present [Ada Reef]"},
    {"Present(12): Ada Reef", "present [Ada Reef]"},
    {"(12)", "none"},
    {"Present 12): Ada Reef", "present [Ada Reef]"},
    {"Teilnehmer:innen: Ada Reef", "present [Ada Reef]"},
    {"Teilnehmer:i: Ada Reef", "present [i: Ada Reef]"},
    {"Present:", "present"},
    {"Present: 10:30", "present [10:30]"},
    {"Present:0", "present"},
    {"Present:9 members", "present member"},
    {"Present://", "present"},
    {"Absent: Ada Reef", "absent [Ada Reef]"},
    {"Absent with apologies: Ada Reef", "excused [Ada Reef]"},
    {"Apologies and absent: Ada Reef", "excused [Ada Reef]"},
    {"\u00c9taient absents excus\u00e9s: Ada Reef", "excused [Ada Reef]"},
    {"Unexcused: Ada Reef", "absent [Ada Reef]"},
    {"Members absent: Ada Reef", "absent member [Ada Reef]"},
    {"Guests absent: Ada Reef", "absent [Ada Reef]"},
    {"Observers: Ada Reef", "present observer [Ada Reef]"},
    {"In person: Ada Reef", "present in_person [Ada Reef]"},
    {"Online: Ada Reef", "present remote [Ada Reef]"},
    {"Board members: Ada Reef", "present member [Ada Reef]"},
    {"Proxies: Ada Reef to Bert Tang", "excused [Ada Reef to Bert Tang]"},
    {"The meeting was led by Ada Reef", "- single chair [Ada Reef]"},
    {"The long open meeting was led by Ada Reef", "none"},
    {"The meeting was led by ada", "none"},
    {"The meeting was led by @ada", "- single chair [@ada]"},
    {"The meeting was led by", "none"},
    {"The meeting was led by Ada Reef of the Moor Lamps Guild",
     "- single chair [Ada Reef of the Moor Lamps Guild]"},
    {"The meeting was led by Ada Reef of the old Moor Lamps Guild", "none"},
    {"The long meeting was led by Ada Reef", "- single chair [Ada Reef]"},
    {"The meeting was moderated by Ada Reef", "- single moderator [Ada Reef]"},
    {"The meeting was hosted by Ada Reef", "- single host [Ada Reef]"},
    {"", "none"},
    {":", "none"},
};

Test(member_group, a_label_has_few_words_and_no_votes)
{
    expect_exact_texts(describe, labels_at_limits,
                       sizeof labels_at_limits / sizeof *labels_at_limits);
}

/* Writes the group that the end of a paragraph introduces. */
static void describe_introduced(const char *text, char *found, size_t size)
{
    struct member_group group;
    const char *status = NULL;
    if (member_group_introduced(text_span_of(text), &group))
        status = member_status_name(group.status);
    snprintf(found, size, "%s", status ? status : "none");
}

Test(member_group, the_end_of_a_paragraph_introduces_members)
{
    static const struct text_case cases[] = {
        {"The lamps were lit. Present were:", "present"},
        {"The lamps were lit; present:", "present"},
        {"The lamps were lit, present:", "present"},
        {"The lamps were lit: present:", "none"},
        {"The lamps were lit. Present were", "none"},
        {"Present were:", "none"},
        {". Present:", "present"},
        {" Present:", "none"},
        {"The lamps were lit. Chair:", "none"},
        {"The lamps were lit. Present: Ada Reef:", "none"},
        {"", "none"},
        {":", "none"},
    };
    expect_exact_texts(describe_introduced, cases, sizeof cases / sizeof *cases);
}

Test(member_group, a_long_paragraph_introduces_nobody)
{
    static const char end[] = ". Present:";
    char text[1002], found[40];
    for (size_t length = 1000; length <= 1001; length++) {
        memset(text, 'a', length);
        snprintf(text + length - strlen(end), sizeof end, "%s", end);
        describe_introduced(text, found, sizeof found);
        cr_expect_str_eq(found, length == 1000 ? "present" : "none");
    }
}

Test(member_group, a_long_label_is_none)
{
    static const char begin[] = "Present (";
    char text[200], found[240];
    for (size_t length = 119; length <= 121; length++) {
        memset(text, 'a', sizeof text);
        memcpy(text, begin, strlen(begin));
        snprintf(text + length - 1, sizeof text - length, "): Ada");
        describe(text, found, sizeof found);
        cr_expect_str_eq(found, length < 120 ? "present [Ada]" : "none", "%zu: %s", length, found);
    }
}
