/* Responses of the routes are converted to responses of libmicrohttpd. */
#include "answer/mhd_response.h"

#include <criterion/criterion.h>

static struct bodies bodies;

static void start(void)
{
    bodies_init(&bodies, 1 << 20);
}

TestSuite(mhd_response, .init = start);

static struct MHD_Response *convert(struct response *response, bool closing)
{
    return mhd_response_create(response, bodies_take(&bodies, &response->body), closing);
}

static struct MHD_Response *make(const char *value, bool closing)
{
    struct response response;
    response_init(&response);
    response_add_header(&response, "Content-Language", value);
    buffer_append_text(&response.body, "text");
    struct MHD_Response *made = convert(&response, closing);
    response_finish(&response);
    return made;
}

Test(mhd_response, has_the_headers_of_the_response)
{
    struct MHD_Response *made = make("en", false);
    cr_assert(made);
    cr_expect_str_eq(MHD_get_response_header(made, "Content-Language"), "en");
    cr_expect_null(MHD_get_response_header(made, "Connection"));
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 4);
    MHD_destroy_response(made);
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0, "the body leaks");
}

Test(mhd_response, has_connection_close_if_it_closes_the_connection)
{
    struct MHD_Response *made = make("en", true);
    cr_assert(made);
    cr_expect_str_eq(MHD_get_response_header(made, "Connection"), "close");
    MHD_destroy_response(made);
}

/* The library refuses a line feed in a header; running out of memory has the same result. */
Test(mhd_response, is_null_if_a_header_cannot_be_added)
{
    cr_expect_null(make("e\nn", false));
    cr_expect_null(make("e\nn", true));
    cr_expect_eq(bodies_read_figures(&bodies).unsent, 0, "the body leaks");
}

Test(mhd_response, is_null_if_the_response_has_failed)
{
    struct response response;
    response_init(&response);
    response.failed = true;
    cr_expect_null(convert(&response, false));
    response_finish(&response);
}
