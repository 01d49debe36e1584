/* The arguments of a paper, and which of them are on a subject. */
#pragma once

#include "archive/record.h"
#include "record_parts/claim.h"

struct record_page;

enum {
    ARGUMENTS_MAX = 200 /* of a paper, that are looked at */
};

/* An argument of a paper. */
struct argument {
    const struct value *text, *sources;
    size_t number; /* from 1 */
    unsigned tie;  /* how closely the record ties it to the subject */
};

/* Returns the field with the arguments of papers, or NULL. */
const struct field *arguments_find_field(void);

/* Returns the arguments of a paper; an absent value if it has none. */
const struct value *arguments_of(const struct record *paper);

/* Returns one of them, counted from 0. */
struct argument arguments_at(const struct value *arguments, size_t at);

/* Stores the arguments of a paper that are on a subject, which is a topic or an item of the agenda,
 * in their order. The record itself decides: an argument cites lines that the subject cites, too,
 * or is the one that a proposal on the subject takes up, according to the note of the proposal.
 * Words of `label`, which has those of the subject, decide the rest. If no argument is tied
 * closely, the closest one is stored, if it has about half of these words or cites a few of the
 * lines. `ret_arguments` has room for ARGUMENTS_MAX. Returns their number, which may be 0. */
size_t arguments_find(struct record_page *page, const struct record *paper,
                      const struct record *subject, struct claim *label,
                      struct argument *ret_arguments);
