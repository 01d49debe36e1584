/* BibTeX, for reference managers.
 *
 * A paper of a meeting is @inproceedings, a document with a publisher @techreport, and every other
 * record @misc. The key is the id of the record. Text is UTF-8. Characters with a meaning in TeX
 * are written as TeX commands, including braces, which BibTeX counts. A URL and a DOI are verbatim:
 * programs read them as they stand (biblatex, section 2.2.1; the package url). Titles are in two
 * pairs of braces, which preserve capitals. "year" is one whole number, the first of a period,
 * because programs sort by it; the note has the date as recorded if it is less exact. A "|" stays:
 * pandoc drops \textbar, and biber makes a "|" of it.
 */
#include "citation/citation.h"
#include "formats/format.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    FIELD_BYTES_MAX = 1024 * 1024
};

/* Returns the TeX command for a character, or NULL if it needs none. */
static const char *escape_of(char c)
{
    static const char *const escapes[128] = {
        ['\\'] = "\\textbackslash{}",
        ['{'] = "\\textbraceleft{}",
        ['}'] = "\\textbraceright{}",
        ['~'] = "\\textasciitilde{}",
        ['^'] = "\\textasciicircum{}",
        ['<'] = "\\textless{}",
        ['>'] = "\\textgreater{}",
        ['$'] = "\\$",
        ['&'] = "\\&",
        ['#'] = "\\#",
        ['%'] = "\\%",
        ['_'] = "\\_",
        ['\n'] = " ",
        ['\t'] = " ",
    };
    return (unsigned char)c < sizeof escapes / sizeof *escapes ? escapes[(unsigned char)c] : NULL;
}

static void bibtex_append_escaped(struct buffer *out, const char *text, size_t length)
{
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of(text[i]);
        if (!escape)
            continue;
        buffer_append(out, text + from, i - from);
        buffer_append_text(out, escape);
        from = i + 1;
    }
    buffer_append(out, text + from, length - from);
}

/* Reports whether a byte ends or joins a field, or is a blank. */
static inline bool is_never_verbatim(char c)
{
    return c == '{' || c == '}' || c == '\\' || c == '\n' || c == '\t' || c == ' ';
}

/* Appends a text that no program decodes. Characters that end or join a field, and blanks, are
 * percent-encoded, which a URL cannot have otherwise. */
static void bibtex_append_verbatim(struct buffer *out, const char *text, size_t length)
{
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        char code[4];
        if (!is_never_verbatim(text[i]))
            continue;
        snprintf(code, sizeof code, "%%%02X", (unsigned)(unsigned char)text[i]);
        buffer_append(out, text + from, i - from);
        buffer_append_text(out, code);
        from = i + 1;
    }
    buffer_append(out, text + from, length - from);
}

static void bibtex_open_field(struct buffer *out, const char *name)
{
    buffer_append_text(out, ",\n  ");
    buffer_append_text(out, name);
    buffer_append_text(out, " = ");
}

static void bibtex_write_text(struct buffer *out, const char *name, const char *text, size_t length)
{
    if (!length)
        return;
    bibtex_open_field(out, name);
    buffer_append_byte(out, '{');
    bibtex_append_escaped(out, text, length);
    buffer_append_byte(out, '}');
}

static void bibtex_write_value(struct buffer *out, const char *name, const struct value *value)
{
    bibtex_write_text(out, name, value->text, value->count);
}

/* Writes a field whose capitals BibTeX preserves. */
static void bibtex_write_title(struct buffer *out, const char *name, const char *text,
                               size_t length)
{
    bibtex_open_field(out, name);
    buffer_append_text(out, "{{");
    bibtex_append_escaped(out, text, length);
    buffer_append_text(out, "}}");
}

static void bibtex_write_verbatim(struct buffer *out, const char *name, const char *text,
                                  size_t length)
{
    if (!length)
        return;
    bibtex_open_field(out, name);
    buffer_append_byte(out, '{');
    bibtex_append_verbatim(out, text, length);
    buffer_append_byte(out, '}');
}

/* Writes a field with a part of the citation. */
static void bibtex_write_words(struct buffer *out, const char *name,
                               const struct citation *citation, citation_append_function *append)
{
    struct buffer words;
    buffer_init(&words, FIELD_BYTES_MAX);
    append(&words, citation);
    if (append == citation_append_title)
        bibtex_write_title(out, name, words.bytes, words.length);
    else if (append == citation_append_url)
        bibtex_write_verbatim(out, name, words.bytes, words.length);
    else
        bibtex_write_text(out, name, words.bytes, words.length);
    out->failed |= words.failed;
    buffer_finish(&words);
}

/* Reports whether a name has the word "and" in any case, with which BibTeX separates names. */
static bool has_and(const char *name)
{
    static const char blanks[] = " \t\n";
    for (const char *word = name; *word; word += strcspn(word, blanks)) {
        word += strspn(word, blanks);
        if (strcspn(word, blanks) == 3 && strncasecmp(word, "and", 3) == 0)
            return true;
    }
    return false;
}

/* Appends the text of a name. With "=" it would be a list of parts for biber. */
static void bibtex_append_name_text(struct buffer *out, const struct value *name)
{
    for (size_t i = 0; i < name->count; i++) {
        const size_t plain = strcspn(name->text + i, "=");
        bibtex_append_escaped(out, name->text + i, plain);
        i += plain;
        if (i < name->count)
            buffer_append_text(out, "{=}");
    }
}

/* Reports whether a family name is one word that begins in lower case: a particle for biber. */
static bool is_like_particle(const char *name)
{
    return islower((unsigned char)*name) && !strchr(name, ' ') && !strchr(name, '\'');
}

