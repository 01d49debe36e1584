/* The positions of speakers, side by side. */
#include "meeting_page/positions.h"

#include "base/utf8.h"
#include "work/work.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    SUBJECTS_SHOWN_MAX = 3, /* links lead to the others */
    SUBJECTS_LINKED_MAX = 12,
    POSITIONS_SHOWN_MAX = 4, /* of one subject; a link leads to the others */
    TEXT_SHOWN_MAX = 420     /* bytes of one position */
};

/* Writes what a paper or a point is as a link to the place that says it, and the organization of
 * the speaker before it. */
static void write_place(struct page *page, const struct position *position, size_t argument)
{
    struct markup *markup = &page->markup;
    char text[SAY_BYTES], fragment[40];
    const struct field *field =
        position->speaker ? person_find_representing(position->speaker) : NULL;
    const struct value *stance = record_value(position->record, ROLE_STANCE);
    const struct value *kind = record_value(position->record, ROLE_KIND);
    snprintf(fragment, sizeof fragment, "arguments-%zu", argument);
    markup_open(markup, "span", NULL);
    if (field) {
        const struct value *name =
            record_label(record_page_value(position->speaker, field)->record);
        markup_name(markup, name->text, name->count);
        markup_text(markup, ", ");
    }
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, position->record), argument ? fragment : NULL);
    if (argument || !kind->count)
        say_kind(position->record, text);
    else
        say_term(kind->text, false, text);
    markup_text(markup, text);
    markup_close(markup, "a");
    if (stance->count) {
        markup_text(markup, ", ");
        markup_text(markup, say_term(stance->text, false, text));
    }
    markup_close(markup, "span");
}

static void write_speaker(struct page *page, const struct position *position, size_t argument)
{
    struct markup *markup = &page->markup;
    const struct value *words = record_value(position->record, ROLE_ATTRIBUTION);
    markup_open(markup, "p", "class", "speaker", NULL);
    markup_open(markup, "b", NULL);
    if (position->speaker)
        page_link_record(page, position->speaker);
    else
        markup_name(markup, words->text, words->count);
    markup_close(markup, "b");
    record_page_mark_role(page, position->record, ROLE_AUTHOR);
    markup_text(markup, " ");
    write_place(page, position, argument);
    markup_close(markup, "p");
}

/* Writes the words of a position; a long text is cut between words. */
static void write_text(struct markup *markup, const struct statement *statement)
{
    size_t length = statement->length;
    if (length > TEXT_SHOWN_MAX) {
        length = TEXT_SHOWN_MAX;
        while (length > TEXT_SHOWN_MAX / 2 && statement->text[length] != ' ')
            length--;
        if (statement->text[length] != ' ')
            length = utf8_cut_length(statement->text, TEXT_SHOWN_MAX);
    }
    markup_open(markup, "p", "dir", "auto", NULL);
    markup_attribute(markup, "lang", markup->language);
    markup_record_text(markup, statement->text, length);
    markup_text(markup, length < statement->length ? "\xE2\x80\xA6" : "");
    markup_close(markup, "p");
}

static void write_position(struct record_page *page, const struct position *position,
                           const struct record *subject)
{
    struct markup *markup = &page->page->markup;
    const struct statement statement = position_statement(position->record, subject);
    markup_open(markup, "li", NULL);
    write_speaker(page->page, position, statement.argument);
    write_text(markup, &statement);
    sources_write_short(page, statement.sources, statement.text, statement.length);
    markup_close(markup, "li");
    markup_break(markup);
    work_spend(page->work, WORK_WRITING, WORK_RECORD);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

static void write_subject(struct record_page *page, const struct subject *subject)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "section", "class", "topic", NULL);
    markup_open(markup, "h3", NULL);
    page_link_record(page->page, subject->record);
    markup_close(markup, "h3");
    markup_open(markup, "ul", "class", "positions", NULL);
    for (size_t i = 0; i < subject->count && i < POSITIONS_SHOWN_MAX; i++)
        write_position(page, &subject->at[i], subject->record);
    markup_close(markup, "ul");
    if (subject->count > POSITIONS_SHOWN_MAX) {
        markup_open(markup, "p", "class", "more", NULL);
        markup_open(markup, "a", NULL);
        page_href(page->page, url_of_record(page->page->base_path, subject->record), NULL);
        markup_text(markup, "And ");
        markup_number(markup, subject->count - POSITIONS_SHOWN_MAX);
        markup_text(markup,
                    subject->count == POSITIONS_SHOWN_MAX + 1 ? " more speaker" : " more speakers");
        markup_close(markup, "a");
        markup_close(markup, "p");
    }
    markup_close(markup, "section");
}

/* Writes links to the subjects that are not shown, with their numbers of speakers. */
static void write_others(struct record_page *page, const struct subject_list *list)
{
    struct markup *markup = &page->page->markup;
    if (list->count <= SUBJECTS_SHOWN_MAX)
        return;
    markup_element(markup, "p", "Several also spoke on:", "class", "say more", NULL);
    markup_open(markup, "ul", "class", "chips", NULL);
    for (size_t i = SUBJECTS_SHOWN_MAX; i < list->count && i < SUBJECTS_LINKED_MAX; i++) {
        markup_open(markup, "li", NULL);
        page_link_record(page->page, list->at[i].record);
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
}

void positions_write(struct record_page *page)
{
    struct subject_list *list = calloc(1, sizeof *list);
    page->page->markup.out->failed |= !list;
    if (!list)
        return;
    positions_find(page, list);
    if (list->count && !work_is_used_up(page->work)) {
        page_open_section(page->page, "positions", "Who said what", false);
        for (size_t i = 0; i < list->count && i < SUBJECTS_SHOWN_MAX; i++)
            write_subject(page, &list->at[i]);
        write_others(page, list);
        page_close_section(page->page);
    }
    free(list);
}
