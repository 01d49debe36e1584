/* The title and the text of a decision. */
#include "base/buffer.h"
#include "minutes/decision_record.h"
#include "wording/words.h"

#include <stdio.h>
#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"

enum {
    DECISION_TITLE_BYTES = 120,
    DECISION_TEXT_MAX = 100000 /* bytes of a text that is several entries of a list */
};

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

void decision_record_set_text(struct proceedings *proceedings, json_t *record, size_t first,
                              const struct decisions *decisions, const struct decision *decision,
                              struct text_span text)
{
    struct minutes *minutes = proceedings->minutes;
    const struct minutes_block *block = &proceedings->blocks.list[first + decision->text_block];
    const uint32_t item = minutes->outline.lines[block->line].item;
    const bool by_item = item && (names_mover(text) || is_count(decisions, decision));
    if (by_item)
        set_title_of_item(minutes, record, &minutes->outline.items[item - 1]);
    if (is_list(proceedings, first, decision)) {
        set_list(proceedings, record, first, decision, !by_item);
        return;
    }
    if (!by_item)
        set_title(minutes, record, decision->title.length ? decision->title : text);
    minutes_set(minutes, record, "text", text);
}
