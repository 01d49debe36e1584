#include "values/evaluated_cell.h"

#include <criterion/criterion.h>
#include <string.h>

/* "f" for a text that would be evaluated only at the beginning of a cell, "p" for one that would
 * be in each part of a cell, "" for one that would not. */
static const struct {
    const char *text, *where;
} texts[] = {
    {"=1", "p"},     {"@x", "p"},    {"+a", "p"},       {"-", "p"},      {"--5", "p"},
    {"-5x", "p"},    {"-.5", "p"},   {"+1", ""},        {"-5", ""},      {"-5.2", ""},
    {"-5.", ""},     {"-09", ""},    {"5", ""},         {"", ""},        {"'", ""},
    {"\"'", ""},     {"'=1", "p"},   {"\"=1", "p"},     {"''@x", "p"},   {"'-5", "p"},
    {"'5", ""},      {"\tx", "f"},   {"\rx", "f"},      {"\nx", "f"},    {"'\tx", "f"},
    {" =1", ""},     {"a=1", ""},    {"-5;a", ""},      {"-5 ;a", ""},   {"-5 a", "p"},
    {"-5/", "p"},    {"-5:", "p"},   {"8-9", "p"},      {"3/9/01", "p"}, {"0-0", "p"},
    {"31-1", "p"},   {"32-1", ""},   {"3/9/01/2", ""},  {"8-", ""},      {"8", ""},
    {"8_9", ""},     {"8/9-1", ""},  {"08-1", "p"},     {"008-1", ""},   {"8-1234", "p"},
    {"8-12345", ""}, {"8-9;x", "p"}, {"8-9 ;x", "p"},   {"8-9x", ""},    {"8-9 x", ""},
    {"2001-01", ""}, {"8- 9", ""},   {"1-2-3", "p"},    {"1-2-", ""},    {"19/9", "p"},
    {"8-:", ""},     {"8//9", ""},   {"8-9-10-11", ""}, {"'8-9", "p"},   {"8;-9", ""},
};

Test(evaluated_cell, formulas_and_days_are_evaluated_and_numbers_are_not)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = texts[i].text;
        cr_expect_eq(evaluated_cell_is(text, strlen(text), true), texts[i].where[0] != '\0', "%s",
                     text);
        cr_expect_eq(evaluated_cell_is(text, strlen(text), false), texts[i].where[0] == 'p', "%s",
                     text);
    }
}

Test(evaluated_cell, a_text_ends_at_its_length)
{
    cr_expect_not(evaluated_cell_is("8-9", 2, true));
    cr_expect_not(evaluated_cell_is("8-9", 1, true));
    cr_expect(evaluated_cell_is("8-9x", 3, true));
    cr_expect_not(evaluated_cell_is("-5x", 2, true));
    cr_expect_not(evaluated_cell_is("'=", 1, true));
    cr_expect_not(evaluated_cell_is("\0=", 2, true));
}

static const struct {
    const char *cell, *plain;
} cells[] = {
    {"'=1", "=1"},
    {"'8-9", "8-9"},
    {"'a", "'a"},
    {"'", "'"},
    {"'-5", "-5"},
    {"''=1", "'=1"},
    {"a;'=1", "a;=1"},
    {"a; '=1", "a; =1"},
    {"a;  '=1", "a;  =1"},
    {"a '=1", "a '=1"},
    {"a\t'=1", "a\t=1"},
    {"a\r'=1", "a\r=1"},
    {"a\n'=1", "a\n=1"},
    {"a'=1", "a'=1"},
    {"'\tx", "\tx"},
    {"a;'\tx", "a;'\tx"},
    {"a; b '=1", "a; b '=1"},
    {" '=1", " =1"},
    {"'8-9;'8-9", "8-9;8-9"},
    {"\"=1", "\"=1"},
    {"'=1'", "=1'"},
    {"a;'", "a;'"},
    {"a:'=1", "a:'=1"},
    {"", ""},
};

Test(evaluated_cell, only_the_apostrophes_of_the_writer_are_removed)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char plain[40];
        plain[evaluated_cell_plain(cells[i].cell, strlen(cells[i].cell), plain)] = '\0';
        cr_expect_str_eq(plain, cells[i].plain, "%s", cells[i].cell);
    }
}
