/* The words that a record quotes from a document whose text is not there, such as a book. */
#include "base/utf8.h"
#include "record_parts/sources_private.h"
#include "schema/types/every_record.h"

#include <string.h>

enum {
    QUOTE_BYTES = 2000 /* of an extract, which is short */
};

const struct value *quote_of(const struct value *source)
{
    return members_value(source->members, SOURCE_QUOTE);
}

bool quote_has(const struct value *source, const char *text, size_t length)
{
    const struct value *quote = quote_of(source);
    const size_t end = quote->count < QUOTE_BYTES ? quote->count : QUOTE_BYTES;
    for (size_t at = 0; at + length <= end; at++)
        if (memcmp(quote->text + at, text, length) == 0)
            return true;
    return false;
}

void quote_write(struct page *page, const struct value *source, size_t bytes, bool brief)
{
    struct markup *markup = &page->markup;
    const struct value *quote = quote_of(source);
    const struct citations place = {{source}, 1};
    const size_t most = bytes < QUOTE_BYTES ? bytes : QUOTE_BYTES;
    markup_open(markup, "p", NULL);
    citations_write_references(page, &place, brief);
    markup_text(markup, " ");
    markup_name(markup, quote->text,
                quote->count > most ? utf8_cut_length(quote->text, most) : quote->count);
    markup_text(markup, quote->count > most ? "\xE2\x80\xA6" : "");
    markup_close(markup, "p");
}
