/* rapporteur export: writes the whole API as files, for any web server, object store or CDN.
 *
 * The file of a target with a suffix has that name. The file of any other target is _index.json, or
 * index.html, in a folder of that name, because there may be targets below it. A later page of a
 * list, such as /people?offset=100, has the same path in a folder query/offset=100. Pages for
 * browsers link to each other's files; those with parameters are exported if a page links to them.
 * The file _headers lists the header fields by path, in the format of Netlify and Cloudflare Pages.
 */
#include "commands/command_snapshot.h"
#include "commands/commands.h"
#include "commands/export_folder.h"
#include "commands/export_links.h"
#include "http/http_date.h"
#include "http/target.h"
#include "http/url.h"
#include "router.h"
#include "site.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    PATH_MAX_BYTES = TARGET_BYTES_MAX + 64
};

/* Header fields of every response, which are written once. */
static const char *const common_fields[] = {
    "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "X-Content-Type-Options"};

struct exporting {
    struct command_snapshot snapshot;
    struct request request; /* the members that all requests share */
    struct publication publication;
    struct export_folder folder;
    struct export_links links; /* to pages that are to be exported */
    FILE *headers;
    size_t files;
    bool redirected; /* true if the last target is that of a record that was joined with another */
};

static bool is_common_field(const char *name)
{
    for (size_t i = 0; i < sizeof common_fields / sizeof *common_fields; i++)
        if (strcmp(common_fields[i], name) == 0)
            return true;
    return false;
}

/* Writes a path and its header fields: the common ones, or the others. */
static void export_write_headers(struct exporting *exporting, const char *path,
                                 const struct response *response, bool common)
{
    fprintf(exporting->headers, "%s%s\n", request_base_path(&exporting->request), path);
    for (size_t i = 0; i < response->header_count; i++)
        if (is_common_field(response->headers[i].name) == common)
            fprintf(exporting->headers, "  %s: %s\n", response->headers[i].name,
                    response->headers[i].value);
}

/* Writes a body piece by piece. Returns false if out of memory. */
static bool export_write_source(struct body_source *source, FILE *file)
{
    struct buffer piece;
    bool more = true;
    buffer_init(&piece, RESPONSE_BODY_MAX);
    while (more && !piece.failed) {
        buffer_clear(&piece);
        more = source->write(source, &piece);
        if (piece.length)
            fwrite(piece.bytes, 1, piece.length, file);
    }
    const bool written = !piece.failed;
    buffer_finish(&piece);
    return written;
}

static bool export_write_body(struct exporting *exporting, const char *path,
                              const struct response *response)
{
    int64_t modified = -1;
    const char *last_modified = response_header(response, "Last-Modified");
    FILE *file = export_folder_open(&exporting->folder, path);
    if (!file)
        return false;
    if (last_modified)
        http_date_parse(last_modified, time(NULL), &modified);
    const bool written = !response->source || export_write_source(response->source, file);
    if (response->body.length)
        fwrite(response->body.bytes, 1, response->body.length, file);
    return export_folder_close(&exporting->folder, file, path, modified) && written;
}

/* Writes the target of the next page, from the header field Link. Returns false if this is the last
 * page, or if the list is also exported under its Content-Location. */
static bool export_find_next(const struct exporting *exporting, const struct response *response,
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

/* Writes the two paths of a target: the path of its URL, for _headers, and the path of its file. */
static void export_find_paths(const char *target, const struct site_file *file,
                              char path[PATH_MAX_BYTES], char of_file[PATH_MAX_BYTES + 16])
{
    const char *query = strchr(target, '?');
    const int length = query ? (int)(query - target) : (int)strlen(target);
    snprintf(path, PATH_MAX_BYTES, "%s%s%.*s", query ? URL_QUERY_FOLDER : "",
             query ? query + 1 : "", length, target);
    snprintf(of_file, PATH_MAX_BYTES + 16, "%s%s%s", path + 1,
             file->file_name && path[1] ? "/" : "", file->file_name ? file->file_name : "");
    export_links_decode(of_file);
}

/* Writes the header fields of a path. A host serves index.html at "/", too, so that the service
 * document has only the path of its file then. */
static void export_write_path(struct exporting *exporting, const char *path,
                              const struct response *response)
{
    const bool pages = exporting->request.publication->pages != PAGES_OFF;
    if (strcmp(path, "/") == 0 && pages)
        path = "/_index.json";
    export_write_headers(exporting, path, response, false);
    if (strcmp(path, "/index.html") == 0)
        export_write_headers(exporting, "/", response, false);
}

/* Answers a target. A target that is redirected, because its record was joined with another one,
 * has the answer of the other one, since a file cannot redirect. */
static void export_call_router(struct exporting *exporting, const struct request *request,
                               struct response *response)
{
    char kept[PATH_MAX_BYTES];
    struct request again = *request;
    router_answer(&exporting->snapshot.view, request, response);
    const char *location = response_header(response, "Location");
    exporting->redirected = response->status == 308 && location;
    if (!exporting->redirected)
        return;
    snprintf(kept, sizeof kept, "%s", location + strlen(request_base_path(request)));
    response_finish(response);
    response_init(response);
    again.target = kept;
    router_answer(&exporting->snapshot.view, &again, response);
}

/* Finds the links of a page to pages with parameters. */
static bool export_find_links(struct exporting *exporting, const struct response *response)
{
    const char *type = response_header(response, "Content-Type");
    if (!exporting->publication.files || !type || strncmp(type, "text/html", 9) != 0 ||
        export_links_find(&exporting->links, request_base_path(&exporting->request),
                          response->body.bytes, response->body.length))
        return true;
    fputs("rapporteur: cannot export: out of memory\n", stderr);
    return false;
}

static bool export_answer(struct exporting *exporting, const struct site_file *file,
                          const char *target, struct response *response)
{
    char path[PATH_MAX_BYTES], of_file[PATH_MAX_BYTES + 16];
    struct request request = exporting->request;
    request.target = target;
    export_call_router(exporting, &request, response);
    if (response->status != 200) {
        fprintf(stderr, "rapporteur: cannot export %s: status %u\n", target, response->status);
        return false;
    }
    export_find_paths(target, file, path, of_file);
    if (exporting->files == 0)
        export_write_headers(exporting, "/*", response, true);
    export_write_path(exporting, path, response);
    exporting->files++;
    return export_write_body(exporting, of_file, response) &&
           export_find_links(exporting, response);
}

/* Exports a target and the pages after it. */
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
        more = done && !exporting->redirected && export_find_next(exporting, &response, target);
        response_finish(&response);
    }
    return done;
}

