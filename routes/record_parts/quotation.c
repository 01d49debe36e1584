/* The source beside the claim: the cited lines, of a long passage those that state the claim. */
#include "base/utf8.h"
#include "record_parts/plain_line.h"
#include "record_parts/sources_private.h"
#include "schema/types/every_record.h"
#include "unicode/fold.h"
#include "work/work.h"

#include <stdio.h>

enum {
    CHOICE_LINES_MAX = 64, /* of a passage, among which lines are chosen: bits of a set */
    PASSAGE_LEAST = 2,     /* lines that are left for each passage after the one that is quoted */
    LINE_BYTES_MAX = 64 * 1024, /* of a line in Markdown, whose marks are not written */
    VERBATIM_BYTES = 240,       /* of a statement that are compared with its source */
    VERBATIM_BYTES_MAX = 20000  /* of a passage in which they are looked for */
};

/* How much of the sources of a statement is quoted. */
struct quoting {
    uint32_t lines;  /* of one passage; a link leads to the others */
    uint32_t all;    /* of all passages */
    size_t passages; /* links lead to the others */
    size_t bytes;    /* of one line */
    bool brief;      /* true if references do not name the first source of the meeting */
};
static const struct quoting beside_text = {7, 35, 5, SIZE_MAX, false};
static const struct quoting beside_row = {4, 9, 4, 360, true};

/* Reports whether the cited lines can be read as prose, and are there. */
static bool can_quote(struct record_page *page, const struct passage *passage)
{
    return passage_has_text(page->page, passage) && !document_is_data(passage->document) &&
           line_index_choose(&page->lines, passage->document);
}

/* Reports whether the words of a source can be shown: its lines, or those that the record quotes.
 */
static bool is_quotable(struct record_page *page, const struct value *source)
{
    const struct passage passage = passage_of(source);
    return can_quote(page, &passage) || quote_of(source)->count;
}

/* Writes the words of a line. */
static void write_words(struct record_page *page, const char *line, size_t length, size_t bytes)
{
    struct markup *markup = &page->page->markup;
    struct buffer words;
    buffer_init(&words, LINE_BYTES_MAX);
    if (document_is_markdown(page->lines.document) && length <= LINE_BYTES_MAX / 2) {
        plain_line_append(&words, line, length);
        line = words.bytes;
        length = words.length;
    }
    markup->out->failed |= words.failed;
    if (!words.failed)
        markup_name(markup, line, length > bytes ? utf8_cut_length(line, bytes) : length);
    markup_text(markup, length > bytes ? "\xE2\x80\xA6 " : " ");
    buffer_finish(&words);
}

/* Writes one line of the source: its number leads to it. If `start` is true, it begins a new block.
 */
static void write_line(struct record_page *page, uint32_t number, bool start, size_t bytes)
{
    struct markup *markup = &page->page->markup;
    char digits[24];
    size_t length;
    const char *line = line_index_line(&page->lines, number, &length);
    if (start || line_begins_something(line, length)) {
        markup_open(markup, "span", "class", "start", NULL);
        markup_close(markup, "span");
    }
    snprintf(digits, sizeof digits, "%u", number);
    markup_open(markup, "a", "class", "ln", NULL);
    page_href_line(page->page, url_of_record(page->page->base_path, page->lines.document), number);
    markup_element(markup, "span", "Line ", "class", "vh", NULL);
    markup_text(markup, digits);
    markup_close(markup, "a");
    markup_text(markup, " ");
    write_words(page, line, length, bytes);
}

/* The lines of a passage that are quoted: a set of those from `from` on. */
struct choice {
    uint32_t from, count; /* of the lines among which they are chosen */
    uint64_t lines, blank;
};

static bool has(uint64_t lines, uint32_t at)
{
    return at < CHOICE_LINES_MAX && lines >> at & 1;
}

/* Adds the line that has the most words of the claim; of several, one beside a line that was added
 * before, else the first. */
