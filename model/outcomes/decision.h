/* Decisions and votes (rules V1 to V9).
 *
 * The caller passes the blocks of one agenda item in their order, and gets the decisions that they
 * report. Each decision says which blocks it was read from, so that it can cite their lines. Names
 * are given as printed: the caller looks them up in the attendance.
 */
#pragma once

#include "phrases/text_span.h"

enum block_form {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING, /* a heading below that of the item: "Conclusion", "Antrag", "Votes" */
    BLOCK_ENTRY,   /* an entry of a list */
    BLOCK_ROW,     /* a row of a table; its cells are divided by tabs */
    BLOCK_RULE     /* a thematic break; its text is not read */
};

/* A block (rule P5): one per paragraph, hard line, list entry or table row. */
struct decision_block {
    struct text_span text;    /* without the speaker, if the caller found one */
    struct text_span speaker; /* as printed, without its colon and brackets; else empty */
    enum block_form form;
    unsigned depth; /* of a list: 1 for its first level; 0 otherwise */
    bool quoted;    /* true inside a block quotation */
    bool bold;      /* true if its whole text is bold: it may be a sub-heading */
    bool headed;    /* true if its first line is bold */
    bool joined;    /* true if it continues the paragraph of the block before it */
    size_t line;    /* the bytes of its first line */
    bool narrative; /* true if V8 must not read it: reported speech, a skipped zone */
    bool struck;    /* true if it is struck out: it is not read */
    bool taken;     /* true if an earlier rule took it (an action): only counts as distance */
    unsigned table; /* of a row: a number that all rows of its table have; else 0 */
    bool listed;    /* true in a list of all decisions at the end of the file (V9) */
};

/* The kinds of parts of a decision. */
enum decision_part_role {
    PART_TEXT,     /* the block has text of the decision */
    PART_MOVER,    /* `span` is a name as printed; empty if the text says "I" or the like; `value`
                      is 1 if the words may be none, as in "(Main/Elm)" */
    PART_SECONDER, /* likewise */
    PART_BALLOT,   /* `span` is the voter, `option` the option; `value` is 1 if the voter may be a
                      party, beside a number of votes */
    PART_COUNT,    /* `option` or, for a candidate, `span` is the option, `value` the votes */
    PART_VOTE,     /* the block reports a vote */
    PART_RESULT,   /* `span` is the result in the words of the source */
    PART_ELECTED   /* `span` is the name of a person who was elected */
};

struct decision_part {
    size_t block; /* its index */
    enum decision_part_role role;
    struct text_span span;
    const char *option; /* "yes", "no", "abstain", "strongly favor", ..., or NULL */
    int value;
};

/* Values of the fields of a decision; NULL if the text does not say. */
struct decision {
    struct text_span number; /* as printed */
    struct text_span title;  /* of a decision whose label has one above the text, else empty */
    struct text_span text;   /* the proposal, or the statement of the decision */
    size_t text_block;       /* the block of `text` */
    size_t text_blocks;      /* if above 1, the text continues in the next blocks, as a whole */
    bool is_list;            /* true if entries of a list follow its first block */
    const char *kind;        /* "motion", "resolution", "consensus", "approval", "election", ... */
    const char *result;      /* "adopted", "rejected", "deferred", "none", ... */
    const char *method;      /* "voice", "roll_call", "general_consent", ... */
    bool voted;              /* true if there was a vote: the record has an element of "votes" */
    bool unanimous;
    bool inferred;         /* true if only prose says it (V8) */
    bool without_proposal; /* true if the result has no proposal in reach: warn (V2) */
    bool listed;
    bool doubtful;       /* true if it may be a postponement, and has no result therefore: warn */
    bool counted;        /* true if only its votes say what its result is */
    bool turned;         /* true if the larger number of a score was taken as against: warn */
    bool abandoned;      /* private: true if a proposal has had no outcome so far */
    bool counter;        /* private: true if it is a motion against another one */
    bool weak;           /* private: true if only "proposed", common in talk, says that it is one */
    size_t result_block; /* 1 + the block with the result of this and later motions, or 0 */
    size_t first_part, part_count; /* in the parts of struct decisions */
};

struct decisions {
    struct text_span body; /* the name of the body whose minutes are read, or empty: the caller sets
                              it */
    struct decision *list;
    size_t count, capacity;
    struct decision_part *parts;
    size_t part_count, part_capacity;
    bool out_of_memory;
};

/* All zeros is an empty list. Frees a list. */
void decisions_finish(struct decisions *decisions);

/* Appends the decisions of the blocks of one item. Returns false if out of memory; the list is
 * still valid. */
bool decisions_read(const struct decision_block *blocks, size_t count, struct decisions *decisions);

/* Reports whether a text that did not become a decision looks like one: it has the label of a
 * decision or a proposal, or a sentence that reports a motion, counts or a result. */
bool decision_is_likely(struct text_span text);

/* Reports whether a sentence says only what became of a motion or who moved it, or has the label of
 * a decision, a proposal or the like. */
bool decision_is_outcome(struct text_span text);

/* Reports whether a text after the label of an office says who was elected: "N was elected". Both
 * are parts of one text, and `label` comes first. "N, 30 in favour" and "N, unopposed" say so, too.
 */
bool decision_is_election(struct text_span label, struct text_span text);

/* Reports whether a text begins with a mover and a seconder in brackets, and says what became of
 * the motion: "(N/N) Passed 3-0". */
bool decision_begins_with_movers(struct text_span text);

/* The kinds of labels at the beginning of a block, in the order of the rules L1 to L5. */
enum block_label {
    LABEL_NONE,
    LABEL_ACTION,
    LABEL_DECISION,
    LABEL_PROPOSAL,
    LABEL_VOTE,
    LABEL_NOTE /* links, notes, questions: no speaker (3.10) */
};

/* Returns the label of a text, which ends in a colon or is the whole text. *ret_rest is the text
 * after it, *ret_number the number in it ("Resolution #1: ..."). They may be NULL. */
enum block_label block_label_read(struct text_span text, struct text_span *ret_rest,
                                  struct text_span *ret_number);

/* Returns true if two decisions, or two actions, of one file are the same (V9): one of them is in a
 * list of all of them (`listed` is for the second), and they have the same number, or 60 % of the
 * words in common and not different numbers. */
bool decision_is_repeated(struct text_span number, struct text_span text,
                          struct text_span other_number, struct text_span other_text);
