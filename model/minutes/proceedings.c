/* The items, and the order in which the rules are applied to their blocks (3.5 to 3.9). */
#include "minutes/proceedings.h"

#include "base/utf8.h"
#include "phrases/duration.h"
#include "wording/words.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    PRESENTER_BLOCKS_MAX = 8, /* below the heading of an item that may name its presenter */
    PRESENTER_LABEL_MAX = 30,
    PRESENTER_LINE_MAX = 300
};

uint32_t proceedings_person(struct proceedings *proceedings, struct text_span name, bool adds,
                            json_t *record, const char *what, unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    name = text_span_strip(name, " *_,:;");
    const size_t title = roster_title_length(name);
    const struct text_span bare = text_span_part(name, title, name.length);
    const struct roster_match match = roster_find(&minutes->roster, name);
    if (match.person && !match.other) {
        attendance_add_person(minutes, match.person);
        return match.person;
    }
    if (match.person) {
        const struct text_span a = roster_person(&minutes->roster, match.person)->name;
        const struct text_span b = roster_person(&minutes->roster, match.other)->name;
        char note[200];
        draft_warn(minutes->draft, line,
                   "\"%.*s\" fits %.*s and %.*s; the name stays as it is printed", (int)name.length,
                   name.text, (int)a.length, a.text, (int)b.length, b.text);
        const size_t shown = name.length < 80 ? name.length : utf8_cut_length(name.text, 80);
        snprintf(note, sizeof note, "%s \"%.*s\"", what, (int)shown, name.text);
        if (record)
            draft_append(minutes->draft, record, "notes", json_pack("{s:s}", "text", note));
        return ROSTER_NOBODY;
    }
    if (!adds || bare.length < 2 || bare.length > 80 || !member_is_name(bare, true) ||
        words_is(WORDS_COLLECTIVE, bare.text, bare.length) ||
        words_is(WORDS_NO_NAME, bare.text, bare.length) || roster_is_initials(bare) ||
        (!title && member_is_organization(bare)))
        return ROSTER_NOBODY;
    const struct roster_person person = {
        .name = text_span_strip(bare, "@"), .joined = -1, .left = -1, .line = line, .rule = "S3"};
    const uint32_t number = roster_add(&minutes->roster, &person, NULL);
    if (number)
        attendance_add_person(minutes, number);
    return number;
}

void proceedings_place(struct proceedings *proceedings, json_t *record, size_t line)
{
    struct minutes *minutes = proceedings->minutes;
    const uint32_t item = minutes->outline.lines[line].item;
    draft_set(minutes->draft, record, "meeting", json_string(minutes->meeting_id));
    if (item)
        draft_set(minutes->draft, record, "agenda_item",
                  json_string(proceedings->item_ids[item - 1]));
}

/* Adds the people whom a text lists as presenters. */
static void add_presenters(struct proceedings *proceedings, json_t *record, struct text_span text,
                           unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    struct member_list list;
    struct text_span entry;
    member_list_begin(&list, text);
    while (member_list_next(&list, &entry)) {
        struct member member = {0};
        const struct member_entry given = {.text = entry, .language = minutes->language};
        if (member_read(&given, &member) != MEMBER_PERSON)
            continue;
        const uint32_t number =
            proceedings_person(proceedings, member.name.length ? member.name : member.handle, true,
                               record, "presented by", line);
        if (number)
            draft_append_once(minutes->draft, record, "presenters",
                              roster_person(&minutes->roster, number)->id);
    }
}

/* Adds the link of a line to a record. */
static void add_link(struct minutes *minutes, json_t *record, size_t line)
{
    const struct markdown_line *at = &minutes->markdown.lines[line];
    const struct text_span url = {minutes->markdown.text.bytes + at->url, at->url_length};
    if (!text_span_begins(url, "http://") && !text_span_begins(url, "https://"))
        return;
    for (size_t i = 0; i < url.length; i++)
        if (url.text[i] <= ' ' || (unsigned char)url.text[i] >= 0x7f ||
            strchr("\"<>\\^`{|}[]", url.text[i]))
            return;
    struct text_span title = minutes_text(minutes, line, line + 1);
    if (at->linked && at->linked <= title.length)
        title.length = at->linked;
    json_t *link = json_object();
    draft_set_text(minutes->draft, link, "url", url.text, url.length);
    if (title.length < 300)
        minutes_set(minutes, link, "title", title);
    draft_append(minutes->draft, record, "web_links", link);
}

