/* The names that a parameter accepts for records of a type. The API description lists them. The
 * tests are those by which query_parse accepts a name. */
#pragma once

#include "archive/archive.h"
#include "query/parameters.h"

#include <stdbool.h>

/* Size of the longest choice with its NUL: two names and a separator. */
enum {
    PARAMETER_CHOICE_BYTES_MAX = 80
};

/* Reports whether the accepted names depend on the type of the records. The parameter is then a
 * list of names, separated by commas. */
bool parameter_choices_depend_on_type(enum parameter_values values);

/* Receives one choice, which is valid only during the call. */
typedef void parameter_choice_visitor(void *context, const char *choice);

/* Visits the names that are accepted for records of a type. `type` may be NULL if they do not
 * depend on it. */
void parameter_choices_visit(enum parameter_values values, const struct archive *archive,
                             const struct record_type *type, parameter_choice_visitor *visit,
                             void *context);
