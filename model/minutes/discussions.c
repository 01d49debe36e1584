/* Contributions: what each speaker says, and what the minutes report (S5, S4). */
#include "minutes/proceedings.h"

#include "base/sha256_text.h"
#include "phrases/sentence.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    CONTRIBUTION_LINES_MAX = 1000,
    CONTRIBUTION_CEILING = 64 << 20,
    REST_WORDS_MIN = 4, /* of the sentences beside a decision that are a contribution */
    ID_DIGITS = 8       /* of the hash, in an id */
};

/* A contribution whose blocks are being collected. */
struct contribution {
    bool open;
    bool interrupted; /* true if an action follows it: only "…" continues it */
    struct voice *voice;
    struct text_span who;
    const char *kind, *rule;
    struct buffer text;
    struct line_span lines[CONTRIBUTION_LINES_MAX];
    size_t line_count;
    size_t line; /* of the document: the first one */
    unsigned depth;
    bool quoted, bold;
    bool above_list; /* true if its name stands alone: "N:" */
    enum speech_form form;
};

/* Adds blocks to the contribution. */
static void contribution_append(struct contribution *now, struct text_span text,
                                struct line_span lines)
{
    if (now->text.length && text.length)
        buffer_append_byte(&now->text, '\n');
    buffer_append(&now->text, text.text, text.length);
    struct line_span *last = now->line_count ? &now->lines[now->line_count - 1] : NULL;
    if (last && lines.first <= last->last + 1)
        last->last = lines.last > last->last ? lines.last : last->last;
    else if (now->line_count < CONTRIBUTION_LINES_MAX)
        now->lines[now->line_count++] = lines;
}

/* Warns once about each speaker whose name is not in the attendance, or fits two people in it. */
static void warn_of_voice(struct minutes *minutes, struct voice *voice, unsigned line)
{
    const int length = (int)voice->who.length;
    if (voice->warned)
        return;
    voice->warned = true;
    if (voice->match.other) {
        const struct text_span a = roster_person(&minutes->roster, voice->match.person)->name;
        const struct text_span b = roster_person(&minutes->roster, voice->match.other)->name;
        draft_warn(minutes->draft, line,
                   "the speaker \"%.*s\" fits %.*s and %.*s; the name stays as it is printed",
                   length, voice->who.text, (int)a.length, a.text, (int)b.length, b.text);
    } else
        draft_warn(minutes->draft, line, "the speaker \"%.*s\" is not in the attendance%s", length,
                   voice->who.text,
                   voice->initials    ? "; the initials stay as they are printed"
                   : !voice->accepted ? "; the name stays as it is printed"
                                      : "");
}

/* Sets the speaker of a contribution. */
static void set_speaker(struct proceedings *proceedings, json_t *record,
                        const struct contribution *now)
{
    struct minutes *minutes = proceedings->minutes;
    struct voice *voice = now->voice;
    const unsigned line = now->lines[0].first;
    if (voice->collective && !voice->match.person) {
        minutes_set(minutes, record, "role", now->who);
        minutes_set(minutes, record, "attribution", now->who);
        return;
    }
    if (!voice->match.person && !voice->initials && voice->accepted) {
        const struct roster_person person = {.name = text_span_strip(voice->who, "@"),
                                             .joined = -1,
                                             .left = -1,
                                             .line = line,
                                             .rule = "S3"};
        warn_of_voice(minutes, voice, line);
        voice->match.person = roster_add(&minutes->roster, &person, NULL);
    }
    minutes_set(minutes, record, "attribution", now->who);
    if (!voice->match.person || voice->match.other) {
        warn_of_voice(minutes, voice, line);
        return;
    }
    attendance_add_person(minutes, voice->match.person);
    draft_set(minutes->draft, record, "speaker",
              json_string(roster_person(&minutes->roster, voice->match.person)->id));
    if (voice->match.form == ROSTER_INITIALS || voice->office)
        draft_infer(minutes->draft, record, "speaker");
}

/* Writes the id of a contribution: its item's, and a hash of its speaker and text. */
static void contribution_id(struct proceedings *proceedings, const struct contribution *now,
                            char id[DRAFT_ID_BYTES])
{
    struct minutes *minutes = proceedings->minutes;
    const uint32_t item = minutes->outline.lines[now->line].item;
    struct sha256_ctx hash;
    char digits[SHA256_TEXT_BYTES];
    sha256_init(&hash);
    sha256_update(&hash, now->who.length, (const uint8_t *)now->who.text);
    sha256_update(&hash, 1, (const uint8_t *)"\n");
    sha256_update(&hash, now->text.length, (const uint8_t *)now->text.bytes);
    sha256_text_finish(&hash, digits);
    digits[ID_DIGITS] = '\0';
    draft_new_id(minutes->draft, &discussion_type,
                 item ? proceedings->item_ids[item - 1] : minutes->meeting_id, digits, id);
}

