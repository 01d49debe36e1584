#include "http/problem.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* Answers a problem to a request. Returns the body, which the caller decrefs. */
static json_t *answer_problem(const char *base_path, const char *target, unsigned status,
                              const char *detail)
{
    const struct request request = {.target = target, .base_path = base_path};
    struct response response;
    response_init(&response);
    problem_answer(&response, &request, status, "%s", detail);
    cr_expect_eq(response.status, status);
    cr_expect_str_eq(response_header(&response, "Content-Type"), "application/problem+json");
    json_t *problem = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    cr_assert(problem, "%.*s", (int)response.body.length, response.body.bytes);
    response_finish(&response);
    return problem;
}

static const char *member(json_t *problem, const char *name)
{
    return json_string_value(json_object_get(problem, name));
}

Test(problem, has_the_name_of_its_status)
{
    static const struct {
        unsigned status;
        const char *title;
    } cases[] = {{400, "Bad Request"},         {404, "Not Found"},
                 {405, "Method Not Allowed"},  {406, "Not Acceptable"},
                 {412, "Precondition Failed"}, {413, "Content Too Large"},
                 {414, "URI Too Long"},        {415, "Unsupported Media Type"},
                 {417, "Expectation Failed"},  {500, "Internal Server Error"},
                 {503, "Service Unavailable"}, {499, "Error"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *problem = answer_problem(NULL, "/x", cases[i].status, "because");
        cr_expect_str_eq(member(problem, "title"), cases[i].title);
        cr_expect_str_eq(member(problem, "type"), "about:blank");
        cr_expect_str_eq(member(problem, "detail"), "because");
        cr_expect_eq(json_integer_value(json_object_get(problem, "status")), cases[i].status);
        json_decref(problem);
    }
}

Test(problem, its_instance_is_the_requested_target_in_printable_ascii)
{
    static const struct {
        const char *base_path, *target, *instance;
    } cases[] = {{NULL, "/papers?x=1", "/papers?x=1"},
                 {"/record", "/papers", "/record/papers"},
                 {"/record", "*", "*"},
                 {"/record", "http://a.example/", "http://a.example/"},
                 {NULL, "/!~", "/!~"},
                 {NULL, "/\x01 \x7f\x80\xff\t\n", "/???????"},
                 {NULL, "/\"\\", "/\"\\"},
                 {NULL, "", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *problem = answer_problem(cases[i].base_path, cases[i].target, 404, "x");
        cr_expect_str_eq(member(problem, "instance"), cases[i].instance);
        json_decref(problem);
    }
}

Test(problem, a_long_instance_or_detail_is_cut)
{
    char target[4000] = "/", detail[4000] = "";
    memset(target + 1, 'x', sizeof target - 2);
    memset(detail, 'y', sizeof detail - 1);
    json_t *problem = answer_problem("/record", target, 404, detail);
    const size_t length = strlen(member(problem, "instance"));
    cr_expect(length > 200 && length < 1000, "%zu", length);
    cr_expect_eq(strncmp(member(problem, "instance"), "/record/xxx", 11), 0);
    cr_expect_eq(strlen(member(problem, "detail")), PROBLEM_DETAIL_MAX - 1);
    json_decref(problem);
}

Test(problem, lists_the_faults_and_allowed_values_up_to_a_limit)
{
    static struct parameter_faults faults;
    const struct request request = {.target = "/x"};
    struct response response;
    json_t *fault;
    size_t i;
    for (i = 0; i < PARAMETER_FAULTS_MAX; i++)
        cr_assert(problem_add_fault(&faults, "p", "wrong %zu", i));
    cr_expect(!problem_add_fault(&faults, "p", "one too many"));
    problem_fault_hint(NULL, "no fault");
    problem_fault_allow(NULL, "no fault");
    problem_fault_hint(&faults.at[1], "q");
    for (i = 0; i < ALLOWED_MAX + 1; i++)
        problem_fault_allow(&faults.at[2], "allowed");
    response_init(&response);
    problem_answer_parameters(&response, &request, &faults);
    json_t *problem = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    json_t *errors = json_object_get(problem, "errors");
    char detail[60];
    snprintf(detail, sizeof detail, "%d parameters are wrong", PARAMETER_FAULTS_MAX);
    cr_expect_str_eq(member(problem, "detail"), detail);
    cr_expect_eq(json_array_size(errors), PARAMETER_FAULTS_MAX);
    json_array_foreach(errors, i, fault)
    {
        snprintf(detail, sizeof detail, "wrong %zu%s", i, i == 1 ? "; did you mean \"q\"?" : "");
        cr_expect_str_eq(member(fault, "parameter"), "p");
        cr_expect_str_eq(member(fault, "detail"), detail);
        cr_expect_eq(json_array_size(json_object_get(fault, "allowed")), i == 2 ? ALLOWED_MAX : 0);
    }
    json_decref(problem);
    response_finish(&response);
}

Test(problem, one_fault_is_the_detail_of_the_problem)
{
    static struct parameter_faults faults;
    const struct request request = {.target = "/x"};
    struct response response;
    problem_add_fault(&faults, "p", "only this");
    response_init(&response);
    problem_answer_parameters(&response, &request, &faults);
    json_t *problem = json_loadb(response.body.bytes, response.body.length, 0, NULL);
    cr_expect_str_eq(member(problem, "detail"), "only this");
    cr_expect_eq(response.status, 400);
    json_decref(problem);
    response_finish(&response);
}
