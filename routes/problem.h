/* Problem details for HTTP APIs (RFC 9457), application/problem+json. */
#pragma once

#include "request.h"
#include "response.h"

enum {
    PARAMETER_FAULTS_MAX = 16,
    PROBLEM_DETAIL_MAX = 400
};

/* One parameter that is wrong. */
struct parameter_fault {
    const char *parameter; /* its name as given; borrowed */
    char detail[PROBLEM_DETAIL_MAX];
    const char *const *allowed; /* the values or names there are, up to a NULL; or NULL */
};

struct parameter_faults {
    struct parameter_fault at[PARAMETER_FAULTS_MAX];
    size_t count; /* those above the maximum are left out */
};

__attribute__((format(printf, 4, 5))) void parameter_faults_add(struct parameter_faults *faults,
                                                                const char *parameter,
                                                                const char *const *allowed,
                                                                const char *format, ...);

/* Answers with a problem of that status, whose title is the status's phrase. `detail` says what is
 * wrong and what to do instead. */
__attribute__((format(printf, 4, 5))) void problem_answer(struct response *response,
                                                          const struct request *request,
                                                          unsigned status, const char *detail, ...);

/* Answers 400 with all the parameters that are wrong. */
void problem_answer_parameters(struct response *response, const struct request *request,
                               const struct parameter_faults *faults);
