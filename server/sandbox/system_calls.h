/* The system calls that seccomp_filter.h speaks of, by libseccomp's numbers. Those that depend on
 * their arguments are not among them. */
#pragma once

#include <stddef.h>

struct system_calls {
    const int *at;
    size_t count;
};

extern const struct system_calls calls_allowed;
extern const struct system_calls calls_for_origins; /* denied without one */
extern const struct system_calls calls_for_state;   /* denied without a state folder */
extern const struct system_calls calls_denied;
