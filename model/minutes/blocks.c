#include "minutes/blocks.h"

#include "actions/action.h"
#include "base/array.h"
#include "outcomes/decision.h"
#include "phrases/pattern.h"
#include "wording/words.h"

#include <stdlib.h>

void blocks_finish(struct minutes_blocks *blocks)
{
    free(blocks->list);
    voices_finish(&blocks->voices);
    *blocks = (struct minutes_blocks){0};
}

enum {
    TASK_LINES_MAX = 200 /* of a paragraph that is a list of actions */
};

/* Reports whether the lines of a zone are proceedings. */
static bool is_proceedings(const struct outline_line *line)
{
    return line->zone >= ZONE_MINUTES && line->zone != ZONE_SKIPPED && !line->title;
}

/* Reports whether an entry has a nested list. */
static bool is_nested(const struct markdown *markdown, size_t line, size_t end)
{
    return end < markdown->count && markdown->lines[line].depth &&
           markdown->lines[end].depth > markdown->lines[line].depth;
}

/* Returns a text without the phrase of a class with which it begins. */
static struct text_span without_phrase(enum words_class words, struct text_span text)
{
    const size_t length = text.length ? words_at(words, text.text, text.length) : 0;
    return text_span_strip(text_span_part(text, length, text.length), ".!,");
}

/* Reports whether a line is a result and nothing else: "CARRIED", "Einstimmig angenommen", "Adopté
 * à l'unanimité". */
static bool is_result(struct text_span text)
{
    static const enum words_class results[] = {WORDS_ADOPTED, WORDS_REJECTED, WORDS_DEFERRED,
                                               WORDS_WITHDRAWN};
    const struct text_span bare = without_phrase(WORDS_UNANIMOUS, text);
    if (pattern_is(PATTERN_AGREED_ALONE, text))
        return true;
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        const struct text_span rest = without_phrase(results[i], bare);
        if (rest.length < bare.length && !without_phrase(WORDS_UNANIMOUS, rest).length)
            return true;
    }
    return false;
}

/* Reports whether the label that ends at a colon is one of those of people or votes. */
static bool is_short_label(struct text_span text, size_t colon)
{
    static const enum words_class labels[] = {WORDS_YES,   WORDS_NO,       WORDS_ABSTAIN,
                                              WORDS_MOVER, WORDS_SECONDER, WORDS_VOTERS};
    for (size_t i = 0; i < sizeof labels / sizeof *labels && colon < 30; i++)
        if (words_is(labels[i], text.text, colon))
            return true;
    return false;
}

/* Reports whether a text begins with the letter or number of a point: "b) ". */
static bool begins_point(struct text_span text)
{
    return text_span_without_point(text).text != text.text;
}

/* Reports whether a line after a soft break begins a point, as the first line of its paragraph
 * does, and the one above it ends as a sentence. */
static bool is_next_point(const struct minutes *minutes, size_t first, size_t line)
{
    const struct text_span above = minutes_text(minutes, line - 1, line);
    return above.length && above.text[above.length - 1] == '.' &&
           begins_point(minutes_text(minutes, first, first + 1)) &&
           begins_point(minutes_text(minutes, line, line + 1));
}

/* Reports whether a line after a soft break begins with a label of its own (P5), or is a result. */
static bool begins_with_label(const struct minutes *minutes, size_t line)
{
    const struct text_span text = minutes_text(minutes, line, line + 1);
    const size_t colon = text_span_find(text, 0, ":");
    const size_t bold = minutes->markdown.lines[line].bold;
    if (action_is_labelled(text))
        return true;
    if (colon == text.length)
        return is_result(text);
    if ((bold && (bold == colon || bold == colon + 1)) || is_short_label(text, colon))
        return true;
    const struct text_span rest = text_span_trim(text_span_part(text, colon + 1, text.length));
    const bool number = rest.length && *rest.text >= '0' && *rest.text <= '9';
    const enum block_label label = colon < 40 ? block_label_read(text, NULL, NULL) : LABEL_NONE;
    return label != LABEL_NONE && !(label == LABEL_NOTE && number);
}

/* Reports whether a line is a label with the name of a mover, a seconder or a presenter, which ends
 * with the line. */
