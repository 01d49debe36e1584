/* Fuzzes the recognition of formats, and the reading of a source as what was recognised. The first
 * line of the input is the name of the source, the second its media type. */
#include "imported.h"

#include <string.h>

static bool is_in_table(const struct import_format *format)
{
    for (size_t i = 0; i < import_format_count; i++)
        if (import_formats[i] == format)
            return true;
    return false;
}

static void check_source(const struct draft_source *source, const char *media_type)
{
    struct draft_note refusal = {.line = 0};
    const struct import_format *format = import_recognise(source, media_type, &refusal);
    if (!format) {
        MUST(refusal.line == 1 && *refusal.message);
        return;
    }
    MUST(is_in_table(format));
    MUST(format == import_recognise(source, media_type, &refusal));
    if (!format->read)
        return;
    struct draft *draft = import_read(format, source);
    MUST(draft);
    imported_check(draft);
    draft_destroy(draft);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size), *rest = text;
    const char *name = input_line(&rest), *media_type = input_line(&rest);
    const size_t head = rest ? (size_t)(rest - text) : size;
    char *bytes = malloc(size - head + 1);
    MUST(bytes);
    memcpy(bytes, data + head, size - head);
    bytes[size - head] = '\0';
    const struct draft_source source = import_source(name ? name : "", bytes, size - head);
    check_source(&source, media_type);
    free(bytes);
    free(text);
    return 0;
}
