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

/* Adds a fault to the list. Takes ownership of `pointer`, which is NULL if out of memory. `message`
 * is valid UTF-8. */
static void faults_add_text(struct faults *faults, const char *file, unsigned line, char *pointer,
                            const char *message)
{
    faults->count++;
    if (faults_are_full(faults)) {
        free(pointer);
        return;
    }
    struct fault *fault = &faults->listed[faults->listed_count];
    *fault = (struct fault){
        .file = strdup(file), .line = line, .pointer = pointer, .message = strdup(message)};
    if (fault->file && fault->pointer && fault->message)
        faults->listed_count++;
    else
        fault_finish(fault);
}

__attribute__((format(printf, 2, 0))) static void write_message(char message[MESSAGE_MAX],
                                                                const char *format,
                                                                va_list arguments)
{
    char text[MESSAGE_MAX];
    vsnprintf(text, sizeof text, format, arguments);
    utf8_copy_valid(text, message, MESSAGE_MAX);
}

/* Reports whether two JSON Pointers differ in the positions of elements only. */
static bool is_same_field(const char *left, const char *right)
{
    static const char digits[] = "0123456789";
    for (;; left++, right++) {
        left += strspn(left, digits);
        right += strspn(right, digits);
        if (*left != *right)
            return false;
        if (!*left)
            return true;
    }
}

/* Returns the listed fault that a similar new fault is counted under, or NULL if there is none. */
static struct fault *find_alike(struct faults *faults, const char *file, const char *pointer,
                                const char *message)
{
    size_t alike = 0;
    for (size_t i = 0; i < faults->listed_count; i++) {
        struct fault *fault = &faults->listed[i];
        if (strcmp(fault->message, message) == 0 && strcmp(fault->file, file) == 0 &&
            is_same_field(fault->pointer, pointer) && ++alike == FAULTS_ALIKE_LISTED)
            return fault;
    }
    return NULL;
}

/* Finds no line for a fault that is not listed, because the search takes long. */
void faults_add(struct faults *faults, const struct place *place, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    if (faults_are_full(faults)) {
        faults_count(faults);
        return;
    }
    va_start(arguments, format);
    write_message(message, format, arguments);
    va_end(arguments);
    char *pointer = place_pointer(place);
    struct fault *alike = pointer ? find_alike(faults, place->file->name, pointer, message) : NULL;
    if (alike) {
        faults_count(faults);
        alike->repeats++;
        free(pointer);
        return;
    }
    faults_add_text(faults, place->file->name, faults_line(faults, place), pointer, message);
}

void faults_add_at_line(struct faults *faults, const struct record_file *file, unsigned line,
                        const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    write_message(message, format, arguments);
    va_end(arguments);
    faults_add_text(faults, file->name, line, strdup(""), message);
}

void faults_add_unreadable(struct faults *faults, const char *name, const char *reason)
{
    char message[MESSAGE_MAX];
    utf8_copy_valid(reason, message, sizeof message);
    faults->unreadable++;
    faults_add_text(faults, name, 0, strdup(""), message);
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

/* Insertion sort: the list is short, and faults of one line keep their order. */
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

/* Writes a text that may come from a file: a control character becomes '?'. */
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

static void write_repeats(const struct fault *fault, FILE *out)
{
    if (!fault->repeats)
        return;
    write_printable(fault->file, out);
    fprintf(out, ": %zu more fault%s like this\n", fault->repeats, fault->repeats == 1 ? "" : "s");
}

void faults_write(const struct faults *faults, FILE *out)
{
    size_t rest = faults->count - faults->listed_count;
    for (size_t i = 0; i < faults->listed_count; i++) {
        fault_write(&faults->listed[i], out);
        write_repeats(&faults->listed[i], out);
        rest -= faults->listed[i].repeats;
    }
    if (rest > 0)
        fprintf(out, "and %zu more\n", rest);
}
