/* Sentences and lists that name members: their groups, brackets and reversed names (A2 to A7). */
#include "members/member_private.h"
#include "members/member_role.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes who a sentence says was there or not, and who leads or takes the minutes. */
static void describe(const char *text, char *found, size_t size)
{
    struct sentence sentence;
    struct member_group group;
    const struct text_span all = text_span_of(text);
    const size_t end = sentence_read(all, 0, &sentence);
    int length = 0;
    *found = '\0';
    if (member_sentence_read(&sentence, end, &group))
        length = snprintf(found, size, "%s [%.*s]", member_status_name(group.status),
                          (int)group.rest.length, group.rest.text);
    for (size_t from = 0; member_led_find(&sentence, &from, &group);) {
        const char *role = group.roles == ROLE_BIT_CHAIR       ? "chair"
                           : group.roles == ROLE_BIT_SECRETARY ? "secretary"
                                                               : "minutes";
        length += snprintf(found + length, size - (size_t)length, "{%s %.*s}", role,
                           (int)group.rest.length, group.rest.text);
    }
}

static const struct text_case sentences[] = {
    {"The meeting was chaired by Ada Bert Cy Dan Reef.", "{chair Ada Bert Cy Dan Reef}"},
    {"Apologies were received from Ada Reef and Bert Tang.", "excused [Ada Reef and Bert Tang]"},
    {"Apologies were received from Ada.", ""},
    {"Apologies were received from Cllr Reef.", "excused [Cllr Reef]"},
    {"Apologies were received from Ada, Bert.", "excused [Ada, Bert]"},
    {"Apologies were received from the lamps.", ""},
    {"Apologies were received from 3 members.", "excused [3 members]"},
    {"Apologies were received from.", ""},
    {"Apologies were received from: Ada Reef.", ""},
    {"Apologies: Ada Reef.", ""},
    {"Ada Reef was absent.", "absent [Ada Reef]"},
    {"Ada Reef and Bert Tang sent apologies.", "excused [Ada Reef and Bert Tang]"},
    {"Ada Reef was present.", "present [Ada Reef]"},
    {"Ada Reef Was Absent.", ""},
    {"Ada Reef, excus\u00e9e, pouvoir \u00e0 Bert Tang.",
     "excused [Ada Reef, excus\u00e9e, pouvoir \u00e0 Bert Tang]"},
    {"Ada Reef, excus\u00e9e.", "excused [Ada Reef]"},
    {"Ada Reef excus\u00e9e.", ""},
    {"Entschuldigt fehlt Ada Reef.", "excused [Ada Reef]"},
    {"Es fehlten Ada Reef und Bert Tang.", "absent [Ada Reef und Bert Tang]"},
    {"Anwesend waren Ada Reef und Bert Tang.", "present [Ada Reef und Bert Tang]"},
    {"\u00c9taient pr\u00e9sents Ada Reef et Bert Tang.", "present [Ada Reef et Bert Tang]"},
    {"Asisten Ada Reef y Bert Tang.", "present [Ada Reef y Bert Tang]"},
    {"The meeting was chaired by Ada Reef.", "{chair Ada Reef}"},
    {"The meeting was chaired by Ada.", ""},
    {"The meeting was chaired by Mrs Reef.", "{chair Mrs Reef}"},
    {"The meeting was chaired by the mayor, Ada Reef.", "{chair Ada Reef}"},
    {"The meeting was chaired by the deputy mayor Ada Reef.", "{chair deputy mayor Ada Reef}"},
    {"The meeting was chaired by the old green lamp, Ada Reef.", ""},
    {"The meeting was chaired by the old lamp, Ada Reef.", "{chair Ada Reef}"},
    {"The meeting was chaired by Ada van Reef.", "{chair Ada van Reef}"},
    {"The meeting was chaired by Ada de la.", ""},
    {"The meeting was chaired by Ada Reef, Moor Lamps.", "{chair Ada Reef}"},
    {"The meeting was chaired by Ada O'Reef.", "{chair Ada O'Reef}"},
    {"The meeting was chaired by Lamp, Ada Reef.", ""},
    {"The meeting was chaired by Ada 2 Reef.", ""},
    {"Chaired by Ada Reef, minutes taken by Bert Tang.", "{chair Ada Reef}{minutes Bert Tang}"},
    {"Sous la pr\u00e9sidence de Mme Reef, maire.", "{chair Mme Reef}"},
    {"Sous la pr\u00e9sidence du maire, M. Reef.", "{chair M. Reef}"},
    {"Unter dem Vorsitz des B\u00fcrgermeisters Ada Reef.", "{chair Ada Reef}"},
    {"Presidida por D.\u00aa Ada Reef.", "{chair D.\u00aa Ada Reef}"},
    {"Act\u00faa como secretario Bert Tang.", "{secretary Bert Tang}"},
    {"lamps", ""},
};

