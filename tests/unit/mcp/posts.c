/* Messages that come before the record is loaded, or to a target that takes none. */
#include "archive_fixture.h"
#include "mcp/mcp.h"
#include "mcp/mcp_message.h"
#include "router.h"

#include <criterion/criterion.h>
#include <string.h>

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = load_two_meetings();
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(mcp_posts, .init = set_up, .fini = tear_down);

#define CALL(tool, arguments)                                  \
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"," \
    "\"params\":{\"name\":\"" tool "\",\"arguments\":{" arguments "}}}"

Test(mcp_posts, a_tool_says_that_the_record_is_still_being_loaded)
{
    static const char *const calls[] = {
        CALL("person_part", "\"person\":\"b-berg\""), CALL("who_said_what", "\"topic\":\"tides\""),
        CALL("search_record", "\"query\":\"tide\",\"meeting\":\"lisbon-2001\"")};
    struct snapshot_view view = fixture.view;
    view.archive = NULL;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const struct mcp_message message = {.text = calls[i], .http = true};
        struct response response;
        mcp_message_answer(&view, &message, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect(
            strstr(response.body.bytes, "The record is still being loaded; try again in a moment."),
            "%s: %s", calls[i], response.body.bytes);
        response_finish(&response);
    }
}

Test(mcp_posts, a_message_is_only_taken_at_a_target_without_parameters)
{
    static const struct {
        const char *target, *found;
        unsigned status;
    } cases[] = {{MCP_PATH, "\"result\":{}", 200},
                 {MCP_PATH "?", "\"result\":{}", 200},
                 {MCP_PATH "?a=1", "unknown parameter", 400},
                 {MCP_PATH "?%zz", "cannot decode the request target", 400}};
    const struct publication publication = {.mcp = true};
    static const char ping[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    const struct content content = {.bytes = ping, .length = sizeof ping - 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.method = METHOD_POST,
                                        .target = cases[i].target,
                                        .content = &content,
                                        .publication = &publication};
        struct response response;
        response_init(&response);
        router_answer(&fixture.view, &request, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect_eq(response.status, cases[i].status, "%s: %u", cases[i].target, response.status);
        cr_expect(strstr(response.body.bytes, cases[i].found), "%s: %s", cases[i].target,
                  response.body.bytes);
        response_finish(&response);
    }
}
