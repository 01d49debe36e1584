#include "select/event_archive.h"

#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

struct archive *load_events(unsigned count)
{
    enum {
        EVENT_BYTES = 240
    };
    char *text = malloc(count * EVENT_BYTES + EVENT_BYTES);
    cr_assert(text);
    size_t length =
        (size_t)sprintf(text, "{\"documents\":[{\"id\":\"d\",\"title\":\"D\",\"lines\":1,"
                              "\"sources\":[{\"document\":\"d\",\"lines\":\"1\"}]}],"
                              "\"events\":[");
    for (unsigned i = 0; i < count; i++) {
        const unsigned number = i * 1009 % count;
        length +=
            (size_t)sprintf(text + length,
                            "%s{\"id\":\"e-%u\",\"title\":\"%06u\",\"date\":\"19%02u\","
                            "\"kind\":\"talks\",\"certainty\":\"%s\",\"description\":\"The %s.\","
                            "\"sources\":[{\"document\":\"d\",\"lines\":\"1\"}]}",
                            i ? "," : "", number, number, number % 100,
                            number % EVENTS_PER_PLANNED ? "certain" : "planned",
                            number % EVENTS_PER_HARBOUR ? "tide" : "harbour");
    }
    sprintf(text + length, "]}");
    struct archive *archive = load_json(text);
    free(text);
    return archive;
}
