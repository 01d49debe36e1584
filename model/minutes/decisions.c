/* Decisions with their votes, from the phrases of an item (3.8). */
#include "minutes/decision_record.h"

#include <stdlib.h>

enum {
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
    extend_block(&list[decision->text_block], decision_record_text(proceedings, first, decision));
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
            decision_record_cite(proceedings, repeated, first + decision->text_block);
        else {
            json_t *record = decision_record_add(proceedings, first, &decisions, decision);
            if (!decision->listed && json_array_append(proceedings->decisions, record) != 0)
                draft_set_out_of_memory(minutes->draft);
        }
    }
    decisions_finish(&decisions);
    free(blocks);
}
