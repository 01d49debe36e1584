/* Decisions with their votes, from the phrases of an item (3.8). */
#include "minutes/proceedings.h"

#include "base/buffer.h"
#include "wording/words.h"

#include <stdio.h>
#include <stdlib.h>

#define ELLIPSIS "\xE2\x80\xA6"

enum {
    DECISION_TITLE_BYTES = 120,
    DECISION_TEXT_MAX = 100000, /* bytes of a text that is several entries of a list */
    DECISION_REPEATS_MAX = 2000 /* decisions that are compared with one that is listed again */
};

/* Returns the paragraph, heading or row that a block is a part of. */
static uint32_t paragraph_of(const struct minutes *minutes, const struct minutes_block *block)
{
    return minutes->markdown.lines[block->line].block;
}

/* Returns a block as the grammar of phrases takes it. */
static struct decision_block decision_block_of(const struct proceedings *proceedings,
                                               const struct minutes_block *block)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct markdown_line *line = &minutes->markdown.lines[block->line];
    const struct outline_line *outline = &minutes->outline.lines[block->line];
    const bool spoken = block->voice != NULL;
    const bool begins =
        !block->heading && block->text.text == minutes->markdown.text.bytes + line->start;
    struct outline_item heading = {0};
    if (block->heading)
        outline_split_title(block->text, &heading);
    return (struct decision_block){
        .text = block->heading ? heading.title
                : spoken       ? block->speech.text
                               : block->text,
        .speaker = spoken ? block->speech.who : (struct text_span){0},
        .form = block->rule                  ? BLOCK_RULE
                : block->heading             ? BLOCK_HEADING
                : line->form == MARKDOWN_ROW ? BLOCK_ROW
                : line->depth                ? BLOCK_ENTRY
                                             : BLOCK_PARAGRAPH,
        .depth = line->depth,
        .quoted = line->quoted,
        .bold = line->bold && line->bold + 1 >= line->length,
        .headed = begins && line->bold && line->bold + 1 >= line->length,
        .joined =
            block > proceedings->blocks.list && line->block == paragraph_of(minutes, block - 1),
        .line = begins ? line->length : 0,
        .narrative = line->told || outline->zone == ZONE_SUMMARY ||
                     outline->zone == ZONE_NEXT_MEETING || outline->zone == ZONE_REVIEW,
        .struck = line->struck,
        .taken = block->taken,
        .table = line->form == MARKDOWN_ROW ? line->table : 0,
        .listed = outline->zone == ZONE_DECISIONS,
    };
}

/* Returns the text of a decision: a part of a block, or several blocks. */
static struct text_span decision_text(const struct proceedings *proceedings, size_t first,
                                      const struct decision *decision)
{
    struct text_span text = decision->text;
    if (decision->text_blocks > 1) {
        const struct minutes_block *last =
            &proceedings->blocks.list[first + decision->text_block + decision->text_blocks - 1];
        if (last->text.text + last->text.length > text.text)
            text.length = (size_t)(last->text.text + last->text.length - text.text);
    }
    return text;
}

/* Reports whether the text of a decision is several entries of a list, perhaps below its first
 * words. */
static bool is_list(const struct proceedings *proceedings, size_t first,
                    const struct decision *decision)
{
    if (decision->is_list)
        return true;
    for (size_t i = 0; i < decision->text_blocks; i++) {
        const struct minutes_block *block =
            &proceedings->blocks.list[first + decision->text_block + i];
        const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
        if (!line->depth || line->form == MARKDOWN_ROW)
            return false;
    }
    return decision->text_blocks > 1;
}

/* Appends the entries of a list, with a text between them. */
static void join_entries(const struct proceedings *proceedings, size_t first,
                         const struct decision *decision, const char *between, struct buffer *out)
{
    for (size_t i = 0; i < decision->text_blocks; i++) {
        const struct text_span text = text_span_trim(
            i ? proceedings->blocks.list[first + decision->text_block + i].text : decision->text);
        const bool ends = out->length && strchr(".,;:!?", out->bytes[out->length - 1]);
        buffer_append_text(out, !i ? "" : ends && *between == ';' ? " " : between);
        buffer_append(out, text.text, text.length);
    }
}

