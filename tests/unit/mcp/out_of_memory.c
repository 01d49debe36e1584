/* Without memory an answer to an assistant fails as a whole, and the next one is complete. */
#include "archive_fixture.h"
#include "failing_memory.h"
#include "mcp/mcp_message.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <string.h>

#define CALL(name, arguments)                                                                    \
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" name "\"," \
    "\"arguments\":{" arguments "}}}"
#define ASK(method, params) \
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" method "\",\"params\":{" params "}}"

static bool is_same(const struct response *left, const struct response *right)
{
    return left->status == right->status && left->body.length == right->body.length &&
           memcmp(left->body.bytes, right->body.bytes, left->body.length) == 0;
}

static void answer(const struct archive_fixture *fixture, const char *text,
                   struct response *ret_response)
{
    mcp_message_answer(&fixture->view, &(struct mcp_message){.text = text, .http = true},
                       ret_response);
}

static void expect_whole_or_503(const struct archive_fixture *fixture, const char *text)
{
    struct response whole;
    size_t failures = 0;
    bool failed = true;
    answer(fixture, text, &whole);
    cr_expect_eq(whole.status, 200, "%s", text);
    for (; failed; failures++) {
        struct response response, after;
        failing_memory_begin(failures);
        answer(fixture, text, &response);
        failed = failing_memory_end();
        cr_assert(response.status == 503 || is_same(&response, &whole), "%s: %u after %zu: %.*s",
                  text, response.status, failures, (int)response.body.length, response.body.bytes);
        cr_expect(failed || response.status != 503);
        answer(fixture, text, &after);
        cr_assert(is_same(&after, &whole), "%s: the next time after %zu", text, failures);
        response_finish(&response);
        response_finish(&after);
    }
    cr_expect_gt(failures, 3, "%s", text);
    response_finish(&whole);
}

Test(mcp_out_of_memory, an_answer_is_whole_or_503)
{
    static const char *const messages[] = {
        ASK("initialize", "\"protocolVersion\":\"2025-11-25\""),
        ASK("tools/list", ""),
        ASK("resources/list", ""),
        ASK("resources/read", "\"uri\":\"rapporteur:/papers/tides-at-night\""),
        ASK("resources/read", "\"uri\":\"rapporteur:/papers/none\""),
        ASK("prompts/list", ""),
        ASK("prompts/get", "\"name\":\"still_to_do\""),
        ASK("unknown", ""),
        CALL("search_record", "\"query\":\"tide\",\"limit\":2"),
        CALL("get_record", "\"id\":\"tides-at-night\""),
        CALL("get_record", "\"id\":\"tides-at-nigt\""),
        CALL("person_part", "\"person\":\"Mr Berg\""),
        CALL("list_records", "\"collection\":\"papers\",\"filters\":{\"session\":\"none\"}"),
        CALL("who_said_what", "\"topic\":\"Lisbon\""),
        CALL("search_record", "\"query\":\"-tide\""),
        CALL("list_records", "\"collection\":\"papers\",\"filters\":{\"number__gt\":0}"),
        CALL("list_records", "\"collection\":\"papers\",\"sort\":\"titel\""),
        CALL("who_said_what", "\"topic\":\"tides\",\"limit\":1"),
        CALL("what_was_decided", "\"topic\":\"tides\",\"limit\":1"),
        CALL("person_part", "\"person\":\"Almada\",\"limit\":1"),
        CALL("cited_lines", "\"document\":\"minutes\",\"from\":10,\"to\":11"),
        CALL("describe_archive", ""),
    };
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("tests/cases/valid/two-meetings.json")));
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        expect_whole_or_503(&fixture, messages[i]);
    archive_fixture_finish(&fixture);
}
