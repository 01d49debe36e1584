#include "members/roster.h"

#include "unit/failing_memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct roster_person person_of(const char *name)
{
    return (struct roster_person){.name = text_span_of(name), .joined = -1, .left = -1};
}

static uint32_t add_name(struct roster *roster, const char *name)
{
    const struct roster_person person = person_of(name);
    return roster_add(roster, &person, NULL);
}

/* Expects that a name is printed in a form of one person, and of another one unless that is
 * ROSTER_NOBODY. */
static void expect_found(struct roster *roster, const char *name, uint32_t person, uint32_t other,
                         enum roster_form form)
{
    const struct roster_match match = roster_find(roster, text_span_of(name));
    cr_expect_eq(match.person, person, "%s is %u", name, match.person);
    cr_expect_eq(match.other, other, "%s is also %u", name, match.other);
    cr_expect_eq(match.form, form, "%s has form %d", name, match.form);
}

static void expect_unknown(struct roster *roster, const char *name)
{
    cr_expect_eq(roster_find(roster, text_span_of(name)).person, ROSTER_NOBODY, "%s", name);
}

Test(roster, a_person_is_found_by_each_form_of_the_name)
{
    struct roster roster;
    struct roster_person mona = person_of("Mona Pia Norden");
    mona.handle = text_span_of("@mona77");
    mona.abbreviation = text_span_of("XYZ");
    mona.nick = text_span_of("Momo");
    roster_init(&roster);
    cr_assert_eq(roster_add(&roster, &mona, NULL), 1);
    expect_found(&roster, "MONA PIA NORDEN", 1, 0, ROSTER_FULL_NAME);
    expect_found(&roster, "@mona77", 1, 0, ROSTER_HANDLE);
    expect_found(&roster, "Mona N.", 1, 0, ROSTER_GIVEN_AND_INITIAL);
    expect_found(&roster, "xyz", 1, 0, ROSTER_ABBREVIATION);
    expect_found(&roster, "momo", 1, 0, ROSTER_NICK);
    expect_found(&roster, "Mona:", 1, 0, ROSTER_GIVEN_NAME);
    expect_found(&roster, "Norden", 1, 0, ROSTER_SURNAME);
    expect_found(&roster, "Pia Norden", 1, 0, ROSTER_SURNAME);
    expect_found(&roster, "Member Norden", 1, 0, ROSTER_SURNAME);
    expect_found(&roster, "Mr. Norden", 1, 0, ROSTER_SURNAME);
    expect_found(&roster, "**MPN**", 1, 0, ROSTER_INITIALS);
    expect_found(&roster, "MN", 1, 0, ROSTER_INITIALS);
    expect_unknown(&roster, "Pia");
    expect_unknown(&roster, "mn");
    expect_unknown(&roster, "MP");
    expect_unknown(&roster, "");
    roster_finish(&roster);
}

Test(roster, a_name_has_up_to_400_bytes)
{
    char name[402];
    for (size_t length = 400; length <= 401; length++) {
        struct roster roster;
        memset(name, 'a', length);
        memcpy(name, "Mona Norden ", 12);
        name[length] = '\0';
        roster_init(&roster);
        cr_assert_eq(add_name(&roster, name), 1);
        if (length == 400)
            expect_found(&roster, name, 1, 0, ROSTER_FULL_NAME);
        else
            expect_unknown(&roster, name);
        roster_finish(&roster);
    }
}

Test(roster, a_double_given_name_has_initials_as_one_and_as_two)
{
    struct roster roster;
    roster_init(&roster);
    cr_assert_eq(add_name(&roster, "Anne-Lise Berg"), 1);
    expect_found(&roster, "AB", 1, 0, ROSTER_INITIALS);
    expect_found(&roster, "ALB", 1, 0, ROSTER_INITIALS);
    expect_found(&roster, "AL", 1, 0, ROSTER_INITIALS);
    expect_unknown(&roster, "LB");
    roster_finish(&roster);
}

Test(roster, a_single_name_has_no_initials_and_an_organization_only_its_name)
{
    struct roster roster;
    struct roster_person harbour = person_of("Harbour Trust");
    harbour.organization_itself = true;
    harbour.abbreviation = text_span_of("HBT");
    roster_init(&roster);
    cr_assert_eq(roster_add(&roster, &harbour, NULL), 1);
    cr_assert_eq(add_name(&roster, "Al-Amin"), 2);
    expect_found(&roster, "Harbour Trust", 1, 0, ROSTER_FULL_NAME);
    expect_found(&roster, "HBT", 1, 0, ROSTER_ABBREVIATION);
    expect_unknown(&roster, "Harbour");
    expect_unknown(&roster, "Trust");
    expect_unknown(&roster, "AA");
    roster_finish(&roster);
}

Test(roster, a_form_of_two_people_names_the_first_and_one_other)
{
    struct roster roster;
    roster_init(&roster);
    add_name(&roster, "Ada Reef");
    add_name(&roster, "Ada Rock");
    add_name(&roster, "Ada Rim");
    expect_found(&roster, "Ada", 1, 2, ROSTER_GIVEN_NAME);
    expect_found(&roster, "AR", 1, 2, ROSTER_INITIALS);
    expect_found(&roster, "Ada R", 1, 2, ROSTER_GIVEN_AND_INITIAL);
    expect_found(&roster, "Ada Rim", 3, 0, ROSTER_FULL_NAME);
    roster_finish(&roster);
}

