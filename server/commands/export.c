/* rapporteur export: the whole API as files, for any web server, object store or CDN.
 *
 * A target with a suffix is a file of that name; any other is index.json, or index.html, in a
 * folder of that name, as there are targets below it. A page behind the first of a list, as
 * /people?offset=100, is what its path is, in a folder called _query/offset=100. _headers tells the
 * header fields of each by its path, in the format of Netlify and Cloudflare Pages.
 */
#include "commands/command_snapshot.h"
#include "commands/commands.h"
#include "commands/export_folder.h"
#include "http/http_date.h"
#include "http/target.h"
#include "router.h"
#include "site.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    PATH_MAX_BYTES = TARGET_BYTES_MAX + 64
};

/* What is the same on every answer, and told once. */
static const char *const everywhere[] = {"Access-Control-Allow-Origin",
                                         "Access-Control-Expose-Headers", "X-Content-Type-Options"};

struct exporting {
    struct command_snapshot snapshot;
    struct request request; /* what all requests have */
    struct export_folder folder;
    FILE *headers;
    size_t files;
};

static bool is_everywhere(const char *name)
{
    for (size_t i = 0; i < sizeof everywhere / sizeof *everywhere; i++)
        if (strcmp(everywhere[i], name) == 0)
            return true;
    return false;
}

/* A path and its fields: those of every answer, or those of this one. */
static void write_headers(struct exporting *exporting, const char *path,
                          const struct response *response, bool of_every)
{
    fprintf(exporting->headers, "%s%s\n", request_base_path(&exporting->request), path);
    for (size_t i = 0; i < response->header_count; i++)
        if (is_everywhere(response->headers[i].name) == of_every)
            fprintf(exporting->headers, "  %s: %s\n", response->headers[i].name,
                    response->headers[i].value);
}

static bool write_body(struct exporting *exporting, const char *path,
                       const struct response *response)
{
    int64_t modified = -1;
    const char *last_modified = response_header(response, "Last-Modified");
    FILE *file = export_folder_open(&exporting->folder, path);
    if (!file)
        return false;
    if (last_modified)
        http_date_parse(last_modified, time(NULL), &modified);
    fwrite(response->body.bytes, 1, response->body.length, file);
    return export_folder_close(&exporting->folder, file, path, modified);
}

/* The target of the page behind the one that was answered; false where there is none, or where it
 * is that of the same list under the name by which it calls itself. */
static bool find_next(const struct exporting *exporting, const struct response *response,
                      char target[PATH_MAX_BYTES])
{
    const char *links = response_header(response, "Link");
    const char *end = links ? strstr(links, ">; rel=\"next\"") : NULL;
    const char *begin = response_header(response, "Content-Location") ? NULL : end;
    while (begin && begin > links && begin[-1] != '<')
        begin--;
    if (!begin)
        return false;
    begin += strlen(request_base_path(&exporting->request));
    snprintf(target, PATH_MAX_BYTES, "%.*s", (int)(end - begin), begin);
    return true;
}

/* The path under which a web server finds a target: as _headers has it, and of the file. */
static void find_paths(const char *target, const struct site_file *file, char path[PATH_MAX_BYTES],
                       char of_file[PATH_MAX_BYTES + 16])
{
    const char *query = strchr(target, '?');
    const int length = query ? (int)(query - target) : (int)strlen(target);
    snprintf(path, PATH_MAX_BYTES, "%s%s%.*s", query ? "/_query/" : "", query ? query + 1 : "",
             length, target);
    snprintf(of_file, PATH_MAX_BYTES + 16, "%s%s%s", path + 1, file->index && path[1] ? "/" : "",
             file->index ? file->index : "");
}

/* Where "/" is the dashboard, the service document is only found by the name of its file. */
static const char *path_in_headers(const struct exporting *exporting, const struct site_file *file,
                                   const char *path)
{
    return strcmp(path, "/") == 0 && !file->accept && exporting->files > 0 ? "/index.json" : path;
}

static bool export_answer(struct exporting *exporting, const struct site_file *file,
                          const char *target, struct response *response)
{
    char path[PATH_MAX_BYTES], of_file[PATH_MAX_BYTES + 16];
    struct request request = exporting->request;
    request.target = target;
    request.accept = file->accept;
    router_answer(&exporting->snapshot.view, &request, response);
    if (response->status != 200) {
        fprintf(stderr, "rapporteur: %s cannot be exported: it is answered %u\n", target,
                response->status);
        return false;
    }
    find_paths(target, file, path, of_file);
    if (exporting->files == 0)
        write_headers(exporting, "/*", response, true);
    write_headers(exporting, path_in_headers(exporting, file, path), response, false);
    exporting->files++;
    return write_body(exporting, of_file, response);
}

/* A target and the pages behind it. */
static bool export_target(void *context, const struct site_file *file)
{
    struct exporting *exporting = context;
    char target[PATH_MAX_BYTES];
    bool done = true, more = true;
    snprintf(target, sizeof target, "%s", file->target);
    while (done && more) {
        struct response response;
        response_init(&response);
        done = export_answer(exporting, file, target, &response);
        more = done && find_next(exporting, &response, target);
        response_finish(&response);
    }
    return done;
}

static bool write_all(struct exporting *exporting)
{
    exporting->headers = export_folder_open(&exporting->folder, EXPORT_HEADERS_FILE);
    if (!exporting->headers)
        return false;
    fputs(EXPORT_MARK " " RAPPORTEUR_VERSION "\n", exporting->headers);
    const bool done = site_visit(exporting->snapshot.view.archive, export_target, exporting);
    return export_folder_close(&exporting->folder, exporting->headers, EXPORT_HEADERS_FILE, -1) &&
           done && export_folder_publish(&exporting->folder);
}

/* Who may read the files: any, none, or pages of one origin, as files cannot tell who asks. */
static bool set_cors(const struct options *options, struct request *request)
{
    if (options->cors_origin_count > 1) {
        fputs("rapporteur: files can tell one origin only: give --cors-origin once, or not at "
              "all\n",
              stderr);
        return false;
    }
    if (options->cors_origin_count == 0 || strcmp(options->cors_origins[0], "*") == 0)
        return true;
    request->origin = options->cors_origins[0];
    request->cors = strcmp(request->origin, "off") == 0 ? CORS_NONE : CORS_ORIGIN;
    return true;
}

static int export_snapshot(const struct options *options, struct exporting *exporting)
{
    const char *place = options->operands[0];
    const bool done = export_folder_init(&exporting->folder, place) && write_all(exporting);
    export_folder_finish(&exporting->folder);
    if (done)
        fprintf(stderr, "rapporteur: %zu files are in %s\n", exporting->files + 1, place);
    return done ? EXIT_DONE : EXIT_COULD_NOT;
}

int command_export(const struct options *options)
{
    struct exporting exporting = {
        .request = {.method = METHOD_GET, .base_path = options->base_path}};
    if (!set_cors(options, &exporting.request))
        return EXIT_WRONG_USAGE;
    int status = command_snapshot_init(&exporting.snapshot, options);
    if (status != EXIT_DONE)
        return status;
    status = export_snapshot(options, &exporting);
    command_snapshot_finish(&exporting.snapshot);
    return status;
}
