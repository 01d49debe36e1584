#include "data/shrinkage.h"

#include "base/server_log.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

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

void shrinkage_permission_path(const char *path, char permission[PATH_MAX])
{
    struct stat status;
    const bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    snprintf(permission, PATH_MAX, "%s%s.allow-shrink", path, folder ? "/" : "");
}

/* Returns the first value of --data that is a path, or NULL. */
static const char *first_path(const struct options *options)
{
    for (size_t i = 0; i < options->data_count; i++)
        if (!options_is_url(options->data[i]))
            return options->data[i];
    return NULL;
}

/* Writes the path of the file that permits it, if there is one. */
static bool find_permission(const struct options *options, char permission[PATH_MAX])
{
    struct stat status;
    for (size_t i = 0; i < options->data_count; i++) {
        if (options_is_url(options->data[i]))
            continue;
        shrinkage_permission_path(options->data[i], permission);
        if (stat(permission, &status) == 0)
            return true;
    }
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
        shrinkage_permission_path(path, permission);
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
    char permission[PATH_MAX];
    const char *permitted_by = load->options->allow_shrink                  ? "--allow-shrink"
                               : find_permission(load->options, permission) ? permission
                               : is_confirmed(guard, load)                  ? "a second SIGHUP"
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
