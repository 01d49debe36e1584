/* The parts of the page of a record. Private to the folder. */
#pragma once

#include "record_parts/record_parts.h"

/* Reports whether the text of a field is the title of a record without a title: the text is short,
 * and the record names no author. */
bool record_page_is_titled_by(const struct record *record, const struct field *field);

/* Returns the text that search engines and link previews show: the record's own description, or a
 * sentence that counts what belongs to the record, which is written to `out`. */
struct page_text description_write(const struct record_page *page, struct buffer *out);

/* Writes the facts of the head. */
void facts_write(struct record_page *page);

/* Reports whether the text of a field is at the head of the page: a lead, or a description of a
 * record whose statements have sources of their own. */
bool statements_has_lead(const struct record *record, const struct field *field);

/* Reports whether a field is a long text, which has a place of its own. */
bool facts_is_long_text(const struct record *record, const struct field *field);

/* Writes the long texts and the statements of the record, each beside its source. */
void statements_write(struct record_page *page);

/* Writes the editor's notes, and the sources that are not beside a text. */
void statements_write_notes(struct record_page *page);

/* Writes the objects of the record that are not statements, its topics and its web links. */
void objects_write(struct record_page *page);

/* Writes the votes of a decision, whose field and value these are. */
void votes_write(struct record_page *page, const struct field *field, const struct value *votes);

/* Says that the service does not have the text of a document, and how many of its lines are cited.
 * Writes nothing if none are. */
void absent_text_write(struct record_page *page);

/* Writes the text of a document, if the archive has it. */
void reader_write(struct record_page *page);

/* Writes the points of a discussion: speaker, addressees and text, each beside its source. On the
 * page of a proposal or a decision, several points are side by side. If there are too many, a link
 * to all of them follows. `before` is the number of points that are already on the page. */
void thread_write(struct record_page *page, const struct relation *relation,
                  const struct record *const *points, size_t count, size_t before);

/* Reports whether the field of a record that has a role names the subject of the page. */
bool record_page_names(const struct record_page *page, const struct record *record,
                       enum field_role role);

/* Reports whether a point of a discussion is of a kind. */
bool record_page_is_kind(const struct record *point, const char *kind);

/* Writes the members of a relation of a person or an organization that are points of a discussion
 * or decisions, by what the subject did: said, asked, moved, voted. Returns false, and writes
 * nothing, for other relations. */
bool involvement_write(struct record_page *page, const struct relation *relation);

/* Writes the arguments of the papers of a person; of a topic, those of its papers that are on it,
 * by speaker. Writes nothing for records of other types. */
void argued_write(struct record_page *page);

/* Writes the arguments of papers as a section, by speaker; nothing if the papers have none. */
void argued_write_papers(struct record_page *page, const char *id, const char *heading,
                         const struct record *const *papers, size_t count);

/* Writes the people of a relation of an organization who are not in its relation "people", as a
 * section, unless there are none. Returns false, and writes nothing, for other relations. */
bool representatives_write(struct record_page *page, const struct relation *relation,
                           const struct record *const *members, size_t count);

/* Writes what the people of an organization argued, moved, asked and said, if there is any of it.
 */
void organization_people_write(struct record_page *page);

/* Writes the proposals that take up papers and points of a person, if there are any. */
void echoes_write(struct record_page *page);

/* Writes the records that refer to the record. */
void relations_write(struct record_page *page);

/* Writes links to the records that pager_find found. */
void pager_write(struct record_page *page);

/* Finds the records before and after this one, for the head of the page and for pager_write. */
void pager_find(struct record_page *page);

/* Finds the meetings before and after this one in its series. */
void series_find(struct record_page *page);

/* Writes all fields, folded. */
void fields_write(struct record_page *page);

/* Says how many items of a list of `count` are not among the `shown` ones on the page, with a link
 * to the JSON, which has all. Writes nothing if there are not more. */
void rest_write(struct record_page *page, size_t shown, size_t count);
