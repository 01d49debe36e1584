#include "large_record.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

const char *large_record_write(void)
{
    static char path[64];
    snprintf(path, sizeof path, "/tmp/rapporteur-large-XXXXXX");
    FILE *out = fdopen(mkstemp(path), "w");
    cr_assert(out);
    fputs("{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": "
          "\"d\"}]}], \"topics\": [{\"id\": \"t\", \"label\": \"T\", \"sources\": "
          "[{\"document\": \"d\"}], \"description\": \"",
          out);
    for (size_t i = 0; i < LARGE_RECORD_BYTES; i++)
        fputc('a', out);
    fputs("\"}]}", out);
    fclose(out);
    return path;
}

void large_record_await(const struct raw *raw)
{
    struct pollfd begun = {.fd = raw->socket, .events = POLLIN};
    cr_assert_eq(poll(&begun, 1, 240 * 1000), 1, "the server is silent");
}

void large_record_request(struct raw *raw)
{
    raw_send_text(raw, "GET /topics/t HTTP/1.1\r\nHost: localhost\r\n\r\n");
    large_record_await(raw);
}
