#include "imported.h"

#include "base/buffer.h"

#include <string.h>

/* Checks the text of the data file that is made from a source. */
static void check_text(const struct draft *draft)
{
    struct draft_text text;
    MUST(draft_write(draft, &text));
    json_t *json = json_loadb(text.text, text.length, JSON_REJECT_DUPLICATES, NULL);
    MUST(json);
    json_decref(json);
    draft_text_finish(&text);
}

/* Checks what `convert` prints of a draft. */
static void check_conversion(const struct draft *draft)
{
    struct buffer margin;
    struct draft_lost_lines lost;
    json_t *json = draft_json(draft);
    MUST(json);
    json_decref(json);
    buffer_init(&margin, SIZE_MAX);
    MUST(draft_write_margin(draft, &margin) && draft_count_lost_lines(draft, 1, &lost));
    buffer_finish(&margin);
}

void imported_check(const struct draft *draft)
{
    if (draft_refusal(draft)) {
        MUST(*draft_refusal(draft)->message);
        return;
    }
    MUST(!draft_is_out_of_memory(draft));
    check_text(draft);
    check_conversion(draft);
}

int imported_read(const char *format, const char *name, const uint8_t *data, size_t size)
{
    char *bytes = malloc(size + 1); /* a reader may rely on the NUL that follows a file */
    MUST(bytes);
    memcpy(bytes, data, size);
    bytes[size] = '\0';
    const struct draft_source source = import_source(name, bytes, size);
    struct draft *draft = import_read(import_format_named(format), &source);
    MUST(draft);
    imported_check(draft);
    draft_destroy(draft);
    free(bytes);
    return 0;
}
