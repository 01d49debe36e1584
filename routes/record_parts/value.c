/* Values in words. */
#include "record_parts/record_parts.h"
#include "values/country.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    DURATION_DIGITS_MAX = 6
};

static void write_integer(struct page *page, int64_t integer)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, integer);
    markup_text(&page->markup, digits);
}

static void write_url(struct page *page, const struct value *value)
{
    markup_open(&page->markup, "a", "rel", "nofollow", NULL);
    markup_attribute(&page->markup, "href", value->text);
    markup_name(&page->markup, value->text, value->count);
    markup_close(&page->markup, "a");
}

/* Writes a duration in words: "1 h 30 min" for PT1H30M. One with other parts is written unchanged.
 */
static void write_duration(struct page *page, const struct value *value)
{
    char words[60] = "";
    size_t used = 0;
    const char *at = strncmp(value->text, "PT", 2) == 0 ? value->text + 2 : "";
    while (*at) {
        const size_t digits = strspn(at, "0123456789");
        const char *unit = at[digits] == 'H' ? "h" : at[digits] == 'M' ? "min" : NULL;
        if (!digits || digits > DURATION_DIGITS_MAX || !unit || used + 20 > sizeof words)
            break;
        used += (size_t)snprintf(words + used, sizeof words - used, "%s%.*s %s", used ? " " : "",
                                 (int)digits, at, unit);
        at += digits + 1;
    }
    markup_text(&page->markup, used && !*at ? words : value->text);
}

void value_write(struct page *page, const struct field *field, const struct value *value)
{
    char words[SAY_DATE_BYTES], term[SAY_BYTES];
    switch (field->kind) {
    case FIELD_INTEGER:
        write_integer(page, value->integer);
        break;
    case FIELD_BOOLEAN:
        markup_text(&page->markup, value->integer ? "yes" : "no");
        break;
    case FIELD_DATE:
        say_date(value, words);
        markup_text(&page->markup, words);
        break;
    case FIELD_ENUM:
        markup_text(&page->markup, say_term(value->text, false, term));
        break;
    case FIELD_COUNTRY:
        markup_text(&page->markup, country_name(value->text));
        break;
    case FIELD_REFERENCE:
        page_link_record(page, value->record);
        break;
    case FIELD_URL:
        write_url(page, value);
        break;
    case FIELD_DURATION:
        write_duration(page, value);
        break;
    default:
        markup_name(&page->markup, value->text, value->count);
    }
}
