/* Problem details for HTTP APIs (RFC 9457), application/problem+json. */
#pragma once

#include "base/json_writer.h"
#include "http/request.h"
#include "http/response.h"

enum {
    PARAMETER_FAULTS_MAX = 16,
    PROBLEM_DETAIL_MAX = 400,
    ALLOWED_MAX = 40
};

/* One parameter that is wrong. */
struct parameter_fault {
    const char *parameter; /* its name as given; borrowed */
    char detail[PROBLEM_DETAIL_MAX];
    const char *allowed[ALLOWED_MAX]; /* the values or names there are; borrowed */
    size_t allowed_count;
};

struct parameter_faults {
    struct parameter_fault at[PARAMETER_FAULTS_MAX];
    size_t count; /* those above the maximum are left out */
};

/* Adds a fault and returns it; NULL where there are too many to be listed. */
__attribute__((format(printf, 3, 4))) struct parameter_fault *parameter_faults_add(
    struct parameter_faults *faults, const char *parameter, const char *format, ...);

/* Adds to what a fault says: a name that there is; the one that was probably meant. Both accept
 * NULL for the fault. */
void parameter_fault_allow(struct parameter_fault *fault, const char *name);
void parameter_fault_hint(struct parameter_fault *fault, const char *nearest);

/* Answers with a problem of that status, whose title is the status's phrase. `detail` says what is
 * wrong and what to do instead. */
__attribute__((format(printf, 4, 5))) void problem_answer(struct response *response,
                                                          const struct request *request,
                                                          unsigned status, const char *detail, ...);

/* The same in two steps, for a problem that says more: between them members may be written. */
void problem_open(struct json_writer *writer, struct response *response,
                  const struct request *request, unsigned status, const char *detail);
void problem_close(struct json_writer *writer);

/* Answers 400 with all the parameters that are wrong. */
void problem_answer_parameters(struct response *response, const struct request *request,
                               const struct parameter_faults *faults);
