/* The text of a document, as clients get it and as it is replaced. */
#include "served.h"

#include <criterion/criterion.h>
#include <nettle/sha2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-text-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chmod(folder, 0755), 0);
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755) | mkdir("data/texts", 0755), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(document_text, .init = start, .fini = stop);

static void write_text(const char *text)
{
    FILE *file = fopen("data/texts/.new", "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
    cr_assert_eq(rename("data/texts/.new", "data/texts/minutes.txt"), 0);
}

/* Writes a record whose document has a text with the digest of `text`. */
static void write_record(const char *text)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    char hex[2 * SHA256_DIGEST_SIZE + 1];
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, strlen(text), (const uint8_t *)text);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    FILE *file = fopen("data/.new", "w");
    cr_assert(file);
    fprintf(file,
            "{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sha256\": \"%s\","
            " \"text_file\": \"texts/minutes.txt\", \"sources\": [{\"document\": \"minutes\"}]}]}",
            hex);
    cr_assert_eq(fclose(file), 0);
    cr_assert_eq(rename("data/.new", "data/record.json"), 0);
}

static void start_server(const char *const *more)
{
    const char *arguments[8] = {"--data", "data"};
    for (size_t i = 0; more && more[i]; i++)
        arguments[2 + i] = more[i];
    server_start(&served, arguments);
    client_init(&client, served.url);
}

static const char path[] = "/documents/minutes.txt";

Test(document_text, is_served_to_get_and_head_with_validators)
{
    char field[200];
    write_text("The council met.\r\nLuc H\xc3\xa9ron arrived late.");
    write_record("The council met.\r\nLuc H\xc3\xa9ron arrived late.");
    start_server(NULL);
    struct answer answer = client_get(&client, path);
    cr_expect_eq(answer.status, 200);
    cr_expect_str_eq(answer.body, "The council met.\r\nLuc H\xc3\xa9ron arrived late.");
    cr_expect_str_eq(answer_header(&answer, "Content-Type"), "text/plain; charset=utf-8");
    cr_expect_str_eq(answer_header(&answer, "X-Content-Type-Options"), "nosniff");
    snprintf(field, sizeof field, "If-None-Match: %s", answer_header(&answer, "ETag"));
    struct answer head = client_send(&client, "HEAD", path);
    cr_expect_eq(head.status, 200);
    cr_expect_eq(head.length, 0);
    cr_expect_str_eq(answer_header(&head, "Content-Length"), "42");
    struct answer unchanged = get_with(path, field);
    cr_expect_eq(unchanged.status, 304);
    cr_expect_eq(unchanged.length, 0);
    answer_finish(&answer);
    answer_finish(&head);
    answer_finish(&unchanged);
    stop_serving();
}

Test(document_text, that_is_not_the_one_cited_keeps_the_old_record)
{
    write_text("One");
    write_record("One");
    start_server(NULL);
    cr_expect(client_waits_for_text(&client, path, "One"));
    write_text("Two");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "the SHA-256 of the text is"));
    cr_expect(client_waits_for_text(&client, path, "One"));
    write_record("Two");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, path, "Two"));
    unlink("data/texts/minutes.txt");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "cannot be read: No such file"));
    cr_expect(client_waits_for_text(&client, path, "Two"));
    stop_serving();
}

Test(document_text, in_a_folder_below_the_data_is_watched)
{
    write_text("One");
    write_record("One");
    start_server((const char *const[]){"--watch", NULL});
    cr_expect(client_waits_for_text(&client, path, "One"));
    write_text("Two");
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "the SHA-256 of the text is"));
    write_record("Two");
    cr_expect(client_waits_for_text(&client, path, "Two"));
    write_text("One");
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "the SHA-256 of the text is"));
    stop_serving();
}

Test(document_text, beyond_the_memory_for_unsent_answers_is_503)
{
    enum {
        BYTES = 1024 * 1024
    };
    char *text = malloc(BYTES + 1);
    cr_assert(text);
    memset(text, 'a', BYTES);
    text[BYTES] = '\0';
    write_text(text);
    write_record(text);
    start_server((const char *const[]){"--answer-bytes", "524288", NULL});
    struct answer answer = client_get(&client, path);
    cr_expect_eq(answer.status, 503);
    cr_expect(strstr(answer.body, "unsent answers"), "%s", answer.body);
    answer_finish(&answer);
    stop_serving();
    start_server(NULL);
    answer = client_get(&client, path);
    cr_expect_eq(answer.status, 200);
    cr_expect_eq(answer.length, BYTES);
    answer_finish(&answer);
    stop_serving();
    free(text);
}

/* The server runs as another user in a sandbox, so it must be given access to the folder. */
Test(document_text, in_a_folder_of_texts_is_served_and_found_again_after_a_reload)
{
    write_text("One");
    write_record("One");
    cr_assert_eq(system("sed -i 's/ \"text_file\": \"texts.minutes.txt\",//' data/record.json && "
                        "mkdir more && mv data/texts/minutes.txt more/any-name"),
                 0);
    start_server((const char *const[]){"--texts", "more", NULL});
    cr_expect(client_waits_for_text(&client, path, "One"));
    cr_assert_eq(system("mkdir more/below && mv more/any-name more/below/another"), 0);
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, path, "One"));
    stop_serving();
}
