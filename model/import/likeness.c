#define _GNU_SOURCE /* memmem */
#include "import/likeness.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    HEAD_BYTES = 4096,     /* searched for the name of a part of a ZIP archive */
    PROLOGUE_BYTES = 65536 /* at most, before the first element of XML */
};

/* The first bytes of a format that cannot be read, and advice on what to do with such a file. */
struct signature {
    const char *bytes;
    size_t length;
    const char *name;
    const char *advice;
};

static const char unpack[] = "unpack it first";
static const char as_text[] = "save its text as Markdown (.md)";
static const char as_table[] = "save each table as CSV (.csv)";
static const char as_programme[] = "export the programme as CSV, or as a schedule in XML or JSON";
static const char as_utf8[] = "save it as UTF-8";
static const char text_advice[] =
    "if it is one of them, give it its suffix or name it with --format";

#define SIGNATURE(bytes, name, advice)               \
    {                                                \
        (bytes), sizeof(bytes) - 1, (name), (advice) \
    }

static const struct signature signatures[] = {
    SIGNATURE("%PDF-", "a PDF document", as_text),
    SIGNATURE("\x1f\x8b", "a gzip file", unpack),
    SIGNATURE("BZh", "a bzip2 file", unpack),
    SIGNATURE("\xfd"
              "7zXZ",
              "an xz file", unpack),
    SIGNATURE("\x28\xb5\x2f\xfd", "a Zstandard file", unpack),
    SIGNATURE("7z\xbc\xaf\x27\x1c", "a 7z archive", unpack),
    SIGNATURE("Rar!\x1a", "a RAR archive", unpack),
    SIGNATURE("\x89PNG", "an image (PNG)", NULL),
    SIGNATURE("\xff\xd8\xff", "an image (JPEG)", NULL),
    SIGNATURE("GIF8", "an image (GIF)", NULL),
    SIGNATURE("II*\0", "an image (TIFF)", NULL),
    SIGNATURE("MM\0*", "an image (TIFF)", NULL),
    SIGNATURE("RIFF", "an image, a sound or a film (RIFF)", NULL),
    SIGNATURE("OggS", "a sound or a film (Ogg)", NULL),
    SIGNATURE("\x7f"
              "ELF",
              "a program", NULL),
    SIGNATURE("SQLite format 3", "an SQLite database", as_table),
    SIGNATURE("\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS)", as_text),
    SIGNATURE("{\\rtf", "an RTF document", as_text),
    SIGNATURE("\xff\xfe", "UTF-16", as_utf8),
    SIGNATURE("\xfe\xff", "UTF-16", as_utf8),
    SIGNATURE("BEGIN:VCALENDAR", "a calendar (iCalendar)", as_programme),
    SIGNATURE("BEGIN:VCARD", "an address book (vCard)", NULL),
};

