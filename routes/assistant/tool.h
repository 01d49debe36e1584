/* The tools: what an assistant can ask.
 *
 * A tool has a name, arguments, and a function that returns its structured content. A failure that
 * the assistant can mend is a result as well, with "isError", and says what was wrong and what to
 * do.
 */
#pragma once

#include "requests/conversation.h"

enum {
    TOOL_LIMIT_DEFAULT = 10,
    TOOL_LIMIT_MAX = 50,
    TOOL_ARGUMENTS_MAX = 6
};
#define TOOL_NUMBER_MAX (INT64_C(1) << 53)

enum tool_argument_kind {
    TOOL_TEXT,
    TOOL_LIMIT,  /* statements on a page */
    TOOL_OFFSET, /* statements before the page */
    TOOL_LINE,   /* the number of a line, from 1 on */
    TOOL_FILTERS /* an object: fields and their values */
};

struct tool_argument {
    const char *name;
    enum tool_argument_kind kind;
    bool required;
    const char *documentation;
};

struct tool_call {
    struct mcp *mcp;
    const json_t *arguments; /* checked; or NULL */
    int64_t limit, offset;
};

struct tool {
    const char *name, *title;
    const char *documentation;
    struct tool_argument arguments[TOOL_ARGUMENTS_MAX]; /* up to the one without a name */
    const char *output;   /* the properties of the structured content, as JSON */
    const char *required; /* the names of those that it always has, as JSON */
    /* Returns the structured content. Returns NULL with a failure noted. */
    json_t *(*run)(struct tool_call *call);
};

extern const struct tool tools[];
extern const size_t tool_count;

/* The definitions to which the properties refer, as JSON. */
extern const char tool_definitions[];

/* Notes why a tool failed, in sentences. Returns NULL. */
__attribute__((format(printf, 2, 3))) json_t *tool_fail(struct mcp *mcp, const char *format, ...);

/* Does the same for the last request to the routes that failed. */
json_t *tool_fail_by_problem(struct mcp *mcp);

/* Reports whether a parameter of the routes changes the form of a list rather than its records. The
 * tools do not take it as a filter. */
bool tool_is_parameter_of_form(const char *name);

/* Adds to why the tool failed. What does not fit is left out, and so is all that follows; then the
 * text ends with " ...". */
__attribute__((format(printf, 2, 3))) void tool_say(struct mcp *mcp, const char *format, ...);

/* Adds the allowed name `index` to the list of allowed names, which the caller ends with ".". */
void tool_say_allowed(struct mcp *mcp, size_t index, const char *name);

/* Checks the arguments of a call, and reads `limit` and `offset`. Returns false with a failure
 * noted. */
bool tool_read_arguments(const struct tool *tool, struct tool_call *call);

/* Writes the input schema of a tool. */
json_t *tool_input_schema(const struct tool *tool);

/* Reads a whole number, which may be written with a fraction of zero. Returns false if it is
 * something else. */
bool tool_read_number(const json_t *value, int64_t *ret_number);

/* Return an argument: a value of any kind, or NULL; a text, which is not empty, or NULL; a number,
 * or `otherwise`. An argument that is null is missing. */
json_t *tool_value(const struct tool_call *call, const char *name);
const char *tool_text(const struct tool_call *call, const char *name);
int64_t tool_number(const struct tool_call *call, const char *name, int64_t otherwise);

/* Appends structured content as indented lines for human readers and for assistants that read only
 * text. The words of records are in quotation marks. */
void tool_render(const json_t *content, struct buffer *out);

/* Appends words of a record in quotation marks, as JSON, with their hidden characters escaped. */
void tool_render_words(const json_t *text, struct buffer *out);

json_t *tool_search_record(struct tool_call *call);
json_t *tool_get_record(struct tool_call *call);
json_t *tool_list_records(struct tool_call *call);
json_t *tool_who_said_what(struct tool_call *call);
json_t *tool_what_was_decided(struct tool_call *call);
json_t *tool_person_part(struct tool_call *call);
json_t *tool_cited_lines(struct tool_call *call);
json_t *tool_describe_archive(struct tool_call *call);
