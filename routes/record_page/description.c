/* The description of a record for search engines and link previews: its own, or a sentence that
 * counts what belongs to it. */
#include "base/utf8.h"
#include "record_page/record_page_private.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    OWN_MAX = 300,   /* bytes of the record's own description */
    COUNTED_MAX = 4, /* kinds of records that are counted */
    COUNTED = TARGET(TYPE_SESSION) | TARGET(TYPE_AGENDA_ITEM) | TARGET(TYPE_PAPER) |
              TARGET(TYPE_DISCUSSION) | TARGET(TYPE_PROPOSAL) | TARGET(TYPE_DECISION) |
              TARGET(TYPE_ACTION) | TARGET(TYPE_PERSON)
};

/* Returns a text, cut between words or characters. */
static struct page_text cut(const char *text, size_t length)
{
    size_t blank = OWN_MAX;
    if (length <= OWN_MAX)
        return (struct page_text){text, length, true};
    while (blank > 0 && text[blank] != ' ')
        blank--;
    return (struct page_text){text, blank ? blank : utf8_cut_length(text, OWN_MAX), true};
}

/* Appends when a record took place or was published, and the author and the length of a document.
 */
static void append_facts(const struct record_page *page, struct buffer *out)
{
    char words[SAY_DATE_BYTES];
    const struct record *record = page->record;
    const struct value *publisher = record_value(record, ROLE_PUBLISHER);
    if (say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words) ||
        say_date(record_value(record, ROLE_ISSUED), words)) {
        buffer_append_text(out, ", ");
        buffer_append_text(out, words);
    }
    if (publisher->count) {
        buffer_append_text(out, ", ");
        buffer_append(out, publisher->text, publisher->count);
    }
}

/* Appends the numbers of the records that belong to the record: "2 papers, 5 discussions". Returns
 * how many kinds there are. */
static size_t append_counts(const struct record_page *page, struct buffer *out)
{
    char name[SAY_BYTES];
    size_t count, written = 0, members;
    const struct archive *archive = page->page->archive;
    const struct relation *relations = archive_relations(archive, page->record->type, &count);
    for (size_t i = 0; i < count && written < COUNTED_MAX; i++) {
        const struct record_type *type = relations[i].member;
        if (!(TARGET(type->ordinal) & COUNTED) || relations[i].to_one ||
            strcmp(relations[i].name, type->collection) != 0)
            continue;
        relation_members(&relations[i], page->record, &members);
        if (!members)
            continue;
        buffer_append_text(out, written++ ? ", " : ": ");
        buffer_append_integer(out, (int64_t)members);
        buffer_append_byte(out, ' ');
        buffer_append_text(out, members == 1
                                    ? say_type(archive, type, false, name)
                                    : say_collection(archive, type->collection, false, name));
    }
    return written;
}

/* Appends what the record is, if nothing can be counted. */
static void append_kind(const struct record_page *page, struct buffer *out)
{
    char kind[SAY_BYTES];
    const struct document_text *text = archive_text(page->page->archive, page->record);
    say_type(page->page->archive, page->record->type, false, kind);
    buffer_append_text(out, ": ");
    buffer_append_text(out, kind);
    if (!text)
        return;
    buffer_append_text(out, " with ");
    buffer_append_integer(out, text->lines);
    buffer_append_text(out, text->lines == 1 ? " line" : " lines");
}

/* Writes "T. J. Pempel: 2 papers, 5 discussions in the record of Beijing 2006." */
static void append_sentence(const struct record_page *page, struct buffer *out)
{
    char label[RECORD_LABEL_MAX], meeting[SAY_MEETING_BYTES];
    buffer_append(out, label, record_write_label(page->record, label));
    append_facts(page, out);
    if (!append_counts(page, out))
        append_kind(page, out);
    if (page->page->meeting && page->page->meeting != page->record) {
        buffer_append_text(out, " in the record of ");
        buffer_append(out, meeting, say_meeting(page->page->archive, page->page->meeting, meeting));
    }
    buffer_append_byte(out, '.');
}

struct page_text description_write(const struct record_page *page, struct buffer *out)
{
    const struct value *own = record_value(page->record, ROLE_DESCRIPTION);
    if (own->count)
        return cut(own->text, own->count);
    append_sentence(page, out);
    return (struct page_text){out->bytes, out->failed ? 0 : out->length, true};
}
