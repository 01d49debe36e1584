/* Why a tool failed, in sentences. */
#include "assistant/tool.h"
#include "query/query.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char cut_mark[] = " ...";

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
    const size_t used = strlen(mcp->why), mark = sizeof cut_mark - 1;
    char *end = mcp->why + used;
    va_list arguments;
    if (used + sizeof cut_mark > sizeof mcp->why ||
        (used >= mark && memcmp(end - mark, cut_mark, mark) == 0))
        return;
    va_start(arguments, format);
    const int length = vsnprintf(end, sizeof mcp->why - used, format, arguments);
    va_end(arguments);
    if (length < 0 || used + (size_t)length + sizeof cut_mark > sizeof mcp->why)
        memcpy(end, cut_mark, sizeof cut_mark);
}

void tool_say_allowed(struct mcp *mcp, size_t index, const char *name)
{
    tool_say(mcp, "%s%s", index ? ", " : " Allowed: ", name);
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
    for (size_t i = 0; parameters_at(i); i++)
        if ((parameters_at(i)->scopes & QUERY_LIST) &&
            parameters_at(i)->values != PARAMETER_WORDS &&
            strcmp(parameters_at(i)->name, name) == 0)
            return true;
    return false;
}

static void say_allowed(struct mcp *mcp, const json_t *allowed)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(allowed); i++) {
        const char *name = json_string_value(json_array_get(allowed, i));
        if (name && !tool_is_parameter_of_form(name))
            tool_say_allowed(mcp, count++, name);
    }
    if (count)
        tool_say(mcp, ".");
}

/* Returns the argument of a tool from which a parameter comes: the words of a search have other
 * names there. */
static const char *argument_of(const struct mcp *mcp, const char *parameter)
{
    static const char *const names[] = {"query", "topic"};
    const json_t *arguments = mcp_param(mcp, "arguments");
    for (size_t i = 0; i < sizeof names / sizeof *names && strcmp(parameter, "q") == 0; i++)
        if (mcp_text_of(arguments, names[i]))
            return names[i];
    return parameter;
}

static void say_fault(struct mcp *mcp, const json_t *fault)
{
    const char *parameter = mcp_text_of(fault, "parameter"), *what = mcp_text_of(fault, "detail");
    tool_say(mcp, "%s%.60s: ", *mcp->why ? " " : "", parameter ? argument_of(mcp, parameter) : "");
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
