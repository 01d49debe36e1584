/* The list of resources, if the work for it does not suffice. */
#include "archive_fixture.h"
#include "mcp/mcp_message.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <string.h>

Test(mcp_resources, a_list_that_takes_too_much_work_is_an_error_and_has_no_next_part)
{
    struct archive_fixture fixture = load_two_meetings();
    struct work work;
    struct response response;
    work_begin(&work, 1, 0);
    mcp_message_answer(&fixture.view,
                       &(struct mcp_message){.text = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":"
                                                     "\"resources/list\",\"params\":{}}",
                                             .work = &work},
                       &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(strstr(response.body.bytes, "\"error\":{\"code\":-32603"), "%s", response.body.bytes);
    cr_expect_not(strstr(response.body.bytes, "nextCursor"), "%s", response.body.bytes);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}
