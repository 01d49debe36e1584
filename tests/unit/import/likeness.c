/* Names files of unknown formats by their first bytes. */
#include "import/likeness.h"

#include "import/recognise.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes what bytes are. */
static void describe_bytes(const char *bytes, size_t length, char *found, size_t size)
{
    const struct draft_source source = {.name = "a", .bytes = bytes, .length = length};
    struct likeness likeness;
    const bool known = likeness_find(&source, &likeness);
    if (!known)
        likeness_guess(&source, &likeness);
    snprintf(found, size, "%s%s%s%s", known ? "" : "perhaps ", likeness.name,
             likeness.text ? " text" : "", likeness.encoding ? " encoding" : "");
}

static void describe(const char *text, char *found, size_t size)
{
    describe_bytes(text, strlen(text), found, size);
}

static const struct text_case texts[] = {
    {"%PDF-", "a PDF document"},
    {"%PDF", "perhaps a text text"},
    {"BZh", "a bzip2 file"},
    {"BZ", "perhaps a text text"},
    {"\x1f\x8b", "a gzip file"},
    {"\xfd"
     "7zXZ",
     "an xz file"},
    {"\x28\xb5\x2f\xfd", "a Zstandard file"},
    {"7z\xbc\xaf\x27\x1c", "a 7z archive"},
    {"Rar!\x1a", "a RAR archive"},
    {"\x89PNG", "an image (PNG)"},
    {"\xff\xd8\xff", "an image (JPEG)"},
    {"GIF8", "an image (GIF)"},
    {"RIFF", "an image, a sound or a film (RIFF)"},
    {"OggS", "a sound or a film (Ogg)"},
    {"\x7f"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS)"},
    {"{\\rtf", "an RTF document"},
    {"\xff\xfe", "UTF-16 encoding"},
    {"\xfe\xff", "UTF-16 encoding"},
    {"BEGIN:VCALENDAR", "a calendar (iCalendar)"},
    {"BEGIN:VCARD", "an address book (vCard)"},
    {"BEGIN:V", "perhaps a text text"},
    {"PK\x03\x04", "a ZIP archive"},
    {"PK\x03", "perhaps a text text"},
    {"PK\x03\x04 word/", "a Word document (DOCX)"},
    {"PK\x03\x04 xl/", "an Excel workbook (XLSX)"},
    {"PK\x03\x04 ppt/", "a presentation (PPTX)"},
    {"PK\x03\x04 opendocument.text", "an OpenDocument text (ODT)"},
    {"PK\x03\x04 opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)"},
    {"PK\x03\x04 opendocument.presentation", "a presentation (ODP)"},
    {"PK\x03\x04 application/epub", "a book (EPUB)"},
    {"<!doctype html", "a page of HTML"},
    {" \t\r\n<!DOCTYPE HTML>", "a page of HTML"},
    {"<!doctype htm", "perhaps a text text"},
    {"<html", "a page of HTML"},
    {"<htm", "perhaps XML with the root element <htm>"},
    {"<HTML>", "a page of HTML"},
    {"<head>", "a page of HTML"},
    {"<header>", "perhaps XML with the root element <header>"},
    {"<body", "a page of HTML"},
    {"<?xml?><html>", "a page of HTML"},
    {"<?xml?>\n<!-- a > b --><html>", "a page of HTML"},
    {"<!-- a > <html>", "perhaps a text text"},
    {"<!--><html>", "a page of HTML"},
    {"<!-><html>", "a page of HTML"},
    {"<!", "perhaps a text text"},
    {"<?", "perhaps a text text"},
    {"<", "perhaps a text text"},
    {"<a", "perhaps XML with the root element <a>"},
    {"<minutes date='2031'>", "perhaps XML with the root element <minutes>"},
    {"<minutes/>", "perhaps XML with the root element <minutes>"},
    {"<minutes>", "perhaps XML with the root element <minutes>"},
    {"<minutes\nx>", "perhaps XML with the root element <minutes>"},
    {"<!-- a --> <minutes>", "perhaps XML with the root element <minutes>"},
    {"<abcdefghijklmnopqrstuvwxyzabcdefghijklmno>",
     "perhaps XML with the root element <abcdefghijklmnopqrstuvwxyzabcdefghijklmn>"},
    {"<abcdefghijklmnopqrstuvwxyzabcdefghijklmnop>",
     "perhaps XML with the root element <abcdefghijklmnopqrstuvwxyzabcdefghijklmn>"},
    {"<a\xff>", "perhaps XML with the root element <a>"},
    {"<!a><html>", "a page of HTML"},
    {"lamps", "perhaps a text text"},
    {" lamps", "perhaps a text text"},
    {"", "perhaps empty"},
};

