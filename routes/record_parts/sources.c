/* References to the sources of a statement, as words and as links. */
#include "record_parts/sources_private.h"
#include "schema/types/every_record.h"

#include <stdio.h>
#include <string.h>

/* Reports whether two sources are the same place in the same document, with the same quote. */
static bool is_same_place(const struct value *a, const struct value *b)
{
    for (size_t i = SOURCE_LINES; i < SOURCE_MEMBER_COUNT; i++) {
        const struct value *one = members_value(a->members, i);
        const struct value *other = members_value(b->members, i);
        if (one->count != other->count ||
            (one->count && memcmp(one->text, other->text, one->count) != 0))
            return false;
    }
    return passage_of(a).document == passage_of(b).document;
}

/* Reports whether a place is within one of the others, or is one of them. */
static bool is_covered(const struct citations *citations, const struct value *source)
{
    const struct passage added = passage_of(source);
    bool covered = false;
    for (size_t at = 0; at < citations->count; at++) {
        const struct passage passage = passage_of(citations->at[at]);
        const bool within = added.from && passage.document == added.document && passage.from &&
                            passage.from <= added.from && passage.to >= added.to;
        covered |= within || is_same_place(citations->at[at], source);
    }
    return covered;
}

/* Adds the first `max` objects of a list, as far as there is room. */
static void add_some(struct citations *citations, const struct value *sources, size_t max)
{
    for (size_t i = 0; i < sources->count && i < max && citations->count < CITATIONS_MAX; i++)
        if (!is_covered(citations, &sources->items[i]))
            citations->at[citations->count++] = &sources->items[i];
}

void citations_add(struct citations *citations, const struct value *sources)
{
    add_some(citations, sources, SIZE_MAX);
}

bool passage_has_text(const struct page *page, const struct passage *passage)
{
    const struct document_text *text = archive_text(page->archive, passage->document);
    return passage->from && text && passage->to <= text->lines;
}

/* Reports whether a text is one number or name, not a range or a list of them: "Page 1". */
static bool is_single(const struct value *value)
{
    return !memchr(value->text, '-', value->count) && !memchr(value->text, ',', value->count) &&
           !memchr(value->text, ' ', value->count) && !strstr(value->text, "\xE2\x80\x93");
}

static void write_document_name(struct page *page, const struct record *document)
{
    char name[SAY_NAME_BYTES];
    const size_t length = say_name(document, name);
    markup_name(&page->markup, name, length);
}

/* Writes where a passage is, as words. Texts of other members than lines follow. */
static void write_place(struct page *page, const struct value *source,
                        const struct passage *passage, bool named)
{
    static const enum source_member others[] = {SOURCE_PAGES, SOURCE_PARAGRAPHS, SOURCE_SECTION,
                                                SOURCE_TIME};
    struct markup *markup = &page->markup;
    char text[SAY_BYTES];
    bool any = passage->lines->count > 0;
    if (any)
        markup_text(markup, say_lines(passage->lines, text));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct value *value = members_value(source->members, others[i]);
        if (!value->count)
            continue;
        markup_text(markup, any ? ", " : "");
        say_term(source_fields[others[i]].name, !any, text);
        if (others[i] != SOURCE_SECTION && others[i] != SOURCE_TIME && is_single(value))
            text[strlen(text) - 1] = '\0';
        markup_text(markup, text);
        markup_text(markup, " ");
        markup_name(markup, value->text, value->count);
        any = true;
    }
    if (any && !named)
        return;
    markup_text(markup, any ? " of " : "");
    write_document_name(page, passage->document);
}

/* Reports whether a passage has lines, and no other place. */
static bool has_lines_only(const struct value *source)
{
    static const enum source_member others[] = {SOURCE_PAGES, SOURCE_PARAGRAPHS, SOURCE_SECTION,
                                                SOURCE_TIME};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (members_value(source->members, others[i])->count)
            return false;
    return members_value(source->members, SOURCE_LINES)->count > 0;
}

/* Returns the number of passages from `at` on that are lines of one document, at least 1. */
static size_t count_lines_together(const struct citations *citations, size_t at)
{
    const struct record *document = passage_of(citations->at[at]).document;
    size_t end = at;
    while (end < citations->count && has_lines_only(citations->at[end]) &&
           passage_of(citations->at[end]).document == document)
        end++;
    return end > at ? end - at : 1;
}

