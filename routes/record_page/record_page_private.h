/* The parts of the page of a record. Private to the folder. */
#pragma once

#include "layout/layout.h"
#include "record_page/line_index.h"

struct work;

/* A page of a record that is being written. */
struct record_page {
    struct page *page;
    const struct record *record;
    struct work *work;
    struct line_index lines;
};

/* Reports whether the record names a field as inferred. */
bool record_page_infers(const struct record *record, const struct field *field);

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

/* Reports whether the text of a field is the title of a record without a title: the text is short,
 * and the record names no author. */
bool record_page_is_titled_by(const struct record *record, const struct field *field);

/* Writes the facts of the head. */
void facts_write(struct record_page *page);

/* Reports whether the text of a field is at the head of the page: a lead, or a description of a
 * record whose statements have sources of their own. */
bool statements_has_lead(const struct record *record, const struct field *field);

/* Reports whether a field is a long text, which has a place of its own. */
bool facts_is_long_text(const struct record *record, const struct field *field);

/* Writes one value: a reference as a link, a code as a word. */
void value_write(struct page *page, const struct field *field, const struct value *value);

/* Writes the long texts and the statements of the record, each beside its source. */
void statements_write(struct record_page *page);

/* Writes the editor's notes, and the sources that are not beside a text. */
void statements_write_notes(struct record_page *page);

/* Writes the source of a statement: the cited lines, or a reference to them. `sources` is a list of
 * objects of source_fields. */
void sources_write(struct record_page *page, const struct value *sources);

/* Writes the cited places as a line of text. `sources` is the same kind of list. */
void sources_write_summary(struct record_page *page, const struct value *sources);

/* Writes the objects of the record that are not statements, its topics and its web links. */
void objects_write(struct record_page *page);

/* Writes the votes of a decision, whose field and value these are. */
void votes_write(struct record_page *page, const struct field *field, const struct value *votes);

/* Writes the text of a document, if the archive has it. */
void reader_write(struct record_page *page);

/* Writes the proposals of a meeting with the records that they take up. Returns false, and writes
 * nothing, if they take up none or are too many for a picture. */
bool flow_write(struct record_page *page, const struct record *const *proposals, size_t count);

/* Returns the relation of `owner` that has the name of the collection of its members, or NULL. */
const struct relation *relations_find(const struct record_page *page, const struct record *owner,
                                      const struct record_type *member);

/* Returns the members of that relation. */
const struct record *const *relations_find_members(const struct record_page *page,
                                                   const struct record *owner,
                                                   const struct record_type *member,
                                                   size_t *ret_count);

/* Writes the first members of a relation as rows, and a link to all of them if there are more. */
void relations_write_rows(struct record_page *page, const struct relation *relation,
                          const struct record *const *members, size_t count);

/* Writes a link to all members of a relation of the owner: "All 12 papers". */
void relations_write_more(struct record_page *page, const struct record *owner,
                          const struct relation *relation, size_t count);

/* Writes the points of a discussion: speaker, addressees and text, each beside its source. On the
 * page of a proposal or a decision, several points are side by side. If there are too many, a link
 * to all of them follows. */
void thread_write(struct record_page *page, const struct relation *relation,
                  const struct record *const *points, size_t count);

/* Writes the records that refer to the record. */
void relations_write(struct record_page *page);

/* Writes the sections of a meeting: its outcomes, its programme, its people, the events before and
 * after it, and links to its other records. */
void meeting_write(struct record_page *page);

/* Writes the programme of a meeting: a timetable, or a list of its sessions, agenda items or
 * papers. */
void programme_write(struct record_page *page);

/* Writes links to the records that pager_find found. */
void pager_write(struct record_page *page);

/* Finds the records before and after this one, for the head of the page and for pager_write. */
void pager_find(struct record_page *page);

/* Writes all fields, folded. */
void fields_write(struct record_page *page);
