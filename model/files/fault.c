#include "files/fault.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    MESSAGE_MAX = 600,
    REPLACES_MAX = 80 /* of the words in a warning that ask for a field to be replaced */
};

void faults_init(struct faults *faults)
{
    *faults =
        (struct faults){.errors.listed_max = FAULTS_LISTED, .warnings.listed_max = FAULTS_LISTED};
}

static void fault_finish(struct fault *fault)
{
    free(fault->file);
    free(fault->pointer);
    free(fault->message);
}

static void fault_list_finish(struct fault_list *list)
{
    for (size_t i = 0; i < list->listed_count; i++)
        fault_finish(&list->listed[i]);
    list->listed_count = 0;
}

void faults_finish(struct faults *faults)
{
    fault_list_finish(&faults->errors);
    fault_list_finish(&faults->warnings);
    record_file_release(&faults->reread);
    faults_init(faults);
}

static bool fault_list_is_full(const struct fault_list *list)
{
    return list->listed_count >= list->listed_max;
}

bool faults_are_full(const struct faults *faults)
{
    return fault_list_is_full(&faults->errors);
}

bool faults_warnings_are_full(const struct faults *faults)
{
    return fault_list_is_full(&faults->warnings);
}

void faults_count(struct faults *faults)
{
    faults->errors.count++;
}

void faults_count_warning(struct faults *faults)
{
    faults->warnings.count++;
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
    if (file->imported)
        return place_imported_line(place, file);
    if (file->text)
        return place_line(place, file);
    const bool there = faults->reread.text && faults->reread.name == file->name;
    if (!there && !reread_file(&faults->reread, file))
        return 0;
    if (faults->reread.length != file->length || faults->reread.modified != file->modified)
        return 0;
    return place_line(place, &faults->reread);
}

/* Adds a fault to a list. Takes ownership of `pointer`, which is NULL if out of memory. `message`
 * is valid UTF-8. */