Test(member_sentence, a_sentence_says_who_was_there_and_who_led)
{
    expect_exact_texts(describe, sentences, sizeof sentences / sizeof *sentences);
}

/* Writes the parts of "Surname, Given" and of "Words (A, B)", and whether a text is in capitals. */
static void describe_parts(const char *text, char *found, size_t size)
{
    struct text_span one, two;
    const struct text_span span = text_span_of(text);
    struct member_list list;
    int length = 0;
    *found = '\0';
    member_list_begin(&list, span);
    if (member_split_reversed(span, &one, &two))
        length = snprintf(found, size, "[%.*s, %.*s]", (int)one.length, one.text, (int)two.length,
                          two.text);
    if (member_split_bracketed(span, &one, &two))
        length += snprintf(found + length, size - (size_t)length, "%.*s (%.*s)", (int)one.length,
                           one.text, (int)two.length, two.text);
    snprintf(found + length, size - (size_t)length, "%s%s%s",
             member_is_shouted(span) ? " capitals" : "",
             member_list_is_reversed(&list) ? " reversed" : "",
             member_list_is_shouted(&list) ? " shouted" : "");
}

static const struct text_case parts[] = {
    {"Reef, Ada", "[Reef, Ada]"},
    {"Reef, Ada Bert", "[Reef, Ada Bert]"},
    {"Reef, Ada Bert Cy", ""},
    {"Van Reef, Ada", ""},
    {"van Reef, Ada", "[van Reef, Ada]"},
    {"VAN REEF, Ada", "[VAN REEF, Ada] shouted"},
    {"Mrs Reef, Ada", "[Reef, Ada]"},
    {"Reef, Dr. Ada", "[Reef, Dr. Ada]"},
    {"Reef, Ada (chair)", "[Reef, Ada]"},
    {"Reef, Ada, chair", ""},
    {"Reef", ""},
    {"Reef,", ""},
    {"REEF", " capitals"},
    {"R", ""},
    {"Reef, Lamp Foundation", ""},
    {"Reef, the lamps", ""},
    {"Reef, Ada; Tang, Bert", " reversed"},
    {"Reef, Ada; Bert Tang", ""},
    {"REEF, Ada, TANG, Bert", " shouted"},
    {"REEF, Ada, TANG", ""},
    {"REEF, Ada (chair), TANG, Bert", " shouted"},
    {"Ada, REEF, Bert, TANG", ""},
    {"REEF, Ada, Tang, Bert", ""},
    {"Directors (Ada Reef, Bert Tang)", "Directors (Ada Reef, Bert Tang)"},
    {"Directors (Ada Reef)", "Directors (Ada Reef)"},
    {"Directors (Ada)", ""},
    {"Directors (Ada Reef, the lamps)", ""},
    {"Moor (Ada Reef, Bert Tang)", "Moor (Ada Reef, Bert Tang)"},
    {"Moor (Ada Reef)", ""},
    {"Moor Party (Ada Reef, Bert Tang)", ""},
    {"Ada Reef (Bert Tang, Abe Rock)", ""},
    {"Clerk (Ada Reef).", "Clerk (Ada Reef)"},
    {"*Clerk* (Ada Reef)", "Clerk (Ada Reef)"},
    {"Clerk: (Ada Reef)", "Clerk (Ada Reef)"},
    {"Clerk (Ada Reef) today", ""},
    {"(Clerk) Ada Reef", "Clerk (Ada Reef)"},
    {"(Clerk) Mrs Ada Reef, Moor", "Clerk (Mrs Ada Reef, Moor)"},
    {"(Lamps) Ada Reef", ""},
    {"(Clerk) Ada", ""},
    {"(Clerk)", ""},
    {"() Ada Reef", ""},
    {"Clerk ()", ""},
    {"Clerk )Ada Reef(", ""},
    {"Clerk (Ada Reef", ""},
    {"Officers (Chair: Ada Reef; Clerk: Bert Tang)",
     "Officers (Chair: Ada Reef; Clerk: Bert Tang)"},
    {"Officers (Lamps: Ada Reef; Clerk: Bert Tang)", ""},
    {"Officers (Mrs Ada Reef, Dr. Bert Tang)", "Officers (Mrs Ada Reef, Dr. Bert Tang)"},
    {"Officers (Ada Reef, chair; Bert Tang, clerk)",
     "Officers (Ada Reef, chair; Bert Tang, clerk)"},
    {"Officers (Chair; Bert Tang)", ""},
    {"Officers (Lamp Foundation)", ""},
    {"Guests (Ada Reef)", "Guests (Ada Reef)"},
    {"Members (Ada Reef)", "Members (Ada Reef)"},
    {"Staff (Ada Reef)", "Staff (Ada Reef)"},
};

