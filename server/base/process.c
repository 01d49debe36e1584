#include "base/process.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double process_cpu_seconds(void)
{
    struct timespec used = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* /proc/self/statm counts pages (proc(5)). */
static void process_read_memory(struct process_figures *figures)
{
    FILE *file = fopen("/proc/self/statm", "re");
    uint64_t all, resident;
    const uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
    if (!file)
        return;
    /* NOLINTNEXTLINE(cert-err34-c): numbers of the kernel fit. */
    if (fscanf(file, "%" SCNu64 " %" SCNu64, &all, &resident) == 2) {
        figures->virtual_bytes = all * page;
        figures->resident_bytes = resident * page;
    }
    fclose(file);
}

/* Returns the number of open descriptors, or 0 if it cannot be read. */
static uint64_t process_count_open_files(void)
{
    DIR *folder = opendir("/proc/self/fd");
    uint64_t count = 0;
    if (!folder)
        return 0;
    for (const struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count ? count - 1 : 0; /* without the descriptor of `folder` */
}

struct process_figures process_read_figures(void)
{
    struct process_figures figures = {.cpu_seconds = process_cpu_seconds(),
                                      .open_files = process_count_open_files()};
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        figures.open_files_max = limit.rlim_cur;
    process_read_memory(&figures);
    return figures;
}
