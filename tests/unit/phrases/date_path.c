#include "phrases/date.h"

#include "unit/text_cases.h"

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
    static const struct text_case cases[] = {
        {"2023/CG-11-21.md", "2023-11-21"},
        {"minutes-2019-09-20.md", "2019-09-20"},
        {"a/2023/11/21.md", "2023-11-21"},
        {"20231121_Protokoll.md", "2023-11-21"},
        {"notes/2024/november-5.md", "2024-11-05"},
        {"x/2023/README.md", "2023"},
        {"meetings/2021-03/minutes-14.md", "2021-03-14"},
        {"21-november-2023.md", "2023-11-21"},
        {"foo.md", "none"},
        {"2023/may-3/november-5.md", "2023-11-05"},
        {"tmp/abc123/2020.md", "2020"},
        {"2024-05.md", "2024-05"},
        {"1800/a.md", "1800"},
        {"1799/a.md", "none"},
        {"2100/a.md", "2100"},
        {"2101/a.md", "none"},
        {"2023/12/31.md", "2023-12-31"},
        {"2023/12/32.md", "2023-12"},
        {"2023/12/00.md", "2023-12"},
        {"2023/13/01.md", "2023"},
        {"2023/5/a.md", "2023"},
        {"2023/01/a.md", "2023-01"},
        {"2023/14.md", "2023"},
        {"2023/12-31/a.md", "2023-12-31"},
        {"2023/01-01.md", "2023-01-01"},
        {"2023/12-32.md", "2023"},
        {"2023/13-01.md", "2023"},
        {"2023-11-215.md", "2023-11"},
        {"2019-09-20/2020.md", "2019-09-20"},
        {"2018/2019.md", "2019"},
        {"2022/2023-05/notes-14.md", "2023-05-14"},
        {"202311211.md", "none"},
        {"january-2024.md", "2024-01"},
        {"2024/MAY_3.md", "2024-05-03"},
        {"2024/the.3rd.of.may.md", "2024-05-03"},
        {"may.md", "none"},
        {"02023/a.md", "none"},
        {"002023.md", "none"},
        {"202/a.md", "none"},
        {"/2024/", "2024"},
        {"", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

/* A name of at most 255 bytes is searched as a whole, else its first 255 bytes. */
Test(date_path, a_date_ends_within_the_first_255_bytes_of_a_long_name)
{
    static const struct {
        int end;
        const char *after, *expected;
    } cases[] = {{255, "", "2024-05-13"},   {255, "-a", "2024-05-13"}, {256, "", "2024-05-01"},
                 {256, "-a", "2024-05-01"}, {257, "", "2024"},         {257, "-a", "2024"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[300], found[40];
        snprintf(path, sizeof path, "2024/%*s%s", cases[i].end, "-may-13", cases[i].after);
        for (char *at = path; (at = strchr(at, ' ')) != NULL;)
            *at = '-';
        describe(path, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%d%s gives %s", cases[i].end, cases[i].after,
                         found);
    }
}
