/* Resolutions whose first words end the paragraph above: "it was unanimously", "RESOLVED, that". */
#include "outline/outline_private.h"
#include "phrases/pattern.h"
#include "phrases/sentence.h"

#include <string.h>

enum {
    LEAD_WORDS_MIN = 3 /* of the paragraph above: "it was unanimously" */
};

static bool is_text(const struct markdown_line *line)
{
    return line->form == MARKDOWN_PARAGRAPH && !line->depth && !line->quoted && line->length;
}

/* Reports whether a text ends within a sentence: with a word in small letters, or a comma. */
static bool ends_within_sentence(struct text_span text)
{
    struct sentence words;
    if (strchr(".:;?!", text.text[text.length - 1]))
        return false;
    sentence_read_all(text, &words);
    return words.count >= LEAD_WORDS_MIN && !words.list[words.count - 1].upper;
}

static bool begins_resolution(struct text_span text)
{
    struct sentence words;
    sentence_read(text, 0, &words);
    return words.count > 1 && words.list[0].capitals &&
           pattern_at(PATTERN_RESOLVED_THAT, &words, 0);
}

void outline_join_resolutions(struct outline_reader *reader)
{
    struct markdown_line *lines = reader->markdown->lines;
    for (size_t i = 1; i < reader->markdown->count; i++) {
        const uint32_t block = lines[i].block, above = lines[i - 1].block;
        if (block == above || !is_text(&lines[i]) || !is_text(&lines[i - 1]) ||
            !begins_resolution(outline_line_text(reader->markdown, i)) ||
            !ends_within_sentence(outline_line_text(reader->markdown, i - 1)))
            continue;
        lines[i].soft = true;
        for (size_t at = i; at < reader->markdown->count && lines[at].block == block; at++)
            lines[at].block = above;
    }
}
