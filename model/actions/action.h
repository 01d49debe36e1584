/* Actions (rules X1 to X7). */
#pragma once

#include "phrases/date.h"

/* Where a block is. */
enum action_zone {
    ACTION_ZONE_NONE,    /* outside: only a label (X1, X2) or a checkbox (X4) makes an action */
    ACTION_ZONE_ACTIONS, /* below "Action items": each entry of the first level is one (X3) */
    ACTION_ZONE_STEPS,   /* below "Next steps", "Follow-up", "Aufgaben": X5 */
    ACTION_ZONE_REVIEW   /* below "Previous actions": only the state is given (X7) */
};

/* Returns the zone that a heading, bold paragraph or list entry begins, or ACTION_ZONE_NONE. */
enum action_zone action_zone_of(struct text_span heading);

struct action_block {
    struct text_span text; /* without the checkbox; with the speaker's name, if it has one */
    enum action_zone zone;
    bool checkbox, checked;
    bool struck; /* true if all of it is struck out */
    size_t bold; /* bytes at its beginning that are bold */
    bool
        list_without_owner; /* true in a list that a sentence introduces ("to cover:"): X4 is off */
};

enum {
    ACTION_OWNERS_MAX = 8
};

struct action {
    struct text_span number;
    struct text_span text;
    struct text_span owners[ACTION_OWNERS_MAX]; /* as printed; handles with "@" */
    size_t owner_count;
    bool owner_in_label;       /* true if the name is all that divides the label from other words:
                                  "TODO N:"; it counts only if it is that of a member */
    bool owner_open;           /* true if it says that the owner is not known: "TBD", "???" */
    struct text_span due_text; /* "by next meeting", "by Friday", or the date; else empty */
    struct phrase_date due;    /* has a month if the text gives a date; the year may be missing */
    unsigned due_weekday;      /* 1 (Monday) to 7 if the text names a weekday, else 0 */
    const char *status;        /* "open", "done" or "dropped"; NULL if nothing says it */
    const char *rule;          /* "X1" to "X7" */
    bool inferred;             /* true if nothing but the sentence says that it is an action (X5) */
};

/* Returns true if a block is an action, and reads it. */
bool action_read(const struct action_block *block, struct action *ret_action);

/* Returns true if a text begins with the label of an action. */
bool action_is_labelled(struct text_span text);

/* Reads a text that is nothing but labels and what they say of the action above it: "Owner: N",
 * "Responsable : N. Échéance : 3 mai". Returns false if it is not that; the action is then
 * unchanged. */
bool action_read_fields(struct text_span text, struct action *action);

/* Returns what is to be done of the text of an action, without who does it and when: "mend the
 * roof" of "Bob to mend the roof by 3 June". */
struct text_span action_task(struct text_span text);

/* Finds a sentence that begins with the label of an action, after the first one of a text: "We
 * agreed. **Action: N to call.** Thanks." Looks for it from an offset on at which a sentence
 * begins. Returns its offset and that of the sentence after it, or text.length. */
size_t action_find_within(struct text_span text, size_t from, size_t *ret_end);

/* Reads a text that is nothing but owners: "N", "N & N", "@h", "TBD". Returns false if it is not
 * that; the action is then unchanged. */
bool action_owners_read(struct text_span text, struct action *action);

/* Returns true if a text begins with a verb in the form of a request: a capital word that is not a
 * name, before other words. */
bool action_begins_with_verb(struct text_span text);

/* Returns true if a text says that the person before it takes on a task: "takes care of the boat".
 */
bool action_is_taken_on(struct text_span text);

/* The columns of a table of actions. */
enum action_column {
    ACTION_COLUMN_OTHER,
    ACTION_COLUMN_TEXT,
    ACTION_COLUMN_OWNER,
    ACTION_COLUMN_DUE,
    ACTION_COLUMN_STATUS,
    ACTION_COLUMN_NUMBER
};

/* Returns the column that a header cell names. A table has actions if it has a column of texts,
 * and either one of owners, due dates or states or a place below an action heading. */
enum action_column action_column_of(struct text_span header);

/* Reads a row. Returns false if it has no text. */
bool action_read_row(const enum action_column *columns, const struct text_span *cells, size_t count,
                     struct action *ret_action);