/* Sets the title: the beginning of the text, with an ellipsis if that ends within a sentence. */
static void set_title(struct minutes *minutes, json_t *record, struct text_span text)
{
    char title[DECISION_TITLE_BYTES + sizeof ELLIPSIS];
    if (text.length <= DECISION_TITLE_BYTES) {
        minutes_set(minutes, record, "title", text_span_strip(text, " ,;:"));
        return;
    }
    size_t cut = DECISION_TITLE_BYTES;
    while (cut && text.text[cut] != ' ')
        cut--;
    while (!cut || ((unsigned char)text.text[cut] & 0xc0) == 0x80)
        cut = cut ? cut - 1 : DECISION_TITLE_BYTES;
    text.length = cut;
    text = text_span_strip(text, " ,;:");
    const bool ended = text.length && strchr(".!?", text.text[text.length - 1]);
    snprintf(title, sizeof title, "%.*s%s", (int)text.length, text.text, ended ? "" : ELLIPSIS);
    minutes_set(minutes, record, "title", text_span_of(title));
}

/* Sets the title to that of the item, and cites its heading. */
static void set_title_of_item(struct minutes *minutes, json_t *record,
                              const struct outline_item *item)
{
    set_title(minutes, record, item->title);
    draft_cite(minutes->draft, &decision_type, record,
               minutes_lines(minutes, item->line, item->line + 1));
}

/* Returns the first element of "votes". Adds it if the record has no votes. */
static json_t *vote_of(struct minutes *minutes, json_t *record)
{
    if (!json_object_get(record, "votes"))
        draft_append(minutes->draft, record, "votes", json_object());
    return json_array_get(json_object_get(record, "votes"), 0);
}

/* Adds a ballot. */
static void add_ballot(struct proceedings *proceedings, json_t *record,
                       const struct decision_part *part, unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    const uint32_t person =
        proceedings_person(proceedings, part->span, !part->value, record, "voted:", line);
    json_t *vote = vote_of(minutes, record);
    if (!person || !vote)
        return;
    json_t *ballot = json_object();
    draft_set(minutes->draft, ballot, "person",
              json_string(roster_person(&minutes->roster, person)->id));
    draft_set(minutes->draft, ballot, "option", json_string(part->option ? part->option : "other"));
    draft_append(minutes->draft, vote, "ballots", ballot);
}

/* Adds the count of an option or of a candidate. */
static void add_count(struct minutes *minutes, json_t *record, const struct decision_part *part)
{
    json_t *vote = vote_of(minutes, record), *count = json_object();
    if (part->option)
        draft_set(minutes->draft, count, "option", json_string(part->option));
    else
        minutes_set(minutes, count, "option", part->span);
    draft_set(minutes->draft, count, "value", json_integer(part->value));
    if (vote)
        draft_append(minutes->draft, vote, "counts", count);
    else
        json_decref(count);
}

/* Appends a reference to a person to a list. */
static void append_person(struct minutes *minutes, json_t *record, const char *member,
                          uint32_t number)
{
    json_t *reference = attendance_reference(minutes, number);
    if (reference)
        draft_append_once(minutes->draft, record, member, json_string_value(reference));
    else
        draft_set_out_of_memory(minutes->draft);
    json_decref(reference);
}

/* Adds a part of a decision. */
static void add_part(struct proceedings *proceedings, json_t *record,
                     const struct decision_part *part, unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    const bool mover = part->role == PART_MOVER;
    if (mover || part->role == PART_SECONDER) {
        const uint32_t person = part->span.length
                                    ? proceedings_person(proceedings, part->span, true, record,
                                                         mover ? "moved by" : "seconded by", line)
                                    : ROSTER_NOBODY;
        if (person)
            append_person(minutes, record, mover ? "movers" : "seconders", person);
    } else if (part->role == PART_BALLOT)
        add_ballot(proceedings, record, part, line);
    else if (part->role == PART_COUNT)
        add_count(minutes, record, part);
    else if (part->role == PART_RESULT && part->span.length) {
        json_t *votes = json_object_get(record, "votes");
        if (votes && part->span.length < 200 &&
            !json_object_get(json_array_get(votes, 0), "result"))
            minutes_set(minutes, json_array_get(votes, 0), "result", part->span);
    }
}

