/* The JSON-LD context, which maps the members of records to linked data.
 *
 * One context covers all types, with the terms of the tables in model/schema/types/. Each type is a
 * class with its own context, because "title" or "date" have different meanings in different types.
 * A field without a term is a property that the service itself defines, /context.jsonld#NAME.
 */
#pragma once

#include "base/json_writer.h"
#include "schema/record_type.h"

#define JSONLD_CONTEXT_PATH "/context.jsonld"

/* The datatype of dates that no datatype of XML Schema fits. */
#define JSONLD_CONTEXT_EDTF "edtf:EDTF"

enum {
    JSONLD_CONTEXT_CLASS_MAX = 32
};

/* Writes the name of a type in the context, such as "Paper", to `name`. Returns `name`. */
const char *jsonld_context_class(const struct record_type *type,
                                 char name[JSONLD_CONTEXT_CLASS_MAX]);

/* Writes the document /context.jsonld. `address` begins its own URLs, and is "" if it is not known;
 * `base_path` is the prefix of their paths, and may be NULL. */
void jsonld_context_write(struct json_writer *writer, const char *address, const char *base_path);

/* Writes the part of that context which records of one type need, for a file that has them. */
void jsonld_context_write_for(struct json_writer *writer, const struct record_type *type,
                              const char *address, const char *base_path);
