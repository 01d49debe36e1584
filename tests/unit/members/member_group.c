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