static bool is_name_line(const struct minutes *minutes, size_t line)
{
    static const enum words_class labels[] = {WORDS_MOVER, WORDS_SECONDER, WORDS_PRESENTER};
    const struct text_span text = minutes_text(minutes, line, line + 1);
    const size_t colon = text_span_find(text, 0, ":");
    for (size_t i = 0; i < sizeof labels / sizeof *labels && colon < 40; i++)
        if (words_is(labels[i], text.text, colon))
            return text_span_trim(text_span_part(text, colon, text.length)).length > 1;
    return false;
}

/* Reports whether a line is an office and the full name of its holder: "Treasurer: N". */
static bool is_office_line(const struct minutes *minutes, size_t line)
{
    const struct text_span text = minutes_text(minutes, line, line + 1);
    const size_t colon = text_span_find(text, 0, ": ");
    if (colon == text.length || !roster_office_of(text_span_part(text, 0, colon)).length)
        return false;
    const struct text_span name = text_span_trim(text_span_part(text, colon + 1, text.length));
    return text_span_find(name, 0, " ") < name.length && member_is_name(name, false);
}

/* Reports whether a line after a soft break begins with a label that ends a speech: below a line
 * that ends as a sentence, or with a name of several words or a nick. */
static bool begins_with_stranger(const struct minutes *minutes, struct voices *voices, size_t line,
                                 const struct speech *speech)
{
    const struct voice *voice = voices_find_label(voices, speech);
    const struct text_span above = minutes_text(minutes, line - 1, line);
    return voice && (voice_has_full_name(voice) || voice->nick ||
                     (above.length && strchr(".?!", above.text[above.length - 1])));
}

/* Reports whether each line of a paragraph in a list of actions begins with a person: it is an
 * action of its own (X3). */
static bool are_tasks(struct minutes *minutes, size_t line, size_t end)
{
    if (minutes->outline.lines[line].zone != ZONE_ACTIONS || end - line > TASK_LINES_MAX)
        return false;
    for (size_t i = line; i < end; i++)
        if (!roster_name_at(&minutes->roster, minutes_text(minutes, i, i + 1)))
            return false;
    return true;
}

/* Reports whether a line after a soft break is the outcome of something else than the action that
 * ends above it: "ACTION: N to ask the mayor." */
static bool is_outcome_below(const struct minutes *minutes, size_t line)
{
    const struct text_span above = minutes_text(minutes, line - 1, line);
    return above.length && above.text[above.length - 1] == '.' &&
           decision_is_outcome(minutes_text(minutes, line, line + 1));
}

/* Returns the first line after a block that begins with a line: the end of its paragraph, or less
 * (P5). */
static size_t block_end(struct minutes *minutes, struct voices *decided, size_t line, size_t end)
{
    if (line + 1 < end && (is_name_line(minutes, line) || are_tasks(minutes, line, end)))
        return line + 1;
    const bool action = action_is_labelled(minutes_text(minutes, line, line + 1));
    for (size_t i = line + 1; i < end; i++) {
        struct speech speech;
        if (begins_with_label(minutes, i) || is_next_point(minutes, line, i) ||
            (action && is_outcome_below(minutes, i)) ||
            (is_office_line(minutes, i - 1) && is_office_line(minutes, i)))
            return i;
        if (speech_read(minutes_text(minutes, i, i + 1), &minutes->markdown.lines[i], false,
                        &speech) &&
            (speech.form == SPEECH_CONTINUED || speech.form == SPEECH_CHAT || speech.timed ||
             voices_find(decided, minutes, &speech) ||
             begins_with_stranger(minutes, decided, i, &speech)))
            return i;
    }
    return end;
}

/* Counts the speakers of a text. */
static void count_voices(struct minutes_blocks *blocks, struct minutes *minutes, size_t line,
                         size_t end)
{
    const struct markdown *markdown = &minutes->markdown;
    const struct text_span text = minutes_text(minutes, line, end);
    struct speech speech;
    if (speech_read(text, &markdown->lines[line], is_nested(markdown, line, end), &speech))
        voices_count(&blocks->voices, minutes, &speech);
    for (size_t i = line + 1; i < end; i++)
        if (speech_read(minutes_text(minutes, i, i + 1), &markdown->lines[i], false, &speech))
            voices_count(&blocks->voices, minutes, &speech);
    size_t near = line;
    for (size_t at = 0; speech_find_next(text, at, &at, &speech);) {
        while (near + 1 < end &&
               markdown->lines[near + 1].start <= markdown->lines[line].start + at)
            near++;
        if (markdown->lines[near].start != markdown->lines[line].start + at) /* else counted */
            voices_count(&blocks->voices, minutes, &speech);
    }
}

