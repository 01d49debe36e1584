/* Fuzzes content negotiation and preconditions. Each line of the input is one value: of Accept,
 * Accept-Encoding, If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since. */
#include "http/negotiation.h"
#include "http/http_date.h"
#include "http/preconditions.h"
#include "input.h"

#include <string.h>

static void check_accept(const char *accept)
{
    static const char *const media_types[] = {"application/json", "application/ld+json",
                                              "text/csv; charset=utf-8; header=present"};
    for (size_t i = 0; i < sizeof media_types / sizeof *media_types; i++) {
        const int quality = negotiation_quality(accept, media_types[i]);
        MUST(quality >= 0 && quality <= 1000);
        MUST(accept || quality == 1000);
    }
}

/* A client that excludes every coding excludes identity, too. */
static void check_accept_encoding(const char *accept_encoding)
{
    const struct coding_choice coding = negotiation_choose_coding(accept_encoding);
    MUST(coding.best <= CODING_NONE);
    MUST(coding.identity_excluded || coding.best != CODING_NONE);
    MUST(!coding.identity_excluded || coding.best != CODING_IDENTITY);
}

/* A date that was parsed is the same after it is written in the preferred format and parsed again.
 */
static void check_date(const char *text)
{
    const int64_t now = 1795392000; /* in November 2026 */
    int64_t seconds, again;
    char written[HTTP_DATE_BYTES];
    if (!text || !http_date_parse(text, now, &seconds) || seconds < 0)
        return;
    http_date_write(seconds, written);
    MUST(http_date_parse(written, now, &again) && again == seconds);
}

/* A tag that matches by strong comparison also matches by weak comparison. */
static void check_tags(const char *list)
{
    static const char *const tags[] = {"\"a\"", "\"0123456789abcdef0123456789abcdef-br\"", "\"\""};
    for (size_t i = 0; list && i < sizeof tags / sizeof *tags; i++)
        MUST(!preconditions_list_tag(list, tags[i], ENTITY_TAG_STRONG) ||
             preconditions_list_tag(list, tags[i], ENTITY_TAG_WEAK));
}

static void check_request(const struct request *request, const char *accept_encoding)
{
    check_accept(request->accept);
    check_accept_encoding(accept_encoding);
    check_tags(request->if_match);
    check_tags(request->if_none_match);
    check_date(request->if_modified_since);
    check_date(request->if_unmodified_since);
    preconditions_judge(request, "\"a\"", "Sun, 06 Nov 1994 08:49:37 GMT");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size), *rest = text;
    struct request request = {.method = METHOD_GET, .target = "/"};
    request.accept = input_line(&rest);
    const char *accept_encoding = input_line(&rest);
    request.if_match = input_line(&rest);
    request.if_none_match = input_line(&rest);
    request.if_modified_since = input_line(&rest);
    request.if_unmodified_since = input_line(&rest);
    check_request(&request, accept_encoding);
    free(text);
    return 0;
}
