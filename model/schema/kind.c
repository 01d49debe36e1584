#include "schema/kind.h"

#include "base/decimal.h"
#include "unicode/fold.h"
#include "values/country.h"
#include "values/duration.h"
#include "values/edtf.h"
#include "values/language.h"

#include <string.h>

enum {
    LINE_DIGITS_MAX = 9,
    PATH_BYTES_MAX = 255
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

bool kind_is_slug(const char *text, size_t length)
{
    bool in_group = false;
    for (size_t i = 0; i < length; i++) {
        if (is_lower_alphanumeric(text[i]))
            in_group = true;
        else if (in_group && strchr("-._", text[i]))
            in_group = false;
        else
            return false;
    }
    return in_group && length <= SLUG_BYTES_MAX;
}

static bool is_text(const char *text, size_t length)
{
    bool blank = true;
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f)
            return false;
        blank &= c == ' ' || c == '\n' || c == '\t' || c >= 0x80;
    }
    return !blank || !text_is_blank(text, length);
}

static bool is_date(const char *text, size_t length)
{
    struct edtf_bounds bounds;
    return edtf_parse(text, length, &bounds);
}

/* Accepts characters of RFC 3986, the scheme http or https, and any host that is not empty. */
static bool is_url(const char *text, size_t length)
{
    const char *rest = NULL;
    for (size_t i = 0; i < length; i++)
        if (text[i] <= ' ' || text[i] >= 0x7f || strchr("\"<>\\^`{|}", text[i]))
            return false;
    if (strncmp(text, "http://", 7) == 0)
        rest = text + 7;
    else if (strncmp(text, "https://", 8) == 0)
        rest = text + 8;
    return rest && *rest && !strchr("/?#:", *rest);
}

/* Accepts two restricted names (RFC 6838, section 4.2). */
static bool is_media_type(const char *text, size_t length)
{
    const char *slash = memchr(text, '/', length);
    if (!slash || slash == text || slash + 1 == text + length)
        return false;
    for (const char *c = text; c < text + length; c++)
        if (c != slash && !is_lower_alphanumeric(*c) && !strchr("!#$&-^_.+", *c))
            return false;
    return is_lower_alphanumeric(*text) && is_lower_alphanumeric(slash[1]);
}

static bool is_sha256(const char *text, size_t length)
{
    return length == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* Accepts segments that are not hidden, so neither "." nor "..", between slashes. */
static bool is_path(const char *text, size_t length)
{
    bool in_segment = false;
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (c < ' ' || c == 0x7f || c == '\\' || (!in_segment && (c == '/' || c == '.')))
            return false;
        in_segment = c != '/';
    }
    return in_segment && length <= PATH_BYTES_MAX;
}

static bool parse_line(const char *text, size_t length, int64_t *ret_line)
{
    return length <= LINE_DIGITS_MAX && decimal_parse_canonical(text, length, ret_line) &&
           *ret_line > 0;
}

bool kind_parse_lines(const char *text, size_t length, int64_t *ret_first, int64_t *ret_last)
{
    const char *dash = memchr(text, '-', length);
    const size_t first_length = dash ? (size_t)(dash - text) : length;
    int64_t first, last;
    if (!parse_line(text, first_length, &first))
        return false;
    last = first;
    if (dash && (!parse_line(dash + 1, length - first_length - 1, &last) || last < first))
        return false;
    *ret_first = first;
    *ret_last = last;
    return true;
}

static bool is_lines(const char *text, size_t length)
{
    int64_t first, last;
    return kind_parse_lines(text, length, &first, &last);
}

/* Accepts a name, '@' and a domain with a dot, all in ASCII without spaces. */
static bool is_email(const char *text, size_t length)
{
    const char *at = memchr(text, '@', length), *const end = text + length;
    const char *dot = at ? memchr(at, '.', (size_t)(end - at)) : NULL;
    for (const char *c = text; c < end; c++)
        if (*c <= ' ' || *c >= 0x7f || (*c == '@' && c != at))
            return false;
    return at && at > text && dot && dot > at + 1 && dot + 1 < end;
}

