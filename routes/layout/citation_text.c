#include "layout/citation_text.h"

#include "base/utf8.h"
#include "layout/say_date.h"

#include <string.h>

enum {
    APA_AUTHORS_MAX = 20,
    WORDS_BYTES_MAX = 1024 * 1024
};

#define ELLIPSIS "\xE2\x80\xA6"
#define ELLIPSIS_LENGTH (sizeof ELLIPSIS - 1)

static void append_value(struct markup *markup, const struct value *value)
{
    markup_name(markup, value->text, value->count);
}

struct citation citation_of_page(const struct page *page)
{
    return citation_of(page->record, page_service_address(page), page->base_path);
}

/* Writes the title, without a point at its end if `goes_on` is true: more of the sentence follows.
 * Returns the last character. */
static char write_title(const struct citation *citation, struct markup *markup, bool goes_on)
{
    struct buffer title;
    buffer_init(&title, WORDS_BYTES_MAX);
    citation_append_title(&title, citation);
    const bool is_cut =
        title.length > ELLIPSIS_LENGTH &&
        memcmp(title.bytes + title.length - ELLIPSIS_LENGTH, ELLIPSIS, ELLIPSIS_LENGTH) == 0;
    const char last = is_cut ? '.' : title.length ? title.bytes[title.length - 1] : '\0';
    if (goes_on && last == '.' && !is_cut && title.length > 1)
        title.length--;
    markup_name(markup, title.bytes, title.length);
    markup->out->failed |= title.failed;
    buffer_finish(&title);
    return last;
}

char citation_write_title(const struct citation *citation, struct markup *markup)
{
    return write_title(citation, markup, false);
}

void citation_end_sentence(struct markup *markup, char last)
{
    markup_text(markup, last && strchr(".?!", last) ? "" : ".");
}

void citation_write_part(struct markup *markup, const struct value *value)
{
    if (!value->count)
        return;
    markup_text(markup, ", ");
    append_value(markup, value);
}

void citation_write_address(const struct citation *citation, struct markup *markup)
{
    struct buffer address;
    buffer_init(&address, WORDS_BYTES_MAX);
    if (citation->doi->count) {
        buffer_append_text(&address, "https://doi.org/");
        buffer_append(&address, citation->doi->text, citation->doi->count);
    } else {
        citation_append_url(&address, citation);
    }
    if (address.length && !address.failed) {
        markup_text(markup, " ");
        markup_name(markup, address.bytes, address.length);
    }
    markup->out->failed |= address.failed;
    buffer_finish(&address);
}

size_t citation_count_authors(const struct citation *citation)
{
    struct citation_name name;
    size_t count = 0;
    while (citation_read_name(citation, count, &name))
        count++;
    return count;
}

bool citation_begins_inverted(const struct citation *citation)
{
    struct citation_name name;
    return citation_read_name(citation, 0, &name) && name.family->count;
}

char citation_last_byte(const struct value *value)
{
    return value->count ? value->text[value->count - 1] : '\0';
}

/* Reports whether a name is in a script that abbreviates names to initials: one of those before
 * Armenian in Unicode. */
static bool has_initials(const struct value *name)
{
    return name->count && (unsigned char)name->text[0] < 0xD5;
}

/* Appends the initials of a given name: "Jean-Luc" becomes "J.-L.". */
static void append_initials(struct markup *markup, const struct value *given)
{
    struct buffer initials;
    buffer_init(&initials, WORDS_BYTES_MAX);
    bool begins = true;
    for (size_t i = 0; i < given->count; i++) {
        const char c = given->text[i];
        const size_t length = begins ? utf8_character_length(given->text + i) : 0;
        if (c == ' ' || c == '-') {
            if (!begins)
                buffer_append_byte(&initials, c);
            begins = true;
        } else if (begins && length) {
            buffer_append(&initials, given->text + i, length);
            buffer_append_byte(&initials, '.');
            begins = false;
        }
    }
    if (!initials.failed)
        markup_name(markup, initials.bytes, initials.length);
    markup->out->failed |= initials.failed;
    buffer_finish(&initials);
}

