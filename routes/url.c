#include "url.h"

struct url url_of_record(const struct record *record)
{
    return (struct url){{record->type->collection, record_id(record)}, 2, NULL};
}

struct url url_of_relation(const struct record *owner, const struct relation *relation)
{
    return (struct url){{owner->type->collection, record_id(owner), relation->name}, 3, NULL};
}

struct url url_of_collection(const struct collection *collection)
{
    return (struct url){{collection->name}, 1, NULL};
}

void url_append(struct buffer *out, const struct url *url)
{
    for (size_t i = 0; i < url->count; i++) {
        buffer_append_byte(out, '/');
        buffer_append_text(out, url->segments[i]);
    }
    if (url->suffix)
        buffer_append_text(out, url->suffix);
}

void url_write(struct json_writer *writer, const struct url *url)
{
    json_write_begin_string(writer);
    url_append(writer->out, url);
    json_write_end_string(writer);
}