Test(member_sentence, entries_have_a_family_name_first_or_members_in_brackets)
{
    expect_exact_texts(describe_parts, parts, sizeof parts / sizeof *parts);
}

/* Writes the roles in a text, its mode, and whether it is an office. */
static void describe_roles(const char *text, char *found, size_t size)
{
    const struct text_span span = text_span_of(text);
    const unsigned roles = member_roles_of(span);
    const char *mode = member_mode_name(member_mode_of(span));
    snprintf(found, size, "%s", member_is_office(span) ? "office" : "");
    for (int i = 0; i < MEMBER_ROLE_COUNT; i++)
        if (roles & (1U << i)) {
            const size_t length = strlen(found);
            snprintf(found + length, size - length, " %s", member_role_names[i]);
        }
    const size_t length = strlen(found);
    snprintf(found + length, size - length, "%s%s", mode ? " " : "", mode ? mode : "");
}

static const struct text_case roles[] = {
    {"Chair", "office chair"},
    {"Vice Chair", "office vice_chair"},
    {"Co-Chair", "office co_chair"},
    {"Minute taker", " minute_taker"},
    {"Secretary", "office secretary"},
    {"Moderator", " moderator"},
    {"Host", "office host"},
    {"Presenter", "office presenter"},
    {"Observer", "office observer"},
    {"Guest", "office guest"},
    {"Member", "office member"},
    {"Voting member", "office member"},
    {"the Deputy Mayor of the City", "office"},
    {"the Deputy Mayor of the old City", ""},
    {"Deputy Mayor", "office"},
    {"Mayor Reef", ""},
    {"of the City", ""},
    {"Head of Parks", ""},
    {"Vertreter der Presse", "office"},
    {"Vertreter Reef", ""},
    {"All", "office"},
    {"online", " remote"},
    {"in person", " in_person"},
    {"via Zoom", " remote"},
    {"here in person today", " in_person"},
    {"lamps", ""},
    {"", ""},
};

Test(member_sentence, words_name_roles_offices_and_modes)
{
    expect_exact_texts(describe_roles, roles, sizeof roles / sizeof *roles);
}
