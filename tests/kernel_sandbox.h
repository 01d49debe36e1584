/* The sandbox features of the kernel, as the kernel itself reports them. A test must not ask the
 * program under test: a program that no longer enforces anything would skip the test. */
#pragma once

#include <stdbool.h>

/* Returns the version of the kernel's Landlock, or 0 if it is missing or disabled. */
int kernel_landlock_version(void);

/* Returns true if seccomp filters can make system calls fail. */
bool kernel_has_seccomp(void);
