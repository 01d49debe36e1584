#include "saved/saved_list.h"

#include "base/sha256_text.h"

#include <string.h>

void saved_list_digest(const struct load_source *sources, size_t count,
                       char digest[SHA256_TEXT_BYTES])
{
    struct sha256_ctx context;
    sha256_init(&context);
    for (size_t i = 0; i < count; i++) {
        const struct load_source *source = &sources[i];
        const char kind = source->is_map     ? 'm'
                          : source->is_texts ? 't'
                          : source->format   ? 'f'
                                             : 'd';
        sha256_update(&context, 1, (const uint8_t *)&kind);
        sha256_update(&context, strlen(source->name) + 1, (const uint8_t *)source->name);
    }
    sha256_text_finish(&context, digest);
}
