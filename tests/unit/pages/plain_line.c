/* Lines of Markdown as words. */
#include "record_parts/plain_line.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(plain_line);

Test(plain_line, a_quoted_line_has_the_words_without_the_marks_of_markdown)
{
    static const char *const cases[][2] = {
        {"The council **adopted** the *plan*.", "The council adopted the plan."},
        {"See [the plan](https://example.org/plan?a=1) and `ls`.", "See the plan and ls."},
        {"* Review open issues", "Review open issues"},
        {"   - **Action**: write", "Action: write"},
        {"3. Buy a lamp", "3. Buy a lamp"},
        {"## Library hours", "Library hours"},
        {"> They agreed.", "They agreed."},
        {"a < b & c", "a < b & c"},
        {"\\*not emphasis\\*", "*not emphasis*"},
        {"Fish &amp; chips", "Fish & chips"},
        {"Use <b>bold</b> tags", "Use bold tags"},
        {"---", "---"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer words;
        buffer_init(&words, 1000);
        plain_line_append(&words, cases[i][0], strlen(cases[i][0]));
        buffer_append_byte(&words, '\0');
        cr_expect_str_eq(words.bytes, cases[i][1]);
        buffer_finish(&words);
    }
}