/* Adds the fields that are words. */
static void add_fields(struct minutes *minutes, json_t *record, const struct decision *decision)
{
    struct draft *draft = minutes->draft;
    minutes_set(minutes, record, "number", decision->number);
    if (decision->kind)
        draft_set(draft, record, "kind", json_string(decision->kind));
    if (decision->result)
        draft_set(draft, record, "result", json_string(decision->result));
    if (decision->voted || decision->unanimous || decision->method) {
        json_t *vote = vote_of(minutes, record);
        if (vote && decision->method)
            draft_set(draft, vote, "method", json_string(decision->method));
        if (vote && decision->unanimous)
            draft_set(draft, vote, "unanimous", json_true());
    }
    if (decision->inferred)
        draft_infer(draft, record, "text");
    if (decision->counted)
        draft_infer(draft, record, "result");
}

/* Cites the lines of the parts, and marks the blocks as parts of a decision. */
static void cite_block(struct proceedings *proceedings, json_t *record, size_t block)
{
    struct minutes_block *at = &proceedings->blocks.list[block];
    if (at->heading)
        return;
    at->consumed = true;
    draft_cite(proceedings->minutes->draft, &decision_type, record, at->lines);
}

/* Reports whether the text of a decision is nothing but the name of its mover. */
static bool names_mover(struct text_span text)
{
    static const char *const marks[] = {":", "\t"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t mark = text_span_find(text, 0, marks[i]);
        if (mark < text.length && words_is(WORDS_MOVER, text.text, mark))
            return true;
    }
    return false;
}

/* Reports whether a decision has no text, but the votes of the block that begins it. */
static bool is_count(const struct decisions *decisions, const struct decision *decision)
{
    for (size_t i = 0; !decision->text.length && i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        if ((part->role == PART_COUNT || part->role == PART_BALLOT) &&
            part->block == decision->text_block)
            return true;
    }
    return false;
}

/* Sets the text of a decision, and if `titled` is true its title, from the entries of a list: a
 * line of the text each. */
static void set_list(struct proceedings *proceedings, json_t *record, size_t first,
                     const struct decision *decision, bool titled)
{
    struct buffer out;
    buffer_init(&out, DECISION_TEXT_MAX);
    if (titled) {
        join_entries(proceedings, first, decision, "; ", &out);
        draft_check_text(proceedings->minutes->draft, &out);
        set_title(proceedings->minutes, record, (struct text_span){out.bytes, out.length});
        buffer_clear(&out);
    }
    join_entries(proceedings, first, decision, "\n", &out);
    draft_check_text(proceedings->minutes->draft, &out);
    draft_set_text(proceedings->minutes->draft, record, "text", out.bytes, out.length);
    buffer_finish(&out);
}

/* Adds the record of a decision. */
static json_t *add_decision(struct proceedings *proceedings, size_t first,
                            const struct decisions *decisions, const struct decision *decision)
{
    struct minutes *minutes = proceedings->minutes;
    const struct minutes_block *block = &proceedings->blocks.list[first + decision->text_block];
    struct text_span text = decision_text(proceedings, first, decision);
    const uint32_t item = minutes->outline.lines[block->line].item;
    char id[DRAFT_ID_BYTES], name[DRAFT_ID_BYTES] = "decision-", digits[DRAFT_ID_BYTES];
    if (!text.length)
        text = item && minutes->markdown.lines[block->line].form == MARKDOWN_ROW
                   ? minutes->outline.items[item - 1].title
                   : text_span_trim(block->text);
    if (decision->number.length && decision->number.length < 20)
        draft_slug(minutes->draft, decision->number.text, decision->number.length, digits);
    else
        draft_hash(text.text, text.length, digits);
    memcpy(name + 9, digits, strlen(digits) < 40 ? strlen(digits) + 1 : 41);
    name[49] = '\0';
    draft_new_id(minutes->draft, &decision_type, minutes->meeting_id, name, id);
    json_t *record = draft_add(minutes->draft, &decision_type, id, block->lines,
                               decision->inferred ? "V8" : "V1");
    const bool by_item = item && (names_mover(text) || is_count(decisions, decision));
    if (by_item)
        set_title_of_item(minutes, record, &minutes->outline.items[item - 1]);
    if (is_list(proceedings, first, decision)) {
        set_list(proceedings, record, first, decision, !by_item);
    } else {
        if (!by_item)
            set_title(minutes, record, decision->title.length ? decision->title : text);
        minutes_set(minutes, record, "text", text);
    }
    proceedings_place(proceedings, record, block->line);
    draft_set(
        minutes->draft, record, "position",
        json_integer(++proceedings->decision_positions[minutes->outline.lines[block->line].item]));
    add_fields(minutes, record, decision);
    for (size_t i = 0; i < (decision->text_blocks ? decision->text_blocks : 1); i++)
        cite_block(proceedings, record, first + decision->text_block + i);
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        add_part(proceedings, record, part,
                 proceedings->blocks.list[first + part->block].lines.first);
        cite_block(proceedings, record, first + part->block);
    }
    if (decision->result_block)
        cite_block(proceedings, record, first + decision->result_block - 1);
    if (decision->doubtful && !decision->result)
        draft_warn(minutes->draft, block->lines.first,
                   "the decision to postpone may be about an event, so it has no result; write one "
                   "below it, such as \"Result: deferred\"");
    if (decision->turned)
        draft_warn(minutes->draft, block->lines.first,
                   "the motion was rejected, so the larger number of the score is taken as the "
                   "votes against; write which votes they are, such as \"1 for, 3 against\"");
    if (decision->without_proposal)
        draft_warn(minutes->draft, block->lines.first,
                   "a result without a proposal in reach; the decision has its words only");
    return record;
}