static void add_best(struct choice *choice, const size_t words[CHOICE_LINES_MAX])
{
    uint32_t best = CHOICE_LINES_MAX;
    size_t most = 0;
    for (uint32_t at = 0; at < choice->count; at++) {
        if (has(choice->lines | choice->blank, at))
            continue;
        const bool adjoins = has(choice->lines, at + 1) || (at > 0 && has(choice->lines, at - 1));
        const size_t weight = 2 * words[at] + adjoins + 1;
        if (weight <= most)
            continue;
        most = weight;
        best = at;
    }
    if (best < CHOICE_LINES_MAX)
        choice->lines |= UINT64_C(1) << best;
}

/* Chooses at most `lines` lines of a passage that are not blank. */
static struct choice choose_lines(struct record_page *page, const struct passage *passage,
                                  uint32_t lines, struct claim *claim)
{
    size_t words[CHOICE_LINES_MAX] = {0}, length;
    const uint32_t all = passage->to - passage->from + 1;
    struct choice choice = {passage->from, all < CHOICE_LINES_MAX ? all : CHOICE_LINES_MAX, 0, 0};
    for (uint32_t at = 0; at < choice.count; at++) {
        const char *line = line_index_line(&page->lines, passage->from + at, &length);
        if (text_is_blank(line, length))
            choice.blank |= UINT64_C(1) << at;
        else if (all > lines && work_spend(page->work, WORK_WRITING, 10 * (uint64_t)WORK_TEST))
            words[at] = claim_count(claim, line, length);
    }
    for (uint32_t i = 0; i < lines; i++)
        add_best(&choice, words);
    return choice;
}

/* Writes a link to the first line that is not quoted: "and 4 more lines". */
static void write_more(struct record_page *page, const struct passage *passage, uint32_t first,
                       uint32_t more)
{
    struct markup *markup = &page->page->markup;
    char text[48];
    snprintf(text, sizeof text, "and %u more line%s", more, more == 1 ? "" : "s");
    markup_open(markup, "a", "class", "ref", NULL);
    page_href_line(page->page, url_of_record(page->page->base_path, passage->document), first);
    markup_text(markup, text);
    markup_close(markup, "a");
}

/* Writes at most `lines` lines of a passage. Returns how many. */
static uint32_t write_passage(struct record_page *page, const struct passage *passage,
                              uint32_t lines, size_t bytes, struct claim *claim)
{
    struct markup *markup = &page->page->markup;
    const struct choice choice = choose_lines(page, passage, lines, claim);
    uint32_t written = 0, first_left = 0, left = passage->to - passage->from + 1 - choice.count;
    bool gap = false;
    markup_open(markup, "p", NULL);
    for (uint32_t at = 0; at < choice.count; at++) {
        if (has(choice.lines, at)) {
            markup_text(markup, gap && written ? "\xE2\x80\xA6 " : "");
            write_line(page, passage->from + at, written && has(choice.blank, at - 1), bytes);
            written++;
            gap = false;
        } else if (!has(choice.blank, at)) {
            gap = true;
            first_left = left++ && first_left ? first_left : passage->from + at;
        }
    }
    if (left)
        write_more(page, passage, first_left ? first_left : passage->from + choice.count, left);
    markup_close(markup, "p");
    return written;
}

/* Writes the passages as far as `quoting` allows, and references to the others. Each passage leaves
 * some lines to those after it. */
static void write_passages(struct record_page *page, const struct citations *citations,
                           const struct quoting *quoting, struct claim *claim)
{
    struct citations others = {.count = 0};
    uint32_t left = quoting->all;
    size_t quoted = 0;
    for (size_t at = 0; at < citations->count; at++) {
        const struct passage passage = passage_of(citations->at[at]);
        if (quoted == quoting->passages || !is_quotable(page, citations->at[at])) {
            others.at[others.count++] = citations->at[at];
            continue;
        }
        quoted++;
        if (!can_quote(page, &passage)) {
            quote_write(page->page, citations->at[at], quoting->bytes, quoting->brief);
            continue;
        }
        size_t after = citations->count - at - 1;
        if (after > quoting->passages - quoted)
            after = quoting->passages - quoted;
        uint32_t lines = left > PASSAGE_LEAST * after ? left - PASSAGE_LEAST * (uint32_t)after : 1;
        lines = lines < quoting->lines ? lines : quoting->lines;
        const uint32_t written = write_passage(page, &passage, lines, quoting->bytes, claim);
        left = left > written ? left - written : 0;
    }
    if (!others.count)
        return;
    markup_open(&page->page->markup, "p", NULL);
    citations_write_references(page->page, &others, quoting->brief);
    markup_close(&page->page->markup, "p");
}

