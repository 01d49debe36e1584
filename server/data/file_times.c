#include "data/file_times.h"

#include "data/shrinkage.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <xxhash.h>

/* By `f_type` of statfs(2). */
static const struct {
    uint32_t type;
    const char *name;
} silent[] = {{0x6969, "NFS"},      {0x517B, "SMB"},    {0xFE534D42, "SMB"}, {0xFF534D42, "SMB"},
              {0x65735546, "FUSE"}, {0x01021997, "9p"}, {0x00C36400, "Ceph"}};

const char *file_times_silent_system(const char *path)
{
    struct statfs status;
    char folder[PATH_MAX];
    if (statfs(path, &status) != 0) {
        snprintf(folder, sizeof folder, "%s", path);
        char *slash = strrchr(folder, '/');
        if (!slash || slash == folder)
            return NULL;
        *slash = '\0';
        if (statfs(folder, &status) != 0)
            return NULL;
    }
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (silent[i].type == (uint32_t)status.f_type)
            return silent[i].name;
    return NULL;
}

/* Returns a number for a file or folder by its name, its place and its time. */
static uint64_t time_of(const char *name, const struct stat *status)
{
    const int64_t parts[] = {(int64_t)status->st_dev,          (int64_t)status->st_ino,
                             (int64_t)status->st_size,         (int64_t)status->st_mode,
                             (int64_t)status->st_mtim.tv_sec,  (int64_t)status->st_mtim.tv_nsec,
                             (int64_t)status->st_ctim.tv_nsec, (int64_t)status->st_ctim.tv_sec};
    return XXH3_64bits_withSeed(name, strlen(name), XXH3_64bits(parts, sizeof parts));
}

/* Returns the sum of the numbers of the entries of a folder, whose order may change. */
static uint64_t times_of_entries(const char *path)
{
    uint64_t sum = 0;
    size_t count = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return 0;
    for (const struct dirent *entry; count < FILE_TIMES_ENTRIES_MAX && (entry = readdir(folder));
         count++) {
        struct stat status;
        if (*entry->d_name != '.' && fstatat(dirfd(folder), entry->d_name, &status, 0) == 0)
            sum += time_of(entry->d_name, &status);
    }
    closedir(folder);
    return sum;
}

uint64_t file_times_of(const char *const *paths, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        char permission[PATH_MAX];
        struct stat status;
        if (shrinkage_find_permission(paths[i], permission) && stat(permission, &status) == 0)
            sum += time_of(permission, &status);
        if (stat(paths[i], &status) != 0)
            continue;
        sum += S_ISDIR(status.st_mode) ? times_of_entries(paths[i]) : time_of(paths[i], &status);
    }
    return sum;
}
