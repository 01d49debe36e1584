/* The arguments of tools: their schema, and the check of a call against it. */
#include "assistant/tool.h"
#include "unicode/nearest_name.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The type in JSON of each kind of argument. */
static const struct {
    const char *type;
    int64_t least, most; /* of an integer */
    int64_t otherwise;
    const char *expected; /* in a message */
} kinds[] = {
    [TOOL_TEXT] = {"string", 0, 0, 0, "a text that is not empty"},
    [TOOL_LIMIT] = {"integer", 1, TOOL_LIMIT_MAX, TOOL_LIMIT_DEFAULT,
                    "a whole number from 1 to 50"},
    [TOOL_OFFSET] = {"integer", 0, TOOL_NUMBER_MAX, 0, "a whole number, at least 0"},
    [TOOL_LINE] = {"integer", 1, TOOL_NUMBER_MAX, 0, "the number of a line, at least 1"},
    [TOOL_FILTERS] = {"object", 0, 0, 0, "an object of texts, numbers, booleans or lists of texts"},
};

json_t *tool_fail(struct mcp *mcp, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(mcp->why, sizeof mcp->why, format, arguments);
    va_end(arguments);
    mcp->tool_failed = true;
    return NULL;
}

void tool_say(struct mcp *mcp, const char *format, ...)
{
    const size_t used = strlen(mcp->why);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(mcp->why + used, sizeof mcp->why - used, format, arguments);
    va_end(arguments);
}

/* Says a clause as a sentence. */
static void say_clause(struct mcp *mcp, const char *clause)
{
    const size_t length = strlen(clause);
    const bool ended = length > 0 && strchr("?.", clause[length - 1]);
    tool_say(mcp, "%s%s", clause, ended ? "" : ".");
}

