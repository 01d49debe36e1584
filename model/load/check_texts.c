/* Reads the texts of documents, checks them against their records, and warns of lines that no
 * record cites. */
#include "base/error_text.h"
#include "base/sha256_text.h"
#include "load/builder.h"
#include "schema/kind.h"
#include "schema/types/every_record.h"
#include "texts/texts.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <string.h>

/* Returns the place of the field of a record that has a role. */
static struct place place_of_role(const struct record *record, enum field_role role,
                                  const struct place *place)
{
    return place_member(place, field_list_with_role(record->type->fields, role)->name);
}

static void check_digest(const struct archive_builder *builder, const struct record *document,
                         const struct document_text *text, const struct place *place)
{
    const struct value *stated = record_value(document, ROLE_DIGEST);
    const struct place here = place_of_role(document, ROLE_DIGEST, place);
    char digest[SHA256_TEXT_BYTES];
    sha256_text(text->bytes, text->length, digest);
    if (!stated->count)
        faults_add(builder->faults, place, "a text needs its \"%s\"; that of this file is \"%s\"",
                   here.member, digest);
    else if (strcmp(stated->text, digest) != 0)
        faults_add(builder->faults, &here,
                   "the SHA-256 of the text is \"%s\"; correct it, or restore the text that the "
                   "record cites",
                   digest);
}

static void check_line_count(const struct archive_builder *builder, const struct record *document,
                             const struct document_text *text, const struct place *place)
{
    const struct value *stated = record_value(document, ROLE_LINE_COUNT);
    const struct place here = place_of_role(document, ROLE_LINE_COUNT, place);
    if (stated->count && stated->integer != text->lines)
        faults_add(builder->faults, &here, "the text has %" PRIu32 " line%s, not %" PRId64,
                   text->lines, text->lines == 1 ? "" : "s", stated->integer);
}

/* Reads a text. Returns NULL or the reason of a failure. */
static const char *read_document_text(const struct archive_builder *builder,
                                      const struct record_file *file, const char *path,
                                      struct document_text *ret_text)
{
    char folder[PATH_MAX];
    struct text text;
    record_file_write_folder(file, folder);
    const char *reason = text_read(folder, path, archive_arena(builder->archive), &text);
    if (reason)
        return reason;
    *ret_text = (struct document_text){.bytes = text.bytes,
                                       .length = text.length,
                                       .lines = text_count_lines(text.bytes, text.length)};
    struct archive_version version = archive_version(builder->archive);
    if (text.modified > version.modified)
        version.modified = text.modified;
    archive_set_version(builder->archive, &version);
    return NULL;
}

/* Gives the document that is an imported file the text of this file. Returns false if the document
 * is another one. */
static bool take_own_text(struct archive_builder *builder, const struct record *document)
{
    const struct record_file *file = &builder->files->at[document->file];
    if (!file->document_text || strcmp(file->document, record_id(document)) != 0)
        return false;
    const char *bytes = file->document_text;
    const struct document_text text = {.bytes = bytes,
                                       .length = (uint32_t)file->document_length,
                                       .lines = text_count_lines(bytes, file->document_length)};
    builder->out_of_memory |= !archive_set_text(builder->archive, document, text);
    return true;
}

static void read_text_of(struct archive_builder *builder, const struct record *document)
{
    struct place places[3];
    const struct value *path = record_value(document, ROLE_TEXT_FILE);
    const struct record_file *file = &builder->files->at[document->file];
    const struct place *place = archive_builder_place(builder, document, places);
    const struct place here = place_of_role(document, ROLE_TEXT_FILE, place);
    struct document_text text;
    if (!path->count || !kinds[FIELD_PATH].accepts(path->text, path->count))
        return;
    if (file->borrowed) {
        faults_warn(builder->faults, &here,
                    "the text is not read, because these data are not from a file; load them from "
                    "a file to serve it");
        return;
    }
    const char *reason = read_document_text(builder, file, path->text, &text);
    if (reason == text_no_memory) {
        builder->out_of_memory = true;
    } else if (reason) {
        faults_add(builder->faults, &here, "the text \"%.*s\" cannot be read: %s", FAULT_QUOTED_MAX,
                   path->text, reason);
    } else {
        check_digest(builder, document, &text, place);
        check_line_count(builder, document, &text, place);
        builder->out_of_memory |= !archive_set_text(builder->archive, document, text);
    }
}

