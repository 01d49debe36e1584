/* usage: collation_keys - reads lines of UTF-8, and writes for each one its collation key and its
 * fold, in hexadecimal, with a tab between them. */
#include "unicode/collation.h"
#include "unicode/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

static void print_hexadecimal(const struct buffer *bytes, char end)
{
    for (size_t i = 0; i < bytes->length; i++)
        printf("%02x", (unsigned char)bytes->bytes[i]);
    putchar(end);
}

static bool print_line(const char *text, size_t length)
{
    struct buffer key, fold;
    buffer_init(&key, SIZE_MAX);
    buffer_init(&fold, SIZE_MAX);
    const bool made = collation_key_append(text, length, &key) && text_fold(text, length, &fold);
    if (made) {
        print_hexadecimal(&key, '\t');
        print_hexadecimal(&fold, '\n');
    }
    buffer_finish(&key);
    buffer_finish(&fold);
    return made;
}

int main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    bool made = true;
    while (made && (length = getline(&line, &capacity, stdin)) > 0)
        made = print_line(line, (size_t)length - (line[length - 1] == '\n'));
    free(line);
    return made ? EXIT_SUCCESS : EXIT_FAILURE;
}
