/* Compares the texts in the tables of docs/text.md. */
#include "source_path.h"
#include "unicode/unicode.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum {
    LINE_BYTES_MAX = 1000,
    CELLS_MAX = 8
};

/* Splits the row of a table into its cells. Returns their number. */
static size_t split_row(char *line, char *cells[CELLS_MAX])
{
    size_t count = 0;
    char *rest = NULL;
    for (char *cell = strtok_r(line, "|", &rest); cell && *cell != '\n' && count < CELLS_MAX;
         cell = strtok_r(NULL, "|", &rest)) {
        size_t length = strlen(cell);
        while (length > 0 && cell[length - 1] == ' ')
            cell[--length] = '\0';
        cells[count++] = cell + strspn(cell, " ");
    }
    return count;
}

/* Folds a cell, in which " U+00AD " stands for that character. */
static void fold_cell_to(struct buffer *out, const char *cell)
{
    char text[LINE_BYTES_MAX];
    size_t length = 0;
    while (*cell) {
        const char *at = *cell == ' ' ? cell + 1 : cell;
        unsigned character;
        if (sscanf(at, "U+%4X", &character) == 1) {
            length += (size_t)u8_uctomb((uint8_t *)text + length, character, 4);
            cell = at + strlen("U+0000");
            cell += *cell == ' ' && strncmp(cell, " U+", 3) != 0;
        } else {
            text[length++] = *cell++;
        }
    }
    buffer_clear(out);
    cr_assert(text_fold(text, length, out));
}

static void compare_row(const char *left, const char *right, bool expected)
{
    struct buffer a, b;
    buffer_init(&a, SIZE_MAX);
    buffer_init(&b, SIZE_MAX);
    fold_cell_to(&a, left);
    fold_cell_to(&b, right);
    cr_expect_eq(a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0, expected,
                 "%s | %s: %.*s | %.*s", left, right, (int)a.length, a.bytes, (int)b.length,
                 b.bytes);
    buffer_finish(&a);
    buffer_finish(&b);
}

/* Compares the texts of a cell, " < " between them, each with the next one. Returns their number.
 */
static size_t compare_ordered(char *cell)
{
    struct buffer keys[2];
    size_t count = 0;
    buffer_init(&keys[0], SIZE_MAX);
    buffer_init(&keys[1], SIZE_MAX);
    for (char *text = cell; text; count++) {
        char *end = strstr(text, " < ");
        struct buffer *key = &keys[count % 2], *last = &keys[(count + 1) % 2];
        if (end)
            *end = '\0';
        buffer_clear(key);
        cr_assert(collation_key_append(text, strlen(text), key));
        const size_t length = key->length < last->length ? key->length : last->length;
        cr_expect(count == 0 || memcmp(last->bytes, key->bytes, length) < 0, "%s", text);
        text = end ? end + strlen(" < ") : NULL;
    }
    buffer_finish(&keys[0]);
    buffer_finish(&keys[1]);
    return count;
}

Test(text_page, each_row_gives_texts_in_their_order)
{
    char line[LINE_BYTES_MAX];
    size_t ordered = 0;
    FILE *page = fopen(source_path("docs/text.md"), "r");
    cr_assert(page);
    while (fgets(line, sizeof line, page)) {
        char *cells[CELLS_MAX];
        if (*line == '|' && split_row(line, cells) == 2 && strstr(cells[1], " < "))
            ordered += compare_ordered(cells[1]);
    }
    fclose(page);
    cr_expect_geq(ordered, 40);
}

Test(text_page, each_row_gives_two_texts_that_are_the_same_or_different)
{
    char line[LINE_BYTES_MAX];
    size_t same = 0, different = 0;
    FILE *page = fopen(source_path("docs/text.md"), "r");
    cr_assert(page);
    while (fgets(line, sizeof line, page) && strcmp(line, "## Search\n") != 0) {
        char *cells[CELLS_MAX];
        const size_t count = *line == '|' ? split_row(line, cells) : 0;
        if (count < 3 || strcmp(cells[0], "script") == 0 || strcmp(cells[0], "---") == 0)
            continue;
        compare_row(cells[count - 2], cells[count - 1], count == 4);
        same += count == 4;
        different += count == 3;
    }
    fclose(page);
    cr_expect_geq(same, 20);
    cr_expect_geq(different, 5);
}
