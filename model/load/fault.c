#include "load/fault.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    MESSAGE_MAX = 600
};

void faults_init(struct faults *faults)
{
    *faults = (struct faults){.listed_max = FAULTS_LISTED};
}

static void fault_finish(struct fault *fault)
{
    free(fault->file);
    free(fault->pointer);
    free(fault->message);
}

void faults_finish(struct faults *faults)
{
    for (size_t i = 0; i < faults->listed_count; i++)
        fault_finish(&faults->listed[i]);
    record_file_release(&faults->reread);
    faults_init(faults);
}

bool faults_are_full(const struct faults *faults)
{
    return faults->listed_count >= faults->listed_max;
}

void faults_count(struct faults *faults)
{
    faults->count++;
}

static bool reread_file(struct record_file *reread, const struct record_file *file)
{
    record_file_release(reread);
    *reread = (struct record_file){.name = file->name};
    return record_file_read(reread) == NULL;
}

unsigned faults_line(struct faults *faults, const struct place *place)
{
    const struct record_file *file = place->file;
    if (file->text)
        return place_line(place, file);
    const bool there = faults->reread.text && faults->reread.name == file->name;
    if (!there && !reread_file(&faults->reread, file))
        return 0;
    if (faults->reread.length != file->length || faults->reread.modified != file->modified)
        return 0;
    return place_line(place, &faults->reread);
}

/* Takes `pointer`, which is NULL if there was no memory for it. */
static void faults_add_text(struct faults *faults, const char *file, unsigned line, char *pointer,
                            const char *message)
{
    faults->count++;
    if (faults_are_full(faults)) {
        free(pointer);
        return;
    }
    char whole[MESSAGE_MAX];
    utf8_copy_valid(message, whole, sizeof whole);
    struct fault *fault = &faults->listed[faults->listed_count];
    *fault = (struct fault){
        .file = strdup(file), .line = line, .pointer = pointer, .message = strdup(whole)};
    if (fault->file && fault->pointer && fault->message)
        faults->listed_count++;
    else
        fault_finish(fault);
}

void faults_add(struct faults *faults, const struct place *place, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    if (faults_are_full(faults)) {
        faults_count(faults);
        return;
    }
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    faults_add_text(faults, place->file->name, faults_line(faults, place), place_pointer(place),
                    message);
}

void faults_add_at_line(struct faults *faults, const struct record_file *file, unsigned line,
                        const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    faults_add_text(faults, file->name, line, strdup(""), message);
}

void faults_add_unreadable(struct faults *faults, const char *name, const char *reason)
{
    faults->unreadable++;
    faults_add_text(faults, name, 0, strdup(""), reason);
}

void faults_append(struct faults *faults, struct faults *later)
{
    for (size_t i = 0; i < later->listed_count; i++)
        if (faults_are_full(faults))
            fault_finish(&later->listed[i]);
        else
            faults->listed[faults->listed_count++] = later->listed[i];
    faults->count += later->count;
    faults->unreadable += later->unreadable;
    later->listed_count = 0;
    faults_finish(later);
}

/* Reports whether two faults are in the wrong order: by file name, then by line. */
static bool is_after(const struct fault *first, const struct fault *second)
{
    const int order = strcmp(first->file, second->file);
    return order > 0 || (order == 0 && first->line > second->line);
}

/* Insertion sort: there are few faults, and those of one line keep the order in which they were
 * found. */
void faults_sort(struct faults *faults)
{
    record_file_release(&faults->reread);
    for (size_t i = 1; i < faults->listed_count; i++) {
        const struct fault fault = faults->listed[i];
        size_t j = i;
        for (; j > 0 && is_after(&faults->listed[j - 1], &fault); j--)
            faults->listed[j] = faults->listed[j - 1];
        faults->listed[j] = fault;
    }
}

/* Names and values come from the file, so a control character is written as '?'. */
static void write_printable(const char *text, FILE *out)
{
    for (; *text; text++)
        fputc((unsigned char)*text < ' ' || *text == 0x7f ? '?' : *text, out);
}

void fault_write(const struct fault *fault, FILE *out)
{
    write_printable(fault->file, out);
    if (fault->line)
        fprintf(out, ":%u", fault->line);
    fputs(": ", out);
    write_printable(fault->pointer, out);
    fputs(*fault->pointer ? ": " : "", out);
    write_printable(fault->message, out);
    fputc('\n', out);
}

void faults_write(const struct faults *faults, FILE *out)
{
    for (size_t i = 0; i < faults->listed_count; i++)
        fault_write(&faults->listed[i], out);
    if (faults->count > faults->listed_count)
        fprintf(out, "and %zu more\n", faults->count - faults->listed_count);
}
