/* The parts of the pages of records that several kinds of page have: rows, the sources beside a
 * statement, values in words, and the members of relations.
 *
 * May include: http, layout, markup, query.
 */
#pragma once

#include "layout/layout.h"
#include "record_parts/arguments.h"
#include "record_parts/claim.h"
#include "record_parts/line_index.h"
#include "record_parts/related.h"
#include "record_parts/row.h"

struct work;

/* A page of a record that is being written. */
struct record_page {
    struct page *page;
    const struct record *record;
    struct work *work; /* may be NULL */
    struct line_index lines;
};

/* Writes the sign of an inferred value, if the record names the field with a role as inferred, and
 * has a value in it. */
void record_page_mark_role(struct page *page, const struct record *record, enum field_role role);

/* Returns the value of a field by its place in the table of the type. */
static inline const struct value *record_page_value(const struct record *record,
                                                    const struct field *field)
{
    return record_field(record, (size_t)(field - record->type->fields.at));
}

/* Returns the field of a list that holds the sources of its object or record, or NULL. */
const struct field *record_page_find_sources(struct field_list fields);

/* Returns the sources of a record, which may be absent. */
const struct value *record_page_sources(const struct record *record);

/* Reports whether the objects of a field are statements: texts, each with its sources. */
bool record_page_has_statements(const struct field *field);

/* Writes one value: a reference as a link, a code as a word. */
void value_write(struct page *page, const struct field *field, const struct value *value);

/* Writes the source of a statement: the cited lines, or a reference to them. Of a long passage it
 * writes the lines that have the most words of the statement, which is the `length` bytes of `text`
 * (claim.h). `sources` is a list of objects of source_fields. */
void sources_write(struct record_page *page, const struct value *sources, const char *text,
                   size_t length);

/* Does the same with fewer lines, beside a note, a position or a point. If the lines have the
 * statement as it is, writes only a reference to them. */
void sources_write_short(struct record_page *page, const struct value *sources, const char *text,
                         size_t length);

/* Does the same with few lines for a record in a row of a list, its votes included. */
void sources_write_of_record(struct record_page *page, const struct record *record);

/* Does the same for a row that says how people or organizations voted on a decision: with the
 * sources of the votes that they cast, or if these have none, with those of the decision. */
void sources_write_of_ballots(struct record_page *page, const struct record *decision,
                              const struct record *const *voters, size_t count);

/* Writes a link to the first cited place of a record, in words, and one to that of its vote, if it
 * has one vote with numbers that other lines state. */
void sources_write_reference(struct page *page, const struct record *record);

/* Writes the cited places as a line of text. `sources` is the same kind of list. */
void sources_write_summary(struct record_page *page, const struct value *sources);

/* Returns the relation of `owner` that has the name of the collection of its members, or NULL. */
const struct relation *relations_find(const struct record_page *page, const struct record *owner,
                                      const struct record_type *member);

/* Returns the members of that relation. */
const struct record *const *relations_find_members(const struct record_page *page,
                                                   const struct record *owner,
                                                   const struct record_type *member,
                                                   size_t *ret_count);

/* Writes a record as a row of a list, with its source beside it; on a narrow screen below it, in a
 * fold. */
void row_write_with_source(struct record_page *page, const struct record *record);

/* Writes the first members of a relation as rows, and a link to all of them if there are more. */
void relations_write_rows(struct record_page *page, const struct relation *relation,
                          const struct record *const *members, size_t count);

/* Writes a link to all members of a relation of the owner: "All 12 papers". */
void relations_write_more(struct record_page *page, const struct record *owner,
                          const struct relation *relation, size_t count);

/* The options of a vote that a bar has room for. */
enum {
    VOTE_OPTIONS_MAX = 12
};

/* Return the option and the number of one count of a vote. */
const struct value *vote_option(const struct value *count);
int64_t vote_number(const struct value *count);

/* Returns the class of an option, which gives it its colour. */
const char *vote_class(const struct value *option);

/* Writes the name of an option; one that is a code as words: "not voting". */
void vote_write_option(struct markup *markup, const struct value *option);

/* Writes the counts of a vote as one bar of a class. The numbers beside it must say the same. */
void vote_write_bar(struct markup *markup, const struct value *counts, const char *class);

/* Returns the only vote of a record that has numbers, or NULL. */
const struct members *vote_find_counted(const struct record *record);

/* Returns the first vote on a decision in which a person or an organization cast a ballot; NULL if
 * the record does not name it as a voter. */
const struct members *vote_find_cast(const struct record *decision, const struct record *voter,
                                     struct work *work);

/* Returns the option of that ballot, or NULL. */
const struct value *vote_find_option(const struct record *decision, const struct record *voter,
                                     struct work *work);

/* Writes what a paper or a point is as a link to the place that says it, with its stance. If
 * `argument` is not 0, it is that argument of the paper's `of`. They are in a span, which the
 * caller closes. */
void said_open_place(struct page *page, const struct record *record, size_t argument, size_t of);
