#include "input.h"

#include <string.h>

char *input_text(const uint8_t *data, size_t size)
{
    const size_t length = size ? strnlen((const char *)data, size) : 0;
    char *text = malloc(length + 1);
    MUST(text);
    if (length)
        memcpy(text, data, length);
    text[length] = '\0';
    return text;
}

char *input_line(char **text)
{
    char *line = *text;
    char *end = line ? strchr(line, '\n') : NULL;
    if (end)
        *end = '\0';
    *text = end ? end + 1 : NULL;
    return line && *line ? line : NULL;
}