void read_texts(struct archive_builder *builder)
{
    const struct record_list *documents = archive_records(builder->archive, &document_type);
    for (size_t i = 0; i < documents->count; i++)
        if (!take_own_text(builder, documents->at[i]))
            read_text_of(builder, documents->at[i]);
}

static bool is_missing(const struct archive_builder *builder, const struct record *document)
{
    return record_value(document, ROLE_DIGEST)->count && !archive_text(builder->archive, document);
}

/* Gives a copy of a text to a document. */
static void give_text(struct archive_builder *builder, const struct record *document,
                      const struct text *text)
{
    struct place places[3];
    const char *bytes = arena_copy_text(archive_arena(builder->archive), text->bytes, text->length);
    const struct document_text given = {.bytes = bytes,
                                        .length = text->length,
                                        .lines = text_count_lines(text->bytes, text->length)};
    builder->out_of_memory |= !bytes || !archive_set_text(builder->archive, document, given);
    check_line_count(builder, document, &given, archive_builder_place(builder, document, places));
}

/* Gives a text to each document that has its digest. Returns true if other documents still lack a
 * text. */
static bool give_to_documents(void *context, const struct text *text, const char *digest)
{
    struct archive_builder *builder = context;
    const struct record_list *documents = archive_records(builder->archive, &document_type);
    bool missing = false;
    for (size_t i = 0; i < documents->count; i++) {
        if (!is_missing(builder, documents->at[i]))
            continue;
        if (strcmp(record_value(documents->at[i], ROLE_DIGEST)->text, digest) == 0)
            give_text(builder, documents->at[i], text);
        else
            missing = true;
    }
    return missing;
}

void read_text_folder(struct archive_builder *builder)
{
    const char *folder = builder->files->texts;
    if (!folder)
        return;
    const enum text_folder_result result = text_folder_read(folder, give_to_documents, builder);
    builder->out_of_memory |= result == TEXT_FOLDER_NO_MEMORY;
    if (result == TEXT_FOLDER_NOT_OPENED)
        record_files_fault(builder->faults, folder, error_text(errno));
}

/* The changes of the number of citations from line to line, for each document that names a text:
 * the sum of all changes up to a line is the number of citations of the line. */
struct citing {
    const struct archive *archive;
    const struct record *record; /* the record that cites */
    int32_t **changes;           /* by the ordinal of the document; NULL without a text */
};

/* A citation in the record of the document itself says what the document is, not what it says. */
static void count_citation(const struct citing *citing, const struct members *citation)
{
    const struct value *document = members_value(citation, SOURCE_DOCUMENT);
    const struct value *lines = members_value(citation, SOURCE_LINES);
    int64_t first, last;
    if (!document->count || !lines->count || document->record == citing->record)
        return;
    const struct document_text *text = archive_text(citing->archive, document->record);
    if (!text || !kind_parse_lines(lines->text, lines->count, &first, &last) || last > text->lines)
        return;
    int32_t *changes = citing->changes[document->record->ordinal];
    if (!changes)
        return;
    changes[first]++;
    changes[last + 1]--;
}

static void count_citations(const struct citing *citing, struct field_list fields,
                            const struct members *members)
{
    for (size_t i = 0; i < fields.count; i++) {
        size_t count;
        const struct field *field = &fields.at[i];
        const struct value *items = record_items(field, members_value(members, i), &count);
        for (size_t j = 0; field->kind == FIELD_OBJECT && j < count; j++) {
            if (items[j].count && field->members.at == source_fields)
                count_citation(citing, items[j].members);
            else if (items[j].count)
                count_citations(citing, field->members, items[j].members);
        }
    }
}

enum {
    RANGES_LISTED = 5
};

/* The lines of a text that no record cites. A range may contain blank lines. */
struct uncited {
    size_t lines, ranges;
    uint32_t first, last; /* the range that is still open; 0 if no range is */
    char listed[160];
    size_t used;
};

