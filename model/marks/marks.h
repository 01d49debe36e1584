/* The marks of a decision in a sentence: who moved and seconded, votes, counts and results (V3 to
 * V8).
 *
 * Names and results are parts of the text. Nothing here knows which decision a sentence is about:
 * model/outcomes does.
 *
 * May include: members, phrases, wording.
 */
#pragma once

#include "phrases/pattern.h"

enum {
    VOTE_COUNTS_MAX = 8,
    NAMES_MAX = 4,
    CERTAIN_WORDS_MAX = 12 /* between a motion and its result */
};

/* The number of votes for an option. */
struct vote_count {
    const char *option;
    int value;
};

struct vote_counts {
    size_t count;
    struct vote_count list[VOTE_COUNTS_MAX];
    bool marked;  /* true if the text could be nothing but counts: "Ja: 9", "SF: 1" */
    bool options; /* true if the counts are those of a poll with five options */
    bool unclear; /* true if an option has two: "3 for hiring, 2 for buying" */
    bool worded;  /* true if a word joins two numbers: "3 to 1" */
    bool score;   /* true if they are a score, whose order says what they mean: "3-1" */
    bool turned;  /* true if a score without words was exchanged: "defeated 3-1" */
};

/* Reads the counts of a sentence in every usual form (V4). `vote` is true if the sentence reports a
 * vote or a result: then "3-0" and "8/0/1" are counts, too. Appends to *counts. */
void vote_counts_read(const struct sentence *sentence, bool vote, struct vote_counts *counts);

/* Exchanges the counts of "rejected by 3 votes to 1" and "defeated 3-1", where the larger number is
 * against the motion, unless the sentence names a majority that the motion needed. */
void vote_counts_reject(const struct sentence *sentence, struct vote_counts *counts);

/* Returns the option of a ballot such as "+1", "-1", "0" or ":+1:" with which a text begins, or
 * NULL. *ret_rest is the text after it. */
const char *ballot_at(struct text_span text, struct text_span *ret_rest);

/* The label of ballots before the names of voters: "AYES: A. Example", "Ayes (2): ", "Ayes 2 (",
 * "Ayes - ", "Absent: ". */
struct ballots_label {
    const char *option; /* NULL for those who were absent */
    size_t end;         /* the offset of the first voter */
    int count;          /* the number that the label states, or -1 */
    bool dash;          /* true if a dash is between label and voters: it may be another dash */
    bool bracket;       /* true if the voters are in brackets */
    bool absent;        /* true if it is the label of those who were absent */
};

/* Reads such a label at the beginning of a text. Returns false if the text has none. */
bool ballots_label_read(struct text_span text, struct ballots_label *ret_label);

/* Returns the option of the label of ballots at the beginning of a text, or NULL. A label with a
 * dash does not count. */
const char *ballots_at(struct text_span text);

/* Returns the option that a label of ballots names, such as "AYES:" before names, or NULL. */
const char *ballot_label(struct text_span label);

/* Returns the option of a ballot after the name of its voter: "A. Example - aye", "A. Example +1",
 * or NULL. */
const char *ballot_of_voter(struct text_span text, struct text_span *ret_name);

/* Returns the length of the sentence at the beginning of a text if it is nothing but such ballots,
 * perhaps after the label of a vote, or 0. *ret_first is the offset of the first one. */
size_t roll_call_at(struct text_span text, size_t *ret_first);

/* A sign and the voters behind it: "+1: A, B". */
struct vote_sign {
    const char *option;
    size_t start, voters, end; /* offsets */
    bool colon;
};

/* Finds the next sign with voters from an offset on. Returns false if there is none. */
bool vote_sign_find(struct text_span text, size_t from, struct vote_sign *ret_sign);

/* Finds the first sign with voters of a text that has votes by signs, in brackets or after the
 * label of a vote. Names without a colon before them must be several: "+1 thanks" is talk. Returns
 * false if the text has none. */
bool vote_signs_begin(struct text_span text, struct vote_sign *ret_first);

/* Reports whether a text is nothing but the label of a vote, "Vote:", or empty. */
bool vote_sign_is_label(struct text_span text);

/* Returns the votes of a candidate, "A. Example (7)", "A. Example: 7 votes", or -1. */
int votes_of_candidate(struct text_span text, struct text_span *ret_name);

/* The marks of a sentence. */
struct sentence_marks {
    struct text_span movers[NAMES_MAX];
    size_t mover_count;
    bool moved;      /* true if it has a mover, even without a name */
    bool bracketed;  /* true if it begins with mover and seconder in brackets: "(N/N) Passed" */
    bool slashed;    /* true if only a slash in brackets says so, "(N/N)", as in "(Main/Elm)" */
    bool moved_weak; /* true if only "proposed" says so, which is common in talk */
    struct text_span seconders[NAMES_MAX];
    size_t seconder_count;
    bool seconded;
    const char *result;
    struct text_span result_words;
    struct text_span other_body; /* that gave the result, if another one than this may have done so:
                                    "the county council"; else empty */
    bool elsewhere;              /* true if the result is of another time: it is not read */
    bool result_certain;         /* true if a motion or vote is named beside the result */
    bool result_alone;           /* true if the sentence is nothing but the result */
    bool amended;
    bool amendment;      /* true if it names an amendment, not the motion as amended */
    bool counter;        /* true if it names a motion against another */
    bool subsidiary;     /* true if it names a motion about what to do with another */
    bool amended_motion; /* true if it names the motion as amended */
    bool vote;           /* true if it reports a vote, also a unanimous one */
    bool unanimous;
    bool nearly_unanimous; /* true if there were some votes against: "unanimously but for one vote"
                            */
    bool motion;           /* true if it names a motion, proposal or resolution */
    bool minutes;          /* true if it is about minutes or an agenda */
    bool prose;            /* true if V8 takes it as a decision */
    size_t prose_end;      /* the word after the verb that decides */
    size_t resolved;       /* the word at which it says what was decided, after the mover; else 0 */
    bool doubtful;         /* true if what it decides may be a postponement: it has no result */
    bool all;     /* true if the result is that of several motions: "Both motions carried" */
    bool outcome; /* true if the sentence is nothing but an outcome or names */
    bool casting; /* true if it names the vote that decides a tie */
    bool ballots; /* true if it begins with the label of ballots: "In favour: N" */
    bool elects;
    struct text_span elected;
    const char *method;
    struct vote_counts counts;
};

