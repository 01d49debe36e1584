#include "formats/format.h"

#include "http/negotiation.h"

#include <string.h>

/* The first is given where a client likes several best. */
static const struct representation *const representations[] = {
    &as_json, &as_ndjson, &as_csv, &as_jsonld, &as_calendar, &as_bibtex, &as_csl};

enum {
    REPRESENTATION_COUNT = sizeof representations / sizeof *representations
};

const struct representation *representation_at(size_t index)
{
    return index < REPRESENTATION_COUNT ? representations[index] : NULL;
}

bool representation_is_for(const struct representation *representation,
                           const struct record_type *type)
{
    return representation->types == 0 || representation->types & TARGET(type->index);
}

size_t representation_stem(const char *segment)
{
    const size_t length = strlen(segment);
    const char *dot = strrchr(segment, '.');
    size_t stem = dot ? (size_t)(dot - segment) : length;
    for (size_t i = 0; i < REPRESENTATION_COUNT; i++) {
        const size_t suffix = strlen(representations[i]->suffix);
        if (suffix < length && length - suffix < stem &&
            strcmp(segment + length - suffix, representations[i]->suffix) == 0)
            stem = length - suffix;
    }
    return stem;
}

const struct representation *representation_by_suffix(const char *suffix,
                                                      const struct record_type *type)
{
    for (size_t i = 0; i < REPRESENTATION_COUNT; i++)
        if (representation_is_for(representations[i], type) &&
            strcmp(representations[i]->suffix, suffix) == 0)
            return representations[i];
    return NULL;
}

const struct representation *representation_preferred(const char *accept,
                                                      const struct record_type *type)
{
    const struct representation *preferred = NULL;
    int best = 0;
    if (!accept)
        return representations[0];
    for (size_t i = 0; i < REPRESENTATION_COUNT; i++) {
        if (!representation_is_for(representations[i], type))
            continue;
        const int quality = accept_quality(accept, representations[i]->media_type);
        if (quality > best) {
            best = quality;
            preferred = representations[i];
        }
    }
    return preferred;
}

static size_t write_records(const struct representation *representation,
                            struct representing *representing, const struct record *const *records,
                            size_t count)
{
    const struct buffer *out = representing->out;
    for (size_t i = 0; i < count; i++) {
        representation->write(representing, records[i]);
        if (out->failed || (representation->file && out->length > FILE_BYTES_MAX))
            return i + 1;
    }
    return count;
}

void representation_write(const struct representation *representation,
                          struct representing *representing, const struct record *const *records,
                          size_t count)
{
    json_writer_init(&representing->json, representing->out);
    if (representation->begin)
        representation->begin(representing);
    const size_t written = write_records(representation, representing, records, count);
    if (representing->paged && written < count)
        representing->paged->cut_to = written;
    if (representation->end)
        representation->end(representing);
}