/* Appends a part of a name, in braces if BibTeX would split it or take it for another part. */
static void bibtex_append_name(struct buffer *out, const struct value *name)
{
    const bool guarded =
        strchr(name->text, ',') || has_and(name->text) || is_like_particle(name->text);
    if (guarded)
        buffer_append_byte(out, '{');
    bibtex_append_name_text(out, name);
    if (guarded)
        buffer_append_byte(out, '}');
}

/* Appends a name that has no parts. The last author "others", in braces or not, is "et al." for
 * biber, unless there are braces within the word. */
static void bibtex_append_whole_name(struct buffer *out, const struct value *name)
{
    static const char others[] = "others";
    buffer_append_byte(out, '{');
    if (strcasecmp(name->text, others) == 0) {
        buffer_append_byte(out, *name->text);
        buffer_append_byte(out, '{');
        buffer_append_text(out, name->text + 1);
        buffer_append_byte(out, '}');
    } else {
        bibtex_append_name_text(out, name);
    }
    buffer_append_byte(out, '}');
}

static void bibtex_append_author(struct buffer *out, const struct citation_name *name)
{
    if (name->family->count) {
        bibtex_append_name(out, name->family);
        buffer_append_text(out, ", ");
        bibtex_append_name(out, name->given);
        return;
    }
    bibtex_append_whole_name(out, name->whole);
}

/* Writes the authors, or the key by which an entry without one is sorted. */
static void bibtex_write_authors(struct buffer *out, const struct citation *citation)
{
    struct citation_name author;
    size_t count = 0;
    for (; citation_read_name(citation, count, &author); count++) {
        if (count == 0) {
            bibtex_open_field(out, "author");
            buffer_append_byte(out, '{');
        } else {
            buffer_append_text(out, " and ");
        }
        bibtex_append_author(out, &author);
    }
    if (count)
        buffer_append_byte(out, '}');
    else
        bibtex_write_text(out, "key", record_id(citation->record),
                          strlen(record_id(citation->record)));
}

static void bibtex_write_date(struct buffer *out, const struct citation_date *date)
{
    static const char months[][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
    const struct plain_date *from = &date->from, *to = &date->to;
    int64_t year;
    if (!citation_first_year(date, &year))
        return;
    bibtex_open_field(out, "year");
    buffer_append_byte(out, '{');
    buffer_append_integer(out, year);
    buffer_append_byte(out, '}');
    if (from->count < 2 ||
        (to->count && (to->parts[0] != from->parts[0] || to->parts[1] != from->parts[1])))
        return;
    bibtex_open_field(out, "month");
    buffer_append_text(out, months[from->parts[1] - 1]);
}

static const char *entry_type(const struct citation *citation)
{
    if (citation->kind == CITATION_PAPER)
        return "inproceedings";
    if (citation->kind == CITATION_DOCUMENT &&
        record_value(citation->record, ROLE_PUBLISHER)->count)
        return "techreport";
    return "misc";
}

static void bibtex_append_occasion(struct buffer *out, const struct citation *citation)
{
    citation_append_genre(out, citation);
    if (!citation->meeting)
        return;
    const struct value *meeting = record_label(citation->meeting);
    buffer_append_text(out, out->length ? ", " : "");
    buffer_append(out, meeting->text, meeting->count);
}

/* Writes the meeting or the publisher, in the fields of the entry type. */
static void bibtex_write_source(struct buffer *out, const struct citation *citation)
{
    if (citation->kind == CITATION_DOCUMENT) {
        bibtex_write_value(out, "institution", record_value(citation->record, ROLE_PUBLISHER));
        return;
    }
    if (citation->kind == CITATION_PAPER) {
        const struct value *meeting = record_label(citation->meeting);
        bibtex_write_title(out, "booktitle", meeting->text, meeting->count);
    } else {
        bibtex_write_words(out, "howpublished", citation, bibtex_append_occasion);
    }
    bibtex_write_words(out, "address", citation, citation_append_place);
}

static void bibtex_write_record(struct format_writer *writer, const struct record *record)
{
    const struct citation citation = format_citation(writer, record);
    struct buffer *out = writer->out;
    buffer_append_byte(out, '@');
    buffer_append_text(out, entry_type(&citation));
    buffer_append_byte(out, '{');
    buffer_append_text(out, record_id(record));
    bibtex_write_authors(out, &citation);
    bibtex_write_words(out, "title", &citation, citation_append_title);
    bibtex_write_source(out, &citation);
    bibtex_write_words(out, "url", &citation, citation_append_url);
    bibtex_write_verbatim(out, "doi", citation.doi->text, citation.doi->count);
    const struct citation_date date = citation_own_date(&citation);
    bibtex_write_date(out, &date);
    bibtex_write_value(out, "abstract", record_value(record, ROLE_DESCRIPTION));
    bibtex_write_words(out, "keywords", &citation, citation_append_keywords);
    bibtex_write_words(out, "note", &citation, citation_append_note);
    buffer_append_text(out, "\n}\n\n");
}

static const char *const unsupported[] = {"facet", "fields", "include", "pretty", NULL};

const struct format format_bibtex = {
    .suffix = ".bib",
    .name = "BibTeX",
    .media_type = "application/x-bibtex; charset=utf-8",
    .documentation = "BibTeX, for reference managers.",
    .types = CITATION_TYPES,
    .file = true,
    .addressed = true,
    .unsupported = unsupported,
    .write = bibtex_write_record,
};
