/* The command line: flags, environment variables, exit statuses and messages. */
#include "../source_path.h"
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OUTPUT_MAX = 64 * 1024
};

#define TEN_BYTES "/456789012"
#define LONG_PATH                                                                             \
    TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES \
        TEN_BYTES "/"

struct usage_case {
    const char *arguments[4];
    const char *said;
};

static void expect_usage_errors(const struct usage_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char output[OUTPUT_MAX];
        cr_expect_eq(program_run(cases[i].arguments, output, sizeof output), 2, "%s",
                     cases[i].said);
        cr_expect(strstr(output, cases[i].said), "\"%s\" says %s", cases[i].arguments[0], output);
    }
}

Test(command_line, an_unknown_flag_or_command_is_reported_with_the_nearest_name)
{
    static const struct usage_case cases[] = {
        {{"--listn", "x"}, "unknown flag \"--listn\"; did you mean \"--listen\"?"},
        {{"--acess-log"}, "unknown flag \"--acess-log\"; did you mean \"--access-log\"?"},
        {{"--weather"}, "unknown flag \"--weather\"; see rapporteur --help"},
        {{"-x"}, "unknown flag \"-x\""},
        {{"chek", "file"}, "unknown command \"chek\"; did you mean \"check\"?"},
        {{"publish"}, "unknown command \"publish\"; see rapporteur --help"},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, a_value_of_a_flag_that_is_wrong_is_reported)
{
    static const struct usage_case cases[] = {
        {{"--listen"}, "--listen needs a value"},
        {{"--threads", "many"}, "--threads takes a whole number from 1 to 256, not \"many\""},
        {{"--threads=0"}, "--threads takes a whole number from 1 to 256, not \"0\""},
        {{"--access-log=xml"}, "--access-log takes combined|json or no, not \"xml\""},
        {{"--trust-proxy", "10.0.0.1/8"}, "--trust-proxy takes an address or a network"},
        {{"--idle-seconds", ""}, "--idle-seconds takes a whole number"},
        {{"--admin-listen", "8081"}, "--admin-listen takes ADDRESS:PORT"},
        {{"--data", ""}, "--data takes PATH|URL, not \"\""},
        {{"--state", ""}, "--state takes FOLDER, not \"\""},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, a_wrong_base_path_is_reported_with_its_rule)
{
    static const struct usage_case cases[] = {
        {{"--base-path", "record"},
         "--base-path takes a path such as /record, not \"record\": it must"},
        {{"--base-path", ""}, "it must begin with \"/\""},
        {{"--base-path", "/"}, "it must not have empty segments or end with \"/\""},
        {{"--base-path", "/record/"}, "it must not have empty segments or end with \"/\""},
        {{"--base-path", "//record"}, "it must not have empty segments or end with \"/\""},
        {{"--base-path", "/a//b"}, "it must not have empty segments or end with \"/\""},
        {{"--base-path", "/a/../b"}, "it must not have a segment \".\" or \"..\""},
        {{"--base-path", "/."}, "it must not have a segment \".\" or \"..\""},
        {{"--base-path", "/a b"}, "it must contain only \"/\", letters, digits and -._~"},
        {{"--base-path", "/a%20b"}, "it must contain only"},
        {{"--base-path", "/a?b"}, "it must contain only"},
        {{"--base-path", "/\xc3\xa9"}, "it must contain only"},
        {{"--base-path", LONG_PATH}, "it must not be longer than 100 bytes"},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, a_wrong_cors_origin_is_reported_with_its_rule)
{
    static const struct usage_case cases[] = {
        {{"--cors-origin", "example.org"},
         "--cors-origin takes an origin such as https://example.org, \"*\" or \"off\", not "
         "\"example.org\": it must begin with a scheme and \"://\""},
        {{"--cors-origin", ""}, "it must begin with a scheme"},
        {{"--cors-origin", "null"}, "it must begin with a scheme"},
        {{"--cors-origin", "//a.example"}, "it must begin with a scheme"},
        {{"--cors-origin", "https://a.example/"},
         "it must have nothing after its host except a port"},
        {{"--cors-origin", "https://a.example?b"}, "it must have nothing after its host except"},
        {{"--cors-origin", "https://b@a.example"}, "it must have nothing after its host except"},
        {{"--cors-origin", "https://"}, "it must have a host after \"://\""},
        {{"--cors-origin", "https://*.example"},
         "it must have a host after \"://\", without \"*\""},
        {{"--cors-origin", "https://[::1"}, "it must have a host after \"://\""},
        {{"--cors-origin", "https://A.example"}, "it must be in lower case"},
        {{"--cors-origin", "https://a.example:"}, "it must have a port from 0 to 65535"},
        {{"--cors-origin", "https://a.example:65536"}, "it must have a port from 0 to 65535"},
        {{"--cors-origin", "https://a.example:065535"}, "it must have a port from 0 to 65535"},
        {{"--cors-origin", "https://a.example:8443/"}, "it must have a port from 0 to 65535"},
        {{"--cors-origin", "https://a.example:443"}, "it must omit the default port"},
        {{"--cors-origin", "http://[::1]:80"}, "it must omit the default port"},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, star_and_off_exclude_other_cors_origins)
{
    static const struct usage_case cases[] = {
        {{"--cors-origin", "off", "--cors-origin=https://a.example"},
         "cannot be combined with other origins"},
        {{"--cors-origin", "https://a.example", "--cors-origin=off"},
         "cannot be combined with other origins"},
        {{"--cors-origin", "off", "--cors-origin=*"}, "cannot be combined with other origins"},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, missing_and_surplus_arguments_are_reported)
{
    static const struct usage_case cases[] = {
        {{"check", ""}, "an argument is empty"},
        {{"check"}, "check needs at least one file, folder or URL"},
        {{"export"}, "export needs a folder to write into"},
        {{"serve", "meeting.json"},
         "unexpected argument \"meeting.json\"; use --data to name a data file"},
        {{"ready", "http://a", "http://b"},
         "unexpected argument \"http://b\"; ready takes one URL or process"},
        {{"schema", "x"}, "unexpected argument \"x\"; schema takes no arguments"},
    };
    expect_usage_errors(cases, sizeof cases / sizeof *cases);
}

Test(command_line, help_names_every_flag_and_its_variable)
{
    static const char *const arguments[] = {"--help", NULL};
    static const char *const flags[] = {
        "data",         "listen",       "threads",      "connections",  "per-address",
        "header-bytes", "request-work", "idle-seconds", "stop-seconds", "cache-bytes",
        "answer-bytes", "cors-origin",  "access-log",   "base-path"};
    char output[OUTPUT_MAX];
    cr_assert_eq(program_run(arguments, output, sizeof output), 0);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        char flag[64], variable[64];
        snprintf(flag, sizeof flag, "  --%s", flags[i]);
        snprintf(variable, sizeof variable, "(RAPPORTEUR_%s)", flags[i]);
        for (char *c = variable; *c; c++)
            *c = *c == '-' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
        cr_expect(strstr(output, flag), "%s", flag);
        cr_expect(strstr(output, variable), "%s", variable);
    }
    cr_expect(strstr(output, "65  faulty data"));
}

Test(command_line, version_names_the_libraries)
{
    static const char *const arguments[] = {"--version", NULL};
    char output[OUTPUT_MAX];
    cr_assert_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect_eq(strncmp(output, "rapporteur ", 11), 0);
    cr_expect(strstr(output, "libmicrohttpd ") && strstr(output, "jansson ") &&
              strstr(output, "tzdata "));
}

Test(command_line, schema_prints_the_schema_of_data_files)
{
    static const char *const arguments[] = {"schema", NULL}, *const many[] = {"schema", "x", NULL};
    static char output[8 * OUTPUT_MAX], beside[8 * OUTPUT_MAX];
    FILE *in = fopen(source_path("data/schema.json"), "rb");
    cr_assert(in && fread(beside, 1, sizeof beside - 1, in) > 0);
    fclose(in);
    cr_assert_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect_str_eq(output, beside);
    cr_expect_eq(program_run(many, output, sizeof output), 2);
}

/* Compares the output of `openapi` with what a server with the same flags answers. */
static void check_openapi(const char *flag)
{
    const char *const arguments[] = {"openapi", flag, NULL}, *const serve_with[] = {flag, NULL};
    static char output[4 * 1024 * 1024];
    cr_assert_eq(program_run(arguments, output, sizeof output), 0, "%s", flag);
    server_start(&served, serve_with);
    client_init(&client, served.url);
    struct answer answer = client_get(&client, "/openapi.json");
    cr_expect_eq(answer.length, strlen(output), "%s", flag);
    cr_expect_str_eq(answer.body, output, "%s", flag);
    answer_finish(&answer);
    stop_serving();
}

Test(command_line, openapi_prints_the_description_that_the_server_answers_with)
{
    check_openapi("--threads=1");
    check_openapi("--base-path=/record");
    check_openapi("--admin-listen=127.0.0.1:0");
}

Test(command_line, openapi_of_faulty_data_exits_with_65)
{
    const char *const arguments[] = {
        "openapi", "--data", source_path("tests/cases/invalid/duplicate-id/input.json"), NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 65);
    cr_expect_not(strstr(output, "openapi"));
}

Test(command_line, check_prints_nothing_if_the_data_are_valid)
{
    const char *const arguments[] = {"check", source_path("data/beijing-2006.json"), NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect_str_empty(output);
}

Test(command_line, check_reports_all_three_faults)
{
    const char *const arguments[] = {
        "check", source_path("tests/cases/invalid/three-faults-at-once/input.json"), NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 65);
    cr_expect(strstr(output, "input.json:3: /meetings/0/status: "), "%s", output);
    cr_expect(strstr(output, "input.json:3: /meetings/0/start_date: "), "%s", output);
    cr_expect(strstr(output, "input.json:3: /meetings/0/host: "), "%s", output);
}

Test(command_line, check_prints_warnings_and_fails_for_them_only_if_it_is_strict)
{
    const char *const path = source_path("tests/cases/warnings/missing-sources/input.json");
    const char *const arguments[] = {"check", path, NULL};
    const char *const strict[] = {"check", "--strict", path, NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect(strstr(output, "input.json:3: /meetings/0: warning: "), "%s", output);
    cr_expect_eq(program_run(strict, output, sizeof output), 65);
    cr_expect(strstr(output, "input.json:3: /meetings/0: warning: "), "%s", output);
}

Test(command_line, check_of_a_missing_file_exits_with_1)
{
    static const char *const arguments[] = {"check", "/nowhere/meeting.json", NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect_str_eq(output, "/nowhere/meeting.json: cannot be read: No such file or directory\n");
}

Test(command_line, check_of_a_folder_without_data_files_exits_with_1)
{
    char folder[] = "/tmp/rapporteur-empty-XXXXXX", output[OUTPUT_MAX], expected[200];
    cr_assert(mkdtemp(folder));
    const char *const arguments[] = {"check", folder, NULL};
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    snprintf(expected, sizeof expected,
             "%s: cannot be read: the folder has no file that can be read "
             "(rapporteur formats lists them)\n",
             folder);
    cr_expect_str_eq(output, expected);
    cr_expect_eq(rmdir(folder), 0);
}

Test(command_line, faulty_record_is_not_served)
{
    const char *const arguments[] = {"--listen", "127.0.0.1:0", "--data",
                                     source_path("tests/cases/invalid/duplicate-id/input.json"),
                                     NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 65);
    cr_expect(strstr(output, "/meetings/1/id: "), "%s", output);
    cr_expect(strstr(output, "nothing is served"), "%s", output);
    cr_expect_not(strstr(output, "http://"), "%s", output);
}

Test(command_line, port_in_use_is_reported)
{
    char address[64], output[OUTPUT_MAX];
    serve();
    snprintf(address, sizeof address, "127.0.0.1:%d", served.port);
    const char *const arguments[] = {"--listen", address, NULL};
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect(strstr(output, address) && strstr(output, "Address already in use"), "%s", output);
    stop_serving();
}

Test(command_line, malformed_address_is_wrong_usage)
{
    static const char *const addresses[] = {
        "8080",         "127.0.0.1",       "::1:80",          "127.0.0.1:", "127.0.0.1:x",
        "127.0.0.1:-1", "127.0.0.1:65536", "127.0.0.1:99999", "",           "[::1:80"};
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        const char *const arguments[] = {"--listen", addresses[i], NULL};
        char output[OUTPUT_MAX];
        cr_expect_eq(program_run(arguments, output, sizeof output), 2, "%s", addresses[i]);
        cr_expect(strstr(output, "--listen takes ADDRESS:PORT"), "%s: %s", addresses[i], output);
    }
}

Test(command_line, address_that_cannot_be_listened_on_is_reported)
{
    const char *const arguments[] = {"--listen", "256.0.0.1:80", NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect(strstr(output, "cannot listen on 256.0.0.1:80"), "%s", output);
}

static json_int_t total(const char *path)
{
    json_t *page = client_get_json(&client, path, 200);
    const json_int_t count =
        json_integer_value(json_object_get(json_object_get(page, "meta"), "total"));
    json_decref(page);
    return count;
}

Test(command_line, environment_sets_what_no_flag_sets)
{
    setenv("RAPPORTEUR_DATA", source_path("tests/cases/valid/two-meetings.json"), 1);
    setenv("RAPPORTEUR_ACCESS_LOG", "yes", 1);
    serve();
    cr_expect_eq(total("/people"), 3);
    char line[16] = "";
    cr_expect_gt(read(served.output, line, sizeof line - 1), 0);
    stop_serving();
    const char *const flag[] = {"--data", source_path("data/beijing-2006.json"), NULL};
    server_start(&served, flag);
    client_init(&client, served.url);
    cr_expect_gt(total("/people"), 3, "the variable overrides the flag");
    stop_serving();
}

Test(command_line, wrong_variable_is_named)
{
    static const char *const arguments[] = {"serve", NULL};
    char output[OUTPUT_MAX];
    setenv("RAPPORTEUR_THREADS", "none", 1);
    cr_expect_eq(program_run(arguments, output, sizeof output), 2);
    cr_expect(strstr(output, "RAPPORTEUR_THREADS takes a whole number"), "%s", output);
    unsetenv("RAPPORTEUR_THREADS");
    setenv("PORT", "http", 1);
    cr_expect_eq(program_run(arguments, output, sizeof output), 2);
    cr_expect(strstr(output, "PORT takes a number from 0 to 65535, not \"http\""), "%s", output);
}

Test(command_line, variables_host_and_port_are_used)
{
    static const char *const arguments[] = {"serve", NULL};
    char output[OUTPUT_MAX], port[16];
    serve();
    snprintf(port, sizeof port, "%d", served.port);
    setenv("HOST", "127.0.0.1", 1);
    setenv("PORT", port, 1);
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect(strstr(output, port), "the port is not used: %s", output);
    const char *const ready[] = {"ready", NULL};
    cr_expect_eq(program_run_ready(ready, output, sizeof output), 0, "%s", output);
    stop_serving();
}

/* Runs `ready` with a URL, and returns the path that it requests from the server, which logs it. */
static const char *requested_path(const char *url)
{
    static char line[1000];
    char output[OUTPUT_MAX];
    const char *const arguments[] = {"ready", url, NULL};
    size_t length = 0;
    cr_expect_eq(program_run_ready(arguments, output, sizeof output), 0, "%s: %s", url, output);
    while (length < sizeof line - 1 && read(served.output, line + length, 1) == 1 &&
           line[length] != '\n')
        length++;
    line[length] = '\0';
    char *path = strstr(line, "\"GET ");
    cr_assert(path, "%s", line);
    path += 5;
    path[strcspn(path, " ")] = '\0';
    return path;
}

Test(command_line, ready_requests_readyz_unless_the_url_has_a_path)
{
    static const struct {
        const char *scheme, *rest, *path;
    } cases[] = {{"http://", "", "/readyz"},
                 {"http://", "/", "/readyz"},
                 {"http://", "/livez", "/livez"},
                 {"http://", "/readyz?verbose", "/readyz?verbose"},
                 {"", "", "/readyz"},
                 {"", "/", "/readyz"},
                 {"", "/livez", "/livez"},
                 {"HTTP://", "", "/readyz"}};
    static const char *const log[] = {"--access-log", NULL};
    server_start(&served, log);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char url[200];
        snprintf(url, sizeof url, "%s127.0.0.1:%d%s", cases[i].scheme, served.port, cases[i].rest);
        cr_expect_str_eq(requested_path(url), cases[i].path, "%s", url);
    }
    cr_expect_eq(server_stop(&served), 0);
}

Test(command_line, ready_requests_the_address_that_the_server_with_these_flags_has)
{
    char address[64], output[OUTPUT_MAX];
    serve();
    snprintf(address, sizeof address, "127.0.0.1:%d", served.port);
    const char *const same[] = {"ready", "--listen", address, NULL};
    cr_expect_eq(program_run_ready(same, output, sizeof output), 0, "%s", output);
    snprintf(address, sizeof address, ":%d", served.port);
    const char *const every[] = {"ready", "--listen", address, NULL};
    cr_expect_eq(program_run_ready(every, output, sizeof output), 0, "%s", output);
    const char *const tls[] = {"ready", "--listen", address, "--tls-cert=x", "--tls-key=x", NULL};
    cr_expect_eq(program_run(tls, output, sizeof output), 1, "TLS is spoken");
    cr_expect(strstr(output, "https://127.0.0.1:"), "%s", output);
    const char *const admin[] = {"ready", "--listen",     "127.0.0.1:1", "--admin-listen",
                                 address, "--tls-cert=x", "--tls-key=x", NULL};
    cr_expect_eq(program_run_ready(admin, output, sizeof output), 0, "%s", output);
    setenv("HOST", "::1", 1);
    setenv("PORT", "1", 1);
    const char *const ipv6[] = {"ready", NULL};
    cr_expect_eq(program_run(ipv6, output, sizeof output), 1);
    cr_expect(strstr(output, "http://[::1]:1/readyz is not ready"), "%s", output);
    stop_serving();
}

/* A URL with its path has up to 2047 bytes. */
Test(command_line, ready_refuses_a_url_that_is_too_long)
{
    char url[2049], output[OUTPUT_MAX];
    const char *const arguments[] = {"ready", url, NULL};
    memset(url, 'a', sizeof url);
    memcpy(url, "http://127.0.0.1:1/", 19);
    url[2048] = '\0';
    cr_expect_eq(program_run(arguments, output, sizeof output), 2);
    cr_expect_str_eq(output, "rapporteur: the URL is too long\n");
    url[2047] = '\0';
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect(strstr(output, " is not ready: "), "%s", output);
}

Test(command_line, ready_exits_with_0_only_if_the_server_is_ready)
{
    char with_path[128], with_slash[128], output[OUTPUT_MAX];
    serve();
    snprintf(with_path, sizeof with_path, "%s/livez", served.url);
    snprintf(with_slash, sizeof with_slash, "%s/", served.url);
    const char *const urls[] = {served.url, with_path, with_slash};
    for (size_t i = 0; i < 3; i++) {
        const char *const arguments[] = {"ready", urls[i], NULL};
        cr_expect_eq(program_run_ready(arguments, output, sizeof output), 0, "%s: %s", urls[i],
                     output);
    }
    snprintf(with_path, sizeof with_path, "%s/nothing", served.url);
    const char *const wrong[] = {"ready", with_path, NULL};
    cr_expect_eq(program_run_ready(wrong, output, sizeof output), 1);
    cr_expect(strstr(output, "status 404"), "%s", output);
    stop_serving();
    snprintf(with_path, sizeof with_path, "http://127.0.0.1:%d", free_port());
    const char *const gone[] = {"ready", with_path, NULL};
    cr_expect_eq(program_run_ready(gone, output, sizeof output), 1,
                 "ready succeeds although no server listens on %s", with_path);
}

Test(command_line, formats_lists_each_format_with_its_suffixes)
{
    static const char *const arguments[] = {"formats", NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect(
        strstr(output, "json           .json                a record in rapporteur's own JSON\n"),
        "%s", output);
    cr_expect(strstr(output, "markdown       .md .markdown .txt   minutes in Markdown"), "%s",
              output);
}

Test(command_line, convert_prints_a_record)
{
    const char *const arguments[] = {"convert", source_path("tests/cases/valid/two-meetings.json"),
                                     NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 0);
    cr_expect_eq(strncmp(output, "{\n  \"meetings\": [\n", 18), 0, "%s", output);
}

Test(command_line, convert_of_faulty_data_exits_with_65_and_prints_no_record)
{
    const char *const arguments[] = {
        "convert", source_path("tests/cases/invalid/three-faults-at-once/input.json"), NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 65);
    cr_expect(strstr(output, "input.json:3: /meetings/0/status: "), "%s", output);
    cr_expect_not(strstr(output, "{\n"));
}

Test(command_line, convert_of_a_missing_file_exits_with_1)
{
    static const char *const arguments[] = {"convert", "/nowhere/meeting.json", NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect_str_eq(output, "/nowhere/meeting.json: cannot be read: No such file or directory\n");
}

Test(command_line, an_unknown_format_is_a_usage_error)
{
    static const char *const arguments[] = {"check", "--format", "jsn", "meeting.json", NULL};
    char output[OUTPUT_MAX];
    cr_expect_eq(program_run(arguments, output, sizeof output), 2);
    cr_expect_str_eq(output,
                     "rapporteur: --format: unknown format \"jsn\"; did you mean \"json\"?\n");
}
