#include "minutes/decision_record.h"

#include <string.h>

struct text_span decision_record_text(const struct proceedings *proceedings, size_t first,
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
        const bool adds = !part->value || !minutes->has_attendance;
        const uint32_t person = part->span.length
                                    ? proceedings_person(proceedings, part->span, adds, record,
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

void decision_record_cite(struct proceedings *proceedings, json_t *record, size_t block)
{
    struct minutes_block *at = &proceedings->blocks.list[block];
    if (at->heading)
        return;
    at->consumed = true;
    draft_cite(proceedings->minutes->draft, &decision_type, record, at->lines);
}

/* Writes the id of the record of a decision: from its number, or else from its text. */
static void name_decision(struct minutes *minutes, const struct decision *decision,
                          struct text_span text, char id[DRAFT_ID_BYTES])
{
    char name[DRAFT_ID_BYTES] = "decision-", digits[DRAFT_ID_BYTES];
    if (decision->number.length && decision->number.length < 20)
        draft_slug(minutes->draft, decision->number.text, decision->number.length, digits);
    else
        draft_hash(text.text, text.length, digits);
    memcpy(name + 9, digits, strlen(digits) < 40 ? strlen(digits) + 1 : 41);
    name[49] = '\0';
    draft_new_id(minutes->draft, &decision_type, minutes->meeting_id, name, id);
}

/* Adds the parts of a decision, and cites their blocks. */
static void add_parts(struct proceedings *proceedings, json_t *record, size_t first,
                      const struct decisions *decisions, const struct decision *decision)
{
    for (size_t i = 0; i < (decision->text_blocks ? decision->text_blocks : 1); i++)
        decision_record_cite(proceedings, record, first + decision->text_block + i);
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        add_part(proceedings, record, part,
                 proceedings->blocks.list[first + part->block].lines.first);
        decision_record_cite(proceedings, record, first + part->block);
    }
    if (decision->result_block)
        decision_record_cite(proceedings, record, first + decision->result_block - 1);
}

/* Warns of a result that is doubtful. `line` is the first of the decision. */
static void warn_of_result(struct draft *draft, const struct decision *decision, unsigned line)
{
    if (decision->doubtful && !decision->result)
        draft_warn(draft, line,
                   "the decision to postpone may be about an event, so it has no result; write one "
                   "below it, such as \"Result: deferred\"");
    if (decision->turned)
        draft_warn(draft, line,
                   "the motion was rejected, so the larger number of the score is taken as the "
                   "votes against; write which votes they are, such as \"1 for, 3 against\"");
    if (decision->without_proposal)
        draft_warn(draft, line,
                   "a result without a proposal in reach; the decision has its words only");
}

json_t *decision_record_add(struct proceedings *proceedings, size_t first,
                            const struct decisions *decisions, const struct decision *decision)
{
    struct minutes *minutes = proceedings->minutes;
    const struct minutes_block *block = &proceedings->blocks.list[first + decision->text_block];
    struct text_span text = decision_record_text(proceedings, first, decision);
    const uint32_t item = minutes->outline.lines[block->line].item;
    char id[DRAFT_ID_BYTES];
    if (!text.length)
        text = item && minutes->markdown.lines[block->line].form == MARKDOWN_ROW
                   ? minutes->outline.items[item - 1].title
                   : text_span_trim(block->text);
    name_decision(minutes, decision, text, id);
    json_t *record = draft_add(minutes->draft, &decision_type, id, block->lines,
                               decision->inferred ? "V8" : "V1");
    decision_record_set_text(proceedings, record, first, decisions, decision, text);
    proceedings_place(proceedings, record, block->line);
    draft_set(minutes->draft, record, "position",
              json_integer(++proceedings->decision_positions[item]));
    add_fields(minutes, record, decision);
    add_parts(proceedings, record, first, decisions, decision);
    warn_of_result(minutes->draft, decision, block->lines.first);
    return record;
}
