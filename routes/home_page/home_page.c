#include "home_page/home_page.h"

#include "home_page/home_private.h"
#include "work/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    THOUSAND = 1000
};

/* Returns the value of a field if all meetings have it, or NULL. */
static const struct value *find_common(const struct home *home, const char *name)
{
    const struct field *field = field_list_find(meeting_type.fields, name, strlen(name));
    const struct value *first = NULL;
    for (size_t i = 0; field && i < home->count; i++) {
        const size_t position = (size_t)(field - meeting_type.fields.at);
        const struct value *value = record_field(home->meetings[i].record, position);
        first = first ? first : value;
        if (!home_is_same(field, first, value))
            return NULL;
    }
    return first;
}

/* Returns the title of the archive: the series or the body that all meetings have in common, else a
 * general one. */
static struct page_text find_title(const struct home *home, char text[RECORD_LABEL_MAX])
{
    const struct value *series = find_common(home, "series");
    if (series)
        return (struct page_text){series->text, series->count, true};
    const struct value *body = find_common(home, "body");
    if (body)
        return (struct page_text){text, record_write_label(body->record, text), true};
    return page_text_of(home->count ? "Records of meetings" : "Records");
}

static bool has_records(const struct archive *archive)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        size_t count;
        archive_all(archive, record_types[i], &count);
        if (count)
            return true;
    }
    return false;
}

/* Writes the number of meetings in the archive, and their first and last year; or that there are no
 * records. */
static void write_span(const struct home *home, char *text, size_t size)
{
    char first[5] = "", last[5] = "", count[24];
    const char *noun = home->count == 1 ? "meeting" : "meetings";
    *text = '\0';
    for (size_t i = home->count; i-- > 0 && !*first;)
        home_find_year(home->meetings[i].record, first);
    if (home->count)
        home_find_year(home->meetings[0].record, last);
    if (home->count < THOUSAND)
        snprintf(count, sizeof count, "%zu", home->count);
    else
        snprintf(count, sizeof count, "%zu,%03zu", home->count / THOUSAND, home->count % THOUSAND);
    if (*first && strcmp(first, last) == 0)
        snprintf(text, size, "%s %s in %s", count, noun, first);
    else if (*first && *last)
        snprintf(text, size, "%s %s from %s to %s", count, noun, first, last);
    else if (home->count)
        snprintf(text, size, "%s %s", count, noun);
    else if (!has_records(home->page->archive))
        snprintf(text, size, "There are no records yet");
}

/* Writes the number of records of a type as a link to them. */
static void write_figure(struct page *page, const struct record_type *type, size_t count)
{
    struct markup *markup = &page->markup;
    char name[SAY_BYTES];
    markup_open(markup, "div", NULL);
    markup_open(markup, "dt", NULL);
    page_link_collection(page, type->collection,
                         count == 1 ? say_type(page->archive, type, false, name)
                                    : say_collection(page->archive, type->collection, false, name));
    markup_close(markup, "dt");
    markup_open(markup, "dd", NULL);
    markup_number(markup, count);
    markup_close(markup, "dd");
    markup_close(markup, "div");
}

/* Writes the numbers of records of some types that have several; of all types if there are no
 * meetings, as the numbers are then all that the page shows. */
static void write_figures(const struct home *home)
{
    static const struct record_type *const types[] = {
        &decision_type, &proposal_type,     &action_type, &paper_type,
        &person_type,   &organization_type, &topic_type,  &document_type};
    const struct record_type *const *shown = home->count ? types : record_types;
    const size_t type_count = home->count ? sizeof types / sizeof *types : TYPE_COUNT;
    const size_t least = home->count ? 2 : 1;
    bool any = false;
    for (size_t i = 0; i < type_count; i++) {
        size_t count;
        archive_all(home->page->archive, shown[i], &count);
        if (count < least)
            continue;
        if (!any)
            markup_open(&home->page->markup, "dl", "class", "figures", NULL);
        any = true;
        write_figure(home->page, shown[i], count);
    }
    if (any)
        markup_close(&home->page->markup, "dl");
    markup_break(&home->page->markup);
}

static void write_head(struct home *home, struct page_text title, const char *span)
{
    struct markup *markup = &home->page->markup;
    markup_open(markup, "div", "class", "head", NULL);
    markup_element(markup, "p", "Archive", "class", "kicker", NULL);
    markup_open(markup, "h1", NULL);
    if (title.record)
        markup_name(markup, title.text, title.length);
    else
        markup_text(markup, title.text);
    markup_close(markup, "h1");
    if (*span) {
        markup_open(markup, "p", "class", "lead", NULL);
        markup_text(markup, span);
        markup_text(markup, ".");
        markup_close(markup, "p");
    }
    write_figures(home);
    markup_close(markup, "div");
}

void home_page_write(struct page *page, struct work *work)
{
    static void (*const parts[])(struct home *) = {home_write_meetings, home_write_outcomes,
                                                   home_write_open_actions, home_write_topics,
                                                   home_write_people};
    struct home home = {.page = page, .work = work};
    char label[RECORD_LABEL_MAX], span[80];
    page->home = true;
    if (!home_find_meetings(&home)) {
        page->markup.out->failed = true;
        return;
    }
    const struct page_text title = find_title(&home, label);
    write_span(&home, span, sizeof span);
    page_begin(page, title, page_text_of(span), false);
    write_head(&home, title, span);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !work_is_used_up(work); i++) {
        parts[i](&home);
        work_spend_bytes(work, WORK_WRITING, page->markup.out->length);
    }
    page_end(page);
    free(home.meetings);
}
