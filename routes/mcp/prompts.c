/* Prompts: questions that people ask often, and how to answer them from the record. */
#include "mcp/methods.h"

#include <stdio.h>
#include <string.h>

enum {
    ARGUMENTS_MAX = 2,
    ARGUMENT_BYTES_MAX = 500,
    PROMPT_BYTES = 3000
};

#define CITE                                                                                      \
    " Cite the document and the lines of each statement, with its URL. Say what is inferred and " \
    "what the source leaves open. If the record is silent, say so."

static const struct prompt {
    const char *name, *title, *documentation;
    struct {
        const char *name, *documentation;
        bool required;
    } arguments[ARGUMENTS_MAX];
    const char *parts[ARGUMENTS_MAX + 1]; /* the text around the arguments */
} prompts[] = {
    {"brief_meeting",
     "Brief me on a meeting",
     "What a meeting was about, what was decided, and what is open.",
     {{"meeting", "The id or the name of the meeting.", true}},
     {"Brief me on the meeting \"",
      "\": its sessions and subjects, the main positions and who held "
      "them, the decisions and proposals with votes, and what is still to do. Begin with "
      "get_record, then use what_was_decided and list_records.",
      CITE}},
    {"compare_positions",
     "Compare positions",
     "What several people said about one topic, side by side.",
     {{"topic", "The id or the name of the topic.", true},
      {"people", "The people, with commas between them; all if missing.", false}},
     {"Compare what was said about \"", "\", by these people, or by all if none is named: ",
      ". Use "
      "who_said_what. Put the positions side by side, and do not say that people agree or differ "
      "unless the record shows it." CITE}},
    {"still_to_do",
     "What is still to do",
     "Open tasks, who has them, and when they are due.",
     {{"meeting", "The id or the name of the meeting; all if missing.", false}},
     {"What is still to do after the meeting \"",
      "\" (all meetings if none is named)? Use "
      "list_records for actions with the status open, sorted by due_date, and for planned events. "
      "Name who has to do what by when.",
      CITE}},
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

static const struct prompt *find_prompt(const char *name)
{
    for (size_t i = 0; name && i < sizeof prompts / sizeof *prompts; i++)
        if (strcmp(prompts[i].name, name) == 0)
            return &prompts[i];
    return NULL;
}

/* Reads an argument. Returns false, with an error noted, if it is missing or no text. */
static bool read_argument(struct mcp *mcp, const struct prompt *prompt, size_t i,
                          const char **ret_value)
{
    const char *name = prompt->arguments[i].name;
    const json_t *value = name ? json_object_get(mcp_param(mcp, "arguments"), name) : NULL;
    *ret_value = value ? json_string_value(value) : "";
    if (*ret_value && strlen(*ret_value) <= ARGUMENT_BYTES_MAX &&
        (**ret_value || !name || !prompt->arguments[i].required))
        return true;
    mcp_refuse(mcp, MCP_INVALID_PARAMS, "the argument \"%s\" must be a text of at most %d bytes",
               name, ARGUMENT_BYTES_MAX);
    return false;
}

static json_t *message_of(const char *text)
{
    json_t *message = json_object(), *content = json_object();
    mcp_set_text(message, "role", "user");
    mcp_set_text(content, "type", "text");
    mcp_set_text(content, "text", text);
    mcp_set(message, "content", content);
    return message;
}

json_t *mcp_prompts_get(struct mcp *mcp)
{
    char text[PROMPT_BYTES];
    const char *values[ARGUMENTS_MAX];
    const struct prompt *prompt = find_prompt(mcp_text_of(mcp->params, "name"));
    json_t *result = json_object(), *messages = json_array();
    if (!prompt)
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "unknown prompt; prompts/list has all names");
    for (size_t i = 0; i < ARGUMENTS_MAX; i++)
        if (!read_argument(mcp, prompt, i, &values[i]))
            return NULL;
    snprintf(text, sizeof text, "%s%s%s%s%s", prompt->parts[0], values[0], prompt->parts[1],
             values[1], prompt->parts[2]);
    mcp_set_text(result, "description", prompt->documentation);
    mcp_append(messages, message_of(text));
    mcp_set(result, "messages", messages);
    return result;
}