/* Exports the pages with parameters to which pages link, and those to which they link. */
static bool export_linked_pages(struct exporting *exporting)
{
    bool done = true;
    char target[PATH_MAX_BYTES], path[PATH_MAX_BYTES], of_file[PATH_MAX_BYTES + 16];
    const struct site_file file = {target, NULL};
    while (done && export_links_take(&exporting->links, target, sizeof target)) {
        export_find_paths(target, &file, path, of_file);
        if (!export_folder_has(&exporting->folder, of_file))
            done = export_target(exporting, &file);
    }
    return done;
}

static bool export_write_all(struct exporting *exporting)
{
    exporting->headers = export_folder_open(&exporting->folder, EXPORT_HEADERS_FILE);
    if (!exporting->headers)
        return false;
    fputs(EXPORT_MARK " " RAPPORTEUR_VERSION "\n", exporting->headers);
    const bool done = site_visit(exporting->snapshot.view.archive, &exporting->publication,
                                 export_target, exporting) &&
                      export_linked_pages(exporting);
    return export_folder_close(&exporting->folder, exporting->headers, EXPORT_HEADERS_FILE, -1) &&
           done && export_folder_publish(&exporting->folder);
}

/* Sets the origin whose pages may read the files: any, none, or one, because the header fields of a
 * file are the same for all requests. */
static bool export_set_cors(const struct options *options, struct request *request)
{
    if (options->cors_origin_count > 1) {
        fputs("rapporteur: cannot export for several origins; give --cors-origin at most once\n",
              stderr);
        return false;
    }
    if (options->cors_origin_count == 0 || strcmp(options->cors_origins[0], "*") == 0)
        return true;
    request->origin = options->cors_origins[0];
    request->cors = strcmp(request->origin, "off") == 0 ? CORS_NONE : CORS_ORIGIN;
    return true;
}

static enum exit_status export_snapshot(const struct options *options, struct exporting *exporting)
{
    const char *place = options->operands[0];
    const bool done = export_folder_init(&exporting->folder, place) && export_write_all(exporting);
    export_folder_finish(&exporting->folder);
    if (done)
        fprintf(stderr, "rapporteur: wrote %zu files to %s\n", exporting->files + 1, place);
    return done ? EXIT_DONE : EXIT_COULD_NOT;
}

enum exit_status command_export(const struct options *options)
{
    struct exporting exporting = {
        .request = {.method = METHOD_GET, .streams = true, .base_path = options->base_path},
        .publication = options->publication};
    exporting.request.publication = &exporting.publication;
    export_links_init(&exporting.links);
    if (!export_set_cors(options, &exporting.request))
        return EXIT_WRONG_USAGE;
    enum exit_status status = command_snapshot_init(&exporting.snapshot, options);
    if (status != EXIT_DONE)
        return status;
    status = export_snapshot(options, &exporting);
    export_links_finish(&exporting.links);
    command_snapshot_finish(&exporting.snapshot);
    return status;
}
