#include "phrases/date.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Writes the date of a path in EDTF. */
static void describe(const char *path, char *found, size_t size)
{
    struct phrase_date date;
    char edtf[PHRASE_DATE_BYTES] = "none";
    if (phrase_date_in_path(path, &date))
        phrase_date_write(&date, edtf);
    snprintf(found, size, "%s", edtf);
}

Test(date_path, names_of_files_and_folders_tell_dates)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"2023/CG-11-21.md", "2023-11-21"},
        {"minutes-2019-09-20.md", "2019-09-20"},
        {"a/2023/11/21.md", "2023-11-21"},
        {"20231121_Protokoll.md", "2023-11-21"},
        {"notes/2024/november-5.md", "2024-11-05"},
        {"x/2023/README.md", "2023"},
        {"meetings/2021-03/minutes-14.md", "2021-03-14"},
        {"21-november-2023.md", "2023-11-21"},
        {"foo.md", "none"},
        {"tmp/abc123/2020.md", "2020"},
        {"2024-05.md", "2024-05"},
        {"", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[64];
        describe(cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s gives %s, not %s", cases[i].text, found,
                         cases[i].expected);
    }
}
