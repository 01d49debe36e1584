/* Points of a discussion. */
#include "record_page/record_page_private.h"
#include "work/work.h"

#include <stdio.h>

enum {
    POINTS_MAX = 60, /* a link leads to the others */
    NAMES_MAX = 4
};

/* Reports whether a point is told by the source, not said by a speaker. */
static bool is_narrative(const struct record *point)
{
    return record_page_is_kind(point, "summary") || record_page_is_kind(point, "narrative") ||
           record_page_is_kind(point, "procedural");
}

/* Writes the name of a person: a link, unless this is the page of that person. */
static void write_person(struct page *page, const struct record *person)
{
    const struct value *name = record_label(person);
    if (person == page->record)
        markup_name(&page->markup, name->text, name->count);
    else
        page_link_record(page, person);
}

static void write_speaker(struct page *page, const struct record *point)
{
    struct markup *markup = &page->markup;
    const struct value *speaker = record_value(point, ROLE_AUTHOR);
    const struct value *words = record_value(point, ROLE_ATTRIBUTION);
    markup_open(markup, "b", NULL);
    if (speaker->count)
        write_person(page, speaker->record);
    else if (words->count)
        markup_name(markup, words->text, words->count);
    else
        markup_text(markup, "A speaker who is not named");
    markup_close(markup, "b");
    record_page_mark_role(page, point, speaker->count ? ROLE_AUTHOR : ROLE_ATTRIBUTION);
}

/* Writes the addressees of a point, after a verb if its kind has one: "asked", "answered". */
static void write_addressees(struct page *page, const struct record *point)
{
    const struct value *people = record_value(point, ROLE_ADDRESSEE);
    const bool asked = record_page_is_kind(point, "question"),
               answered = record_page_is_kind(point, "answer");
    if (asked || answered)
        markup_text(&page->markup, asked ? " asked" : " answered");
    for (size_t i = 0; i < people->count && i < NAMES_MAX; i++) {
        markup_text(&page->markup, i ? ", " : asked || answered ? " " : " to ");
        write_person(page, people->items[i].record);
    }
    if (people->count > NAMES_MAX)
        markup_text(&page->markup, " and others");
    record_page_mark_role(page, point, ROLE_ADDRESSEE);
}

/* Writes the stance; on the page of a person or a topic, also the item or session of the point: its
 * number, or its title if it has none. */
static void write_context(struct page *page, const struct record *point)
{
    char text[SAY_BYTES];
    const struct value *stance = record_value(point, ROLE_STANCE);
    const struct value *session = record_value(point, ROLE_SESSION);
    const struct value *item = record_value(point, ROLE_AGENDA_ITEM);
    const struct record *place = item->count      ? item->record
                                 : session->count ? session->record
                                                  : NULL;
    if (stance->count) {
        markup_text(&page->markup, ", ");
        markup_text(&page->markup, say_term(stance->text, false, text));
        record_page_mark_role(page, point, ROLE_STANCE);
    }
    if (!place || (page->record->type != &person_type && page->record->type != &topic_type))
        return;
    markup_text(&page->markup, " \xC2\xB7 ");
    markup_open(&page->markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, place), NULL);
    const struct value *label = record_label(place);
    if (record_value(place, ROLE_NUMBER)->count || !label->count)
        markup_text(&page->markup, say_kind(place, text));
    else
        markup_name(&page->markup, label->text, label->count);
    markup_close(&page->markup, "a");
}

static void write_who(struct page *page, const struct record *point, const char *class)
{
    if (is_narrative(point) && !record_value(point, ROLE_AUTHOR)->count)
        return;
    markup_open(&page->markup, "p", "class", class, NULL);
    write_speaker(page, point);
    write_addressees(page, point);
    write_context(page, point);
    markup_close(&page->markup, "p");
}

/* Writes the number of a point as a link to its page. */
static void write_number(struct page *page, const struct record *point, size_t number)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "a", "class", "n", "title", "The page of this point", NULL);
    page_href(page, url_of_record(page->base_path, point), NULL);
    markup_element(markup, "span", "Point ", "class", "vh", NULL);
    markup_number(markup, number);
    markup_close(markup, "a");
}

static void write_point(struct record_page *page, const struct record *point, size_t number)
{
    struct markup *markup = &page->page->markup;
    const struct value *text = record_value(point, ROLE_DESCRIPTION);
    char id[24];
    snprintf(id, sizeof id, "point-%zu", number);
    markup_open(markup, "li", "class",
                record_value(point, ROLE_REPLY_TO)->count ? "claim reply" : "claim", "id", id,
                NULL);
    write_number(page->page, point, number);
    write_who(page->page, point, "who");
    markup_prose(markup, "p", text->text, text->count, NULL);
    sources_write_short(page, record_page_sources(point), text->text, text->count);
    markup_close(markup, "li");
}

/* Writes a point as one of several positions side by side. */
static void write_position(struct record_page *page, const struct record *point)
{
    struct markup *markup = &page->page->markup;
    const struct value *text = record_value(point, ROLE_DESCRIPTION);
    markup_open(markup, "li", NULL);
    write_who(page->page, point, "speaker");
    markup_prose(markup, "p", text->text, text->count, NULL);
    sources_write_short(page, record_page_sources(point), text->text, text->count);
    markup_close(markup, "li");
}

/* Reports whether the points are positions on the subject of the page. */
static bool are_positions(const struct record_page *page, size_t count)
{
    return count > 1 &&
           (page->record->type == &proposal_type || page->record->type == &decision_type);
}

void thread_write(struct record_page *page, const struct relation *relation,
                  const struct record *const *points, size_t count, size_t before)
{
    struct markup *markup = &page->page->markup;
    const bool positions = are_positions(page, count);
    markup_open(markup, "ul", "class", positions ? "positions" : "claims thread", NULL);
    for (size_t i = 0; i < count && i < POINTS_MAX && !work_is_used_up(page->work); i++) {
        if (positions)
            write_position(page, points[i]);
        else
            write_point(page, points[i], before + i + 1);
        markup_break(markup);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    }
    markup_close(markup, "ul");
    if (count > POINTS_MAX)
        relations_write_more(page, page->record, relation, count);
}