static void fault_list_add(struct fault_list *list, const char *file, unsigned line, char *pointer,
                           const char *message)
{
    list->count++;
    if (fault_list_is_full(list)) {
        free(pointer);
        return;
    }
    struct fault *fault = &list->listed[list->listed_count];
    *fault = (struct fault){
        .file = strdup(file), .line = line, .pointer = pointer, .message = strdup(message)};
    if (fault->file && fault->pointer && fault->message)
        list->listed_count++;
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

/* Returns the listed fault that counts a new fault with this message and place, or NULL if the new
 * fault is to be listed. */
static struct fault *find_alike(struct fault_list *list, const char *file, const char *pointer,
                                const char *message)
{
    size_t alike = 0;
    for (size_t i = 0; i < list->listed_count; i++) {
        struct fault *fault = &list->listed[i];
        if (strcmp(fault->message, message) == 0 && strcmp(fault->file, file) == 0 &&
            is_same_field(fault->pointer, pointer) && ++alike == FAULTS_ALIKE_LISTED)
            return fault;
    }
    return NULL;
}

/* Adds a fault with a message, or counts it if it is like several listed ones. Finds the line of a
 * listed fault only, because the search takes long. */
static void faults_list_place(struct faults *faults, struct fault_list *list,
                              const struct place *place, const char *message)
{
    char *pointer = place_pointer(place);
    struct fault *alike = pointer ? find_alike(list, place->file->name, pointer, message) : NULL;
    if (alike) {
        list->count++;
        alike->repeats++;
        free(pointer);
        return;
    }
    fault_list_add(list, place->file->name, faults_line(faults, place), pointer, message);
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
    write_message(message, format, arguments);
    va_end(arguments);
    faults_list_place(faults, &faults->errors, place, message);
}

void faults_warn(struct faults *faults, const struct place *place, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    if (faults_warnings_are_full(faults)) {
        faults_count_warning(faults);
        return;
    }
    va_start(arguments, format);
    write_message(message, format, arguments);
    va_end(arguments);
    faults_list_place(faults, &faults->warnings, place, message);
}

void faults_add_at_line(struct faults *faults, const struct record_file *file, unsigned line,
                        const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    write_message(message, format, arguments);
    va_end(arguments);
    fault_list_add(&faults->errors, file->name, line, strdup(""), message);
}

void faults_warn_at_line(struct faults *faults, const struct record_file *file, unsigned line,
                         const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    write_message(message, format, arguments);
    va_end(arguments);
    fault_list_add(&faults->warnings, file->name, line, strdup(""), message);
}

void faults_add_unreadable(struct faults *faults, const char *name, const char *reason)
{
    char message[MESSAGE_MAX];
    utf8_copy_valid(reason, message, sizeof message);
    faults->unreadable++;
    fault_list_add(&faults->errors, name, 0, strdup(""), message);
}

static void fault_list_append(struct fault_list *list, struct fault_list *later)
{
    for (size_t i = 0; i < later->listed_count; i++)
        if (fault_list_is_full(list))
            fault_finish(&later->listed[i]);
        else
            list->listed[list->listed_count++] = later->listed[i];
    list->count += later->count;
    later->listed_count = 0;
}

void faults_settle(struct faults *faults, const char *file, const char *field)
{
    struct fault_list *list = &faults->warnings;
    char asked[REPLACES_MAX];
    const int length = snprintf(asked, sizeof asked, "\"replaces\": [\"%s\"]", field);
    if (length >= (int)sizeof asked)
        return;
    for (size_t i = 0; i < list->listed_count; i++) {
        struct fault *fault = &list->listed[i];
        if (strcmp(fault->file, file) != 0 || !strstr(fault->message, asked))
            continue;
        list->count--;
        if (fault->repeats) {
            fault->repeats--;
            return;
        }
        fault_finish(fault);
        memmove(fault, fault + 1, (--list->listed_count - i) * sizeof *fault);
        return;
    }
}

void faults_append(struct faults *faults, struct faults *later)
{
    fault_list_append(&faults->errors, &later->errors);
    fault_list_append(&faults->warnings, &later->warnings);
    faults->unreadable += later->unreadable;
    faults_finish(later);
}

/* Reports whether two faults are in the wrong order: by file name, then by line. */
static bool is_after(const struct fault *first, const struct fault *second)
{
    const int order = strcmp(first->file, second->file);
    return order > 0 || (order == 0 && first->line > second->line);
}

/* Insertion sort: the list is short, and faults of one line keep their order. */
static void fault_list_sort(struct fault_list *list)
{
    for (size_t i = 1; i < list->listed_count; i++) {
        const struct fault fault = list->listed[i];
        size_t j = i;
        for (; j > 0 && is_after(&list->listed[j - 1], &fault); j--)
            list->listed[j] = list->listed[j - 1];
        list->listed[j] = fault;
    }
}

void faults_sort(struct faults *faults)
{
    record_file_release(&faults->reread);
    fault_list_sort(&faults->errors);
    fault_list_sort(&faults->warnings);
}

/* Writes a text that may come from a file: a control character becomes '?'. */
static void write_printable(const char *text, FILE *out)
{
    for (; *text; text++)
        fputc((unsigned char)*text < ' ' || *text == 0x7f ? '?' : *text, out);
}

/* Writes a line with a word, such as "warning: ", before the message. */
static void fault_write_marked(const struct fault *fault, const char *mark, FILE *out)
{
    write_printable(fault->file, out);
    if (fault->line)
        fprintf(out, ":%u", fault->line);
    fputs(": ", out);
    write_printable(fault->pointer, out);
    fputs(*fault->pointer ? ": " : "", out);
    fputs(mark, out);
    write_printable(fault->message, out);
    fputc('\n', out);
}

void fault_write(const struct fault *fault, FILE *out)
{
    fault_write_marked(fault, "", out);
}

static void write_repeats(const struct fault *fault, const char *noun, FILE *out)
{
    if (!fault->repeats)
        return;
    write_printable(fault->file, out);
    fprintf(out, ": %zu more %s%s like this\n", fault->repeats, noun,
            fault->repeats == 1 ? "" : "s");
}

/* Returns the number of faults that are neither listed nor counted as like a listed one. */
static size_t count_rest(const struct fault_list *list)
{
    size_t rest = list->count - list->listed_count;
    for (size_t i = 0; i < list->listed_count; i++)
        rest -= list->listed[i].repeats;
    return rest;
}

static void write_error(const struct fault *fault, FILE *out)
{
    fault_write(fault, out);
    write_repeats(fault, "fault", out);
}

static void write_warning(const struct fault *fault, FILE *out)
{
    fault_write_marked(fault, "warning: ", out);
    write_repeats(fault, "warning", out);
}

void faults_write_errors(const struct faults *faults, FILE *out)
{
    const struct fault_list *errors = &faults->errors;
    for (size_t i = 0; i < errors->listed_count; i++)
        write_error(&errors->listed[i], out);
    if (count_rest(errors) > 0)
        fprintf(out, "and %zu more\n", count_rest(errors));
}

void faults_write(const struct faults *faults, FILE *out)
{
    const struct fault_list *errors = &faults->errors, *warnings = &faults->warnings;
    size_t next = 0;
    for (size_t i = 0; i < warnings->listed_count; i++) {
        for (;
             next < errors->listed_count && !is_after(&errors->listed[next], &warnings->listed[i]);
             next++)
            write_error(&errors->listed[next], out);
        write_warning(&warnings->listed[i], out);
    }
    for (; next < errors->listed_count; next++)
        write_error(&errors->listed[next], out);
    if (count_rest(errors) > 0)
        fprintf(out, "and %zu more\n", count_rest(errors));
    if (count_rest(warnings) > 0)
        fprintf(out, "and %zu more warning%s\n", count_rest(warnings),
                count_rest(warnings) == 1 ? "" : "s");
}
