/* How many file descriptors the program may open. */
#pragma once

#include <stdbool.h>

/* Allows as many descriptors as at the first call, or none beside the three standard streams. */
void descriptors_allow(bool allowed);
