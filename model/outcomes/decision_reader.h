/* A decision that is being read, block by block. Private to outcomes/decision*.c. */
#pragma once

#include "marks/marks.h"
#include "outcomes/decision.h"

enum {
    TABLE_COLUMNS_MAX = 8,
    OPTIONS_MAX = 12,        /* options of a vote that have counts */
    SHORT_TEXT_WORDS_MIN = 3 /* of a text before an outcome */
};

/* The part of the item that a sub-heading begins. */
enum decision_section {
    SECTION_NONE,
    SECTION_CONCLUSION, /* "Conclusion": one decision */
    SECTION_DECISIONS,  /* "Decisions": each entry is one */
    SECTION_PROPOSAL    /* "Antrag": the text of a proposal */
};

/* The majority that a vote needs, if a text states it. */
enum vote_majority {
    MAJORITY_SIMPLE,
    MAJORITY_TWO_THIRDS,
    MAJORITY_THREE_QUARTERS
};

/* The list below the first words of a decision. */
struct decision_list {
    bool open;      /* true if the next block may be an entry */
    bool below;     /* true if entries of a list, or with marks such as "(a)", belong to it */
    bool operative; /* true if blocks that begin with a verb in capitals belong to it */
    unsigned depth; /* of the block above it; 0 if that is no entry of a list */
    size_t next;    /* the block after the last one of it, or 0 */
    size_t count;   /* of its entries */
};

/* The decision that is being read; there is at most one. */
struct open_decision {
    bool open;
    bool labelled;  /* true if a label or heading begins it: it stays open */
    bool statement; /* true if a label or heading states the decision itself */
    bool assumed;   /* true if only its label says that it was adopted: a result may follow */
    bool moved, moved_weak, seconded;
    bool prose;
    bool names_only; /* true if its text is the names of its movers */
    bool titled;     /* true if its text is its title: the text may follow */
    bool superseded; /* true if another proposal takes its place */
    bool text_open;  /* true if the next blocks belong to its text */
    enum vote_majority majority;
    bool poll;       /* true if the votes are opinions: they give no result */
    bool casting;    /* true if a casting vote decided it */
    bool subsidiary; /* true if it is about what to do with the previous motion */
    bool amendment;  /* true if it is about an amendment of the previous motion */
    bool amended;    /* true if the motion was amended before it got its result */
    bool substitute; /* true if it is a motion in place of another: "the motion" is this one */
    struct decision_list list;
    size_t last; /* the block of its last mark */
    size_t ballots;
    bool named;                       /* true if the ballots have a label, such as "AYES:" */
    const char *options[OPTIONS_MAX]; /* those that have a count */
    size_t option_count;
};

/* The meaning of the rows of a table. */
enum table_shape {
    TABLE_NONE,    /* it has no votes */
    TABLE_OPTIONS, /* a column for each option */
    TABLE_CHOICES, /* an option or a candidate, and the votes for it */
    TABLE_BALLOTS, /* a voter, and the option that the voter chose */
    TABLE_MOTIONS  /* a motion, its mover, its seconder and its result */
};

/* A table that is being read. Columns are counted from 1; 0 is a column that the table lacks. */
struct vote_table {
    unsigned id;
    enum table_shape shape;
    size_t first; /* the block of its first row */
    size_t name, value, result, mover, seconder;
    const char *options[TABLE_COLUMNS_MAX]; /* of columns, or NULL */
    bool headless;                          /* true if the first row has votes, too */
    bool proposals;                         /* true if the names are proposals */
    bool election;                          /* true if they are candidates */
    bool opened;                            /* true if a decision has its votes */
};

struct decision_reader {
    const struct decision_block *blocks;
    size_t count;
    struct decisions *out;
    size_t first; /* the decisions before this one in `out` are of other items */
    struct open_decision state;
    struct vote_table table;
    enum decision_section section;
    enum block_form section_form; /* the form of its first block */
    size_t section_blocks;
    enum vote_majority majority; /* that the next decision needs */
    size_t passed;               /* blocks since the last mark, without rules and ballots */
};

/* Reads the mover and the seconder that the label of a motion names: "Motion (N/N)", "Motion by N,
 * second by N". Returns false if it does not name both. */
bool decision_label_names(struct text_span label, struct sentence_marks *ret_marks);

/* Returns the mover named in the label of a proposal, such as "Antrag (N)", "Motion by N", "Motion
 * Cllr N". Returns an empty text if the label names nobody. */
struct text_span decision_label_mover(struct text_span label);

/* Returns the outcome in brackets at the end of a label: "einstimmig" of "Beschluss (einstimmig)",
 * "3-1" of "Decision (3-1)". Returns an empty text if it has none. */
