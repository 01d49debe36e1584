#include "tables/known_value.h"

#include "schema/record_type.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(known_value);

/* The value of a field that a text means; "=" if it stays as it is, "?" if it is of two days. */
static const char *value_of(const struct record_type *type, const char *name, const char *text,
                            enum date_order order)
{
    static char value[KNOWN_VALUE_BYTES];
    const struct field *field = field_list_find(type->fields, name, strlen(name));
    cr_assert(field, "%s", name);
    switch (known_value_write(field, text_span_of(text), order, value)) {
    case KNOWN_VALUE_WRITTEN:
        return value;
    case KNOWN_VALUE_TWO_DAYS:
        return "?";
    default:
        return "=";
    }
}

struct value_case {
    const char *text, *value;
};

static void expect_values(const struct record_type *type, const char *field,
                          const struct value_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(value_of(type, field, cases[i].text, DATE_DAY_FIRST), cases[i].value, "%s",
                         cases[i].text);
}

#define EXPECT_VALUES(type, field, ...)                                   \
    expect_values(&(type), field, (const struct value_case[])__VA_ARGS__, \
                  sizeof(const struct value_case[]) __VA_ARGS__ / sizeof(struct value_case))

/* clang-format off */
Test(known_value, results_are_read_in_four_languages)
{
    EXPECT_VALUES(decision_type, "result", {
        {"adopted", "adopted"}, {"Carried", "adopted"}, {"angenommen", "adopted"}, {"Adopté", "adopted"},
        {"aprobada", "adopted"}, {"einstimmig angenommen", "adopted"}, {"mehrheitlich beschlossen", "adopted"},
        {"adopté à l’unanimité", "adopted"}, {"aprobado por unanimidad", "adopted"},
        {"Adopted with amendments", "adopted_with_amendments"}, {"aprobado con enmiendas", "adopted_with_amendments"},
        {"abgelehnt", "rejected"}, {"nicht angenommen", "rejected"}, {"non adopté", "rejected"}, {"no aprobado", "rejected"},
        {"not carried", "rejected"}, {"vertagt", "deferred"}, {"verwiesen", "referred"}, {"zur Kenntnis genommen", "noted"},
        {"retirada", "withdrawn"}, {"Adopted-with-amendments", "adopted_with_amendments"},
        {"refer", "="}, {"referred ", "referred"}, {"referred_", "="}, {"by a majority adopted", "adopted"},
        {"adopted by majority", "adopted"}, {"perhaps adopted", "="}, {"", "="}});
}

Test(known_value, states_of_actions_are_read_in_four_languages)
{
    EXPECT_VALUES(action_type, "status", {
        {"Open", "open"}, {"in Arbeit", "open"}, {"en cours", "open"}, {"pendiente", "open"}, {"To do", "open"},
        {"erledigt", "done"}, {"Terminé", "done"}, {"hecho", "done"}, {"Closed", "done"},
        {"cancelled", "dropped"}, {"abandonné", "dropped"}, {"sometime", "="}});
}

Test(known_value, dates_and_times_are_read_as_people_write_them)
{
    EXPECT_VALUES(meeting_type, "start_date", {
        {"2031-04-03", "="}, {"2031-04", "="}, {"3.4.2031", "2031-04-03"}, {"03.04.31", "2031-04-03"},
        {"3. April 2031", "2031-04-03"}, {"Do., 3. April 2031", "2031-04-03"}, {"1er mai 2031", "2031-05-01"},
        {"3 de abril de 2031", "2031-04-03"}, {"03/04/2031", "2031-04-03"}, {"April 2031", "2031-04"},
        {"3.4.2031 14:30", "2031-04-03T14:30:00"}, {"3.4.2031, 14:30 Uhr", "2031-04-03T14:30:00"},
        {"3 avril 2031 à 9h30", "2031-04-03T09:30:00"}, {"2031-04-03 14:30:00", "2031-04-03T14:30:00"},
        {"03 Apr 2031 02:30 PM", "2031-04-03T14:30:00"}, {"2031-04-03 14:30:00+02:00", "2031-04-03T14:30:00+02:00"},
        {"3.4.2031 noch offen", "="}, {"31.4.2031", "="}, {"bald", "="}});
}
/* clang-format on */

