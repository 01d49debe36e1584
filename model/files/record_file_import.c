#include "files/record_file_import.h"

#include "base/utf8.h"
#include "texts/texts.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/* Adds the warnings of a reader, and one for each thing that it did not read. */
static void import_warn(const struct draft *draft, const struct record_file *file,
                        struct faults *faults)
{
    size_t count, more;
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    for (size_t i = 0; i < count; i++)
        faults_warn_at_line(faults, file, warnings[i].line, "%s", warnings[i].message);
    for (size_t i = 0; i < more; i++)
        faults_count_warning(faults);
    const struct draft_unread *unread = draft_unread(draft, &count);
    for (size_t i = 0; i < count; i++) {
        char text[DRAFT_MESSAGE_BYTES];
        import_write_unread(&unread[i], text);
        faults_warn_at_line(faults, file, unread[i].line, "%s", text);
    }
}

/* Returns the reason why a source cannot be the text of its document, or NULL. */
static const char *import_text_problem(const struct draft_source *source)
{
    if (source->length > TEXT_BYTES_MAX)
        return "it is larger than 4 MiB";
    if (memchr(source->bytes, '\0', source->length) ||
        !utf8_is_valid(source->bytes, source->length))
        return "it is not UTF-8";
    return NULL;
}

/* Returns a copy of the bytes of the file with its byte order mark, or NULL if out of memory. */
static const char *import_copy_text(const struct draft_source *source, struct arena *arena,
                                    size_t *ret_length)
{
    static const char mark[] = "\xef\xbb\xbf";
    const size_t marked = source->marked ? sizeof mark - 1 : 0;
    char *text = arena_take(arena, marked + source->length + 1);
    if (!text)
        return NULL;
    memcpy(text, mark, marked);
    memcpy(text + marked, source->bytes, source->length);
    *ret_length = marked + source->length;
    text[*ret_length] = '\0';
    return text;
}

/* Returns the id of the document with the name of its file, or NULL if out of memory. */
static const char *import_other_id(struct draft *draft, const char *id, struct arena *arena)
{
    const struct draft_source *source = draft_source(draft);
    const char *slash = strrchr(source->name, '/');
    const char *name = slash ? slash + 1 : source->name;
    char slug[DRAFT_ID_BYTES], other[DRAFT_ID_BYTES];
    draft_slug(draft, name, strcspn(name, "."), slug);
    draft_write_id(id, slug, other);
    return draft_is_out_of_memory(draft) ? NULL : arena_copy_text(arena, other, strlen(other));
}

/* Notes whether the document that is the file itself is minutes or an agenda. */
static void import_note_kind(struct record_file *file, const struct draft *draft, const char *id)
{
    const json_t *document = draft_find(draft, &document_type, id);
    const char *kind = json_string_value(json_object_get(document, "kind"));
    file->is_agenda = kind && strcmp(kind, "agenda") == 0;
    file->is_minutes = file->is_agenda || (kind && strcmp(kind, "minutes") == 0);
}

/* Copies the id and the text of the document that is the file itself. Returns false if out of
 * memory. */
static bool import_copy_document(struct record_file *file, struct draft *draft,
                                 const struct draft_source *source, struct arena *arena,
                                 struct faults *faults)
{
    const char *id = draft_document(draft);
    if (!id)
        return true;
    import_note_kind(file, draft, id);
    file->document = arena_copy_text(arena, id, strlen(id));
    file->other_document = import_other_id(draft, id, arena);
    if (!source->length || !file->document || !file->other_document)
        return file->document && file->other_document;
    const char *problem = import_text_problem(source);
    if (problem) {
        faults_warn_at_line(faults, file, 0, "the text of the file is not served, because %s",
                            problem);
        return true;
    }
    file->document_text = import_copy_text(source, arena, &file->document_length);
    return file->document_text;
}

/* Takes over what a reader has drawn up. Returns false if out of memory. */
static bool import_take_draft(struct record_file *file, struct draft *draft,
                              const struct draft_source *source, struct arena *arena,
                              struct faults *faults)
{
    struct draft_text text;
    import_warn(draft, file, faults);
    if (!import_copy_document(file, draft, source, arena, faults) || !draft_write(draft, &text))
        return false;
    file->draft = text;
    file->imported = true;
    return true;
}

static void import_fault(struct record_file *file, const struct draft_note *refusal,
                         struct faults *faults)
{
    file->skipped = file->tried;
    if (file->skipped)
        faults_warn_at_line(faults, file, refusal->line, "the file is not read: %s",
                            refusal->message);
    else
        faults_add_at_line(faults, file, refusal->line, "%s", refusal->message);
}

bool record_file_import(struct record_file *file, struct arena *arena, struct faults *faults,
                        bool *ret_out_of_memory)
{
    const struct draft_source source = {.name = file->name,
                                        .bytes = file->text,
                                        .length = file->length,
                                        .marked = file->marked,
                                        .map = file->map,
                                        .folder = file->folder,
                                        .folder_length = file->folder_length};
    struct draft_note refusal;
    const struct import_format *format =
        file->format ? file->format : import_recognise(&source, file->media_type, &refusal);
    if (!format)
        import_fault(file, &refusal, faults);
    if (!format || !format->read)
        return format;
    struct draft *draft = import_read(format, &source);
    const bool known = draft && !draft_is_out_of_memory(draft);
    const struct draft_note *refused = known ? draft_refusal(draft) : NULL;
    if (refused)
        import_fault(file, refused, faults);
    const bool taken = known && !refused && import_take_draft(file, draft, &source, arena, faults);
    *ret_out_of_memory |= !taken && !refused;
    draft_destroy(draft);
    return taken;
}

/* Makes the text of the data file that may name texts. Returns false if it cannot. */
static bool import_for_texts(struct record_file *file, struct arena *arena)
{
    struct faults ignored;
    bool out_of_memory = false;
    faults_init(&ignored);
    const bool imported = record_file_import(file, arena, &ignored, &out_of_memory);
    faults_finish(&ignored);
    return imported;
}

void record_file_find_texts(const char *path, text_path_visitor *visit, void *context)
{
    struct stat status; /* a pipe would block, and what is read from it is lost */
    struct record_file file = {.name = path};
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    if (import_may_name_texts(path) && stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
        !record_file_read(&file) && import_for_texts(&file, &arena))
        record_file_visit_texts(&file, visit, context);
    record_file_finish(&file);
    arena_finish(&arena);
}
