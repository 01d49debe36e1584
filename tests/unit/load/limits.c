/* Limits of data files that a file can reach, each at its edge and one beyond. */
#include "archive_fixture.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Loads a text in which every ' stands for ", and returns its faults as text, in a buffer that the
 * next call overwrites. */
static const char *faults_of(const char *text)
{
    static char written[20000];
    char *json = strdup(text);
    struct archive *archive = NULL;
    struct faults faults;
    cr_assert(json);
    for (char *quote = json; (quote = strchr(quote, '\''));)
        *quote = '"';
    memset(written, 0, sizeof written);
    faults_init(&faults);
    const enum load_status status =
        load_archive_text("text", json, strlen(json), &faults, &archive);
    FILE *out = fmemopen(written, sizeof written - 1, "w");
    cr_assert(out);
    faults_write(&faults, out);
    fclose(out);
    cr_expect_eq(status == LOAD_SUCCEEDED, *written == '\0');
    if (status == LOAD_SUCCEEDED)
        archive_destroy(archive);
    faults_finish(&faults);
    free(json);
    return written;
}

#define DOCUMENT "'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}]"

/* Returns the faults of topics of which each is narrower than the next. */
static const char *faults_of_chain(int topics)
{
    char text[60000];
    int used = sprintf(text, "{" DOCUMENT ", 'topics': [");
    for (int i = 0; i < topics; i++) {
        used +=
            sprintf(text + used, "%s{'id': 't-%d', 'label': 'T', 'sources': [{'document': 'd'}]",
                    i ? ", " : "", i);
        used += i + 1 < topics ? sprintf(text + used, ", 'broader': 't-%d'}", i + 1)
                               : sprintf(text + used, "}");
    }
    sprintf(text + used, "]}");
    return faults_of(text);
}

Test(load_limits, a_chain_of_references_has_any_number_of_levels)
{
    cr_expect_str_empty(faults_of_chain(2));
    cr_expect_str_empty(faults_of_chain(101));
    cr_expect_str_empty(faults_of_chain(300));
}

static const char *faults_of_number(const char *number)
{
    char text[300];
    sprintf(text,
            "{" DOCUMENT ", 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'number': %s, "
            "'sources': [{'document': 'd'}]}]}",
            number);
    return faults_of(text);
}

Test(load_limits, a_whole_number_may_be_written_with_a_point)
{
    static const char *const fractions[] = {
        "42.5", "1e300", "-1e300", "9007199254740994.0", "-42.5", "-9007199254740994.0"};
    cr_expect_str_empty(faults_of_number("42.0"));
    cr_expect_str_empty(faults_of_number("4.2e1"));
    cr_expect_str_empty(faults_of_number("9007199254740992.0"));
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        const char *faults = faults_of_number(fractions[i]);
        cr_expect(strstr(faults, "expected a whole number"), "%s: %s", fractions[i], faults);
    }
    cr_expect(strstr(faults_of_number("-1.0"), "at least 1, not -1"));
    cr_expect(strstr(faults_of_number("-9007199254740992.0"), "at least 1, not -9007199254740992"));
    cr_expect(strstr(faults_of_number("0"), "at least 1, not 0"));
}

static const char *faults_of_id(int length)
{
    char text[1000], id[200];
    memset(id, 'a', sizeof id);
    sprintf(text,
            "{" DOCUMENT ", 'topics': [{'id': '%.*s', 'label': 'T', 'sources': [{'document': "
            "'d'}]}]}",
            length, id);
    return faults_of(text);
}

Test(load_limits, an_id_has_up_to_100_bytes)
{
    cr_expect_str_empty(faults_of_id(1));
    cr_expect_str_empty(faults_of_id(100));
    cr_expect_str_not_empty(faults_of_id(101));
}

/* A message quotes up to 80 bytes of the file. */
Test(load_limits, a_fault_quotes_up_to_80_bytes)
{
    for (int length = 79; length <= 81; length++) {
        char text[1000], name[100], quoted[120];
        memset(name, 'x', sizeof name);
        sprintf(text,
                "{" DOCUMENT ", 'topics': [{'id': 't', 'label': 'T', '%.*s': 1, 'sources': "
                "[{'document': 'd'}]}]}",
                length, name);
        sprintf(quoted, "\"%.*s\"", length < 80 ? length : 80, name);
        const char *faults = faults_of(text);
        cr_expect(strstr(faults, quoted), "%d: %s", length, faults);
    }
}

static const char *faults_of_lines(const char *lines)
{
    char text[1000];
    sprintf(text,
            "{'documents': [{'id': 'd', 'title': 'D', 'lines': 999999999, 'sources': [{'document': "
            "'d', 'lines': '%s'}]}]}",
            lines);
    return faults_of(text);
}

Test(load_limits, a_line_number_has_up_to_nine_digits)
{
    cr_expect_str_empty(faults_of_lines("999999999"));
    cr_expect_str_empty(faults_of_lines("1-999999999"));
    cr_expect_str_not_empty(faults_of_lines("1000000000"));
    cr_expect_str_not_empty(faults_of_lines("1-1000000000"));
}