/* Reports whether a label names a person who may be the presenter of an item or the mover of a
 * decision. */
static bool is_proposer(struct text_span text, size_t colon)
{
    return words_is(WORDS_PRESENTER, text.text, colon) && words_is(WORDS_MOVER, text.text, colon);
}

bool proceedings_has_presenter(const struct proceedings *proceedings,
                               const struct minutes_block *block)
{
    const struct minutes *minutes = proceedings->minutes;
    const uint32_t item = minutes->outline.lines[block->line].item;
    const size_t colon = text_span_find(block->text, 0, ":");
    return item && colon < PRESENTER_LABEL_MAX && colon + 1 < block->text.length &&
           block->text.length < PRESENTER_LINE_MAX &&
           block->line < minutes->outline.items[item - 1].line + PRESENTER_BLOCKS_MAX &&
           words_is(WORDS_PRESENTER, block->text.text, colon) &&
           json_array_size(json_object_get(proceedings->items[item - 1], "presenters"));
}

/* Adds what the lines below the heading of an item say of it: its presenter and its links. */
static void add_item_lines(struct proceedings *proceedings, json_t *record, size_t heading)
{
    struct minutes *minutes = proceedings->minutes;
    for (size_t i = heading + 1; i < minutes->markdown.count && i < heading + PRESENTER_BLOCKS_MAX;
         i++) {
        const struct text_span text = minutes_text(minutes, i, i + 1);
        const size_t colon = text_span_find(text, 0, ":");
        if (minutes->outline.lines[i].heading)
            return;
        if (colon < PRESENTER_LABEL_MAX && colon + 1 < text.length &&
            text.length < PRESENTER_LINE_MAX && words_is(WORDS_PRESENTER, text.text, colon) &&
            !is_proposer(text, colon)) {
            add_presenters(proceedings, record, text_span_part(text, colon + 1, text.length),
                           minutes->markdown.lines[i].line);
            draft_cite(minutes->draft, &agenda_item_type, record, minutes_lines(minutes, i, i + 1));
        } else if (minutes->markdown.lines[i].linked == text.length && text.length)
            add_link(minutes, record, i);
    }
}

/* Adds the presenters of an item from the blocks below it that name a proposer, unless a decision
 * has the block. */
static void add_proposers(struct proceedings *proceedings, size_t first, size_t end)
{
    struct minutes *minutes = proceedings->minutes;
    const uint32_t item = minutes->outline.lines[proceedings->blocks.list[first].line].item;
    for (size_t i = first; item && i < end && i < first + PRESENTER_BLOCKS_MAX; i++) {
        struct minutes_block *block = &proceedings->blocks.list[i];
        const size_t colon = text_span_find(block->text, 0, ":");
        if (block->consumed || colon >= PRESENTER_LABEL_MAX ||
            block->text.length > PRESENTER_LINE_MAX || colon + 1 >= block->text.length ||
            !is_proposer(block->text, colon))
            continue;
        json_t *record = proceedings->items[item - 1];
        add_presenters(proceedings, record,
                       text_span_part(block->text, colon + 1, block->text.length),
                       block->lines.first);
        draft_cite(minutes->draft, &agenda_item_type, record, block->lines);
    }
}