Test(known_value, a_date_of_two_days_is_told_from_one_whose_order_is_known)
{
    cr_expect_str_eq(value_of(&meeting_type, "start_date", "03/04/2031", DATE_ORDER_UNKNOWN), "?");
    cr_expect_str_eq(value_of(&meeting_type, "start_date", "03/04/2031", DATE_MONTH_FIRST),
                     "2031-03-04");
    cr_expect_str_eq(value_of(&meeting_type, "start_date", "13/04/2031", DATE_ORDER_UNKNOWN),
                     "2031-04-13");
    cr_expect_str_eq(value_of(&meeting_type, "start_date", "03.04.2031", DATE_ORDER_UNKNOWN),
                     "2031-04-03");
}

/* clang-format off */
Test(known_value, durations_countries_and_languages_are_read)
{
    EXPECT_VALUES(agenda_item_type, "duration", {
        {"PT20M", "="}, {"20", "PT20M"}, {"5 Min.", "PT5M"}, {"90 Minuten", "PT1H30M"}, {"1h30", "PT1H30M"}, {"0", "="}, {"long", "="},
        {"20 Minuten lang", "="}, {"etwa 20 Minuten", "="}, {"20.", "PT20M"}, {"1", "PT1M"}, {"60", "PT1H"}, {"0 Min.", "="}});
    EXPECT_VALUES(person_type, "country", {
        {"DE", "DE"}, {"fr", "FR"}, {"Germany", "DE"}, {"Nowhere", "="}, {"D", "="}, {"Germany2", "="},
        {"Zimbabwe", "ZW"}, {"GERMANY", "DE"}});
    EXPECT_VALUES(paper_type, "language", {{"Deutsch", "de"}, {"English", "en"}, {"français", "fr"}, {"de-CH", "="}});
}
/* clang-format on */

Test(known_value, yes_and_no_are_read_in_four_languages)
{
    static const char *const yes[] = {"yes", "TRUE", "ja", "oui", "sí", "x", "1", "wahr"};
    static const char *const no[] = {"no", "False", "nein", "non", "0", "falsch"};
    bool truth;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        cr_expect(known_value_truth(text_span_of(yes[i]), &truth) && truth, "%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        cr_expect(known_value_truth(text_span_of(no[i]), &truth) && !truth, "%s", no[i]);
    cr_expect_not(known_value_truth(text_span_of("perhaps"), &truth));
    cr_expect_not(known_value_truth(text_span_of("yesterday"), &truth));
}

Test(known_value, a_time_of_day_is_nothing_else)
{
    struct phrase_time time;
    cr_expect(known_value_time(text_span_of(" 14:30 Uhr "), &time) && time.start == 870);
    cr_expect(known_value_time(text_span_of("9h30"), &time) && time.start == 570);
    cr_expect(known_value_time(text_span_of("10:00 - 10:45"), &time) && time.start == 600 &&
              time.end == 645);
    cr_expect_not(known_value_time(text_span_of("14:30 in the hall"), &time));
    cr_expect_not(known_value_time(text_span_of(""), &time));
}

Test(known_value, a_letter_t_before_digits_divides_a_date_from_a_time)
{
    static const struct value_case cases[] = {{"3.4.2031 T14:30", "2031-04-03T14:30:00"},
                                              {"3.4.2031 t09:30", "2031-04-03T09:30:00"},
                                              {"3.4.2031 T 14:30", "="},
                                              {"3.4.2031 T(14:30", "="},
                                              {"3.4.2031 T:14:30", "="},
                                              {"3.4.2031 S14:30", "="},
                                              {"3.4.2031 T9:30", "2031-04-03T09:30:00"},
                                              {"3.4.2031 23:00-00:00", "="},
                                              {"3.4.2031 10:00-11:00", "="},
                                              {"April 2031 10:00", "="},
                                              {"on 3.4.2031", "="},
                                              {"3.4.2031 at 14:30", "2031-04-03T14:30:00"},
                                              {"3.4.2031 T", "="}};
    expect_values(&meeting_type, "start_date", cases, sizeof cases / sizeof *cases);
}

/* The digit behind the text is not of it. */
Test(known_value, a_letter_t_at_the_end_of_a_text_begins_no_time)
{
    char value[KNOWN_VALUE_BYTES];
    const struct field *field = field_list_find(meeting_type.fields, "start_date", 10);
    const struct text_span text = {"3.4.2031 T9", strlen("3.4.2031 T")};
    cr_expect_eq(known_value_write(field, text, DATE_DAY_FIRST, value), KNOWN_VALUE_AS_IT_IS);
}
