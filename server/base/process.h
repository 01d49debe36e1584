/* What the kernel says of this process. */
#pragma once

#include <stdint.h>

struct process_figures {
    double cpu_seconds;
    uint64_t virtual_bytes, resident_bytes;
    uint64_t open_files, open_files_max; /* descriptors */
};

/* What cannot be found out, as where there is no /proc, is 0. */
struct process_figures process_figures(void);