static void count_all_voices(struct minutes_blocks *blocks, struct minutes *minutes)
{
    const struct markdown *markdown = &minutes->markdown;
    for (size_t i = 0; i < markdown->count && !blocks->voices.out_of_memory;) {
        const struct outline_line *outline = &minutes->outline.lines[i];
        const size_t end = outline_paragraph_end(markdown, i);
        if (is_proceedings(outline) && !outline->heading &&
            markdown->lines[i].form == MARKDOWN_PARAGRAPH)
            count_voices(blocks, minutes, i, end);
        i = end;
    }
    voices_decide(&blocks->voices);
}

/* Adds a block. Returns NULL if out of memory. */
static struct minutes_block *blocks_add(struct minutes_blocks *blocks)
{
    blocks->full |= blocks->count == MINUTES_LINES_MAX;
    if (blocks->full)
        return NULL;
    struct minutes_block *list =
        array_reserve(blocks->list, &blocks->capacity, blocks->count + 1, sizeof *list);
    if (!list) {
        blocks->out_of_memory = true;
        return NULL;
    }
    blocks->list = list;
    list[blocks->count] = (struct minutes_block){0};
    return &list[blocks->count++];
}

/* Returns the line of the source of a place in the text of some lines of the document, which end
 * before `end`. The place is at or after the start of *line, which becomes its line. */
static unsigned source_line(const struct minutes *minutes, size_t *line, size_t end, const char *at)
{
    while (*line + 1 < end &&
           minutes->markdown.text.bytes + minutes->markdown.lines[*line + 1].start <= at)
        ++*line;
    return minutes->markdown.lines[*line].line;
}

/* A part of a paragraph, and who speaks it. */
struct part {
    struct speech speech;
    struct voice *voice;    /* the accepted speaker, or NULL */
    struct voice *labelled; /* a label that names no speaker, or NULL */
    bool spoken;            /* true if `speech` is one, by `voice` or continued */
    bool divided;           /* true if its first sentence ends before a speaker: "Yes. Bruno: no" */
};

/* Reports whether a label is a sentence of one word and an accepted speaker: "Yes. Bruno". */
static bool is_sentence_and_voice(struct voices *voices, struct minutes *minutes,
                                  struct text_span text, const struct speech *label)
{
    struct speech speech;
    size_t at;
    const size_t dot = text_span_find(label->who, 0, ". ");
    return dot > 1 && dot < label->who.length && /* one letter is the initial of a name */
           speech_find_next(text, 0, &at, &speech) && speech.text.text == label->text.text &&
           voices_find(voices, minutes, &speech);
}

/* Finds who speaks a part whose `speech` is read. */
static void find_speaker(struct minutes_blocks *blocks, struct minutes *minutes,
                         struct text_span text, struct part *part)
{
    const enum block_label label = block_label_read(text, NULL, NULL);
    part->spoken = part->speech.form == SPEECH_CONTINUED;
    if (part->spoken ||
        (part->speech.form == SPEECH_PARENTHESES && decision_begins_with_movers(text)))
        return;
    part->voice = voices_find(&blocks->voices, minutes, &part->speech);
    part->spoken = part->voice && (label == LABEL_NONE || label == LABEL_NOTE);
    if (part->voice)
        return;
    part->divided = is_sentence_and_voice(&blocks->voices, minutes, text, &part->speech);
    if (!part->divided)
        part->labelled = voices_find_label(&blocks->voices, &part->speech);
}

/* Finds the next part after `from` that somebody else speaks (S6). Returns its place, or the length
 * of the text. */
static size_t find_next_part(struct minutes_blocks *blocks, struct minutes *minutes,
                             struct text_span text, size_t from, struct part *ret_part)
{
    struct speech speech;
    for (size_t at = from; speech_find_next(text, at, &at, &speech); at++) {
        struct voice *label = voices_find_label(&blocks->voices, &speech);
        *ret_part = (struct part){.speech = speech};
        ret_part->voice = voices_find(&blocks->voices, minutes, &speech);
        ret_part->spoken = ret_part->voice != NULL;
        if (!ret_part->voice && label && label->stranger && voice_has_full_name(label))
            ret_part->labelled = label;
        if (ret_part->voice || ret_part->labelled)
            return at;
    }
    return text.length;
}

