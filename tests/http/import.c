/* Data of other formats: in folders and from URLs, with --watch and --state. */
#include "../source_path.h"
#include "served.h"

#include <criterion/criterion.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-import-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chmod(folder, 0755), 0);
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755) | mkdir("state", 0755), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(import, .init = start, .fini = stop);

static const char topics[] = "id,label\nharbour,Harbour\n";
static const char yaml[] = "topics:\n- id: tide\n  label: Tide\n";

/* Replaces a file by rename(2), as editors do. */
static void write_file(const char *path, const char *text)
{
    FILE *file = fopen("data/.new", "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
    cr_assert_eq(rename("data/.new", path), 0);
}

static void start_server(const char *const *arguments)
{
    server_start(&served, arguments);
    client_init(&client, served.url);
}

static void stop_server(void)
{
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

static void expect_text(const char *path, const char *text)
{
    cr_expect(client_waits_for_text(&client, path, text), "%s: %s", path, text);
}

Test(import, a_folder_of_several_formats_is_one_record)
{
    write_file("data/topics.csv", topics);
    write_file("data/more.yaml", yaml);
    write_file("data/record.json", "{\"topics\": [{\"id\": \"ebb\", \"label\": \"Ebb\"}]}");
    write_file("data/README.csv", "this is no table");
    start_server((const char *const[]){"--data", "data", NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    expect_text("/topics/tide", "\"label\":\"Tide\"");
    expect_text("/topics/ebb", "\"label\":\"Ebb\"");
    stop_server();
}

Test(import, an_imported_record_cites_the_lines_of_a_document_whose_text_is_served)
{
    write_file("data/topics.csv", topics);
    start_server((const char *const[]){"--data", "data/topics.csv", NULL});
    expect_text("/topics/harbour", "\"lines\":\"2\"");
    struct answer answer = client_get(&client, "/documents/topics-csv.txt");
    cr_expect_eq(answer.status, 200);
    cr_expect_str_eq(answer.body, topics);
    answer_finish(&answer);
    stop_server();
}

Test(import, a_broken_file_keeps_the_old_record_and_its_line_is_named)
{
    write_file("data/topics.csv", topics);
    write_file("data/more.yaml", yaml);
    start_server((const char *const[]){"--data", "data", "--watch", NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    write_file("data/topics.csv", "id,label\nharbour,Harbour\nschools,Schools,too,many\n");
    expect_text("/readyz?verbose", "data/topics.csv:3: ");
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    write_file("data/topics.csv", "id,label\nharbour,Harbours\n");
    expect_text("/topics/harbour", "\"label\":\"Harbours\"");
    write_file("data/third.yml", "topics:\n- id: flow\n  label: Flow\n");
    expect_text("/topics/flow", "\"label\":\"Flow\"");
    stop_server();
}

#define SCHEDULE(title)                                                                        \
    "<schedule><conference><acronym>tides</acronym><title>Tides</title></conference>"          \
    "<day date='2031-05-03'><room name='Pier'><event guid='5' id='5'><title>" title "</title>" \
    "<date>2031-05-03T10:00:00+02:00</date></event></room></day></schedule>"

Test(import, a_schedule_changes_under_watch)
{
    write_file("data/schedule.xml", SCHEDULE("Ebb"));
    start_server((const char *const[]){"--data", "data/schedule.xml", "--watch", NULL});
    expect_text("/papers/tides-5", "\"title\":\"Ebb\"");
    expect_text("/meetings/tides.schedule.xml", "<title>Ebb</title>");
    write_file("data/schedule.xml", SCHEDULE("Flood"));
    expect_text("/papers/tides-5", "\"title\":\"Flood\"");
    expect_text("/meetings/tides.schedule.xml", "<title>Flood</title>");
    write_file("data/schedule.xml", "<schedule><conference>");
    expect_text("/readyz?verbose", "data/schedule.xml:1: ");
    expect_text("/papers/tides-5", "\"title\":\"Flood\"");
    stop_server();
}

/* The answer of the test's HTTP server, and its media type. */
static _Atomic(const char *) remote_body, remote_type;

static enum MHD_Result answer_remote(void *cls, struct MHD_Connection *connection, const char *url,
                                     const char *method, const char *protocol, const char *upload,
                                     size_t *upload_size, void **context)
{
    (void)cls, (void)url, (void)method, (void)protocol;
    (void)upload, (void)upload_size, (void)context;
    const char *body = remote_body;
    struct MHD_Response *response = MHD_create_response_from_buffer(
        strlen(body), (void *)(uintptr_t)body, MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, "Content-Type", remote_type);
    const enum MHD_Result result = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return result;
}

/* Starts the test's HTTP server, and writes a URL of it. */
static struct MHD_Daemon *serve_remote(const char *path, char url[100])
{
    int port = 0;
    const int listener = bound_socket(&port);
    cr_assert_eq(listen(listener, 16), 0);
    snprintf(url, 100, "http://127.0.0.1:%d/%s", port, path);
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, answer_remote, NULL,
                         MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_END);
    cr_assert(daemon);
    return daemon;
}

Test(import, data_from_a_url_have_the_format_of_their_content_type_also_from_the_state_folder)
{
    char url[100];
    remote_body = yaml;
    remote_type = "application/yaml; charset=utf-8";
    struct MHD_Daemon *daemon = serve_remote("record", url);
    start_server((const char *const[]){"--data", url, "--state", "state", NULL});
    expect_text("/topics/tide", "\"label\":\"Tide\"");
    stop_server();
    MHD_stop_daemon(daemon);
    start_server((const char *const[]){"--data", url, "--state", "state", NULL});
    expect_text("/topics/tide", "\"label\":\"Tide\"");
    stop_server();
}

Test(import, data_from_a_url_have_the_format_of_their_suffix_if_the_content_type_is_general)
{
    char url[100];
    remote_body = topics;
    remote_type = "text/plain";
    struct MHD_Daemon *daemon = serve_remote("raw/topics.csv?version=1", url);
    start_server((const char *const[]){"--data", url, NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    stop_server();
    MHD_stop_daemon(daemon);
}

Test(import, new_data_of_a_url_are_imported_when_they_are_fetched)
{
    char url[100];
    remote_body = yaml;
    remote_type = "text/yaml";
    struct MHD_Daemon *daemon = serve_remote("record.yaml", url);
    start_server((const char *const[]){"--data", url, "--refresh", "1", NULL});
    expect_text("/topics/tide", "\"label\":\"Tide\"");
    remote_body = "topics:\n- id: tide\n  label: High tide\n";
    expect_text("/topics/tide", "\"label\":\"High tide\"");
    remote_body = "<!doctype html>\n<title>Sign in</title>\n";
    expect_text("/readyz?verbose", "the file is a page of HTML");
    expect_text("/topics/tide", "\"label\":\"High tide\"");
    stop_server();
    MHD_stop_daemon(daemon);
}

Test(import, the_same_bytes_with_another_content_type_are_read_as_another_format)
{
    char url[100];
    remote_body = topics;
    remote_type = "text/csv";
    struct MHD_Daemon *daemon = serve_remote("topics", url);
    start_server((const char *const[]){"--data", url, "--refresh", "1", NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    remote_type = "text/yaml";
    expect_text("/readyz?verbose", "/topics:");
    stop_server();
    MHD_stop_daemon(daemon);
}

static void check_refused(const char *path, const char *bytes, size_t length, const char *message)
{
    char output[4096];
    FILE *file = fopen(path, "w");
    cr_assert(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
    cr_expect_eq(program_run((const char *const[]){"check", path, NULL}, output, sizeof output),
                 65);
    cr_expect(strstr(output, message), "%s: %s", path, output);
}

Test(import, a_file_that_is_no_data_is_refused_by_the_name_of_what_it_is)
{
    check_refused("minutes.pdf", "%PDF-1.7\n", 9, "minutes.pdf:1: the file is a PDF document");
    check_refused("minutes.zip", "PK\x03\x04\0\0", 6, "minutes.zip:1: the file is a ZIP archive");
    check_refused("page.html", "<html>\n", 7, "page.html:1: the file is a page of HTML");
    check_refused("table.csv", "<!DOCTYPE html>\n", 16, "table.csv:1: the file is a page of HTML");
}

Test(import, a_text_of_60_megabytes_is_refused)
{
    enum {
        LENGTH = 60 * 1000 * 1000
    };
    char *text = malloc(LENGTH);
    cr_assert(text);
    memset(text, 'x', LENGTH);
    check_refused("minutes", text, LENGTH, "minutes:1: the file is a text");
    free(text);
}

Test(import, format_overrides_what_is_recognised)
{
    char output[4096];
    write_file("data/topics.txt", "id\tlabel\nharbour\tHarbour\n");
    const char *const arguments[] = {"convert", "--format", "csv", "data/topics.txt", NULL};
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect(strstr(output, "\"label\": \"Harbour\""), "%s", output);
}

static const char foreign_topics[] = "Code,Word\nharbour,Harbour\n";

Test(import, a_map_gives_the_columns_of_a_table_the_names_of_fields)
{
    write_file("data/topics.csv", foreign_topics);
    write_file("data/columns.csv", "Code,id\nWord,label\n");
    start_server(
        (const char *const[]){"--data", "data", "--map", "data/columns.csv", "--watch", NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    write_file("data/columns.csv", "Code,id\nWord,description\n");
    expect_text("/readyz?verbose", "data/topics.csv:1: there is no column ");
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    write_file("data/columns.csv", "Code,id\nWord\n");
    expect_text("/readyz?verbose", "data/columns.csv:2: expected two cells");
    write_file("data/columns.csv", "Code,label\nWord,id\n");
    write_file("data/topics.csv", "Code,Word\nHarbour,ebb\n");
    expect_text("/topics/ebb", "\"label\":\"Harbour\"");
    stop_server();
}

Test(import, a_changed_map_is_read_although_the_table_is_unchanged)
{
    write_file("data/topics.csv", "id,label,x\nharbour,Harbour,Port\n");
    write_file("columns", "x,\n");
    start_server((const char *const[]){"--data", "data", "--map", "columns", NULL});
    expect_text("/topics/harbour", "\"label\":\"Harbour\"");
    write_file("columns", "x,label\nlabel,\n");
    cr_assert_eq(kill(served.pid, SIGHUP), 0);
    expect_text("/topics/harbour", "\"label\":\"Port\"");
    stop_server();
}

Test(import, check_and_convert_take_a_map)
{
    char output[4096];
    write_file("data/topics.csv", foreign_topics);
    write_file("columns", "Code,id\nWord,label\n");
    const char *const convert[] = {"convert", "--map", "columns", "data/topics.csv", NULL};
    cr_expect_eq(program_run(convert, output, sizeof output), 0, "%s", output);
    cr_expect(strstr(output, "\"label\": \"Harbour\""), "%s", output);
    const char *const check[] = {"check", "--map", "columns", "data/topics.csv", NULL};
    cr_expect_eq(program_run(check, output, sizeof output), 0, "%s", output);
    write_file("columns", "Code,id\nWord,label\nCode,label\n");
    cr_expect_eq(program_run(check, output, sizeof output), 65);
    cr_expect(strstr(output, "columns:3: the column is named twice\n"), "%s", output);
    const char *const missing[] = {"check", "--map", "nowhere", "data/topics.csv", NULL};
    cr_expect_eq(program_run(missing, output, sizeof output), 65);
    cr_expect(strstr(output, "nowhere: cannot be read: No such file or directory\n"), "%s", output);
}

/* Writes a file and checks it. Expects an exit status and that the output has a text. */
static void check_bytes(const char *path, const char *bytes, size_t length, int status,
                        const char *expected)
{
    char output[4096];
    const char *const arguments[] = {"check", path, NULL};
    FILE *file = fopen(path, "w");
    cr_assert(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
    cr_expect_eq(program_run(arguments, output, sizeof output), status, "%s", output);
    cr_expect(strstr(output, expected), "%s", output);
}

#define CHECK(path, bytes, status, expected) \
    check_bytes(path, bytes, sizeof(bytes) - 1, status, expected)

Test(import, tables_of_spreadsheets_are_read_or_their_line_is_named)
{
    static const char mark_and_blank_cells[] = "\xef\xbb\xbfid;name;status;start_date;;\r\n"
                                               "007;Tides;held;2031-05-03;;\r\n;;;;;\r\n";
    CHECK("meetings.csv", mark_and_blank_cells, 0, "");
    CHECK("meetings.csv", "sep=;\r\nid;name;status\r\n007;Tides;held\r\n", 0, "");
    CHECK("meetings.csv", "id;name;status;start_date\r\n7;Tides;held;03.05.2031\r\n", 0, "");
    CHECK("meetings.csv", "id;name;status;start_date\r\n7;Tides;held;46145\r\n", 65,
          "meetings.csv:2: /meetings/0/start_date: expected a date");
    CHECK("papers.csv", "id;title;meeting\r\np;Ebb;7\r\n", 65,
          "papers.csv:2: /papers/0/meeting: there is no meeting \"7\"");
    CHECK("topics.txt", "\xff\xfei\0d\0\t\0l\0\r\0\n\0", 65,
          "topics.txt:1: the file is UTF-16; save it as UTF-8");
    CHECK("topics.tsv", "\xff\xfei\0d\0\t\0l\0a\0b\0e\0l\0\r\0\n\0a\0\t\0B\0\r\0\n\0", 0,
          "topics.tsv: warning: the text of the file is not served, because it is not UTF-8");
    CHECK("topics.csv", "id,label\r\na,Caf\xe9\r\n", 0,
          "topics.csv: warning: the file is not UTF-8; it is read as Windows-1252");
}

Test(import, a_pipe_is_refused_without_waiting_for_a_writer)
{
    char output[4096];
    const char *const arguments[] = {"convert", "pipe.md", NULL};
    cr_assert_eq(mkfifo("pipe.md", 0644), 0);
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect_str_eq(output, "pipe.md: cannot be read: neither a file nor a folder\n");
}

Test(import, a_converted_record_passes_check_in_any_folder)
{
    static char output[1 << 20];
    const char *const paths[] = {source_path("tests/cases/import/schedules/tides.xml"),
                                 "topics.csv"};
    write_file("data/topics.csv", topics);
    cr_assert_eq(rename("data/topics.csv", "topics.csv"), 0);
    const char *const convert[] = {"convert", paths[0], paths[1], NULL};
    cr_assert_eq(program_run(convert, output, sizeof output), 0);
    write_file("data/record.json", output);
    const char *const check[] = {"check", "data/record.json", NULL};
    cr_expect_eq(program_run(check, output, sizeof output), 0, "%s", output);
}

Test(import, an_explanation_shows_each_line_with_what_it_became)
{
    char output[4096];
    write_file("data/topics.csv", topics);
    const char *const arguments[] = {"convert", "--explain", "data/topics.csv", NULL};
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect(strstr(output, "     1  header                       | id,label\n"), "%s", output);
    cr_expect(strstr(output, "     2  topic row                    | harbour,Harbour\n"), "%s",
              output);
}
