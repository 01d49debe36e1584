#include "http/problem.h"

#include "base/utf8.h"
#include "http/target.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *problem_title(unsigned status)
{
    static const struct {
        unsigned status;
        const char *phrase;
    } phrases[] = {
        {400, "Bad Request"},        {403, "Forbidden"},          {404, "Not Found"},
        {405, "Method Not Allowed"}, {406, "Not Acceptable"},     {412, "Precondition Failed"},
        {413, "Content Too Large"},  {414, "URI Too Long"},       {415, "Unsupported Media Type"},
        {417, "Expectation Failed"}, {429, "Too Many Requests"},  {500, "Internal Server Error"},
        {501, "Not Implemented"},    {503, "Service Unavailable"}};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (phrases[i].status == status)
            return phrases[i].phrase;
    return "Error";
}

struct parameter_fault *problem_add_fault(struct parameter_faults *faults, const char *parameter,
                                          const char *format, ...)
{
    if (faults->count == PARAMETER_FAULTS_MAX)
        return NULL;
    struct parameter_fault *fault = &faults->at[faults->count++];
    fault->parameter = parameter;
    fault->allowed_count = 0;
    *fault->allowed_path = '\0';
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault->detail, sizeof fault->detail, format, arguments);
    va_end(arguments);
    return fault;
}

void problem_fault_allow_below(struct parameter_fault *fault, const char *path, size_t length)
{
    if (!fault || length >= sizeof fault->allowed_path)
        return;
    memcpy(fault->allowed_path, path, length);
    fault->allowed_path[length] = '\0';
}

void problem_fault_allow(struct parameter_fault *fault, const char *name)
{
    if (fault && fault->allowed_count < ALLOWED_MAX)
        fault->allowed[fault->allowed_count++] = name;
}

void problem_fault_hint(struct parameter_fault *fault, const char *nearest)
{
    if (!fault)
        return;
    const size_t used = strlen(fault->detail);
    snprintf(fault->detail + used, sizeof fault->detail - used, "; did you mean \"%s\"?", nearest);
}

static void write_problem_detail(struct json_writer *writer, const char *detail)
{
    char whole[PROBLEM_DETAIL_MAX];
    json_write_name(writer, "detail");
    json_write_string(writer, whole, utf8_copy_valid(detail, whole, sizeof whole));
}

/* Keeps the details of the faults, with their parameters, as the lines of the problem. */
static void keep_faults(struct response *response, const struct parameter_faults *faults)
{
    struct buffer lines;
    buffer_init(&lines, (size_t)PARAMETER_FAULTS_MAX * (TARGET_BYTES_MAX + PROBLEM_DETAIL_MAX));
    for (size_t i = 0; i < faults->count; i++) {
        buffer_append_text(&lines, i ? "\n" : "");
        buffer_append_text(&lines, faults->at[i].parameter);
        buffer_append_text(&lines, ": ");
        buffer_append_text(&lines, faults->at[i].detail);
    }
    free(response->problem);
    response->problem = buffer_steal_text(&lines);
    buffer_finish(&lines);
}

/* Writes the target, with '?' in place of bytes that are not printable ASCII. */
static void write_problem_instance(struct json_writer *writer, const struct request *request)
{
    char instance[BASE_PATH_BYTES_MAX + 200];
    const char *target = request->target;
    size_t length = *target == '/' ? strlen(request_base_path(request)) : 0;
    memcpy(instance, request_base_path(request), length);
    for (; *target && length < sizeof instance - 1; target++)
        instance[length++] = *target > ' ' && *target < 0x7f ? *target : '?';
    json_write_string(writer, instance, length);
}

void problem_open(struct json_writer *writer, struct response *response,
                  const struct request *request, unsigned status, const char *detail)
{
    response_restart(response);
    response->status = status;
    response->problem = strdup(detail);
    response_add_header(response, "Content-Type", "application/problem+json");
    json_writer_init(writer, &response->body);
    json_write_open(writer, '{');
    json_write_name(writer, "type");
    json_write_text(writer, "about:blank");
    json_write_name(writer, "title");
    json_write_text(writer, problem_title(status));
    json_write_name(writer, "status");
    json_write_integer(writer, status);
    write_problem_detail(writer, detail);
    json_write_name(writer, "instance");
    write_problem_instance(writer, request);
}

void problem_close(struct json_writer *writer)
{
    json_write_close(writer, '}');
    buffer_append_byte(writer->out, '\n');
}

void problem_answer(struct response *response, const struct request *request, unsigned status,
                    const char *detail, ...)
{
    char text[PROBLEM_DETAIL_MAX];
    struct json_writer writer;
    va_list arguments;
    va_start(arguments, detail);
    vsnprintf(text, sizeof text, detail, arguments);
    va_end(arguments);
    problem_open(&writer, response, request, status, text);
    problem_close(&writer);
}

static void write_allowed(struct json_writer *writer, const char *path, const char *name)
{
    char whole[ALLOWED_PATH_BYTES + PROBLEM_DETAIL_MAX], valid[sizeof whole];
    snprintf(whole, sizeof whole, "%s%s", path, name);
    json_write_string(writer, valid, utf8_copy_valid(whole, valid, sizeof valid));
}

static void write_parameter_fault(struct json_writer *writer, const struct parameter_fault *fault)
{
    json_write_open(writer, '{');
    json_write_name(writer, "parameter");
    json_write_text(writer, fault->parameter);
    write_problem_detail(writer, fault->detail);
    if (fault->allowed_count) {
        json_write_name(writer, "allowed");
        json_write_open(writer, '[');
        for (size_t i = 0; i < fault->allowed_count; i++)
            write_allowed(writer, fault->allowed_path, fault->allowed[i]);
        json_write_close(writer, ']');
    }
    json_write_close(writer, '}');
}

void problem_answer_parameters(struct response *response, const struct request *request,
                               const struct parameter_faults *faults)
{
    char detail[PROBLEM_DETAIL_MAX];
    struct json_writer writer;
    if (faults->count == 1)
        snprintf(detail, sizeof detail, "%s", faults->at[0].detail);
    else
        snprintf(detail, sizeof detail, "%zu parameters are wrong", faults->count);
    problem_open(&writer, response, request, 400, detail);
    keep_faults(response, faults);
    json_write_name(&writer, "errors");
    json_write_open(&writer, '[');
    for (size_t i = 0; i < faults->count; i++)
        write_parameter_fault(&writer, &faults->at[i]);
    json_write_close(&writer, ']');
    problem_close(&writer);
}
