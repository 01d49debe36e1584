/* Problem details for HTTP APIs (RFC 9457), application/problem+json. */
#pragma once

#include "base/json_writer.h"
#include "http/request.h"
#include "http/response.h"

enum {
    PARAMETER_FAULTS_MAX = 16,
    PROBLEM_DETAIL_MAX = 400,
    ALLOWED_PATH_BYTES = 200, /* of a path that names follow */
    ALLOWED_MAX = 40
};

/* One parameter that is wrong. */
struct parameter_fault {
    const char *parameter; /* the name in the request; borrowed */
    char detail[PROBLEM_DETAIL_MAX];
    char allowed_path[ALLOWED_PATH_BYTES]; /* what is before each allowed name: "sources." */
    const char *allowed[ALLOWED_MAX];      /* the values or names that are allowed; borrowed */
    size_t allowed_count;
};

struct parameter_faults {
    struct parameter_fault at[PARAMETER_FAULTS_MAX];
    size_t count; /* further faults are omitted */
};

/* Adds a fault and returns it. Returns NULL if there are PARAMETER_FAULTS_MAX faults. */
__attribute__((format(printf, 3, 4))) struct parameter_fault *problem_add_fault(
    struct parameter_faults *faults, const char *parameter, const char *format, ...);

/* Sets what is before each allowed name, such as "sources.", of `length` bytes. If it is too long,
 * the names stay alone. `fault` may be NULL. */
void problem_fault_allow_below(struct parameter_fault *fault, const char *path, size_t length);

/* Adds an allowed value or name to a fault, which may be NULL. */
void problem_fault_allow(struct parameter_fault *fault, const char *name);

/* Adds a suggestion, the nearest known name, to a fault, which may be NULL. */
void problem_fault_hint(struct parameter_fault *fault, const char *nearest);

/* Returns the phrase of a status, such as "Not Found". */
const char *problem_title(unsigned status);

/* Answers with a problem. Its title is the phrase of the status; `detail` says what is wrong and
 * what to do instead. Discards the previous contents of the response. */
__attribute__((format(printf, 4, 5))) void problem_answer(struct response *response,
                                                          const struct request *request,
                                                          unsigned status, const char *detail, ...);

/* Does the same in two steps; the caller may write more members between them. */
void problem_open(struct json_writer *writer, struct response *response,
                  const struct request *request, unsigned status, const char *detail);
void problem_close(struct json_writer *writer);

/* Answers 400 and lists every invalid parameter. */
void problem_answer_parameters(struct response *response, const struct request *request,
                               const struct parameter_faults *faults);