/* Writes the lines of several passages: "Lines 1, 3–4". */
static void write_lines_together(struct page *page, const struct citations *citations, size_t at,
                                 size_t count)
{
    char text[SAY_BYTES];
    markup_text(&page->markup, "Lines");
    for (size_t i = at; i < at + count && i < citations->count; i++) {
        const char *place = say_lines(members_value(citations->at[i]->members, SOURCE_LINES), text);
        markup_text(&page->markup, i > at ? "," : "");
        markup_text(&page->markup, strchr(place, ' '));
    }
}

/* Writes one passage as words, or the lines of several in one document. */
static void write_places(struct page *page, const struct citations *citations, size_t at,
                         size_t count, bool named)
{
    const struct passage passage = passage_of(citations->at[at]);
    if (count == 1) {
        write_place(page, citations->at[at], &passage, named);
        return;
    }
    write_lines_together(page, citations, at, count);
    if (!named)
        return;
    markup_text(&page->markup, " of ");
    write_document_name(page, passage.document);
}

/* Returns the number of passages from `at` on that one link leads to, at least 1: lines of a
 * document without its text are all on the same page. */
static size_t count_linked_together(const struct page *page, const struct citations *citations,
                                    size_t at)
{
    const struct record *document = passage_of(citations->at[at]).document;
    return archive_text(page->archive, document) ? 1 : count_lines_together(citations, at);
}

/* Writes a link to the first of some passages in its document. */
static void write_reference(struct page *page, const struct citations *citations, size_t at,
                            size_t count, bool named)
{
    struct markup *markup = &page->markup;
    const struct passage passage = passage_of(citations->at[at]);
    markup_open(markup, "a", "class", count > 1 ? "ref many" : "ref", NULL);
    page_href_line(page, url_of_record(page->base_path, passage.document),
                   passage_has_text(page, &passage) ? passage.from : 0);
    write_places(page, citations, at, count, named);
    markup_close(markup, "a");
}

/* Reports whether references must name their document: the archive has several and, if `brief` is
 * true, it is not the first source of the meeting that the page is about. */
static bool is_document_named(const struct page *page, const struct value *source, bool brief)
{
    size_t count;
    const struct value *of_meeting =
        page->meeting ? record_page_sources(page->meeting) : &value_absent;
    archive_all(page->archive, &document_type, &count);
    return count > 1 && !(brief && of_meeting->count &&
                          passage_of(of_meeting->items).document == passage_of(source).document);
}

/* Reports whether the next passage is in another document. Only the last of the passages in one
 * document names it. */
static bool is_last_of_document(const struct citations *citations, size_t at)
{
    return at + 1 == citations->count ||
           passage_of(citations->at[at + 1]).document != passage_of(citations->at[at]).document;
}

void citations_write_summary(struct page *page, const struct citations *citations, bool brief)
{
    for (size_t i = 0, count; i < citations->count; i += count) {
        count = count_lines_together(citations, i);
        const bool named = is_last_of_document(citations, i + count - 1) &&
                           is_document_named(page, citations->at[i], brief);
        markup_text(&page->markup, i ? "; " : "");
        write_places(page, citations, i, count, named);
    }
}

void citations_write_references(struct page *page, const struct citations *citations, bool brief)
{
    for (size_t i = 0, count; i < citations->count; i += count) {
        count = count_linked_together(page, citations, i);
        const bool named = is_last_of_document(citations, i + count - 1) &&
                           is_document_named(page, citations->at[i], brief);
        markup_text(&page->markup, i ? ", " : "");
        write_reference(page, citations, i, count, named);
    }
}

void sources_write_reference(struct page *page, const struct record *record)
{
    struct citations citations = {.count = 0};
    const struct members *vote = vote_find_counted(record);
    add_some(&citations, record_page_sources(record), 1);
    if (vote)
        add_some(&citations, members_value(vote, VOTE_SOURCES), 1);
    citations_write_references(page, &citations, true);
}

void sources_write_summary(struct record_page *page, const struct value *sources)
{
    struct markup *markup = &page->page->markup;
    struct citations citations = {.count = 0};
    if (!sources->count)
        return;
    citations_add(&citations, sources);
    markup_open(markup, "p", "class", "note", NULL);
    markup_text(markup, "Source: ");
    citations_write_references(page->page, &citations, false);
    markup_text(markup, ".");
    markup_close(markup, "p");
}
