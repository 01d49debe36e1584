#include "unit/descriptors.h"

#include <criterion/criterion.h>
#include <sys/resource.h>

void descriptors_allow(bool allowed)
{
    static struct rlimit limit;
    if (!limit.rlim_max)
        cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const struct rlimit none = {3, limit.rlim_max}; /* poll(2) needs more than none */
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, allowed ? &limit : &none), 0);
}
