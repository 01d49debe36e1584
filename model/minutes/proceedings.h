/* The parts of reading the proceedings. Private to proceedings.c and the files of its records. */
#pragma once

#include "minutes/blocks.h"
#include "outcomes/action.h"
#include "outcomes/decision.h"

/* Proceedings that are being added. */
struct proceedings {
    struct minutes *minutes;
    struct minutes_blocks blocks;
    char (*item_ids)[DRAFT_ID_BYTES]; /* one for each item */
    json_t **items;                   /* the record of each item */
    unsigned *positions; /* of the next contribution: of the meeting, then of each item */
    unsigned *decision_positions;
    json_t *decisions, *actions; /* the records of the proceedings, and the actions of lists: one
                                    repeats the other (V9) */
    json_t *listed_actions;
};

/* Returns the person of a name that is printed beside a motion, an action or an item, or
 * ROSTER_NOBODY. Warns, and adds a note to the record, if it fits several. `what` says what the
 * person did. Adds a person who is new if `adds` and the text looks like a name. */
uint32_t proceedings_person(struct proceedings *proceedings, struct text_span name, bool adds,
                            json_t *record, const char *what, unsigned line);

/* Sets the meeting and, if the line has one, the agenda item of a record. */
void proceedings_place(struct proceedings *proceedings, json_t *record, size_t line);

/* Add the decisions, and the actions, of the blocks from `first` to before `end`, which belong to
 * one item, and mark these blocks. */
void decisions_add(struct proceedings *proceedings, size_t first, size_t end);
void actions_add(struct proceedings *proceedings, size_t first, size_t end);

/* Adds the contributions of the other blocks. */
void discussions_add(struct proceedings *proceedings, size_t first, size_t end);