/* Gives a block, whose text is set, what a part says. */
static void set_part(struct minutes_block *block, const struct part *part)
{
    struct speech speech = part->speech;
    if (!part->spoken && !part->labelled)
        return;
    const char *end = block->text.text + block->text.length;
    speech.text.length = speech.text.text < end ? (size_t)(end - speech.text.text) : 0;
    if (part->spoken) {
        block->speech = speech;
        block->voice = speech.form == SPEECH_CONTINUED ? NULL : part->voice;
    } else {
        block->label = speech;
        block->labelled = part->labelled;
    }
}

/* Returns where a part that begins at `from` ends: at the next speaker, at the next action within
 * the paragraph, or at the end of the action that begins there. Finds the next action, unless it is
 * known. */
static size_t part_end(struct text_span all, size_t from, size_t voice_at, size_t *action_at,
                       size_t *action_end)
{
    if (from >= *action_end)
        *action_at = action_find_within(all, from, action_end);
    const size_t end = from < *action_at ? *action_at : *action_end;
    return end < voice_at ? end : voice_at;
}

/* Returns the rest of a paragraph after an action in it. The same speaker continues. */
static struct part continued_part(const struct part *speaker, struct text_span all, size_t from)
{
    if (!speaker->spoken)
        return (struct part){0};
    return (struct part){.speech = {.form = SPEECH_CONTINUED,
                                    .text = text_span_trim(text_span_part(all, from, all.length))},
                         .spoken = true};
}

/* Adds the parts of a paragraph that different people speak (S6), and the actions in it. */
static void add_parts(struct minutes_blocks *blocks, struct minutes *minutes, size_t line,
                      size_t end)
{
    const struct text_span all = minutes_text(minutes, line, end);
    const struct markdown *markdown = &minutes->markdown;
    struct part part = {0}, next = {0};
    size_t near = line;
    if (speech_read(all, &markdown->lines[line], is_nested(markdown, line, end), &part.speech))
        find_speaker(blocks, minutes, all, &part);
    size_t voice_at = 0, action_at = 0, action_end = 0; /* what is found next */
    struct part speaker = part;
    bool divided = false;
    for (size_t from = 0, to; from < all.length || !from; from = to) {
        size_t at = from;
        if ((part.spoken || part.labelled) && part.speech.text.text > all.text + from)
            at = (size_t)(part.speech.text.text - all.text); /* "M. FABRE : " is one label */
        const bool ends = part.spoken || part.divided || (part.labelled && part.labelled->stranger);
        divided |= ends;
        if (voice_at <= from)
            voice_at = divided ? find_next_part(blocks, minutes, all, at, &next) : all.length;
        to = part_end(all, from, voice_at, &action_at, &action_end);
        struct minutes_block *block = blocks_add(blocks);
        if (!block)
            return;
        block->text = text_span_trim(text_span_part(all, from, to));
        block->line = line;
        block->lines.first = source_line(minutes, &near, end, all.text + from);
        block->lines.last = to < all.length ? source_line(minutes, &near, end, all.text + to - 1)
                                            : markdown->lines[end - 1].last_line;
        set_part(block, &part);
        if (!all.length)
            return;
        if (to == voice_at)
            part = speaker = next;
        else if (to == action_at)
            part = (struct part){0};
        else
            part = continued_part(&speaker, all, to);
    }
}

void blocks_read(struct minutes_blocks *blocks, struct minutes *minutes)
{
    const struct markdown *markdown = &minutes->markdown;
    *blocks = (struct minutes_blocks){0};
    count_all_voices(blocks, minutes);
    size_t paragraph_end = 0;
    for (size_t i = 0; i < markdown->count && !blocks->out_of_memory && !blocks->full;) {
        const struct outline_line *outline = &minutes->outline.lines[i];
        const struct markdown_line *line = &markdown->lines[i];
        const bool plain = line->form == MARKDOWN_PARAGRAPH && !outline->heading;
        if (i >= paragraph_end) /* else the block before is a part of the same paragraph */
            paragraph_end = outline_paragraph_end(markdown, i);
        const size_t end =
            plain ? block_end(minutes, &blocks->voices, i, paragraph_end) : paragraph_end;
        if (!is_proceedings(outline)) {
            i = end;
            continue;
        }
        if (plain)
            add_parts(blocks, minutes, i, end);
        else {
            struct minutes_block *block = blocks_add(blocks);
            if (!block)
                return;
            block->text = minutes_text(minutes, i, end);
            block->lines = minutes_lines(minutes, i, end);
            block->line = i;
            block->heading = outline->heading;
            block->rule = line->form == MARKDOWN_RULE;
        }
        i = end;
    }
}