/* Appends a name with the family name first if the record divides it. Returns its last byte. */
static char append_inverted(struct markup *markup, const struct citation_name *name)
{
    if (!name->family->count) {
        append_value(markup, name->whole);
        return citation_last_byte(name->whole);
    }
    append_value(markup, name->family);
    markup_text(markup, ", ");
    if (has_initials(name->given)) {
        append_initials(markup, name->given);
        return '.';
    }
    append_value(markup, name->given);
    return citation_last_byte(name->given);
}

static void append_apa_authors(const struct citation *citation, size_t count, struct markup *markup)
{
    struct citation_name name;
    char last = '\0';
    for (size_t i = 0; i < count; i++) {
        if (count > APA_AUTHORS_MAX && i == APA_AUTHORS_MAX - 1) {
            markup_text(markup, ", \xE2\x80\xA6 ");
            i = count - 1;
        } else {
            markup_text(markup, i == 0                                              ? ""
                                : count == 2 && !citation_begins_inverted(citation) ? " & "
                                : i + 1 == count                                    ? ", & "
                                                                                    : ", ");
        }
        if (citation_read_name(citation, i, &name))
            last = append_inverted(markup, &name);
    }
    if (!count)
        return;
    citation_end_sentence(markup, last);
    markup_text(markup, " ");
}

/* Appends the date in parentheses. */
static void append_apa_date(const struct citation *citation, struct markup *markup)
{
    char date[SAY_DATE_BYTES];
    const struct citation_date recorded = citation_date_in_text(citation);
    const size_t length = say_year_first(&recorded.from, &recorded.to, date);
    markup_text(markup, recorded.approximate && length ? "(ca. " : "(");
    markup_text(markup, length ? date : "n.d.");
    markup_text(markup, ").");
}

/* Appends the title, and the kind of work in brackets; a description in brackets is both. */
static void append_apa_title(const struct citation *citation, struct markup *markup)
{
    struct buffer genre;
    buffer_init(&genre, WORDS_BYTES_MAX);
    if (!citation->title->count) {
        citation_write_title(citation, markup);
        markup_text(markup, ".");
        return;
    }
    if (citation->kind == CITATION_PAPER)
        buffer_append_text(&genre, "Paper presentation");
    else
        citation_append_genre(&genre, citation);
    markup_open(markup, "i", NULL);
    const char last = write_title(citation, markup, genre.length > 0);
    markup_close(markup, "i");
    if (genre.length && !genre.failed) {
        markup_text(markup, " [");
        markup_name(markup, genre.bytes, genre.length);
        markup_text(markup, "]");
    }
    citation_end_sentence(markup, genre.length ? '\0' : last);
    markup->out->failed |= genre.failed;
    buffer_finish(&genre);
}

/* Appends the meeting with its city, or the publisher. */
static void append_apa_source(const struct citation *citation, struct markup *markup)
{
    const struct record *meeting = citation->meeting;
    const struct value *publisher = record_value(citation->record, ROLE_PUBLISHER);
    if (!meeting && !publisher->count)
        return;
    markup_text(markup, " ");
    append_value(markup, publisher->count ? publisher : record_label(meeting));
    if (!publisher->count)
        citation_write_part(markup, record_value(meeting, ROLE_CITY));
    markup_text(markup, ".");
}

void citation_text_write_apa(struct page *page)
{
    struct markup *markup = &page->markup;
    const struct citation citation = citation_of_page(page);
    const size_t authors = citation_count_authors(&citation);
    append_apa_authors(&citation, authors, markup);
    if (!authors) {
        append_apa_title(&citation, markup);
        markup_text(markup, " ");
    }
    append_apa_date(&citation, markup);
    if (authors) {
        markup_text(markup, " ");
        append_apa_title(&citation, markup);
    }
    append_apa_source(&citation, markup);
    citation_write_address(&citation, markup);
}
