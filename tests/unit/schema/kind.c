#include "schema/kind.h"

#include <criterion/criterion.h>
#include <string.h>

struct kind_case {
    enum field_kind kind;
    const char *text;
    bool accepted;
};

static void expect_accepted(const struct kind_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(kinds[cases[i].kind].accepts(cases[i].text, strlen(cases[i].text)),
                     cases[i].accepted, "%s \"%s\"", kinds[cases[i].kind].name, cases[i].text);
}

Test(kind, an_id_has_small_letters_and_digits_with_single_marks_between)
{
    static const struct kind_case cases[] = {
        {FIELD_ID, "a", true},    {FIELD_ID, "beijing-2006.paper_1", true},
        {FIELD_ID, "2006", true}, {FIELD_ID, "", false},
        {FIELD_ID, "A", false},   {FIELD_ID, "-a", false},
        {FIELD_ID, "a-", false},  {FIELD_ID, "a--b", false},
        {FIELD_ID, "a b", false}, {FIELD_ID, "\xc3\xa9", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_text_has_a_visible_character_and_no_control_characters)
{
    static const struct kind_case cases[] = {
        {FIELD_TEXT, "words\nand\ttabs", true},
        {FIELD_TEXT, "山", true},
        {FIELD_TEXT, "\u3000\u200bé", true},
        {FIELD_TEXT, "\u3000", false},
        {FIELD_TEXT, " \u00ad\u200b\ufeff\n", false},
        {FIELD_TEXT, "\u2800\u2028\u0301", false},
        {FIELD_TEXT, " \n", false},
        {FIELD_TEXT, "\t", false},
        {FIELD_TEXT, "\ta", true},
        {FIELD_TEXT, "", false},
        {FIELD_TEXT, "a\rb", false},
        {FIELD_TEXT, "a\x7f", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, dates_durations_and_offsets_are_in_their_notations)
{
    static const struct kind_case cases[] = {
        {FIELD_DATE, "2006-10~", true},        {FIELD_DATE, "soon", false},
        {FIELD_DURATION, "PT1H30M", true},     {FIELD_DURATION, "1H", false},
        {FIELD_TIME_OFFSET, "01:02:03", true}, {FIELD_TIME_OFFSET, "1:2", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_country_is_an_assigned_code_in_capitals)
{
    static const struct kind_case cases[] = {
        {FIELD_COUNTRY, "CN", true},  {FIELD_COUNTRY, "ZW", true},  {FIELD_COUNTRY, "XX", false},
        {FIELD_COUNTRY, "XK", false}, {FIELD_COUNTRY, "cn", false}, {FIELD_COUNTRY, "CHN", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_url_is_http_with_a_host_in_ascii_without_blanks)
{
    static const struct kind_case cases[] = {
        {FIELD_URL, "https://example.org/a?b#c", true},
        {FIELD_URL, "http://localhost:80", true},
        {FIELD_URL, "https://", false},
        {FIELD_URL, "https:///a", false},
        {FIELD_URL, "javascript:alert(1)", false},
        {FIELD_URL, "https://example.org/a b", false},
        {FIELD_URL, "https://example.org/\"", false},
        {FIELD_URL, "https://example.org/\x7f", false},
        {FIELD_URL, "https://example.org/~", true},
        {FIELD_URL, "https://example.org/\x1f", false},
        {FIELD_URL, "https://example.org/\xc3\xa9", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_media_type_has_two_names_and_no_parameters)
{
    static const struct kind_case cases[] = {
        {FIELD_MEDIA_TYPE, "text/plain", true},
        {FIELD_MEDIA_TYPE, "application/vnd.oasis.opendocument.text", true},
        {FIELD_MEDIA_TYPE, "text", false},
        {FIELD_MEDIA_TYPE, "text/", false},
        {FIELD_MEDIA_TYPE, "/plain", false},
        {FIELD_MEDIA_TYPE, "text/plain; charset=utf-8", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_sha256_is_64_small_hexadecimal_digits)
{
    static const struct kind_case cases[] = {
        {FIELD_SHA256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true},
        {FIELD_SHA256, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", false},
        {FIELD_SHA256, "e3b0", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_language_is_a_tag_of_bcp_47)
{
    static const struct kind_case cases[] = {
        {FIELD_LANGUAGE, "en", true},          {FIELD_LANGUAGE, "zh-cmn-Hans-CN", true},
        {FIELD_LANGUAGE, "x-whatever", true},  {FIELD_LANGUAGE, "i-klingon", true},
        {FIELD_LANGUAGE, "e", false},          {FIELD_LANGUAGE, "x", false},
        {FIELD_LANGUAGE, "x-", false},         {FIELD_LANGUAGE, "e-klingon", false},
        {FIELD_LANGUAGE, "en-", false},        {FIELD_LANGUAGE, "en-123456789", false},
        {FIELD_LANGUAGE, "english-us", true},  {FIELD_LANGUAGE, "3n", false},
        {FIELD_LANGUAGE, "languages9", false}, {FIELD_LANGUAGE, "en_GB", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_path_leads_to_a_visible_file_below_its_folder)
{
    static const struct kind_case cases[] = {
        {FIELD_PATH, "minutes.txt", true},  {FIELD_PATH, "2031/Proc\xc3\xa8s-verbal 1.md", true},
        {FIELD_PATH, "a/b.c/d..e", true},   {FIELD_PATH, "", false},
        {FIELD_PATH, "/etc/passwd", false}, {FIELD_PATH, "../a", false},
        {FIELD_PATH, "a/..", false},        {FIELD_PATH, "a/./b", false},
        {FIELD_PATH, ".git/config", false}, {FIELD_PATH, "a/.b", false},
        {FIELD_PATH, "a//b", false},        {FIELD_PATH, "a/", false},
        {FIELD_PATH, "a\\b", false},        {FIELD_PATH, "a\nb", false},
        {FIELD_PATH, "a\x7f", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, lines_are_one_number_or_a_rising_range)
{
    static const struct kind_case cases[] = {
        {FIELD_LINES, "1", true},           {FIELD_LINES, "34-39", true},
        {FIELD_LINES, "34-34", true},       {FIELD_LINES, "999999999", true},
        {FIELD_LINES, "1000000000", false}, {FIELD_LINES, "0", false},
        {FIELD_LINES, "39-34", false},      {FIELD_LINES, "34-", false},
        {FIELD_LINES, "-34", false},        {FIELD_LINES, "1-2-3", false},
        {FIELD_LINES, "1, 2", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_language_is_a_tag)
{
    static const struct kind_case cases[] = {
        {FIELD_LANGUAGE, "en", true},
        {FIELD_LANGUAGE, "zh-Hans-CN", true},
        {FIELD_LANGUAGE, "english language", false},
        {FIELD_LANGUAGE, "", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, an_email_address_has_one_at_sign_and_a_point_in_its_domain)
{
    static const struct kind_case cases[] = {
        {FIELD_EMAIL, "a@b.c", true},
        {FIELD_EMAIL, "first.last+tag@mail.example.org", true},
        {FIELD_EMAIL, "", false},
        {FIELD_EMAIL, "a.b", false},
        {FIELD_EMAIL, "@b.c", false},
        {FIELD_EMAIL, "a@", false},
        {FIELD_EMAIL, "a@b", false},
        {FIELD_EMAIL, "a.b@c", false},
        {FIELD_EMAIL, "a@.c", false},
        {FIELD_EMAIL, "a@b.", false},
        {FIELD_EMAIL, "a@b@c.d", false},
        {FIELD_EMAIL, "a @b.c", false},
        {FIELD_EMAIL, "a@b.c ", false},
        {FIELD_EMAIL, "a\x7f@b.c", false},
        {FIELD_EMAIL, "\xc3\xa9@b.c", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_word_begins_with_a_small_letter)
{
    static const struct kind_case cases[] = {
        {FIELD_WORD, "a", true},    {FIELD_WORD, "z9-_", true}, {FIELD_WORD, "", false},
        {FIELD_WORD, "9z", false},  {FIELD_WORD, "-a", false},  {FIELD_WORD, "aB", false},
        {FIELD_WORD, "a b", false}, {FIELD_WORD, "{", false},   {FIELD_WORD, "`", false},
    };
    expect_accepted(cases, sizeof cases / sizeof *cases);
}

Test(kind, a_path_has_up_to_255_bytes)
{
    char path[256];
    memset(path, 'a', sizeof path);
    cr_expect(kinds[FIELD_PATH].accepts(path, 255));
    cr_expect_not(kinds[FIELD_PATH].accepts(path, 256));
}

Test(kind, an_id_has_up_to_100_bytes)
{
    char id[SLUG_BYTES_MAX + 2];
    memset(id, 'a', sizeof id);
    cr_expect(kinds[FIELD_ID].accepts(id, SLUG_BYTES_MAX));
    cr_expect_not(kinds[FIELD_ID].accepts(id, SLUG_BYTES_MAX + 1));
}

Test(kind, examples_of_a_date_are_dates)
{
    static const char *const examples[] = {"2006", "2006-04", "2006-04-28", "2006-10~",
                                           "2006-04/2006-05"};
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        cr_expect(strstr(kinds[FIELD_DATE].expected, examples[i]), "%s", examples[i]);
        cr_expect(kinds[FIELD_DATE].accepts(examples[i], strlen(examples[i])), "%s", examples[i]);
    }
}
