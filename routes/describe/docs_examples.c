/* The examples in the reference: requests with values of the record. */
#include "describe/docs_private.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    WORD_LEAST = 5,      /* letters of a word to search for */
    FILTER_EXAMPLES = 3, /* each with another kind of field */
    FEW_RECORDS = 100
};

/* Sets the address of the service. A host that is not a plain name is not used, because the
 * examples are pasted into a shell. */
static void choose_address(struct docs *docs)
{
    if (!request_address(docs->call->request, docs->address))
        snprintf(docs->address, sizeof docs->address, "http://localhost:8080");
}

static size_t letters_at(const struct value *text, size_t from)
{
    size_t length = 0;
    while (from + length < text->count && isalpha((unsigned char)text->text[from + length]))
        length++;
    return length;
}

/* Copies the longest word of ASCII letters, in lower case. Returns false if none has WORD_LEAST
 * letters. */
static bool find_word(const struct value *text, char word[DOCS_WORD_MAX])
{
    size_t best = 0, most = WORD_LEAST - 1;
    for (size_t i = 0, length; i < text->count; i += length + 1) {
        length = letters_at(text, i);
        const bool whole = (i == 0 || text->text[i - 1] == ' ') &&
                           (i + length == text->count || text->text[i + length] == ' ');
        if (!whole || length <= most || length >= DOCS_WORD_MAX)
            continue;
        best = i;
        most = length;
    }
    if (most < WORD_LEAST)
        return false;
    for (size_t i = 0; i < most; i++)
        word[i] = (char)tolower((unsigned char)text->text[best + i]);
    word[most] = '\0';
    return true;
}

/* Sets the word to search for, from the label of a topic, a paper or another record: the first of
 * them, or the last if they are many, because a search for a word of most records is costly. */
static void choose_word(struct docs *docs)
{
    static const struct record_type *const types[] = {
        &topic_type, &paper_type, &proposal_type, &decision_type, &meeting_type, &document_type};
    snprintf(docs->word, sizeof docs->word, "meeting");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t count;
        const struct record *const *records =
            archive_all(docs->call->snapshot->archive, types[i], &count);
        if (count &&
            find_word(record_label(records[count > FEW_RECORDS ? count - 1 : 0]), docs->word))
            return;
    }
}

void docs_choose_values(struct docs *docs)
{
    choose_address(docs);
    choose_word(docs);
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Writes an answer in JSON. A text of the record or of a request that may have another direction
 * than the page is isolated. */
static void write_answer(struct markup *markup, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        const char *quote = memchr(text + i, '"', length - i);
        const size_t size = quote ? (size_t)(quote - text) - i : length - i;
        if (is_ascii(text + i, size))
            markup_record_text(markup, text + i, size);
        else
            markup_name(markup, text + i, size);
        i += size;
        if (quote)
            markup_record_text(markup, text + i++, 1);
    }
}

void docs_open_examples(struct docs *docs)
{
    markup_open(&docs->page.markup, "div", "class", "eg", NULL);
}

void docs_close_examples(struct docs *docs)
{
    markup_close(&docs->page.markup, "div");
    markup_break(&docs->page.markup);
}

/* Writes a link that opens the answer: in JSON, if the path has no suffix. */
static void write_link_to_answer(struct docs *docs, const char *target)
{
    struct markup *markup = &docs->page.markup;
    const size_t path = strcspn(target, "?");
    const bool json = !memchr(target, '.', path) && strncmp(target, "/search", path) != 0;
    const bool files = docs->page.publication.files;
    char open[600];
    snprintf(open, sizeof open, "%.*s%s%s", (int)path, target, json ? ".json" : "",
             files ? "" : target + path);
    markup_open(markup, "a", "class", "copy", NULL);
    page_href_path(&docs->page, open);
    markup_text(markup, "Open");
    markup_close(markup, "a");
}

/* Reports whether the answer to a target can be opened: files have no parameters, and need none to
 * be indented. */
static bool may_open(const struct docs *docs, const char *target)
{
    const char *query = strchr(target, '?');
    return !docs->page.publication.files || !query || strcmp(query, "?pretty") == 0;
}

/* Writes the command, and a link to the answer if `opens`. */
static void write_command(struct docs *docs, const char *target, bool opens)
{
    struct markup *markup = &docs->page.markup;
    char command[600];
    snprintf(command, sizeof command, "curl -s '%s%s%s'", docs->address,
             request_base_path(docs->call->request), target);
    markup_open(markup, "div", "class", "try", NULL);
    markup_element(markup, "code", command, NULL);
    if (opens)
        write_link_to_answer(docs, target);
    markup_close(markup, "div");
}

void docs_write_request(struct docs *docs, const char *target)
{
    struct response response;
    response_init(&response);
    docs->call->answer(docs->call, target, &response);
    write_command(docs, target, response.status == 200 && may_open(docs, target));
    markup_break(&docs->page.markup);
    docs->page.markup.out->failed |= response_is_lost(&response);
    response_finish(&response);
}

void docs_write_problem(struct docs *docs, const char *target)
{
    struct markup *markup = &docs->page.markup;
    struct response response;
    response_init(&response);
    docs->call->answer(docs->call, target, &response);
    write_command(docs, target, false);
    markup_open(markup, "details", "class", "fold", NULL);
    markup_element(markup, "summary", "The answer", NULL);
    markup_open(markup, "pre", "tabindex", "0", NULL);
    write_answer(markup, response.body.bytes, response.body.length);
    markup_close(markup, "pre");
    markup_close(markup, "details");
    markup_break(markup);
    markup->out->failed |= response_is_lost(&response);
    response_finish(&response);
}

/* Writes a filter of a field of a kind, with the value of the first record that has one. */
static bool write_filter_example(struct docs *docs, const struct collection *collection,
                                 enum field_kind kind, const char *comparison)
{
    const struct field_list fields = collection->type->fields;
    char target[400];
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->kind != kind || field->list)
            continue;
        for (size_t at = 0; at < collection->count; at++) {
            const struct value *value = record_field(collection->records[at], i);
            if (!value->count || value->count > DOCS_WORD_MAX)
                continue;
            snprintf(target, sizeof target, "/%s?%s%s=%s&fields=%s&limit=2&pretty",
                     collection->name, field->name, comparison, value->text, field->name);
            docs_write_request(docs, target);
            return true;
        }
    }
    return false;
}

void docs_write_filter_examples(struct docs *docs)
{
    static const struct {
        enum field_kind kind;
        const char *comparison;
    } filters[FILTER_EXAMPLES] = {
        {FIELD_ENUM, ""}, {FIELD_COUNTRY, "__not"}, {FIELD_DATE, "__gte"}};
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    for (size_t i = 0; i < FILTER_EXAMPLES; i++)
        for (size_t at = 0; at < count; at++)
            if (write_filter_example(docs, &collections[at], filters[i].kind,
                                     filters[i].comparison))
                break;
}