bool tool_is_parameter_of_form(const char *name)
{
    static const char *const names[] = {"limit",   "offset", "sort",   "fields",
                                        "include", "facet",  "pretty", "bom"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static void say_allowed(struct mcp *mcp, const json_t *allowed)
{
    const char *before = " Allowed: ";
    for (size_t i = 0; i < json_array_size(allowed); i++) {
        const char *name = json_string_value(json_array_get(allowed, i));
        if (!name || tool_is_parameter_of_form(name))
            continue;
        tool_say(mcp, "%s%s", before, name);
        before = ", ";
    }
}

static void say_fault(struct mcp *mcp, const json_t *fault)
{
    const char *parameter = mcp_text_of(fault, "parameter"), *what = mcp_text_of(fault, "detail");
    tool_say(mcp, "%s%s: ", *mcp->why ? " " : "", parameter ? parameter : "");
    say_clause(mcp, what ? what : "wrong");
    say_allowed(mcp, json_object_get(fault, "allowed"));
}

/* Says which argument made the target of a request too long: the longest one. */
static json_t *fail_by_length(struct mcp *mcp)
{
    json_t *arguments = mcp_param(mcp, "arguments"), *value;
    const char *name, *longest = "";
    size_t most = 0;
    json_object_foreach(arguments, name, value)
    {
        const size_t length = json_dumpb(value, NULL, 0, JSON_ENCODE_ANY);
        if (length > most)
            longest = name;
        most = length > most ? length : most;
    }
    return tool_fail(mcp, "The argument \"%s\" is too long; shorten it.", longest);
}

json_t *tool_fail_by_problem(struct mcp *mcp)
{
    const char *detail = mcp_text_of(mcp->problem, "detail");
    const json_t *faults = json_object_get(mcp->problem, "errors");
    if (mcp->problem_status == 414)
        return fail_by_length(mcp);
    tool_fail(mcp, "%s", "");
    for (size_t i = 0; i < json_array_size(faults); i++)
        say_fault(mcp, json_array_get(faults, i));
    if (json_array_size(faults) == 0)
        say_clause(mcp, detail ? detail : "the record could not be read; try again");
    return NULL;
}

static json_t *argument_schema(const struct tool_argument *argument)
{
    json_t *schema = json_object();
    mcp_set_text(schema, "type", kinds[argument->kind].type);
    mcp_set_text(schema, "description", argument->documentation);
    if (argument->kind == TOOL_TEXT)
        mcp_set(schema, "minLength", json_integer(1));
    if (argument->kind == TOOL_TEXT || argument->kind == TOOL_FILTERS)
        return schema;
    mcp_set(schema, "minimum", json_integer(kinds[argument->kind].least));
    if (argument->kind == TOOL_LIMIT)
        mcp_set(schema, "maximum", json_integer(kinds[argument->kind].most));
    if (argument->kind != TOOL_LINE)
        mcp_set(schema, "default", json_integer(kinds[argument->kind].otherwise));
    return schema;
}

json_t *tool_input_schema(const struct tool *tool)
{
    json_t *schema = json_object(), *properties = json_object(), *required = json_array();
    mcp_set_text(schema, "type", "object");
    for (const struct tool_argument *at = tool->arguments; at->name; at++) {
        mcp_set(properties, at->name, argument_schema(at));
        if (at->required)
            mcp_append(required, json_string(at->name));
    }
    mcp_set(schema, "properties", properties);
    if (json_array_size(required))
        mcp_set(schema, "required", required);
    mcp_set(schema, "additionalProperties", json_false());
    return schema;
}

static const struct tool_argument *find_argument(const struct tool *tool, const char *name)
{
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

static bool refuse_unknown(const struct tool *tool, struct mcp *mcp, const char *name)
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    tool_fail(mcp, "The tool %s has no argument \"%.40s\".", tool->name, name);
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        nearest_name_offer(&nearest, at->name);
    if (nearest.best)
        tool_say(mcp, " Did you mean \"%s\"?", nearest.best);
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        tool_say(mcp, "%s%s", at == tool->arguments ? " Allowed: " : ", ", at->name);
    return false;
}

static bool is_filter(const json_t *value)
{
    if (!json_is_array(value))
        return json_is_string(value) || json_is_number(value) || json_is_boolean(value);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!json_is_string(json_array_get(value, i)))
            return false;
    return true;
}

static bool are_filters(json_t *filters)
{
    const char *name;
    json_t *value;
    json_object_foreach(filters, name, value)
    {
        if (!is_filter(value))
            return false;
    }
    return json_is_object(filters);
}

static bool fits(enum tool_argument_kind kind, json_t *value)
{
    if (kind == TOOL_FILTERS)
        return are_filters(value);
    if (kind == TOOL_TEXT)
        return json_string_length(value) > 0 &&
               strlen(json_string_value(value)) == json_string_length(value);
    return json_is_integer(value) && json_integer_value(value) >= kinds[kind].least &&
           json_integer_value(value) <= kinds[kind].most;
}

static bool require_arguments(const struct tool *tool, const struct tool_call *call)
{
    for (const struct tool_argument *at = tool->arguments; at->name; at++)
        if (at->required && !json_object_get(call->arguments, at->name)) {
            tool_fail(call->mcp, "The tool %s needs the argument \"%s\": %s", tool->name, at->name,
                      at->documentation);
            return false;
        }
    return true;
}

bool tool_read_arguments(const struct tool *tool, struct tool_call *call)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)call->arguments, name, value)
    {
        const struct tool_argument *argument = find_argument(tool, name);
        if (!argument)
            return refuse_unknown(tool, call->mcp, name);
        if (fits(argument->kind, value))
            continue;
        tool_fail(call->mcp, "The argument \"%s\" must be %s.", argument->name,
                  kinds[argument->kind].expected);
        return false;
    }
    call->limit = tool_number(call, "limit", TOOL_LIMIT_DEFAULT);
    call->offset = tool_number(call, "offset", 0);
    return require_arguments(tool, call);
}

const char *tool_text(const struct tool_call *call, const char *name)
{
    return mcp_text_of(call->arguments, name);
}

int64_t tool_number(const struct tool_call *call, const char *name, int64_t otherwise)
{
    const json_t *value = json_object_get(call->arguments, name);
    return json_is_integer(value) ? json_integer_value(value) : otherwise;
}
