/* What a client finds in the shipped record. */
#include "served.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(records, .init = serve, .fini = stop_serving);

/* Asks for every URL under a member "href" or in "links", once each. */
static void follow(json_t *seen, json_t *json)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(json, index, value) follow(seen, value);
    json_object_foreach(json, key, value)
    {
        const char *text = json_string_value(value);
        if (!text || text[0] != '/' || json_object_get(seen, text)) {
            follow(seen, value);
            continue;
        }
        json_object_set_new(seen, text, json_true());
        json_t *next = client_get_json(&client, text, 200);
        follow(seen, next);
        json_decref(next);
    }
}

Test(records, every_link_that_can_be_reached_from_the_service_document_resolves)
{
    json_t *seen = json_object();
    json_t *service = client_get_json(&client, "/", 200);
    follow(seen, service);
    cr_expect_gt(json_object_size(seen), 500);
    json_decref(service);
    json_decref(seen);
}
