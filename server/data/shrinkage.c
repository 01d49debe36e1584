#include "data/shrinkage.h"

#include "base/server_log.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define PERMISSION ".allow-shrink"

static bool record_counts_are_zero(const struct record_counts *counts)
{
    for (size_t i = 0; i < counts->count; i++)
        if (counts->at[i].count)
            return false;
    return true;
}

bool shrinkage_find(const struct record_counts *before, const struct record_counts *now,
                    struct shrinkage *ret_shrinkage)
{
    *ret_shrinkage = (struct shrinkage){.collection = NULL};
    if (record_counts_are_zero(now))
        return true;
    for (size_t i = 0; i < before->count; i++) {
        const size_t most = before->at[i].count;
        const size_t left = record_counts_find(now, before->at[i].collection);
        if (most >= SHRINKAGE_LEAST && left < most && left < most - left) {
            *ret_shrinkage = (struct shrinkage){before->at[i].collection, most, left};
            return true;
        }
    }
    return false;
}

/* Writes the path of the file that an operator is to create for a file or folder. */
static void permission_path(const char *path, char permission[PATH_MAX])
{
    struct stat status;
    size_t length = strlen(path);
    const bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    while (folder && length > 1 && path[length - 1] == '/')
        length--;
    snprintf(permission, PATH_MAX, "%.*s%s" PERMISSION, (int)length, path, folder ? "/" : "");
}

static bool is_permission(const char *name)
{
    const size_t length = strlen(name), suffix = sizeof PERMISSION - 1;
    return length >= suffix && strcmp(name + length - suffix, PERMISSION) == 0;
}

/* Finds a file in a folder that permits its data to shrink. */
static bool find_in_folder(const char *path, char permission[PATH_MAX])
{
    bool found = false;
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    for (const struct dirent *entry; !found && (entry = readdir(folder));) {
        found = is_permission(entry->d_name);
        if (found)
            snprintf(permission, PATH_MAX, "%s/%s", path, entry->d_name);
    }
    closedir(folder);
    return found;
}

bool shrinkage_find_permission(const char *path, char ret_permission[PATH_MAX])
{
    struct stat status;
    permission_path(path, ret_permission);
    return stat(ret_permission, &status) == 0 || find_in_folder(path, ret_permission);
}

/* Returns the first value of --data that is a path, or NULL. */
static const char *first_path(const struct options *options)
{
    for (size_t i = 0; i < options->data_count; i++)
        if (!options_is_url(options->data[i]))
            return options->data[i];
    return NULL;
}

bool shrinkage_is_permitted(const char *const *data, size_t count, char ret_permission[PATH_MAX])
{
    for (size_t i = 0; i < count; i++)
        if (!options_is_url(data[i]) && shrinkage_find_permission(data[i], ret_permission))
            return true;
    return false;
}

static bool is_confirmed(const struct shrinkage_guard *guard, const struct shrinkage_load *load)
{
    return load->signals > 1 || (load->signals == 1 && strcmp(guard->refused, load->version) == 0 &&
                                 load->now - guard->refused_at <= SHRINKAGE_SIGNALS_MILLISECONDS);
}

/* Writes what shrank, as a clause. */
static int write_shrinkage(const struct shrinkage *shrinkage, char text[SHRINKAGE_TEXT_MAX])
{
    if (!shrinkage->collection)
        return snprintf(text, SHRINKAGE_TEXT_MAX, "they have no records");
    return snprintf(text, SHRINKAGE_TEXT_MAX, "%s would have %zu record%s, fewer than half of %zu",
                    shrinkage->collection, shrinkage->after, shrinkage->after == 1 ? "" : "s",
                    shrinkage->before);
}

/* Writes the refusal, and what to do if the data are meant. */
static void write_refusal(const struct shrinkage_load *load, char reason[SHRINKAGE_TEXT_MAX])
{
    const int length = write_shrinkage(&load->shrinkage, reason);
    const char *path = first_path(load->options);
    char permission[PATH_MAX] = "";
    if (path)
        permission_path(path, permission);
    snprintf(reason + length, SHRINKAGE_TEXT_MAX - (size_t)length,
             "; if this is meant, %s%s%s%sstart with --allow-shrink",
             load->is_first ? "" : "send SIGHUP twice within a minute, ", path ? "create " : "",
             permission,
             path             ? ", or "
             : load->is_first ? ""
                              : "or ");
}

bool shrinkage_guard_permits(struct shrinkage_guard *guard, const struct shrinkage_load *load,
                             char reason[SHRINKAGE_TEXT_MAX])
{
    const struct options *options = load->options;
    char permission[PATH_MAX];
    const char *permitted_by =
        options->allow_shrink                                                    ? "--allow-shrink"
        : shrinkage_is_permitted(options->data, options->data_count, permission) ? permission
        : is_confirmed(guard, load)                                              ? "a second SIGHUP"
                                                                                 : NULL;
    if (permitted_by) {
        *guard = (struct shrinkage_guard){.refused = ""};
        write_shrinkage(&load->shrinkage, reason);
        server_log(SERVER_LOG_WARNING, "publishing the data although %s: permitted by %s", reason,
                   permitted_by);
        *reason = '\0';
        return true;
    }
    write_refusal(load, reason);
    server_log(SERVER_LOG_ERROR, "cannot publish the data: %s", reason);
    if (load->signals) {
        snprintf(guard->refused, sizeof guard->refused, "%s", load->version);
        guard->refused_at = load->now;
    }
    return false;
}
