/* The id of a message is found without parsing it, and nothing behind the message is read. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "mcp/message.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define HAS_60(letter) TEN(letter) TEN(letter) TEN(letter) TEN(letter) TEN(letter) TEN(letter)
#define TEN(letter) letter letter letter letter letter letter letter letter letter letter

/* A message, and its id, or NULL if it is not found. */
static const struct {
    const char *text, *id;
} cases[] = {
    {"{\"id\":1}", "1"},
    {"{\"id\":0}", "0"},
    {"{\"id\":-0}", "-0"},
    {"{\"id\":9,\"a\":1}", "9"},
    {"{\"id\":-12,\"a\":1}", "-12"},
    {"{ \"id\" :\t\r\n 10 \n}", "10"},
    {"{\"id\":123456789012345}", "123456789012345"},
    {"{\"id\":-123456789012345}", "-123456789012345"},
    {"{\"id\":1234567890123456}", NULL},
    {"{\"id\":01}", NULL},
    {"{\"id\":-01}", NULL},
    {"{\"id\":00}", NULL},
    {"{\"id\":-}", NULL},
    {"{\"id\":}", NULL},
    {"{\"id\":1.0}", NULL},
    {"{\"id\":1e1}", NULL},
    {"{\"id\":null}", NULL},
    {"{\"id\":[1]}", NULL},
    {"{\"id\":1]", NULL},
    {"{\"id\":1", NULL},
    {"{\"id\":1 ", NULL},
    {"{\"id\":", NULL},
    {"{\"id\": ", NULL},
    {"{\"id\"", NULL},
    {"{\"id\" ", NULL},
    {"{\"id", NULL},
    {"{\"id\"1}", NULL},
    {"{\"id\":\"a\"}", "\"a\""},
    {"{\"id\":\"\"}", "\"\""},
    {"{\"id\":\" ~\"}", "\" ~\""},
    {"{\"id\":\"\x1f\"}", NULL},
    {"{\"id\":\"\x7f\"}", NULL},
    {"{\"id\":\"\xc3\xa4\"}", NULL},
    {"{\"id\":\"\\n\"}", NULL},
    {"{\"id\":\"a", NULL},
    {"{\"id\":\"a\"", NULL},
    {"{\"id\":\"" HAS_60("a") "bc\"}", "\"" HAS_60("a") "bc\""},
    {"{\"id\":\"" HAS_60("a") "bcd\"}", NULL},
    {"{\"a\":{\"id\":2},\"id\":1}", "1"},
    {"{\"a\":[\"id\",2],\"id\":1}", "1"},
    {"{\"a\":\"id\",\"id\":1}", "1"},
    {"{\"a\":\"\\\"id\\\":2\",\"id\":1}", "1"},
    {"{\"ID\":2,\"id\":1}", "1"},
    {"{\"ids\":2,\"id\":1}", "1"},
    {"{\"i\\u0064\":1}", NULL},
    {"}{\"id\":1}", "1"},
    {"\"id\":1}", NULL},
    {"[{\"id\":1}]", NULL},
    {"{\"id\":1,\"id\":2}", "1"},
    {"{\"id\":x,\"id\":2}", NULL},
    {"{}", NULL},
    {"", NULL},
    {"{\"a\":\"\\", NULL},
};

Test(message_id, is_the_first_member_of_the_outer_object_named_id)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    cr_assert_neq(pages, MAP_FAILED);
    cr_assert_eq(mprotect(pages + page, page, PROT_NONE), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t begin = 0, end = 0;
        const size_t length = strlen(cases[i].text);
        char *bytes = memcpy(pages + page - length, cases[i].text, length), id[80] = "";
        const bool found = message_find_id(bytes, length, &begin, &end);
        cr_expect_eq(found, cases[i].id != NULL, "%s", cases[i].text);
        if (found)
            snprintf(id, sizeof id, "%.*s", (int)(end - begin), bytes + begin);
        cr_expect_str_eq(id, cases[i].id ? cases[i].id : "", "%s", cases[i].text);
    }
    munmap(pages, 2 * page);
}