/* Returns the number of words at the beginning of a sentence that make it a decision, "RESOLVED,
 * that", "Agreed that", "AGREED to", or 0. */
size_t sentence_is_resolved(const struct sentence *sentence);

/* Returns true if a sentence says only who moved and seconded, not what: "Proposed by N, seconded
 * by N." */
bool sentence_is_names(const struct sentence *sentence);

/* Returns the word at which a sentence that first says who moved and seconded says what was
 * decided: "Proposed by N, seconded by N and RESOLVED that ...". Returns 0 if it does not. */
size_t sentence_resolved_after_names(const struct sentence *sentence);

/* Returns true if a sentence is nothing but an outcome or names: "Carried, 2 for." */
bool sentence_marks_are_outcome(const struct sentence *sentence,
                                const struct sentence_marks *marks);

/* Returns the text of some words of a sentence. */
struct text_span sentence_part(const struct sentence *sentence, size_t from, size_t to);

/* Finds the name that ends before a word. Returns false if there is no name. */
bool sentence_name_before(const struct sentence *sentence, size_t at, struct text_span *ret_name);

/* Reads the names that begin at a word: "A. Example and B. Example". Returns their number, at most
 * NAMES_MAX. */
size_t sentence_names_after(const struct sentence *sentence, size_t at, struct text_span *names);

/* Finds "(N/N)", a mover and a seconder. Returns false if a text does not have that. */
bool text_has_movers_in_brackets(struct text_span text, struct text_span *ret_mover,
                                 struct text_span *ret_seconder);

/* Finds "N moved to ...", "moved by N", "seconded by N" (V3). */
void sentence_marks_find_movers(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks);

/* Finds the person who was elected: "N was elected", "Chair: N, elected unanimously", "Zum
 * Vorsitzenden wird N gewählt". */
bool sentence_find_elected(const struct sentence *sentence, struct text_span *ret_name);

/* Returns the end of the first election in a sentence that has several: "N was elected chair, and N
 * was elected treasurer". *ret_next is the offset of the next one. Returns 0 if it has not. */
size_t sentence_first_election(const struct sentence *sentence, size_t *ret_next);

/* Finds votes, unanimity and consent (V5). */
void sentence_marks_find_vote(const struct sentence *sentence, struct sentence_marks *marks);

/* Finds the result, and whether it is certain that it is the result of a motion. */
void sentence_marks_find_result(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks);

/* Returns true if a sentence begins with the label of a vote: "Vote: 3-3", "Abstimmung: ...". */
bool sentence_has_vote_label(const struct sentence *sentence);

/* Reads the counts of a sentence, after its result. `vote` is as that of vote_counts_read. */
void sentence_marks_read_counts(const struct sentence *sentence, bool vote,
                                struct sentence_marks *marks);

/* Reads the marks of a sentence. `spoken` is true if a speaker says it. */
void sentence_marks_read(const struct sentence *sentence, bool spoken, struct sentence_marks *ret);

/* Returns true if one of the two words before another negates it: no mark is between them. */
bool sentence_is_negated(const struct sentence *sentence, size_t at);

/* Returns true if a sentence denies only that a vote was unanimous: "not carried unanimously". */
bool sentence_is_not_unanimous(const struct sentence *sentence);

/* Returns the result that a text states, such as "adopted", or NULL; *ret_words are its words, and
 * negations before it count (V7). */
const char *result_find(const struct sentence *sentence, size_t from, size_t *ret_at,
                        struct text_span *ret_words);

/* Reads what a sentence decides, whose verb is from `from` to before `to`: "deferred" for "agreed
 * to defer the item", "rejected" for "décide de rejeter", else NULL (V7). *ret_doubtful is true if
 * it may be that: "agreed to postpone the party". */
const char *result_of_decision(const struct sentence *sentence, size_t from, size_t to,
                               struct text_span *ret_words, bool *ret_doubtful);

/* Returns true if a result, whose words are from `at` to before `end`, is one of another time, or
 * only says which motion is meant: "The motion carried at the last meeting was read out". */
bool result_is_elsewhere(const struct sentence *sentence, size_t at, size_t end);

/* Returns true if the words of a result from `at` to before `end`, "withdrew", have a subject that
 * withdraws something else than a motion: "Jones withdrew his objection". */
bool result_withdraws_other(const struct sentence *sentence, size_t at, size_t end);

/* Returns the words that name another body as the one that gave a result, such as "the lottery
 * fund" in "approved by the lottery fund", or an empty text. The body may still be that of these
 * minutes, such as a "county council". */
struct text_span result_agent(const struct sentence *sentence, size_t at, size_t end);

/* Takes the result, the vote and the counts out of some marks. */
void sentence_marks_drop_outcome(struct sentence_marks *marks);

/* Returns true if the result at a word, which result_find found, is what the main clause says of
 * its subject: "The purchase of the lamp is not approved". */
bool result_is_stated(const struct sentence *sentence, size_t at);