/* Adds the text of an agenda to the description of its item. Text of no item is not read. */
static void describe_item(struct proceedings *proceedings, const struct contribution *now)
{
    struct minutes *minutes = proceedings->minutes;
    const uint32_t item = minutes->outline.lines[now->line].item;
    json_t *record =
        item ? draft_find(minutes->draft, &agenda_item_type, proceedings->item_ids[item - 1])
             : NULL;
    if (!record) {
        draft_count_unread(minutes->draft, "paragraphs outside the items of an agenda",
                           now->lines[0].first);
        return;
    }
    const char *known = json_string_value(json_object_get(record, "description"));
    draft_set(minutes->draft, record, "description",
              json_sprintf("%s%s%.*s", known ? known : "", known ? "\n" : "", (int)now->text.length,
                           now->text.bytes));
    for (size_t i = 0; i < now->line_count; i++)
        draft_cite(minutes->draft, &agenda_item_type, record, now->lines[i]);
}

/* Adds the record of the contribution, and begins without one. */
static void contribution_flush(struct proceedings *proceedings, struct contribution *now)
{
    struct minutes *minutes = proceedings->minutes;
    char id[DRAFT_ID_BYTES];
    if (!now->open)
        return;
    now->open = false;
    if (now->text.failed)
        draft_set_out_of_memory(minutes->draft);
    if (!now->text.length || now->text.failed)
        return;
    if (minutes->is_agenda) {
        describe_item(proceedings, now);
        return;
    }
    contribution_id(proceedings, now, id);
    json_t *record = draft_add(minutes->draft, &discussion_type, id, now->lines[0], now->rule);
    for (size_t i = 1; i < now->line_count; i++)
        draft_cite(minutes->draft, &discussion_type, record, now->lines[i]);
    proceedings_place(proceedings, record, now->line);
    draft_set(minutes->draft, record, "position",
              json_integer(++proceedings->positions[minutes->outline.lines[now->line].item]));
    draft_set(minutes->draft, record, "kind", json_string(now->kind));
    if (now->voice)
        set_speaker(proceedings, record, now);
    draft_set_text(minutes->draft, record, "text", now->text.bytes, now->text.length);
}

/* Begins a contribution. */
static void contribution_begin(struct proceedings *proceedings, struct contribution *now,
                               const struct minutes_block *block, struct voice *voice,
                               const char *kind, const char *rule)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    contribution_flush(proceedings, now);
    buffer_clear(&now->text);
    now->open = true;
    now->interrupted = false;
    now->voice = voice;
    now->who = voice ? voice->who : (struct text_span){0};
    now->bold = line->bold > 0;
    now->above_list = !block->speech.text.length;
    now->form = block->labelled ? block->label.form : block->speech.form;
    now->kind = kind;
    now->rule = rule;
    now->line = block->line;
    now->line_count = 0;
    now->depth = line->depth;
    now->quoted = line->quoted;
}

/* Reports whether the label of a block ends the speech of the contribution: what follows it is
 * another's. A list below a name is all theirs. */
static bool ends_speech(const struct proceedings *proceedings, const struct contribution *now,
                        const struct minutes_block *block)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    return block->labelled && now->open && now->voice &&
           !((now->depth || now->above_list) && line->depth > now->depth);
}

/* Reports whether a label that ends a speech is printed as its speaker is, and like a name. */
static bool is_stranger(const struct proceedings *proceedings, const struct contribution *now,
                        const struct minutes_block *block)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    return ends_speech(proceedings, now, block) && block->labelled->stranger &&
           (block->label.form == now->form || block->labelled->nick) &&
           now->bold == (line->bold > 0) && block->label.text.length;
}

/* Reports whether a block is a separate paragraph that reports what somebody did (S4). */
static bool is_report(const struct proceedings *proceedings, const struct contribution *now,
                      const struct minutes_block *block)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    return !line->depth && !now->depth && block->line && line[-1].block != line->block &&
           !block->speech.form && roster_reports(&proceedings->minutes->roster, block->text);
}

/* Reports whether a block without a speaker continues the contribution (S5). */
static bool block_continues(const struct proceedings *proceedings, const struct contribution *now,
                            const struct minutes_block *block)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    if (!now->open || !now->voice)
        return false;
    if (block->speech.form == SPEECH_CONTINUED)
        return true;
    if (now->interrupted || ends_speech(proceedings, now, block) ||
        is_report(proceedings, now, block))
        return false;
    if (line->form != MARKDOWN_PARAGRAPH || now->quoted)
        return false;
    if (now->depth)
        return line->depth > now->depth || (line->depth == now->depth && !line->entry);
    return true;
}

