/* Prompts: questions that people ask often, and how to answer them from the record. */
#include "mcp/methods.h"
#include "unicode/nearest_name.h"

#include <string.h>

enum {
    ARGUMENTS_MAX = 2,
    ARGUMENT_BYTES_MAX = 500,
    PROMPT_BYTES_MAX = 10000
};

#define CITE                                                                                      \
    " Cite the document and the lines of each statement, with its URL. Say what is inferred and " \
    "what the source leaves open. If the record is silent, say so."

static const struct prompt {
    const char *name, *title, *documentation;
    const char *begin, *end; /* the text around the arguments */
    struct {
        const char *name, *documentation;
        bool required;
        const char *before; /* the text before the argument, if there is one */
    } arguments[ARGUMENTS_MAX];
} prompts[] = {
    {"brief_meeting",
     "Brief me on a meeting",
     "What a meeting was about, what was decided, and what is open.",
     "Brief me on the meeting",
     ": its sessions and subjects, the main positions and who held them, the decisions and "
     "proposals with votes, and what is still to do. Begin with get_record, then use "
     "what_was_decided and list_records." CITE,
     {{"meeting", "The id or the name of the meeting.", true, " "}}},
    {"compare_positions",
     "Compare positions",
     "What several people said about one topic, side by side.",
     "Compare what was said about",
     ". Use who_said_what. Put the positions side by side, and do not say that people agree or "
     "differ unless the record shows it." CITE,
     {{"topic", "The id or the name of the topic.", true, " "},
      {"people", "The people, with commas between them; all if missing.", false,
       ", by these people: "}}},
    {"still_to_do",
     "What is still to do",
     "Open tasks, who has them, and when they are due.",
     "What is still to do",
     "? Use list_records for actions with the status open, sorted by due_date, and for planned "
     "events. Name who has to do what by when." CITE,
     {{"meeting", "The id or the name of the meeting; all if missing.", false,
       " after the meeting "}}},
};

static json_t *describe(const struct prompt *prompt)
{
    json_t *described = json_object(), *arguments = json_array();
    mcp_set_text(described, "name", prompt->name);
    mcp_set_text(described, "title", prompt->title);
    mcp_set_text(described, "description", prompt->documentation);
    for (size_t i = 0; i < ARGUMENTS_MAX && prompt->arguments[i].name; i++) {
        json_t *argument = json_object();
        mcp_set_text(argument, "name", prompt->arguments[i].name);
        mcp_set_text(argument, "description", prompt->arguments[i].documentation);
        mcp_set(argument, "required", json_boolean(prompt->arguments[i].required));
        mcp_append(arguments, argument);
    }
    mcp_set(described, "arguments", arguments);
    return described;
}

json_t *mcp_prompts_list(struct mcp *mcp)
{
    json_t *result = json_object(), *list = json_array();
    if (mcp_param(mcp, "cursor"))
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "the list of prompts has one page");
    for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++)
        mcp_append(list, describe(&prompts[i]));
    mcp_set(result, "prompts", list);
    return result;
}

/* Refuses a name that is not that of a prompt, which may be missing. */
static json_t *refuse_prompt(struct mcp *mcp, const char *name)
{
    struct nearest_name nearest;
    if (!name)
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "\"name\" must be the name of a prompt");
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++)
        nearest_name_offer(&nearest, prompts[i].name);
    if (nearest.best)
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "unknown prompt \"%.60s\"; did you mean \"%s\"?",
                          name, nearest.best);
    return mcp_refuse(mcp, MCP_INVALID_PARAMS,
                      "unknown prompt \"%.60s\"; prompts/list has all names", name);
}

static const struct prompt *find_prompt(const char *name)
{
    for (size_t i = 0; name && i < sizeof prompts / sizeof *prompts; i++)
        if (strcmp(prompts[i].name, name) == 0)
            return &prompts[i];
    return NULL;
}

