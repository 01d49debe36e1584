/* Truncated data files, and files with a wrong byte: each is loaded completely or refused. */
#include "load/load.h"
#include "select/random_archive.h"
#include "source_path.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A data file, and its number of records of each type. */
struct undamaged {
    char *text;
    size_t length;
    size_t counts[TYPE_COUNT];
};

static void count_records(const struct archive *archive, size_t counts[TYPE_COUNT])
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        archive_all(archive, record_types[i], &counts[i]);
}

static struct undamaged read_undamaged(const char *path)
{
    struct undamaged file = {.text = calloc(1, 1 << 20)};
    struct archive *archive;
    struct faults faults;
    FILE *in = fopen(source_path(path), "rb");
    cr_assert(in && file.text, "cannot read %s", path);
    file.length = fread(file.text, 1, 1 << 20, in);
    fclose(in);
    cr_assert_lt(file.length, 1 << 20);
    faults_init(&faults);
    cr_assert_eq(load_archive_text(path, file.text, file.length, &faults, &archive),
                 LOAD_SUCCEEDED);
    count_records(archive, file.counts);
    archive_destroy(archive);
    faults_finish(&faults);
    return file;
}

static void check_faults(const struct faults *faults, const char *damage)
{
    cr_assert_gt(faults->errors.count, 0, "%s: refused without a fault", damage);
    for (size_t i = 0; i < faults->errors.listed_count; i++)
        cr_assert(faults->errors.listed[i].line > 0 && *faults->errors.listed[i].message,
                  "%s: \"%s\", line %u", damage, faults->errors.listed[i].message,
                  faults->errors.listed[i].line);
}

/* Loads a text, which is a damaged `file`. Returns true if it is loaded. */
static bool load_damaged(const struct undamaged *file, const char *text, size_t length,
                         const char *damage)
{
    struct archive *archive = NULL;
    struct faults faults;
    size_t counts[TYPE_COUNT];
    faults_init(&faults);
    const enum load_status status =
        load_archive_text("damaged.json", text, length, &faults, &archive);
    cr_assert_eq(status == LOAD_SUCCEEDED, archive != NULL, "%s: %d", damage, status);
    if (archive) {
        count_records(archive, counts);
        cr_assert_eq(faults.errors.count, 0, "%s: loaded in spite of its faults", damage);
        cr_assert_arr_eq(counts, file->counts, sizeof counts, "%s: loaded incompletely", damage);
    } else {
        cr_assert_eq(status, LOAD_FAULTY, "%s: %d", damage, status);
        check_faults(&faults, damage);
    }
    archive_destroy(archive);
    faults_finish(&faults);
    return status == LOAD_SUCCEEDED;
}

/* Checks that a truncated file is refused, unless only white space is missing. Copies the text to a
 * buffer of its exact size, so that a sanitizer detects reads after its end. */
static void check_cut(const struct undamaged *file, size_t length)
{
    char damage[100];
    const char *rest = file->text + length;
    char *text = malloc(length ? length : 1);
    cr_assert(text);
    memcpy(text, file->text, length);
    snprintf(damage, sizeof damage, "cut after %zu bytes", length);
    const bool loaded = load_damaged(file, text, length, damage);
    cr_assert_eq(loaded, strspn(rest, " \n") == file->length - length, "%s", damage);
    free(text);
}

/* Changes one byte of the file. Returns true if the file is then loaded. */
static bool check_flip(const struct undamaged *file, struct random *random)
{
    char damage[100];
    const uint64_t state = random->state;
    const size_t at = random_below(random, file->length);
    const char was = file->text[at], is = (char)(was ^ (1 + (int)random_below(random, 255)));
    snprintf(damage, sizeof damage, "byte %zu is %02x (RAPPORTEUR_SEED=%" PRIu64 ")", at,
             (unsigned char)is, state);
    file->text[at] = is;
    const bool loaded = load_damaged(file, file->text, file->length, damage);
    file->text[at] = was;
    return loaded;
}

static struct random begin_random(const char *test)
{
    const struct random random = {seed()};
    fprintf(stderr, "%s: RAPPORTEUR_SEED=%" PRIu64 "\n", test, random.state);
    return random;
}

/* Tries every byte, or under a sanitizer every tenth. */
Test(damaged_record, a_record_truncated_anywhere_is_refused)
{
    struct undamaged file = read_undamaged("tests/cases/valid/two-meetings.json");
    const size_t step = tries(10) < 10 ? 10 : 1;
    for (size_t length = 0; length < file.length; length += step)
        check_cut(&file, length);
    free(file.text);
}

Test(damaged_record, the_shipped_record_truncated_anywhere_is_refused)
{
    struct undamaged file = read_undamaged("data/beijing-2006.json");
    struct random random = begin_random("cut");
    for (size_t i = 0; i < tries(200); i++)
        check_cut(&file, random_below(&random, file.length));
    free(file.text);
}

Test(damaged_record, a_record_with_a_wrong_byte_is_loaded_completely_or_refused)
{
    struct undamaged file = read_undamaged("tests/cases/valid/two-meetings.json");
    struct random random = begin_random("wrong bytes");
    size_t loaded = 0;
    for (size_t i = 0; i < tries(2000); i++)
        loaded += check_flip(&file, &random);
    cr_expect(loaded > 0 && loaded < tries(2000), "%zu of %zu are loaded", loaded, tries(2000));
    free(file.text);
}

Test(damaged_record, the_shipped_record_with_a_wrong_byte_is_loaded_completely_or_refused)
{
    struct undamaged file = read_undamaged("data/beijing-2006.json");
    struct random random = begin_random("wrong bytes of the shipped record");
    for (size_t i = 0; i < tries(100); i++)
        check_flip(&file, &random);
    free(file.text);
}