/* Adds the record of an item. */
static void add_item(struct proceedings *proceedings, size_t i, unsigned position)
{
    struct minutes *minutes = proceedings->minutes;
    struct outline_item *item = &minutes->outline.items[i];
    struct draft *draft = minutes->draft;
    const size_t end = outline_paragraph_end(&minutes->markdown, item->line);
    char slug[DRAFT_ID_BYTES];
    draft_slug(draft, item->title.text, item->title.length, slug);
    draft_new_id(draft, &agenda_item_type, minutes->meeting_id, slug, proceedings->item_ids[i]);
    json_t *record = draft_add(draft, &agenda_item_type, proceedings->item_ids[i],
                               minutes_lines(minutes, item->line, end), item->rule);
    proceedings->items[i] = record;
    if (item->planned_line)
        draft_cite(draft, &agenda_item_type, record,
                   (struct line_span){item->planned_line, item->planned_line});
    if (item->number.length)
        minutes_set(minutes, record, "number", item->number);
    else if (item->entry_number)
        draft_set(draft, record, "number", json_sprintf("%u", item->entry_number));
    draft_set(draft, record, "position", json_integer(position));
    minutes_set(minutes, record, "title", item->title);
    draft_set(draft, record, "meeting", json_string(minutes->meeting_id));
    if (item->parent)
        draft_set(draft, record, "parent", json_string(proceedings->item_ids[item->parent - 1]));
    if (item->minutes) {
        char duration[PHRASE_DURATION_BYTES];
        phrase_duration_write(item->minutes, duration);
        draft_set(draft, record, "duration", json_string(duration));
    }
    if (item->presenters.length)
        add_presenters(proceedings, record, item->presenters,
                       minutes->markdown.lines[item->line].line);
    add_link(minutes, record, item->line);
    add_item_lines(proceedings, record, item->line);
}

static void add_items(struct proceedings *proceedings)
{
    const struct outline *outline = &proceedings->minutes->outline;
    unsigned *children = calloc(outline->item_count + 1, sizeof *children);
    if (!children)
        draft_set_out_of_memory(proceedings->minutes->draft);
    for (size_t i = 0; children && i < outline->item_count; i++)
        add_item(proceedings, i, ++children[outline->items[i].parent]);
    free(children);
}

/* Applies the rules to the blocks of one item after the other. */
static void add_blocks(struct proceedings *proceedings)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct minutes_blocks *blocks = &proceedings->blocks;
    for (size_t i = 0; i < blocks->count && !draft_is_out_of_memory(minutes->draft);) {
        const uint32_t item = minutes->outline.lines[blocks->list[i].line].item;
        size_t end = i;
        while (end < blocks->count && minutes->outline.lines[blocks->list[end].line].item == item)
            end++;
        actions_add(proceedings, i, end);
        decisions_add(proceedings, i, end);
        add_proposers(proceedings, i, end);
        discussions_add(proceedings, i, end);
        i = end;
    }
}

/* Refuses minutes with too many blocks, whose records would take too much memory. */
static void refuse_full(struct minutes *minutes, const struct minutes_blocks *blocks)
{
    draft_refuse(minutes->draft, blocks->list[blocks->count - 1].lines.first,
                 "the minutes have more than %d paragraphs and changes of the speaker; split them "
                 "into a file for each meeting",
                 (int)MINUTES_LINES_MAX);
}

void proceedings_add(struct minutes *minutes)
{
    struct proceedings proceedings = {.minutes = minutes};
    const size_t items = minutes->outline.item_count;
    blocks_read(&proceedings.blocks, minutes);
    proceedings.item_ids = calloc(items + 1, sizeof *proceedings.item_ids);
    proceedings.items = calloc(items + 1, sizeof *proceedings.items);
    proceedings.positions = calloc(items + 1, sizeof *proceedings.positions);
    proceedings.decision_positions = calloc(items + 1, sizeof *proceedings.decision_positions);
    proceedings.decisions = json_array();
    proceedings.actions = json_array();
    proceedings.listed_actions = json_array();
    if (proceedings.blocks.full)
        refuse_full(minutes, &proceedings.blocks);
    else if (proceedings.item_ids && proceedings.items && proceedings.positions &&
             proceedings.decision_positions && proceedings.decisions && proceedings.actions &&
             proceedings.listed_actions && !proceedings.blocks.out_of_memory &&
             !proceedings.blocks.voices.out_of_memory) {
        add_items(&proceedings);
        add_blocks(&proceedings);
    } else
        draft_set_out_of_memory(minutes->draft);
    blocks_finish(&proceedings.blocks);
    json_decref(proceedings.decisions);
    json_decref(proceedings.actions);
    json_decref(proceedings.listed_actions);
    free(proceedings.item_ids);
    free(proceedings.items);
    free(proceedings.positions);
    free(proceedings.decision_positions);
}