static void write_quotations(struct record_page *page, const struct citations *citations,
                             const struct quoting *quoting, struct claim *claim)
{
    struct markup *markup = &page->page->markup;
    const struct value *language =
        record_value(passage_of(citations->at[0]).document, ROLE_LANGUAGE);
    markup_open(markup, "details", "class", "peek", NULL);
    markup_open(markup, "summary", NULL);
    citations_write_summary(page->page, citations, quoting->brief);
    markup_close(markup, "summary");
    markup_close(markup, "details");
    markup_open(markup, "blockquote", "class", "lines", NULL);
    markup_attribute(markup, "lang", language->count ? language->text : NULL);
    write_passages(page, citations, quoting, claim);
    markup_close(markup, "blockquote");
}

static void write_references(struct record_page *page, const struct citations *citations,
                             const struct quoting *quoting)
{
    markup_open(&page->page->markup, "div", "class", "source", NULL);
    citations_write_references(page->page, citations, quoting->brief);
    markup_close(&page->page->markup, "div");
}

static void write_sources(struct record_page *page, const struct citations *citations,
                          const struct quoting *quoting, struct claim *claim)
{
    struct markup *markup = &page->page->markup;
    bool quoted = false;
    if (!citations->count)
        return;
    for (size_t i = 0; i < citations->count; i++)
        quoted |= is_quotable(page, citations->at[i]);
    if (!quoted) {
        write_references(page, citations, quoting);
        return;
    }
    markup_open(markup, "div", "class", "source", NULL);
    write_quotations(page, citations, quoting, claim);
    markup_close(markup, "div");
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* Reports whether bytes begin with a text; a line may end at each space. */
static bool begins_with(const char *bytes, const char *end, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes == end || (is_space(text[i]) ? !is_space(*bytes) : *bytes != text[i]))
            return false;
        for (bytes++; is_space(text[i]) && bytes < end && is_space(*bytes);)
            bytes++;
    }
    return true;
}

/* Reports whether the words of the first source have a text as it is. */
static bool is_verbatim(struct record_page *page, const struct citations *citations,
                        const char *text, size_t length)
{
    const struct passage passage =
        citations->count ? passage_of(citations->at[0]) : (struct passage){.from = 0};
    size_t last;
    if (citations->count && !can_quote(page, &passage))
        return quote_has(citations->at[0], text, length < VERBATIM_BYTES ? length : VERBATIM_BYTES);
    if (!passage.from || !length || !can_quote(page, &passage))
        return false;
    const char *first = line_index_line(&page->lines, passage.from, &last);
    const char *line = line_index_line(&page->lines, passage.to, &last);
    const char *end = line + last;
    if (length > VERBATIM_BYTES)
        length = VERBATIM_BYTES;
    if (end - first > VERBATIM_BYTES_MAX)
        return false;
    for (; (first = memchr(first, *text, (size_t)(end - first))); first++)
        if (begins_with(first, end, text, length))
            return true;
    return false;
}

void citations_quote_beside_row(struct record_page *page, const struct citations *citations,
                                struct claim *claim)
{
    write_sources(page, citations, &beside_row, claim);
    page->page->markup.out->failed |= claim->failed;
}

static void write_of_claim(struct record_page *page, const struct value *sources,
                           const struct quoting *quoting, const char *text, size_t length)
{
    struct citations citations = {.count = 0};
    struct claim claim;
    citations_add(&citations, sources);
    claim_init(&claim);
    claim_add(&claim, text, length);
    if (quoting == &beside_row && is_verbatim(page, &citations, text, length))
        write_references(page, &citations, quoting);
    else
        write_sources(page, &citations, quoting, &claim);
    page->page->markup.out->failed |= claim.failed;
    claim_finish(&claim);
}

void sources_write(struct record_page *page, const struct value *sources, const char *text,
                   size_t length)
{
    write_of_claim(page, sources, &beside_text, text, length);
}

void sources_write_short(struct record_page *page, const struct value *sources, const char *text,
                         size_t length)
{
    write_of_claim(page, sources, &beside_row, text, length);
}
