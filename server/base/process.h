/* The figures of this process, as the kernel reports them. */
#pragma once

#include <stdint.h>

struct process_figures {
    double cpu_seconds;
    uint64_t virtual_bytes, resident_bytes;
    uint64_t open_files, open_files_max; /* descriptors */
};

/* Reads them. A figure that cannot be read is 0: most of them if there is no /proc. */
struct process_figures process_read_figures(void);
