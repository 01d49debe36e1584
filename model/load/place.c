#include "load/place.h"

#include "load/json_scan.h"

#include <stdio.h>
#include <stdlib.h>

struct place place_top(const struct record_file *file)
{
    return (struct place){.file = file};
}

struct place place_member(const struct place *parent, const char *member)
{
    return (struct place){.file = parent->file, .parent = parent, .member = member};
}

struct place place_element(const struct place *parent, size_t index)
{
    return (struct place){.file = parent->file, .parent = parent, .index = index};
}

static void write_escaped(FILE *out, const char *member)
{
    for (; *member; member++) {
        if (*member == '~')
            fputs("~0", out);
        else if (*member == '/')
            fputs("~1", out);
        else
            fputc(*member, out);
    }
}

static void write_pointer(FILE *out, const struct place *place)
{
    if (!place->parent)
        return;
    write_pointer(out, place->parent);
    fputc('/', out);
    if (place->member)
        write_escaped(out, place->member);
    else
        fprintf(out, "%zu", place->index);
}

char *place_pointer(const struct place *place)
{
    char *pointer = NULL;
    size_t length;
    FILE *out = open_memstream(&pointer, &length);
    if (!out)
        return NULL;
    write_pointer(out, place);
    if (fclose(out) != 0) {
        free(pointer);
        return NULL;
    }
    return pointer;
}

static const char *find(const struct place *place, const struct record_file *file)
{
    const char *const end = file->text + file->length;
    if (!place->parent)
        return json_scan_top(file->text, end);
    const char *outer = find(place->parent, file);
    const char *inner = place->member ? json_scan_member(outer, end, place->member)
                                      : json_scan_element(outer, end, place->index);
    return inner ? inner : outer;
}

unsigned place_line(const struct place *place, const struct record_file *file)
{
    unsigned line = 1;
    const char *const at = find(place, file);
    for (const char *c = file->text; c < at; c++)
        line += *c == '\n';
    return line;
}
