#include "http/route.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct route rows[] = {{.pattern = "/"},
                                    {.pattern = "/search"},
                                    {.pattern = "/assets/{version}/{name}"},
                                    {.pattern = "/map-{part}.xml"},
                                    {.pattern = "/{collection}"},
                                    {.pattern = "/{collection}/{id}"}};
static const struct route_table table = {rows, sizeof rows / sizeof *rows};

static const char *pattern_of(const char *text)
{
    static struct target target;
    cr_assert_eq(target_parse(text, &target), TARGET_OK);
    const struct route *route = route_find(&table, &target);
    return route ? route->pattern : "none";
}

Test(route, the_first_pattern_that_matches_is_found)
{
    static const struct {
        const char *target, *pattern;
    } cases[] = {{"/", "/"},
                 {"/?q=x", "/"},
                 {"/search", "/search"},
                 {"/searches", "/{collection}"},
                 {"/sear", "/{collection}"},
                 {"/map-12.xml", "/map-{part}.xml"},
                 {"/map-.xml", "/map-{part}.xml"},
                 {"/map.xml", "/{collection}"},
                 {"/map-1.xm", "/{collection}"},
                 {"/map-1.xml/1", "/{collection}/{id}"},
                 {"/search/x", "/{collection}/{id}"},
                 {"/assets/1/app.js", "/assets/{version}/{name}"},
                 {"/assets/1", "/{collection}/{id}"},
                 {"/papers/1/presenters", "none"},
                 {"/a%2Fb", "/{collection}"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(pattern_of(cases[i].target), cases[i].pattern, "%s", cases[i].target);
}

Test(route, only_the_admin_listener_if_any_serves_monitoring)
{
    static const struct {
        enum listener_role role;
        bool record, monitoring;
    } cases[] = {
        {LISTENER_ALL, true, true}, {LISTENER_RECORD, true, false}, {LISTENER_ADMIN, false, true}};
    const struct route record = {.monitoring = false}, monitoring = {.monitoring = true};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct request request = {.listener_role = cases[i].role};
        cr_expect_eq(route_is_served(&record, &request), cases[i].record);
        cr_expect_eq(route_is_served(&monitoring, &request), cases[i].monitoring);
    }
}
