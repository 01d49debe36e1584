/* Statements: records as the tools tell them, with what they are based on.
 *
 * A statement is made of a record as the API writes it:
 *
 *     id, type, url       of the record
 *     label, text         its words
 *     by, attribution     who said it or moved it
 *     assigned_to         who has to do it
 *     kind, result ...    the values of its fields that say what kind of statement it is
 *     points              the arguments of a paper, with their own sources if there are
 *     votes               how the vote went, and who voted how
 *     part                the fields that name a person, in answers about one
 *     decided_by          the decisions on a proposal, in answers about what was decided
 *     sources             the cited places: document, url, lines, and the quoted words if there are
 *     uncited             true if there are no sources
 *     inferred            the names of fields that an editor inferred
 *     notes               what an editor noted: what the source does not say, oddities, variants
 *
 * Long texts are cut, with "cut" as their mark, unless the statement is whole. If a statement has
 * only the first ones of its sources, notes or points, "sources_total" and so on say how many the
 * record has.
 */
#pragma once

#include "requests/conversation.h"

enum statement_size {
    STATEMENT_LISTED, /* with the first sources and notes, and without points */
    STATEMENT_BRIEF,  /* with all sources and notes, and the first points */
    STATEMENT_WHOLE   /* with all fields of the record */
};

/* Returns the statement of a record. */
json_t *statement_of(const struct mcp *mcp, const json_t *record, enum statement_size size);

/* Returns the short form of a record or reference: id, type, url and label. */
json_t *statement_reference(const struct mcp *mcp, const json_t *reference);

/* Returns the names of the fields in which a record names a person, such as "speaker". */
json_t *statement_part(const json_t *record, const char *person);

/* Returns words of a record, marked as such (mcp.h). */
json_t *statement_words(const char *text, size_t length);

/* Sets a member to the words in a text of a record; does nothing if `text` is not a text. */
void statement_set_words(json_t *object, const char *name, const json_t *text);

/* Sets the URL of a path, complete if the address of the service is known. */
void statement_set_url(const struct mcp *mcp, json_t *object, const char *href);
