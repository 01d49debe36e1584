/* The parts of reading the proceedings. Private to proceedings.c and the files of its records. */
#pragma once

#include "actions/action.h"
#include "minutes/blocks.h"
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

/* Reports whether a block only names the presenter of its item, whose record has the name. */
bool proceedings_has_presenter(const struct proceedings *proceedings,
                               const struct minutes_block *block);

/* Add the decisions, and the actions, of the blocks from `first` to before `end`, which belong to
 * one item, and mark these blocks. */
void decisions_add(struct proceedings *proceedings, size_t first, size_t end);
void actions_add(struct proceedings *proceedings, size_t first, size_t end);

/* Adds the contributions of the other blocks. */
void discussions_add(struct proceedings *proceedings, size_t first, size_t end);

enum {
    ACTION_COLUMNS_MAX = 12
};

/* The list of task items that was looked at last. */
struct checklist {
    size_t line; /* a line of it */
    bool plan;   /* true if its entries are not actions */
};

/* The blocks of one zone of actions that follow one another. */
struct action_run {
    size_t end;  /* the block after them */
    bool listed; /* true if a list or a table is among them */
};

/* The table that is being read. */
struct action_table {
    uint32_t table;
    enum action_column columns[ACTION_COLUMNS_MAX];
    size_t count; /* 0 if the table has no actions */
};

/* Reads the blocks of one item after the other. */
struct action_reader {
    struct proceedings *proceedings;
    size_t first;           /* the first block of the item */
    size_t end;             /* the block after those of the item */
    struct text_span owner; /* of the entry whose list is being read, or empty */
    struct checklist list;
    struct action_run run;
    struct action_table table;
    const struct minutes_block *above; /* the block with the text of the action read last, or NULL:
                                          "Ann to call. Action: AC" */
    size_t below; /* the number of blocks below that action which only say more about it */
    size_t next;  /* the block after those, which are not read again */
};

/* Begins with the blocks from `first` to before `end`. */
void action_reader_begin(struct action_reader *reader, struct proceedings *proceedings,
                         size_t first, size_t end);

/* Reads a block that is the label of an action and its owners, with a day perhaps, as the owners of
 * what the sentence above it says: "AC to circulate figures. ACTION: AC" (X1). Returns false if it
 * is not that. */
bool action_read_above(struct action_reader *reader, size_t at, struct action *ret_action);

/* Reads the blocks below an action that only say who does it, until when, and its state: "Owner: N"
 * (X6), and marks them. */
void action_read_below(struct action_reader *reader, size_t at, struct action *action);

/* Reads the next block, and marks it if it is a part of an action. Returns false if it is not an
 * action. */
bool action_reader_read(struct action_reader *reader, size_t at, struct action *ret_action);
