#include "files/fault.h"

#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *written(const struct faults *faults)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    faults_write(faults, out);
    fclose(out);
    return text;
}

Test(fault, faults_are_sorted_by_file_and_line_then_as_added)
{
    static const struct record_file files[] = {
        {.name = "a.json", .text = "", .length = 0, .borrowed = true},
        {.name = "b.json", .text = "", .length = 0, .borrowed = true}};
    struct faults faults;
    faults_init(&faults);
    faults_add_at_line(&faults, &files[1], 2, "one");
    faults_add_at_line(&faults, &files[0], 9, "two");
    faults_add_at_line(&faults, &files[1], 1, "three");
    faults_add_at_line(&faults, &files[0], 9, "four");
    faults_add_unreadable(&faults, "c", "cannot be read: gone");
    faults_sort(&faults);
    char *text = written(&faults);
    cr_expect_str_eq(text, "a.json:9: two\na.json:9: four\nb.json:1: three\nb.json:2: one\n"
                           "c: cannot be read: gone\n");
    cr_expect_eq(faults.unreadable, 1);
    free(text);
    faults_finish(&faults);
}

Test(fault, control_characters_are_written_as_question_marks)
{
    static const char text[] = "{\"a\\nb\": 1}";
    static const struct record_file file = {
        .name = "bad\nname", .text = text, .length = sizeof text - 1, .borrowed = true};
    const struct place top = place_top(&file), member = place_member(&top, "a\nb\x1b[31m");
    struct faults faults;
    faults_init(&faults);
    faults_add(&faults, &member, "no \"%s\"", "\r\t");
    char *said = written(&faults);
    cr_expect_str_eq(said, "bad?name:1: /a?b?[31m: no \"??\"\n");
    free(said);
    faults_finish(&faults);
}

Test(fault, faults_above_one_hundred_are_only_counted)
{
    static const struct record_file file = {
        .name = "a", .text = "{}", .length = 2, .borrowed = true};
    const struct place top = place_top(&file);
    struct faults faults;
    faults_init(&faults);
    for (int i = 0; i < FAULTS_LISTED + 23; i++)
        faults_add(&faults, &top, "fault %d", i);
    char *said = written(&faults);
    cr_expect_eq(faults.errors.count, FAULTS_LISTED + 23);
    cr_expect_str_eq(said + strlen(said) - strlen("and 23 more\n"), "and 23 more\n");
    free(said);
    faults_finish(&faults);
}

/* Adds `count` faults that are alike, at the elements of an array. */
static void add_alike(struct faults *faults, const struct record_file *file, const char *collection,
                      size_t count)
{
    const struct place top = place_top(file), list = place_member(&top, collection);
    for (size_t i = 0; i < count; i++) {
        const struct place element = place_element(&list, i);
        faults_add(faults, &element, "no name");
    }
}

Test(fault, faults_that_are_alike_are_listed_three_times_and_counted)
{
    static const struct record_file files[] = {
        {.name = "a", .text = "[]", .length = 2, .borrowed = true},
        {.name = "b", .text = "[]", .length = 2, .borrowed = true}};
    struct faults faults;
    faults_init(&faults);
    add_alike(&faults, &files[0], "topics", 12);
    add_alike(&faults, &files[0], "papers", 3);
    add_alike(&faults, &files[1], "topics", 4);
    faults_sort(&faults);
    char *text = written(&faults);
    cr_expect_eq(faults.errors.count, 19);
    cr_expect_str_eq(text, "a:1: /topics/0: no name\n"
                           "a:1: /topics/1: no name\n"
                           "a:1: /topics/2: no name\n"
                           "a: 9 more faults like this\n"
                           "a:1: /papers/0: no name\n"
                           "a:1: /papers/1: no name\n"
                           "a:1: /papers/2: no name\n"
                           "b:1: /topics/0: no name\n"
                           "b:1: /topics/1: no name\n"
                           "b:1: /topics/2: no name\n"
                           "b: 1 more fault like this\n");
    free(text);
    faults_finish(&faults);
}

Test(fault, faults_that_are_alike_and_others_add_up_to_all)
{
    static const struct record_file file = {
        .name = "a", .text = "{}", .length = 2, .borrowed = true};
    const struct place top = place_top(&file);
    struct faults faults, later;
    faults_init(&faults);
    faults_init(&later);
    add_alike(&faults, &file, "topics", 50);
    for (int i = 0; i < FAULTS_LISTED; i++)
        faults_add(&later, &top, "fault %d", i);
    add_alike(&later, &file, "topics", 7);
    faults_append(&faults, &later);
    char *text = written(&faults);
    cr_expect_eq(faults.errors.count, 50 + FAULTS_LISTED + 7);
    cr_expect_eq(faults.errors.listed_count, FAULTS_LISTED);
    cr_expect(strstr(text, "\na: 47 more faults like this\n"), "%s", text);
    cr_expect(strstr(text, "\nand 10 more\n"), "%s", text);
    free(text);
    faults_finish(&faults);
}

Test(arena, memory_is_zeroed_aligned_and_bounded)
{
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (size_t size = 1; size < 5000; size += 37) {
        unsigned char *memory = arena_take(&arena, size);
        cr_assert(memory);
        cr_expect_eq((uintptr_t)memory % 8, 0);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(memory[i], 0);
        memset(memory, 0xff, size);
    }
    cr_expect_null(arena_take(&arena, 1 << 20));
    cr_expect_null(arena_take_array(&arena, SIZE_MAX / 2, 4));
    cr_expect_null(arena_take(&arena, SIZE_MAX));
    cr_expect_not_null(arena_take(&arena, 1), "the arena is full after a refused request");
    cr_expect_str_eq(arena_copy_text(&arena, "words", 3), "wor");
    arena_finish(&arena);
}
