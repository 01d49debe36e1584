/* The positions of speakers: for each subject a list of them, with what each said. */
#include "meeting_page/positions.h"

#include "base/utf8.h"
#include "work/work.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    SUBJECTS_SHOWN_MAX = 10, /* links lead to the others */
    SUBJECTS_LINKED_MAX = 12,
    SPEAKERS_SHOWN_MAX = 8, /* of one subject; a link leads to the others */
    SPEAKERS_ALL_MAX = 60,  /* of all subjects together */
    TEXT_SHOWN_MAX = 180,   /* bytes of one statement */
    ANCHOR_BYTES = SLUG_BYTES_MAX + 8
};

/* Writes the name of a speaker and the represented organization. */
static void write_speaker(struct page *page, const struct position *position)
{
    struct markup *markup = &page->markup;
    const struct value *words = record_value(position->records[0], ROLE_ATTRIBUTION);
    const struct field *field =
        position->speaker ? person_find_representing(position->speaker) : NULL;
    markup_open(markup, "p", "class", "speaker", NULL);
    markup_open(markup, "b", NULL);
    if (position->speaker)
        page_link_record(page, position->speaker);
    else
        markup_name(markup, words->text, words->count);
    markup_close(markup, "b");
    record_page_mark_role(page, position->records[0],
                          position->speaker ? ROLE_AUTHOR : ROLE_ATTRIBUTION);
    if (field) {
        const struct value *name =
            record_label(record_page_value(position->speaker, field)->record);
        markup_text(markup, " ");
        markup_open(markup, "span", NULL);
        markup_name(markup, name->text, name->count);
        if (record_infers(position->speaker, field))
            page_mark_inferred(page);
        markup_close(markup, "span");
    }
    markup_close(markup, "p");
}

/* Writes the words of a statement; a long text is cut between words. */
static void write_text(struct markup *markup, const struct statement *statement)
{
    size_t length = statement->length;
    if (length > TEXT_SHOWN_MAX)
        length = utf8_cut_words(statement->text, TEXT_SHOWN_MAX);
    markup_record_text(markup, statement->text, length);
    markup_text(markup, length < statement->length ? "\xE2\x80\xA6 " : " ");
}

/* Writes a link to what else a paper argues on a subject: the page of a topic has all of it, that
 * of an agenda item has not. */
static void write_more_arguments(struct page *page, const struct record *paper,
                                 const struct record *subject, size_t more)
{
    struct markup *markup = &page->markup;
    const bool topic = subject->type == &topic_type;
    markup_text(markup, ", ");
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, topic ? subject : paper),
              topic ? "argued" : arguments_find_field()->name);
    markup_text(markup, "and ");
    markup_number(markup, more);
    markup_text(markup, " more");
    markup_close(markup, "a");
}

/* Writes a link to what else a speaker said on a subject. */
static void write_more_said(struct page *page, const struct record *subject, size_t more)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "p", "class", "small", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, subject), NULL);
    markup_text(markup, "And ");
    markup_number(markup, more);
    markup_text(markup, " more");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

static void write_statement(struct record_page *page, const struct record *record,
                            const struct record *subject, struct claim *claim)
{
    struct markup *markup = &page->page->markup;
    const struct statement statement = position_statement(page, record, subject, claim);
    markup_open(markup, "p", "dir", "auto", NULL);
    write_text(markup, &statement);
    said_open_place(page->page, record, statement.argument, statement.of);
    if (statement.more)
        write_more_arguments(page->page, record, subject, statement.more);
    markup_close(markup, "span");
    markup_close(markup, "p");
    sources_write_short(page, statement.sources, statement.text, statement.length);
    work_spend(page->work, WORK_WRITING, WORK_RECORD);
}

static void write_position(struct record_page *page, const struct position *position,
                           const struct record *subject, struct claim *claim)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "li", NULL);
    write_speaker(page->page, position);
    for (size_t i = 0; i < position->count; i++)
        write_statement(page, position->records[i], subject, claim);
    if (position->more)
        write_more_said(page->page, subject, position->more);
    markup_close(markup, "li");
    markup_break(markup);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

/* Writes a link to the other speakers on a subject. */
static void write_more(struct page *page, const struct subject *subject, size_t more)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, subject->record), NULL);
    markup_text(markup, "And ");
    markup_number(markup, more);
    markup_text(markup, more == 1 ? " more speaker" : " more speakers");
    markup_close(markup, "a");
    markup_close(markup, "li");
}

