/* The parts of reading an action. Private to actions/action*.c. */
#pragma once

#include "actions/action.h"

enum {
    OWNER_BYTES_MAX = 80
};

/* The content of a label, and the text after it. */
struct action_label {
    struct text_span rest, number;
    struct text_span owner; /* "TODO N:", "ACTION (N):", "**Action: N**", or empty */
    bool owner_bare;        /* true if nothing but its name says that it is one */
};

/* Reads the label of an action: "ACTION:", "Action #3:", "AI --", "[ACTION]", "TODO N:" (X1, X2).
 * `bold` is the number of bytes at the beginning that are bold. Returns false if the text has no
 * label. */
bool action_label_read(struct text_span text, size_t bold, struct action_label *ret_label);

/* Returns a text without the arrow with which it begins: "-> Action: text". */
struct text_span action_without_arrow(struct text_span text);

/* Returns true if a text is a task for a handle at its beginning: "@h to call the smith" (X2). */
bool action_is_addressed(struct text_span text);

/* Reads "[N][ACTION] text" (X2): the label is the second bracket. */
bool action_second_bracket_read(struct text_span text, struct text_span *ret_owner,
                                struct text_span *ret_rest);

/* Reads "[ACTION - N] text", "[Action: N] text" (X2). */
bool action_bracket_read(struct text_span text, struct text_span *ret_owner,
                         struct text_span *ret_rest);

/* Finds the owners in the text of an action, and takes those at its beginning or end off it.
 * `labelled` is true if the action has a label; then a nick before a colon is an owner. */
void action_find_owners(struct action *action, bool labelled);

/* Reads nicks in brackets after a label: "(kai, mo)". Returns false if they are something else; the
 * action is then unchanged. */
bool action_nicks_read(struct text_span text, struct action *action);

/* Finds "by Friday", "bis 3. Mai", "avant le 12 décembre", "(due 2024-05-01)", unless the action
 * has a due date. */
void action_find_due(struct action *action);

/* Returns the state that a few words name, "done" or "dropped", or NULL: "not done" is neither. */
const char *action_state_of(struct text_span words);

/* Reads the labels in the text of an action, "Call N. Owner: N, due: 3 May", and takes them and
 * what is after them off it. */
void action_cut_fields(struct action *action);

/* Reads the cell of a table that says when the action is due. */
void action_read_due_cell(struct text_span cell, struct action *action);