/* Reports whether a proposal has neither counts nor a result, and a later one of the item replaces
 * it. */
static bool is_superseded(const struct decisions *decisions, size_t place)
{
    const struct decision *decision = &decisions->list[place];
    for (size_t i = 0; i < decision->part_count; i++)
        if (decisions->parts[decision->first_part + i].role == PART_COUNT)
            return false;
    if (decision->result || decision->number.length || decision->listed ||
        place + 1 >= decisions->count)
        return false;
    const struct decision *next = decision + 1;
    return decision_is_repeated(decision->number, decision->text, decision->number, next->text);
}

/* Extends what decisions have of a block by a part of its text. */
static void extend_block(struct minutes_block *block, struct text_span part)
{
    const char *begin = block->text.text, *end = begin + block->text.length;
    if (!part.length || part.text < begin || part.text + part.length > end)
        return;
    const size_t from = (size_t)(part.text - begin), to = from + part.length;
    block->from = !block->to || from < block->from ? from : block->from;
    block->to = to > block->to ? to : block->to;
}

/* Notes which part of the text of each block a decision has. */
static void extend_blocks(struct proceedings *proceedings, size_t first,
                          const struct decisions *decisions, const struct decision *decision)
{
    struct minutes_block *list = &proceedings->blocks.list[first];
    extend_block(&list[decision->text_block], decision_text(proceedings, first, decision));
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        extend_block(&list[part->block], part->span);
    }
}

/* Finds the decision that a list at the end of the file repeats (V9). */
static json_t *find_repeated(const struct decision *decision, json_t *all)
{
    for (size_t i = 0; i < json_array_size(all) && i < DECISION_REPEATS_MAX; i++) {
        json_t *record = json_array_get(all, i);
        const json_t *number = json_object_get(record, "number");
        const json_t *text = json_object_get(record, "text");
        if (decision_is_repeated(text_span_of(number ? json_string_value(number) : ""),
                                 text_span_of(text ? json_string_value(text) : ""),
                                 decision->number, decision->text))
            return record;
    }
    return NULL;
}

void decisions_add(struct proceedings *proceedings, size_t first, size_t end)
{
    struct minutes *minutes = proceedings->minutes;
    struct decisions decisions = {.body = minutes->body};
    struct decision_block *blocks = calloc(end - first + 1, sizeof *blocks);
    for (size_t i = first; blocks && i < end; i++)
        blocks[i - first] = decision_block_of(proceedings, &proceedings->blocks.list[i]);
    if (!blocks || !decisions_read(blocks, end - first, &decisions))
        draft_set_out_of_memory(minutes->draft);
    for (size_t i = 0; i < decisions.count; i++) {
        const struct decision *decision = &decisions.list[i];
        if (is_superseded(&decisions, i))
            continue;
        extend_blocks(proceedings, first, &decisions, decision);
        json_t *repeated =
            decision->listed ? find_repeated(decision, proceedings->decisions) : NULL;
        if (repeated)
            cite_block(proceedings, repeated, first + decision->text_block);
        else {
            json_t *record = add_decision(proceedings, first, &decisions, decision);
            if (!decision->listed && json_array_append(proceedings->decisions, record) != 0)
                draft_set_out_of_memory(minutes->draft);
        }
    }
    decisions_finish(&decisions);
    free(blocks);
}