struct text_span decision_label_outcome(struct text_span label);

/* Returns the kind of decision that a label names, such as "resolution", or NULL. */
const char *decision_label_kind(struct text_span label);

/* Reads the marks of a text that is nothing but an outcome, such as "3-1". */
void decision_outcome_marks(struct text_span outcome, struct sentence_marks *ret);

/* Returns the open decision; there must be one. */
struct decision *decision_reader_current(struct decision_reader *reader);

/* Begins a decision at a block, and ends the one before. `text` may be empty. Returns false if out
 * of memory. */
bool decision_reader_open(struct decision_reader *reader, size_t block, struct text_span text);

/* Ends the open decision, if there is one. A proposal without an outcome is abandoned,
 * unless it is a motion that has a mover. */
void decision_reader_close(struct decision_reader *reader);

/* Takes the abandoned proposals out of the list. */
void decision_reader_drop_abandoned(struct decision_reader *reader);

/* Gives the result of the open decision to the motions before it that have none: "Both motions
 * carried". */
void decision_reader_share_result(struct decision_reader *reader, size_t block);

/* Ends the open decision, and opens an earlier one again, which becomes the last of the list. */
void decision_reader_reopen(struct decision_reader *reader, size_t block, size_t index);

/* Opens the motion of the item that a sentence with an outcome names by its number, its mover, its
 * place among the motions, or the words of its text. Returns false if it names none that has no
 * result. */
bool decision_reader_turn_to_named(struct decision_reader *reader, size_t block,
                                   const struct sentence *sentence,
                                   const struct sentence_marks *marks);

/* Returns true if a sentence names the motion voted on, "Motion carried", and the open decision, of
 * which there must be one, is a motion against another that has no result: it is that motion.
 * With an article, "The motion", it is so only of a substitute motion. */
bool decision_names_last_motion(const struct decision_reader *reader,
                                const struct sentence *sentence);

/* Leaves the open decision if it is about an amendment that has a result, or a subsidiary motion
 * that failed, and a sentence is about the motion. Reopens the motion before the amendment, or
 * opens a decision with the text of the sentence if no motion is before it. Returns false if
 * nothing changes. */
bool decision_reader_leave_amendment(struct decision_reader *reader, size_t block,
                                     struct text_span text, const struct sentence_marks *marks);

/* Leaves the open decision if it is about an amendment that has a result: the result in a text
 * after a label is that of the motion. */
void decision_reader_leave_decided_amendment(struct decision_reader *reader, size_t block,
                                             struct text_span text);

/* Notes that the open decision has a mover. If a mover named at the block does not belong to it,
 * first begins a decision without a text. Returns false if out of memory. */
bool decision_reader_open_for_mover(struct decision_reader *reader, size_t block);

/* Gives the open decision its text, if it has a mover and no text. Returns false if it does not. */
bool decision_reader_take_text(struct decision_reader *reader, size_t block, struct text_span text);

/* Returns true if a mover who is named beside the open decision belongs to it. */
bool decision_reader_awaits_mover(const struct decision_reader *reader);

/* Returns true if a mark of the current block belongs to the open decision. */
bool decision_reader_in_reach(const struct decision_reader *reader);

/* Returns true if the result or vote of a sentence is that of the open decision, of which there
 * must be one. It is not if the sentence names something else: "The budget was not approved". */
bool decision_is_about(struct decision_reader *reader, const struct sentence *sentence,
                       const struct sentence_marks *marks);

/* Returns the number of words before the outcome of a sentence that say what it is about and occur
 * in a text. Returns 0 if more of them do not, or, in a sentence that names no motion, if any does
 * not: "The report on the boat was approved" is not about the motion to sell the boat. */
size_t decision_shared_words(const struct sentence *sentence, const struct sentence_marks *marks,
                             struct text_span text);

/* Reads the marks of a sentence as sentence_marks_read does, without an outcome that another body
 * than this one gave. */
void decision_marks_read(const struct decision_reader *reader, const struct sentence *sentence,
                         bool spoken, struct sentence_marks *ret);

/* Returns true if what a sentence decides, after its verb, is not the open proposal: "We agreed on
 * 60 days" after "Ada proposed 90 days". Of a motion, only other numbers say so. */
bool decision_is_otherwise(struct decision_reader *reader, const struct sentence *sentence,
                           const struct sentence_marks *marks);

/* Returns true if a sentence has a number, and the open decision has other numbers only. */
bool decision_has_other_number(struct decision_reader *reader, const struct sentence *sentence);

/* Returns true if a sentence proposes something else than the open proposal. */
bool decision_is_rival(struct decision_reader *reader, const struct sentence *sentence);

