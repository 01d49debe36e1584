/* The parts of reading an action. Private to outcomes/action*.c. */
#pragma once

#include "outcomes/action.h"

enum {
    OWNER_BYTES_MAX = 80
};

/* Reads the label of an action: "ACTION:", "Action #3:", "AI --", "[ACTION]", "TODO -" (X1, X2).
 * Returns false if the text has no label. */
bool action_label_read(struct text_span text, bool bold, struct text_span *ret_rest,
                       struct text_span *ret_number);

/* Reads "[N][ACTION] text" (X2): the label is the second bracket. */
bool action_second_bracket_read(struct text_span text, struct text_span *ret_owner,
                                struct text_span *ret_rest);

/* Reads "[ACTION - N] text", "[Action: N] text" (X2). */
bool action_bracket_read(struct text_span text, struct text_span *ret_owner,
                         struct text_span *ret_rest);

/* Finds the owners in the text of an action, and takes those at its beginning or end off it.
 * `labelled` is true if the action has a label; then a nick before a colon is an owner. */
void action_find_owners(struct action *action, bool labelled);

/* Finds "by Friday", "bis 3. Mai", "avant le 12 décembre", "(due 2024-05-01)". */
void action_find_due(struct action *action);