static bool is_word(const char *text, size_t length)
{
    if (length == 0 || *text < 'a' || *text > 'z')
        return false;
    for (size_t i = 0; i < length; i++)
        if (!is_lower_alphanumeric(text[i]) && text[i] != '-' && text[i] != '_')
            return false;
    return true;
}

#define RESTRICTED_NAME "[a-z0-9][a-z0-9!#$&^_.+-]*"
#define LINE "[1-9][0-9]{0,8}"

const struct kind kinds[FIELD_KIND_COUNT] = {
    [FIELD_ID] = {"id",
                  "an id: at most 100 lower-case letters and digits, with single '-', '.' or '_' "
                  "between them",
                  kind_is_slug, "^" SLUG_PATTERN "$"},
    [FIELD_TEXT] = {"text", "non-blank text without control characters", is_text,
                    "^[\\n\\t ]*[^\\u0000- \\u007f][^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$"},
    [FIELD_INTEGER] = {"integer", "a whole number", NULL, NULL},
    [FIELD_BOOLEAN] = {"boolean", "true or false", NULL, NULL},
    [FIELD_DATE] =
        {"date",
         "a date in EDTF, such as 2006, 2006-04, 2006-04-28, 2006-10~, 2006-04/2006-05 or "
         "2006-04-28T09:30:00+02:00",
         is_date, edtf_pattern},
    [FIELD_ENUM] = {"choice", "one of the allowed values", NULL, NULL},
    [FIELD_COUNTRY] = {"country", "an ISO 3166-1 alpha-2 country code, such as CN", country_is_code,
                       NULL},
    [FIELD_URL] = {"URL", "an http or https URL", is_url,
                   "^https?://[!$-.0-9;=@-\\[\\]_a-z~][!#-;=?-\\[\\]_a-z~]*$"},
    [FIELD_MEDIA_TYPE] = {"media type", "a media type, such as text/plain", is_media_type,
                          "^" RESTRICTED_NAME "/" RESTRICTED_NAME "$"},
    [FIELD_SHA256] = {"SHA-256", "a SHA-256 digest of 64 lower-case hexadecimal digits", is_sha256,
                      "^[0-9a-f]{64}$"},
    [FIELD_PATH] =
        {"path",
         "the path of a file below the folder of the data file, such as \"minutes.txt\", "
         "without parts that begin with '.'",
         is_path, "^[^./][^/]*(/[^./][^/]*)*$"},
    [FIELD_LINES] = {"lines", "a number or a range, such as \"34\" or \"34-39\"", is_lines,
                     "^" LINE "(-" LINE ")?$"},
    [FIELD_LANGUAGE] = {"language", "a language tag, such as en or pt-BR", language_is_tag,
                        "^([A-Za-z]{2,8}|[XxIi]-[A-Za-z0-9]{1,8})(-[A-Za-z0-9]{1,8})*$"},
    [FIELD_TIME_ZONE] = {"time zone", "the name of a time zone, such as Europe/Lisbon", NULL,
                         "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"},
    [FIELD_DURATION] = {"duration", "a duration, such as PT20M or PT1H30M", duration_is_valid,
                        duration_pattern},
    [FIELD_TIME_OFFSET] = {"time", "a time from the beginning of a recording, such as 01:02:03",
                           duration_is_offset, duration_offset_pattern},
    [FIELD_EMAIL] = {"email", "an email address", is_email, "^[!-?A-~]+@[!-?A-~]+[.][!-?A-~]+$"},
    [FIELD_WORD] = {"word", "a word of lower-case letters, digits, '-' and '_'", is_word,
                    "^[a-z][a-z0-9_-]*$"},
    [FIELD_FIELD_NAME] = {"field name", "the name of a field of the record", NULL, NULL},
    [FIELD_REFERENCE] = {"reference", "the id of a record", NULL, NULL},
    [FIELD_OBJECT] = {"object", "an object", NULL, NULL},
};