static void uncited_end_range(struct uncited *uncited)
{
    const uint32_t first = uncited->first, last = uncited->last;
    uncited->first = uncited->last = 0;
    if (!first || ++uncited->ranges > RANGES_LISTED)
        return;
    char *const at = uncited->listed + uncited->used;
    const size_t room = sizeof uncited->listed - uncited->used;
    const char *comma = uncited->ranges > 1 ? ", " : "";
    const int length = first == last
                           ? snprintf(at, room, "%s%" PRIu32, comma, first)
                           : snprintf(at, room, "%s%" PRIu32 "-%" PRIu32, comma, first, last);
    uncited->used += (size_t)length;
}

static bool is_blank_line(const char *line, const char *end)
{
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\r'))
        line++;
    return line == end;
}

static void find_uncited(const struct document_text *text, const int32_t *changes,
                         struct uncited *uncited)
{
    const char *const end = text->bytes + text->length;
    const char *line = text->bytes;
    int64_t citations = 0;
    for (uint32_t number = 1; number <= text->lines; number++) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        const char *const line_end = feed ? feed : end;
        citations += changes[number];
        if (citations > 0 && !is_blank_line(line, line_end)) {
            uncited_end_range(uncited);
        } else if (!is_blank_line(line, line_end)) {
            uncited->first = uncited->first ? uncited->first : number;
            uncited->last = number;
            uncited->lines++;
        }
        line = feed ? feed + 1 : end;
    }
    uncited_end_range(uncited);
}

static void warn_of_uncited(const struct archive_builder *builder, const struct record *document,
                            const int32_t *changes)
{
    struct place places[3];
    struct uncited uncited = {.lines = 0};
    find_uncited(archive_text(builder->archive, document), changes, &uncited);
    if (!uncited.lines)
        return;
    const struct place *place = archive_builder_place(builder, document, places);
    const struct place here = place_of_role(document, ROLE_TEXT_FILE, place);
    faults_warn(builder->faults, &here,
                "no record cites %zu line%s of the text: %s%s; cite each line in the record that "
                "states its content",
                uncited.lines, uncited.lines == 1 ? "" : "s", uncited.listed,
                uncited.ranges > RANGES_LISTED ? " and others" : "");
}

/* Takes the counters of the documents with a text. Returns the number of these documents, or 0 with
 * `out_of_memory` set. */
static size_t take_changes(struct archive_builder *builder, struct arena *arena,
                           struct citing *citing)
{
    const struct record_list *documents = archive_records(builder->archive, &document_type);
    size_t texts = 0;
    citing->changes = arena_take_array(arena, documents->count + 1, sizeof *citing->changes);
    for (size_t i = 0; citing->changes && i < documents->count; i++) {
        const struct document_text *text = archive_text(builder->archive, documents->at[i]);
        if (!text || !record_value(documents->at[i], ROLE_TEXT_FILE)->count)
            continue; /* no text, or that of an imported file: convert --explain shows its lines */
        int32_t *changes = arena_take_array(arena, (size_t)text->lines + 2, sizeof *changes);
        citing->changes[i] = changes;
        builder->out_of_memory |= !changes;
        texts++;
    }
    builder->out_of_memory |= !citing->changes;
    return builder->out_of_memory ? 0 : texts;
}

void check_texts(struct archive_builder *builder)
{
    struct arena arena;
    struct citing citing = {.archive = builder->archive};
    const struct record_list *documents = archive_records(builder->archive, &document_type);
    arena_init(&arena, ARCHIVE_BYTES_MAX);
    const size_t texts = take_changes(builder, &arena, &citing);
    for (size_t i = 0; texts > 0 && i < TYPE_COUNT; i++) {
        const struct record_list *list = archive_records(builder->archive, record_types[i]);
        for (size_t j = 0; j < list->count; j++) {
            citing.record = list->at[j];
            count_citations(&citing, record_types[i]->fields, list->at[j]->members);
        }
    }
    for (size_t i = 0; texts > 0 && i < documents->count; i++)
        if (citing.changes[i])
            warn_of_uncited(builder, documents->at[i], citing.changes[i]);
    arena_finish(&arena);
}
