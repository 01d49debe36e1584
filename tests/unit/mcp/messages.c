/* tests/cases/mcp: messages of assistants, and their whole answers.
 *
 * The first line of NAME.messages is the path of the record, below the source tree. Each other line
 * is a message. A line that begins with "@" sets header fields for the messages after it, up to the
 * next such line: "@ FIELD: VALUE | FIELD: VALUE". Until then, the messages come on standard input.
 * "$" stands for the members that revision 2026-07-28 demands in "params". A message after "text "
 * is answered with the text of a tool.
 *
 * NAME.expected has the answers, with an indentation: of a tool the structured content, or else the
 * text.
 *
 * TEST_ACCEPT=1 writes the expected files.
 */
#include "archive_fixture.h"
#include "expected_file.h"
#include "mcp/mcp_message.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_BYTES = 4200,
    MESSAGE_BYTES = 4000
};

/* Takes the value of a field out of a line of fields. Returns NULL if it has none. */
static char *take_field(char *fields, const char *name)
{
    static char values[8][200];
    static size_t next;
    char *found = strstr(fields, name), *value = values[next++ % 8];
    if (!found)
        return NULL;
    found += strlen(name) + 2;
    snprintf(value, sizeof values[0], "%.*s", (int)strcspn(found, "|"), found);
    for (size_t length = strlen(value); length > 0 && value[length - 1] == ' '; length--)
        value[length - 1] = '\0';
    return value;
}

static void read_fields(char *line, struct mcp_message *message)
{
    *message = (struct mcp_message){.http = true};
    message->fields.protocol_version = take_field(line, "MCP-Protocol-Version");
    message->fields.rpc_method = take_field(line, "Mcp-Method");
    message->fields.rpc_name = take_field(line, "Mcp-Name");
    message->origin = take_field(line, "Origin");
}

/* Copies a message, with the members of revision 2026-07-28 for "$". */
static void expand(const char *line, char message[MESSAGE_BYTES])
{
    const char *mark = strchr(line, '$');
    const int before = mark ? (int)(mark - line) : (int)strlen(line);
    snprintf(message, MESSAGE_BYTES, "%.*s%s%s", before, line, mark ? MCP_MODERN_META : "",
             mark ? mark + 1 : "");
}

static const char text_mark[] = "text ";

/* Writes the answer of a tool: its structured content, or its text. */
static void write_content(json_t *result, bool as_text, FILE *out)
{
    const json_t *part = json_array_get(json_object_get(result, "content"), 0);
    const json_t *structured = json_object_get(result, "structuredContent");
    const char *text = json_string_value(json_object_get(part, "text"));
    cr_assert(text);
    if (as_text || !structured)
        fprintf(out, "%s%s\n", structured ? "" : "error: ", text);
    else
        json_dumpf(structured, out, JSON_INDENT(1));
}

static void write_body(const struct buffer *body, bool as_text, FILE *out)
{
    json_t *json = body->length ? json_loadb(body->bytes, body->length, 0, NULL) : NULL;
    json_t *result = json_object_get(json, "result");
    cr_expect(json || body->length == 0, "not JSON: %.*s", (int)body->length, body->bytes);
    if (json_object_get(result, "content"))
        write_content(result, as_text, out);
    else if (json)
        json_dumpf(json, out, JSON_INDENT(1));
    fputc('\n', out);
    json_decref(json);
}

static char *answers_of(char *lines)
{
    char *answers = NULL, *rest = NULL, text[MESSAGE_BYTES];
    size_t length, count = 0;
    FILE *out = open_memstream(&answers, &length);
    char *record = strtok_r(lines, "\n", &rest);
    cr_assert(out && record);
    struct archive_fixture fixture = archive_fixture_create(load_path(source_path(record)));
    struct mcp_message message = {.http = false};
    for (char *line; (line = strtok_r(NULL, "\n", &rest));) {
        struct response response;
        fprintf(out, "=== %s\n", line);
        if (*line == '@') {
            read_fields(line, &message);
            continue;
        }
        const bool as_text = strncmp(line, text_mark, sizeof text_mark - 1) == 0;
        expand(line + (as_text ? sizeof text_mark - 1 : 0), text);
        message.text = text;
        mcp_message_answer(&fixture.view, &message, &response);
        fprintf(out, "%u\n", response.status);
        write_body(&response.body, as_text, out);
        response_finish(&response);
        count++;
    }
    cr_expect_gt(count, 0, "there is no message");
    archive_fixture_finish(&fixture);
    fclose(out);
    return answers;
}

static void check_answers(const char *path)
{
    const char *suffix = strstr(path, ".messages");
    char beside[PATH_BYTES];
    if (!suffix)
        return;
    char *messages = expected_file_text(path), *actual = answers_of(messages);
    snprintf(beside, sizeof beside, "%.*s.expected", (int)(suffix - path), path);
    expected_file_check(beside, actual);
    free(actual);
    free(messages);
}

Test(mcp, every_message_has_exactly_the_expected_answer)
{
    expected_files_visit("tests/cases/mcp", check_answers);
}
