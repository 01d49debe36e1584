/* usage: TARGET FOLDER... - runs a fuzz target on every file of its corpus, without libFuzzer. */
#include "input.h"

#include <dirent.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* The current input file; report_file prints it if the target aborts or the test times out. */
static char path[4096];

static void report_file(int number)
{
    static const char before[] = "\nfailed on ";
    (void)!write(STDERR_FILENO, before, sizeof before - 1);
    (void)!write(STDERR_FILENO, path, strlen(path));
    (void)!write(STDERR_FILENO, "\n", 1);
    signal(number, SIG_DFL);
    raise(number);
}

static int fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    return EXIT_FAILURE;
}

/* Copies the bytes to a block of exactly their size, so that AddressSanitizer finds reads beyond
 * it. */
static int feed_file(void)
{
    static uint8_t bytes[1 << 20];
    FILE *in = fopen(path, "rb");
    if (!in)
        return fail("cannot be read");
    const size_t size = fread(bytes, 1, sizeof bytes, in);
    uint8_t *data = malloc(size ? size : 1);
    if (data) {
        memcpy(data, bytes, size);
        LLVMFuzzerTestOneInput(data, size);
    }
    free(data);
    fclose(in);
    return data ? EXIT_SUCCESS : fail("out of memory");
}

static int feed_folder(const char *folder)
{
    struct dirent **entries;
    size_t fed = 0;
    const int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.') {
            if (feed_file() != EXIT_SUCCESS)
                return EXIT_FAILURE;
            fed++;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    snprintf(path, sizeof path, "%s", folder);
    if (fed == 0)
        return fail("has no input");
    printf("%s: %zu inputs\n", folder, fed);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    signal(SIGABRT, report_file);
    signal(SIGTERM, report_file);
    for (int i = 1; i < argc; i++)
        if (feed_folder(argv[i]) != EXIT_SUCCESS)
            return EXIT_FAILURE;
    return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