Test(likeness, the_first_bytes_tell_what_a_file_is)
{
    expect_exact_texts(describe, texts, sizeof texts / sizeof *texts);
}

Test(likeness, bytes_of_zero_tell_utf_16_and_binary_files)
{
    static const struct {
        const char bytes[6];
        size_t length;
        const char *expected;
    } cases[] = {
        {"a\0b\0", 4, "UTF-16 encoding"},        {"\0a\0b", 4, "UTF-16 encoding"},
        {"a\0b", 3, "perhaps a binary file"},    {"ab\0\0", 4, "perhaps a binary file"},
        {"a\0bc", 4, "perhaps a binary file"},   {"a\0\0\0", 4, "perhaps a binary file"},
        {"\0abc", 4, "perhaps a binary file"},   {"\0\0\0b", 4, "perhaps a binary file"},
        {"\0a\0\0", 4, "perhaps a binary file"}, {"\0ab\0", 4, "perhaps a binary file"},
        {"II*\0", 4, "an image (TIFF)"},         {"MM\0*", 4, "an image (TIFF)"},
        {"abc\0", 3, "perhaps a text text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        describe_bytes(cases[i].bytes, cases[i].length, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%zu: %s", i, found);
    }
}

Test(likeness, the_parts_of_an_archive_are_named_near_its_ends)
{
    static char bytes[20000];
    static const struct {
        size_t at;
        const char *expected;
    } cases[] = {
        {4091, "a Word document (DOCX)"},  {4092, "a ZIP archive"},
        {15903, "a ZIP archive"},          {15904, "a Word document (DOCX)"},
        {19995, "a Word document (DOCX)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[200];
        memset(bytes, '.', sizeof bytes);
        memcpy(bytes, "PK\x03\x04", 4);
        memcpy(bytes + cases[i].at, "word/", 5);
        describe_bytes(bytes, sizeof bytes, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%zu: %s", cases[i].at, found);
    }
}

/* Expects that a page after a comment of so many bytes is one, or is not. */
static void expect_page_after(size_t comment, bool expected)
{
    char found[200];
    char *text = malloc(comment + 7);
    cr_assert(text);
    memset(text, ' ', comment);
    memcpy(text, "<!--", 4);
    memcpy(text + comment - 3, "-->", 3);
    strcpy(text + comment, "<html>");
    describe(text, found, sizeof found);
    cr_expect_eq(strcmp(found, "a page of HTML") == 0, expected, "%zu: %s", comment, found);
    free(text);
}

Test(likeness, the_first_element_is_within_65536_bytes)
{
    expect_page_after(65536 - 5, true);
    expect_page_after(65536 - 4, false);
}

/* Writes which of a list of suffixes and of media types a text has. */
static void describe_name(const char *text, char *found, size_t size)
{
    snprintf(found, size, "%s%s", recognise_suffix(".md .csv.gz .c", text) ? "suffix " : "",
             recognise_media_type("text/csv text/markdown", text) ? "type" : "");
}

Test(likeness, a_name_has_a_suffix_and_a_part_before_it)
{
    static const struct text_case cases[] = {
        {"a.md", "suffix "},
        {".md", ""},
        {"a.MD", "suffix "},
        {"a.csv.gz", "suffix "},
        {"a.gz", ""},
        {"a.c", "suffix "},
        {"a.m", ""},
        {"a.md?x", ""},
        {"https://a.example/a.md?x", "suffix "},
        {"https://a.example/a.md#x", "suffix "},
        {"https://a.example/a?.md", ""},
        {"text/csv", "type"},
        {"TEXT/CSV", "type"},
        {"text/csv; charset=utf-8", "type"},
        {"text/csv\t", "type"},
        {"text/csv ", "type"},
        {"text/markdown", "type"},
        {"text/cs", ""},
        {"text/csvs", ""},
        {"", ""},
    };
    expect_exact_texts(describe_name, cases, sizeof cases / sizeof *cases);
}
