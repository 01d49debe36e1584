/* The figures of this process, as the kernel reports them. */
#pragma once

#include <stdint.h>

struct process_figures {
    double cpu_seconds;
    uint64_t virtual_bytes, resident_bytes;
    uint64_t open_files, open_files_max; /* descriptors */
};

/* Returns the current figures. A figure that cannot be read is 0, as most are without /proc. */
struct process_figures process_read_figures(void);