/* The parts of ZIP archives that tell what they are. */
static const struct signature parts[] = {
    SIGNATURE("word/", "a Word document (DOCX)", as_text),
    SIGNATURE("xl/", "an Excel workbook (XLSX)", as_table),
    SIGNATURE("ppt/", "a presentation (PPTX)", as_text),
    SIGNATURE("opendocument.text", "an OpenDocument text (ODT)", as_text),
    SIGNATURE("opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)", as_table),
    SIGNATURE("opendocument.presentation", "a presentation (ODP)", as_text),
    SIGNATURE("application/epub", "a book (EPUB)", as_text),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void likeness_set(struct likeness *likeness, const char *name, const char *advice)
{
    snprintf(likeness->name, sizeof likeness->name, "%s", name);
    likeness->advice = advice;
    likeness->encoding = advice == as_utf8;
    likeness->text = advice == text_advice;
}

/* Writes what a ZIP archive is. */
static void likeness_of_archive(const struct draft_source *source, struct likeness *likeness)
{
    const size_t head = source->length < HEAD_BYTES ? source->length : HEAD_BYTES;
    const size_t tail = source->length - head < HEAD_BYTES ? source->length - head : HEAD_BYTES;
    for (size_t i = 0; i < COUNT(parts); i++)
        if (memmem(source->bytes, head, parts[i].bytes, parts[i].length) ||
            memmem(source->bytes + source->length - tail, tail, parts[i].bytes, parts[i].length)) {
            likeness_set(likeness, parts[i].name, parts[i].advice);
            return;
        }
    likeness_set(likeness, "a ZIP archive", unpack);
}

/* Skips white space, XML declarations, comments and document types. Returns the beginning of the
 * first element, or the end. */
static const char *skip_prologue(const char *at, const char *end)
{
    static const char comment[] = "-->";
    for (;;) {
        while (at < end && strchr(" \t\r\n", *at))
            at++;
        if (end - at < 2 || at[0] != '<' || (at[1] != '!' && at[1] != '?'))
            return at;
        const bool is_comment = end - at > 4 && memcmp(at, "<!--", 4) == 0;
        const char *close = is_comment ? memmem(at, (size_t)(end - at), comment, 3)
                                       : memchr(at, '>', (size_t)(end - at));
        if (!close)
            return end;
        at = close + (is_comment ? 3 : 1);
    }
}

/* Returns the end of the bytes that may precede the first element. */
static const char *prologue_end(const struct draft_source *source)
{
    return source->bytes + (source->length < PROLOGUE_BYTES ? source->length : PROLOGUE_BYTES);
}

static bool begins_with(const char *at, const char *end, const char *word)
{
    const size_t length = strlen(word);
    return (size_t)(end - at) >= length && strncasecmp(at, word, length) == 0;
}

/* Reports whether a source is a page of HTML: it says so, or its first element is <html>. */
static bool is_page(const struct draft_source *source)
{
    const char *at = source->bytes, *const end = prologue_end(source);
    const char *const element = skip_prologue(at, end);
    while (at < end && strchr(" \t\r\n", *at))
        at++;
    return begins_with(at, end, "<!doctype html") || begins_with(element, end, "<html") ||
           begins_with(element, end, "<head>") || begins_with(element, end, "<body");
}

/* Reports whether the source looks like UTF-16 without a byte order mark: its first character is
 * of ASCII. */
static bool is_utf16(const struct draft_source *source)
{
    const char *bytes = source->bytes;
    return source->length >= 4 && ((bytes[0] && !bytes[1] && bytes[2] && !bytes[3]) ||
                                   (!bytes[0] && bytes[1] && !bytes[2] && bytes[3]));
}

static bool has_signature(const struct draft_source *source, const struct signature *signature)
{
    return source->length >= signature->length &&
           memcmp(source->bytes, signature->bytes, signature->length) == 0;
}

bool likeness_find(const struct draft_source *source, struct likeness *ret_likeness)
{
    static const struct signature zip = SIGNATURE("PK\x03\x04", NULL, NULL);
    for (size_t i = 0; i < COUNT(signatures); i++)
        if (has_signature(source, &signatures[i])) {
            likeness_set(ret_likeness, signatures[i].name, signatures[i].advice);
            return true;
        }
    if (has_signature(source, &zip)) {
        likeness_of_archive(source, ret_likeness);
        return true;
    }
    if (is_page(source)) {
        likeness_set(ret_likeness, "a page of HTML", as_text);
        return true;
    }
    if (is_utf16(source)) {
        likeness_set(ret_likeness, "UTF-16", as_utf8);
        return true;
    }
    return false;
}

/* Writes "XML with the root element <NAME>". */
static void likeness_of_xml(const char *element, const char *end, struct likeness *likeness)
{
    char name[41], valid[41];
    size_t length = 0;
    for (element++; element < end && length + 1 < sizeof name; element++) {
        if (strchr(" \t\r\n/>", *element))
            break;
        name[length++] = *element;
    }
    name[length] = '\0';
    utf8_copy_valid(name, valid, sizeof valid);
    snprintf(likeness->name, sizeof likeness->name, "XML with the root element <%s>", valid);
    likeness->advice = NULL;
    likeness->encoding = likeness->text = false;
}

void likeness_guess(const struct draft_source *source, struct likeness *ret_likeness)
{
    const char *const end = prologue_end(source);
    const char *const element = skip_prologue(source->bytes, end);
    if (source->length == 0)
        likeness_set(ret_likeness, "empty", NULL);
    else if (memchr(source->bytes, '\0', source->length))
        likeness_set(ret_likeness, "a binary file", NULL);
    else if (end - element > 1 && *element == '<')
        likeness_of_xml(element, end, ret_likeness);
    else
        likeness_set(ret_likeness, "a text", text_advice);
}