/* Adds a part to the open decision, if there is one. */
void decision_reader_add_part(struct decision_reader *reader, size_t block,
                              enum decision_part_role role, struct text_span span,
                              const char *option, int value);

/* Sets the result, unless the decision has one, and adds its words as a part. */
void decision_reader_set_result(struct decision_reader *reader, size_t block, const char *result,
                                struct text_span words);

/* Takes note of the majority that a sentence names, of a casting vote, and of a majority that was
 * not reached, which rejects the open decision (V4). */
void decision_reader_note_majority(struct decision_reader *reader, size_t block,
                                   const struct sentence *sentence);

/* Gives the open decision the result that its votes have, if the text states none (V4). */
void decision_reader_count_result(struct decision_reader *reader);

/* Reports whether an option of the open decision has a count. */
bool decision_reader_has_option(const struct decision_reader *reader, const char *option);

/* Adds the counts of a sentence or block to the open decision, each option once. */
void decision_reader_add_counts(struct decision_reader *reader, size_t block,
                                const struct vote_counts *counts);

/* Reads ballots such as "AYES: A. Example, B. Example" at the beginning of a text. Returns their
 * length, or 0 if there are none. Voters who are named by their flats are only counted. */
size_t decision_read_ballots(struct decision_reader *reader, size_t block, struct text_span text);

/* Reads the voters in brackets beside the counts of a sentence, "4 for, 1 against (A. Example)",
 * "4-1 (against: A. Example)", each once. */
void decision_read_voters(struct decision_reader *reader, size_t block,
                          const struct sentence *sentence);

/* Reads a block that is nothing but a score, perhaps with voters in brackets, below a decision
 * without counts. Returns false if it is not that. */
bool decision_read_score(struct decision_reader *reader, size_t block);

/* Reads a block that is the ballot of one voter, "A. Example: aye", beside another one. Returns
 * false if it is not that. */
bool decision_read_ballot(struct decision_reader *reader, size_t block);

/* Reads "Elected: A. Example (7), B. Example (5)" (V6). Returns false if the block is not that. */
bool decision_read_election(struct decision_reader *reader, size_t block);

/* Reads "+1" of a speaker, or ":+1: from @a, @b", between a proposal and its result (V4). Returns
 * false if the block is not that. */
bool decision_read_plus_one(struct decision_reader *reader, size_t block);

/* Reads a block with voters behind signs, in brackets or after the label of a vote: "Hire N (+1: A,
 * B; -1: C)", "Vote: +1 a, b; -1 c". Returns false if the block is not that. */
bool decision_read_signs(struct decision_reader *reader, size_t block);

/* Returns the length of a text up to its second or a later sentence that is an outcome, or names
 * the mover or seconder only: "Buy a boat. Moved: N. Carried". */
size_t decision_length_without_outcome(struct text_span text);

/* Returns the offset of the outcome after a dash at the end of a text, "Buy a boat - carried 5-1",
 * or the length of the text. */
size_t decision_outcome_after_dash(struct text_span text);

/* Reads the next sentence of a text whose outcome after a dash, at `tail`, is one of its own.
 * Returns the offset from which the one after it is read. */
size_t decision_next_sentence(struct text_span text, size_t from, size_t tail,
                              struct sentence *ret_sentence);

/* Reads the marks of a sentence after a proposal, of which "agreed", and nothing else, is the
 * result, too. */
void decision_marks_after_proposal(const struct sentence *sentence, struct sentence_marks *marks);

/* Returns true if a sentence after the first one of a statement is an outcome that states a result:
 * "Deny the permit. Carried 3-1." */
bool decision_has_outcome(struct text_span rest);

/* Returns the result that the first sentence of a statement states or decides, or NULL. */
const char *decision_result_of_statement(const struct decision_reader *reader,
                                         const struct sentence *sentence,
                                         struct text_span *ret_words, bool *ret_doubtful);

/* Reports whether a pattern is in the label of a text. */
bool decision_label_is(enum words_pattern pattern, struct text_span text);

/* Adds the movers and seconders of a sentence. */
void decision_reader_add_names(struct decision_reader *reader, size_t block,
                               const struct sentence_marks *marks);

/* Reports whether a text says that there is no decision: "None", "No major decisions were made." */
bool decision_says_nothing(struct text_span text);

/* Reads a text that states a decision by its label (L2): `text` begins with the label, `rest` is
 * the text after it. */
void decision_read_statement(struct decision_reader *reader, size_t block, struct text_span text,
                             struct text_span rest, struct text_span number);

/* Reads a text that states a proposal by its label (L3). */
void decision_read_proposal(struct decision_reader *reader, size_t block, struct text_span text,
                            struct text_span rest, struct text_span number);