Test(roster, an_abbreviation_precedes_a_given_name_and_that_a_surname)
{
    struct roster roster;
    struct roster_person norden = person_of("Mona Norden");
    norden.abbreviation = text_span_of("Ines");
    roster_init(&roster);
    add_name(&roster, "Bo Mona");
    add_name(&roster, "Ines Park");
    roster_add(&roster, &norden, NULL);
    expect_found(&roster, "Mona", 3, 0, ROSTER_GIVEN_NAME);
    expect_found(&roster, "Ines", 3, 0, ROSTER_ABBREVIATION);
    roster_finish(&roster);
}

static void expect_text(struct text_span found, const char *expected)
{
    cr_expect(found.length == strlen(expected) && !memcmp(found.text, expected, found.length),
              "\"%.*s\", not \"%s\"", (int)found.length, found.length ? found.text : "", expected);
}

Test(roster, a_second_entry_adds_to_the_first_and_replaces_nothing)
{
    struct roster roster;
    struct roster_person first = person_of("Ada Reef"), second = person_of("ada_reef");
    bool known;
    first.post = text_span_of("Treasurer");
    first.roles = ROLE_BIT_CHAIR;
    first.status = STATUS_PRESENT;
    first.joined = 600;
    second.post = text_span_of("Clerk");
    second.organization = text_span_of("Harbour Trust");
    second.handle = text_span_of("@reefy");
    second.roles = ROLE_BIT_HOST;
    second.status = STATUS_ABSENT;
    second.mode = MODE_REMOTE;
    second.joined = 700;
    second.left = 720;
    second.attends = true;
    roster_init(&roster);
    cr_expect_eq(roster_add(&roster, &first, &known), 1);
    cr_expect_not(known);
    cr_expect_eq(roster_add(&roster, &second, &known), 1);
    cr_expect(known);
    const struct roster_person *ada = roster_person(&roster, 1);
    cr_expect_eq(roster.count, 1);
    expect_text(ada->name, "Ada Reef");
    expect_text(ada->post, "Treasurer");
    expect_text(ada->organization, "Harbour Trust");
    cr_expect_eq(ada->roles, (unsigned)(ROLE_BIT_CHAIR | ROLE_BIT_HOST));
    cr_expect_eq(ada->status, STATUS_PRESENT);
    cr_expect_eq(ada->mode, MODE_REMOTE);
    cr_expect_eq(ada->joined, 600);
    cr_expect_eq(ada->left, 720);
    cr_expect(ada->attends);
    expect_found(&roster, "@reefy", 1, 0, ROSTER_HANDLE);
    second.mode = MODE_IN_PERSON;
    second.left = 730;
    second.attends = false;
    roster_add(&roster, &second, NULL);
    cr_expect_eq(roster_person(&roster, 1)->mode, MODE_REMOTE);
    cr_expect_eq(roster_person(&roster, 1)->left, 720);
    cr_expect(roster_person(&roster, 1)->attends);
    roster_finish(&roster);
}

Test(roster, initials_are_two_to_four_capitals_with_points_or_blanks)
{
    static const char *const initials[] = {"AZ", "A.Z.", "A B C", "ABCD"};
    static const char *const others[] = {"A", "", "ABCDE", "Ab", "A1", "A-B", "[B"};
    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++)
        cr_expect(roster_is_initials(text_span_of(initials[i])), "%s", initials[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(roster_is_initials(text_span_of(others[i])), "%s", others[i]);
}

Test(roster, a_title_ends_with_a_blank)
{
    cr_expect_eq(roster_title_length(text_span_of("Member Norden")), 7);
    cr_expect_eq(roster_title_length(text_span_of("Mr. Norden")), 4);
    cr_expect_eq(roster_title_length(text_span_of("Mr Norden")), 3);
    cr_expect_eq(roster_title_length(text_span_of("Mr.\xC2\xA0Norden")), 5);
    cr_expect_eq(roster_title_length(text_span_of("Norden")), 0);
    cr_expect_eq(roster_title_length(text_span_of("Mr.")), 0);
    cr_expect_eq(roster_title_length(text_span_of("Member")), 0);
}

Test(roster, a_failed_allocation_is_reported_and_leaves_a_valid_roster)
{
    const struct roster_person person = person_of("Mona Pia Norden");
    bool failed = true;
    for (size_t allocation = 0; failed; allocation++) {
        struct roster roster;
        roster_init(&roster);
        failing_memory_begin(allocation);
        const uint32_t number = roster_add(&roster, &person, NULL);
        const struct roster_match match = roster_find(&roster, text_span_of("MPN"));
        failed = failing_memory_end();
        cr_expect_eq(roster.out_of_memory, failed, "allocation %zu", allocation);
        cr_expect(failed || (number == 1 && match.person == 1));
        roster_finish(&roster);
    }
}