static bool has_argument(const struct prompt *prompt, const char *name)
{
    for (size_t i = 0; i < ARGUMENTS_MAX && prompt->arguments[i].name; i++)
        if (strcmp(prompt->arguments[i].name, name) == 0)
            return true;
    return false;
}

/* Checks that the arguments are an object of arguments of the prompt. */
static bool check_arguments(struct mcp *mcp, const struct prompt *prompt)
{
    json_t *arguments = mcp_param(mcp, "arguments"), *value;
    const char *name;
    if (arguments && !json_is_object(arguments)) {
        mcp_refuse(mcp, MCP_INVALID_PARAMS, "\"arguments\" must be an object");
        return false;
    }
    json_object_foreach(arguments, name, value)
    {
        if (has_argument(prompt, name))
            continue;
        mcp_refuse(mcp, MCP_INVALID_PARAMS,
                   "the prompt %s has no argument \"%.60s\"; prompts/list has its arguments",
                   prompt->name, name);
        return false;
    }
    return true;
}

/* Reads an argument. Returns false, with an error noted, if it is missing or no text. */
static bool read_argument(struct mcp *mcp, const struct prompt *prompt, size_t i,
                          const char **ret_value)
{
    const char *name = prompt->arguments[i].name;
    const json_t *value = name ? json_object_get(mcp_param(mcp, "arguments"), name) : NULL;
    *ret_value = value && !json_is_null(value) ? json_string_value(value) : "";
    if (*ret_value && strlen(*ret_value) <= ARGUMENT_BYTES_MAX &&
        (**ret_value || !name || !prompt->arguments[i].required))
        return true;
    mcp_refuse(mcp, MCP_INVALID_PARAMS, "the argument \"%s\" must be a text of %d to %d bytes",
               name, prompt->arguments[i].required ? 1 : 0, ARGUMENT_BYTES_MAX);
    return false;
}

static json_t *message_of(json_t *text)
{
    json_t *message = json_object(), *content = json_object();
    mcp_set_text(message, "role", "user");
    mcp_set_text(content, "type", "text");
    mcp_set(content, "text", text);
    mcp_set(message, "content", content);
    return message;
}

/* Appends an argument as a JSON string, so that a line break or a quotation mark in it does not end
 * it. An empty one is left out with what is before it. */
static void append_argument(const struct prompt *prompt, size_t i, const char *value,
                            struct buffer *text)
{
    if (!*value)
        return;
    buffer_append_text(text, prompt->arguments[i].before);
    mcp_write_value(json_string(value), text);
}

/* Returns the text of a prompt, or NULL if out of memory. */
static json_t *text_of(const struct prompt *prompt, const char *const values[ARGUMENTS_MAX])
{
    struct buffer text;
    buffer_init(&text, PROMPT_BYTES_MAX);
    buffer_append_text(&text, prompt->begin);
    for (size_t i = 0; i < ARGUMENTS_MAX; i++)
        append_argument(prompt, i, values[i], &text);
    buffer_append_text(&text, prompt->end);
    json_t *value = text.failed ? NULL : json_stringn(text.bytes, text.length);
    buffer_finish(&text);
    return value;
}

json_t *mcp_prompts_get(struct mcp *mcp)
{
    const char *values[ARGUMENTS_MAX];
    const char *name = mcp_text_of(mcp->params, "name");
    const struct prompt *prompt = find_prompt(name);
    json_t *result = json_object(), *messages = json_array();
    if (!prompt)
        return refuse_prompt(mcp, name);
    if (!check_arguments(mcp, prompt))
        return NULL;
    for (size_t i = 0; i < ARGUMENTS_MAX; i++)
        if (!read_argument(mcp, prompt, i, &values[i]))
            return NULL;
    json_t *text = text_of(prompt, values);
    if (!text)
        return mcp_refuse_with(mcp, 503, MCP_INTERNAL_ERROR, "out of memory");
    mcp_set_text(result, "description", prompt->documentation);
    mcp_append(messages, message_of(text));
    mcp_set(result, "messages", messages);
    return result;
}