/* Returns the text of a block without its speaker; the cells of a row are divided by commas. */
static struct text_span block_text(const struct minutes_block *block)
{
    return block->speech.form ? block->speech.text : block->text;
}

/* Adds a block that no speaker has. */
static void add_narrative(struct proceedings *proceedings, struct contribution *now,
                          const struct minutes_block *block)
{
    struct minutes *minutes = proceedings->minutes;
    const struct text_span text = block->text;
    const size_t colon = text_span_find(text, 0, ":");
    if (!text_span_trim(text).length || minutes->markdown.lines[block->line].head ||
        words_is(WORDS_NONE, text.text, text.length) ||
        proceedings_has_presenter(proceedings, block) ||
        (minutes->markdown.lines[block->line].linked == text.length && text.length)) {
        draft_explain(minutes->draft, block->lines, "nothing", "S4");
        return;
    }
    losses_note_decision(minutes, text, block->lines.first);
    const bool comment = colon < 40 && words_is(WORDS_COMMENT, text.text, colon);
    const bool summary = minutes->outline.lines[block->line].zone == ZONE_SUMMARY;
    if (summary && now->open && !now->voice && !strcmp(now->kind, "summary")) {
        contribution_append(now, text, block->lines);
        return;
    }
    contribution_begin(proceedings, now, block, NULL,
                       summary   ? "summary"
                       : comment ? "public_comment"
                                 : "narrative",
                       summary ? "I1" : "S4");
    contribution_append(now, text, block->lines);
}

/* Adds the sentences of a part of a block as a contribution that no speaker has, unless they only
 * say what became of a motion. */
static void add_rest(struct proceedings *proceedings, struct contribution *now,
                     const struct minutes_block *block, size_t from, size_t to)
{
    struct sentence words;
    const struct text_span text = text_span_trim(text_span_part(block->text, from, to));
    sentence_read_all(text, &words);
    if (words.count < REST_WORDS_MIN || decision_is_outcome(text))
        return;
    contribution_begin(proceedings, now, block, NULL, "narrative", "S4");
    contribution_append(now, text, block->lines);
    contribution_flush(proceedings, now);
}

/* Adds the sentences of a paragraph before and after those that a decision has. */
static void add_rest_of_block(struct proceedings *proceedings, struct contribution *now,
                              const struct minutes_block *block)
{
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    struct sentence sentence;
    size_t before = 0, after = 0, end = 0;
    if (!block->to || block->voice || line->depth || line->form != MARKDOWN_PARAGRAPH)
        return;
    for (size_t start = 0; start < block->text.length; start = end) {
        end = sentence_read(block->text, start, &sentence);
        before = start <= block->from ? start : before;
        after = start < block->to ? end : after;
    }
    add_rest(proceedings, now, block, 0, before);
    add_rest(proceedings, now, block, after, block->text.length);
}

void discussions_add(struct proceedings *proceedings, size_t first, size_t end)
{
    struct minutes *minutes = proceedings->minutes;
    struct contribution *now = calloc(1, sizeof *now);
    if (!now) {
        draft_set_out_of_memory(minutes->draft);
        return;
    }
    buffer_init(&now->text, CONTRIBUTION_CEILING);
    for (size_t i = first; i < end; i++) {
        const struct minutes_block *block = &proceedings->blocks.list[i];
        const enum zone zone = minutes->outline.lines[block->line].zone;
        if (block->heading || block->rule || block->consumed) {
            contribution_flush(proceedings, now);
            if (block->consumed && !minutes->is_agenda)
                add_rest_of_block(proceedings, now, block);
            if (block->heading)
                draft_explain(minutes->draft, block->lines, "heading",
                              minutes->outline.lines[block->line].rule);
        } else if (block->taken || zone == ZONE_REVIEW || zone == ZONE_NEXT_MEETING) {
            now->interrupted = true;
            draft_explain(minutes->draft, block->lines, "not a contribution", "Z1");
        } else if (block->voice && !minutes->is_agenda) {
            contribution_begin(proceedings, now, block, block->voice, "speech",
                               block->voice->match.person ? "S1" : "S3");
            contribution_append(now, block->speech.text, block->lines);
        } else if (is_stranger(proceedings, now, block) && !minutes->is_agenda) {
            contribution_begin(proceedings, now, block, block->labelled, "speech", "S3");
            contribution_append(now, block->label.text, block->lines);
        } else if (block_continues(proceedings, now, block))
            contribution_append(now, block_text(block), block->lines);
        else
            add_narrative(proceedings, now, block);
    }
    contribution_flush(proceedings, now);
    buffer_finish(&now->text);
    free(now);
}