/* Reports whether a block begins with a line that is a label with a number and a title, bold or in
 * capitals: "RESOLUTION 12: BUDGET". */
bool decision_is_titled(const struct decision_block *at);

/* Reads such a block: the text of the decision is below the title, in this block or the next one.
 * Returns false if it is not that. */
bool decision_read_titled(struct decision_reader *reader, size_t block);

/* Takes a block as the text of the open decision if that has only a title so far. Returns false if
 * it is not that. */
bool decision_read_text_of_title(struct decision_reader *reader, size_t block);

/* Reports whether a text begins as that of a motion: "That the boat be sold." */
bool decision_begins_motion(struct text_span text);

/* Makes a block, less the outcome at its end, the text of the open decision, which has none yet. */
void decision_take_motion(struct decision_reader *reader, size_t block);

/* Reads a block that is what the body says of the application above it: "No objection". It is a
 * decision of its own. Returns false if it is not that. */
bool decision_read_response(struct decision_reader *reader, size_t block);

/* Reports whether a block is a label with a mover: "Moved by: N". */
bool decision_is_mover_line(struct text_span text);

/* Reads the mover of a sentence, which is nothing but names if `names` is true. The mover begins a
 * decision, unless one awaits a mover. */
void decision_read_mover(struct decision_reader *reader, size_t block, struct text_span text,
                         const struct sentence_marks *marks, bool names);

/* Adds the seconders of a sentence to the open decision, which it must have in reach. */
void decision_read_seconder(struct decision_reader *reader, size_t block,
                            const struct sentence_marks *marks);

/* Reads the vote and the result of a sentence: of the open decision if `near` is true and no other
 * result is known, else of a decision that the sentence begins. */
void decision_read_outcome(struct decision_reader *reader, size_t block, struct text_span text,
                           const struct sentence *sentence, const struct sentence_marks *marks,
                           bool near);

/* Reads the sentences of a block. */
void decision_read_sentences(struct decision_reader *reader, size_t block, struct text_span text);

/* Reads a block that names the mover or the seconder by its label, perhaps with the result after
 * it: "Proposed: N. Seconded: N. Carried". Returns false if it is not that. */
bool decision_read_names(struct decision_reader *reader, size_t block);

/* Reads an entry that is a subject and its outcome, "Budget of 2024: approved 3-0", or such a text
 * with the label and number of a decision. Returns false if it is not that. */
bool decision_read_subject(struct decision_reader *reader, size_t block);

/* Reads a row of a table of votes. Returns false if it is not that. */
bool decision_read_table(struct decision_reader *reader, size_t block);

/* Reads a row of two cells, a label and its value: "Result | Carried". Returns false if it is not
 * that. */
bool decision_read_row(struct decision_reader *reader, size_t block);

/* Reads the text after a label such as "Vote:" (L4). */
void decision_read_vote(struct decision_reader *reader, size_t block, struct text_span rest);

/* Returns the section that a heading begins. */
enum decision_section decision_section_of(struct text_span heading);

/* Reports whether a block is a label of several decisions below it, "Decisions:", and nothing else.
 */
bool decision_is_list_label(const struct decision_block *at);

/* Begins the section of a heading; the open decision ends. */
void decision_begin_section(struct decision_reader *reader, size_t block);

/* Appends a block to the text of the open decision. Returns false if it does not belong to it. */
bool decision_extend_text(struct decision_reader *reader, size_t block);

/* Reads a block of the section "Conclusion" or "Decisions". Returns false if it is not a part. */
bool decision_read_section_block(struct decision_reader *reader, size_t block);

/* Takes the list below a block as text of the open decision if the text of the decision ends with
 * the block, and with a colon, or if it begins with a verb in capitals. */
void decision_open_list(struct decision_reader *reader, size_t block);

/* Takes the list whose first entry is the text of the open decision as text of it. */
void decision_continue_list(struct decision_reader *reader, size_t block);

/* Appends an entry of a list below that of the open decision to its text. */
void decision_take_nested(struct decision_reader *reader, size_t block);

/* Appends an entry of such a list to the text of the open decision. Returns false if the block is
 * not one; the list then ends. */
bool decision_extend_list(struct decision_reader *reader, size_t block);

/* Begins a decision with the clause above its operative parts: "Après en avoir délibéré, le
 * conseil, à l'unanimité :". Returns false if the block is not that. */
bool decision_read_lead(struct decision_reader *reader, size_t block);

/* Reports whether a sentence resolves something else than the open motion, which was voted on in
 * another block: "RESOLVED to buy a boat" below "Moved by N to approve the payments. All in
 * favour." */
bool decision_resolves_other(struct decision_reader *reader, size_t block,
                             const struct sentence *sentence);
