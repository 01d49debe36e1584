#include "tables/known_heading.h"

#include "schema/field.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(known_heading);

Test(known_heading, headings_of_four_languages_are_known_in_any_spelling)
{
    static const struct {
        enum record_type_ordinal type;
        const char *heading, *column;
        bool other;
    } cases[] = {
        {TYPE_PERSON, "First name", "given_name", false},
        {TYPE_PERSON, "firstName", "given_name", false},
        {TYPE_PERSON, "LAST_NAME", "family_name", false},
        {TYPE_PERSON, "Vorname", "given_name", true},
        {TYPE_PERSON, "Prénom :", "given_name", true},
        {TYPE_PERSON, "Apellidos*", "family_name", true},
        {TYPE_PERSON, "E-Mail", "email", false},
        {TYPE_PERSON, "TagLine", "memberships.post", false},
        {TYPE_DECISION, "Ergebnis (öffentlich)", "result", true},
        {TYPE_DECISION, "N°", "number", true},
        {TYPE_DECISION, "Ja-Stimmen", "#yes", true},
        {TYPE_PERSON, "First\nname", "given_name", false},
        {TYPE_PERSON, "First\rname", "given_name", false},
        {TYPE_DECISION, "agendaItem", "title", false},
        {TYPE_DECISION, "Wording [German]", "text", false},
        {TYPE_ACTION, "Bis wann?", "due_date", true},
        {TYPE_ACTION, "Assigned to", "owner_text", false},
        {TYPE_MEETING, "Beginn", "#start", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool other = !cases[i].other;
        const struct known_heading *found =
            known_heading_find(TARGET(cases[i].type), cases[i].heading, &other);
        cr_expect(found && strcmp(found->column, cases[i].column) == 0, "%s", cases[i].heading);
        cr_expect_eq(other, cases[i].other, "%s", cases[i].heading);
    }
}

Test(known_heading, a_heading_of_another_table_or_one_too_long_is_unknown)
{
    char longest[KNOWN_HEADING_BYTES];
    bool other;
    cr_expect_null(known_heading_find(TARGET(TYPE_TOPIC), "Vorname", &other));
    cr_expect_null(known_heading_find(TARGET(TYPE_PERSON), "Vor", &other));
    cr_expect_null(known_heading_find(TARGET(TYPE_PERSON), "Vornamensliste", &other));
    cr_expect_null(known_heading_find(TARGET(TYPE_PERSON), "", &other));
    memset(longest, ' ', sizeof longest);
    memcpy(longest, "vorname", strlen("vorname"));
    longest[sizeof longest - 2] = '\0';
    cr_expect(known_heading_find(TARGET(TYPE_PERSON), longest, &other));
    longest[sizeof longest - 2] = ' ';
    longest[sizeof longest - 1] = '\0';
    cr_expect_null(known_heading_find(TARGET(TYPE_PERSON), longest, &other));
}