/* Writes the id of the part of a subject. */
static const char *anchor_of(const struct subject *subject, char anchor[ANCHOR_BYTES])
{
    snprintf(anchor, ANCHOR_BYTES, "on-%s", record_id(subject->record));
    return anchor;
}

/* Writes a subject with at most `max` speakers. On a narrow screen they are in a fold, which is
 * empty: the style hides or shows the list after it. Returns the number of written speakers. */
static size_t write_subject(struct record_page *page, const struct subject *subject, size_t max)
{
    struct markup *markup = &page->page->markup;
    const struct value *label = record_label(subject->record);
    const size_t count = subject->count < max ? subject->count : max;
    char anchor[ANCHOR_BYTES];
    struct claim claim;
    claim_init(&claim);
    claim_add(&claim, label->text, label->count);
    markup_open(markup, "section", "class", "topic", "id", anchor_of(subject, anchor), NULL);
    markup_open(markup, "h3", NULL);
    page_link_record(page->page, subject->record);
    markup_close(markup, "h3");
    markup_open(markup, "details", "class", "fold", NULL);
    markup_open(markup, "summary", NULL);
    markup_number(markup, subject->count);
    markup_text(markup, " speakers");
    markup_close(markup, "summary");
    markup_close(markup, "details");
    markup_open(markup, "ul", "class", "said", NULL);
    markup_attribute(markup, "lang", markup->language);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++)
        write_position(page, &subject->at[i], subject->record, &claim);
    if (subject->count > count)
        write_more(page->page, subject, subject->count - count);
    markup_close(markup, "ul");
    markup_close(markup, "section");
    markup->out->failed |= claim.failed;
    claim_finish(&claim);
    return count;
}

/* Writes links to the subjects from `from` to before `to`: to their parts of the page, or if
 * `elsewhere` is true to their own pages. */
static void write_links(struct page *page, const struct subject_list *list, size_t from, size_t to,
                        bool elsewhere)
{
    struct markup *markup = &page->markup;
    char href[ANCHOR_BYTES + 1] = "#", label[RECORD_LABEL_MAX];
    markup_open(markup, "ul", "class", "chips", NULL);
    for (size_t i = from; i < to; i++) {
        const struct record *record = list->at[i].record;
        markup_open(markup, "li", NULL);
        if (elsewhere) {
            page_link_record(page, record);
        } else {
            anchor_of(&list->at[i], href + 1);
            markup_open(markup, "a", "href", href, NULL);
            markup_name(markup, label, record_write_label(record, label));
            markup_text(markup, " ");
            markup_number(markup, list->at[i].count);
            markup_close(markup, "a");
        }
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
}

/* Returns the number of subjects that are shown: those with several speakers, as far as there is
 * room. */
static size_t count_shown(const struct subject_list *list)
{
    size_t shown = 0, speakers = 0;
    while (shown < list->count && shown < SUBJECTS_SHOWN_MAX &&
           list->at[shown].count >= SUBJECT_LEAST && speakers < SPEAKERS_ALL_MAX) {
        speakers +=
            list->at[shown].count < SPEAKERS_SHOWN_MAX ? list->at[shown].count : SPEAKERS_SHOWN_MAX;
        shown++;
    }
    return shown;
}

static void write_subjects(struct record_page *page, const struct subject_list *list)
{
    const size_t shown = count_shown(list);
    size_t left = SPEAKERS_ALL_MAX, last = list->count;
    page_open_section(page->page, "positions", "Who said what", false);
    if (shown > 1)
        write_links(page->page, list, 0, shown, false);
    for (size_t i = 0; i < shown; i++)
        left -= write_subject(page, &list->at[i],
                              left < SPEAKERS_SHOWN_MAX ? left : SPEAKERS_SHOWN_MAX);
    if (last > shown + SUBJECTS_LINKED_MAX)
        last = shown + SUBJECTS_LINKED_MAX;
    if (last > shown) {
        markup_element(&page->page->markup, "p", "Also spoken on:", "class", "say more", NULL);
        write_links(page->page, list, shown, last, true);
    }
    page_close_section(page->page);
}

void positions_write(struct record_page *page)
{
    struct subject_list *list = calloc(1, sizeof *list);
    page->page->markup.out->failed |= !list;
    if (!list)
        return;
    positions_find(page, list);
    if (list->count && !work_is_used_up(page->work))
        write_subjects(page, list);
    free(list);
}
