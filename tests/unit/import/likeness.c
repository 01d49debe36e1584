/* What a file of no known format looks like. */
#include "import/likeness.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Expects what bytes look like; "" if only a guess could tell. */
static void expect_bytes(const char *bytes, size_t length, const char *expected)
{
    struct likeness found = {.name = ""};
    const struct draft_source source = {.name = "x", .bytes = bytes, .length = length};
    const bool certain = likeness_find(&source, &found);
    cr_expect_eq(certain, *expected != '\0', "%.40s", bytes);
    cr_expect_str_eq(certain ? found.name : "", expected, "%.40s", bytes);
}

static void expect_guess(const char *text, const char *expected)
{
    struct likeness found = {.name = ""};
    const struct draft_source source = {.name = "x", .bytes = text, .length = strlen(text)};
    likeness_guess(&source, &found);
    cr_expect_str_eq(found.name, expected, "%.60s", text);
}

/* Expects what an archive with "xl/" at a place among its bytes looks like. */
static void expect_archive(size_t at, size_t length, const char *expected)
{
    char *bytes = calloc(1, length);
    cr_assert(bytes);
    memcpy(bytes, "PK\x03\x04", 4);
    memcpy(bytes + at, "xl/", 3);
    expect_bytes(bytes, length, expected);
    free(bytes);
}

Test(likeness, a_part_is_looked_for_in_the_first_and_the_last_4096_bytes_of_an_archive)
{
    static const char workbook[] = "an Excel workbook (XLSX)", archive[] = "a ZIP archive";
    expect_archive(4, 7, workbook);
    expect_archive(4093, 9000, workbook);
    expect_archive(4094, 9000, archive);
    expect_archive(9000 - 4096, 9000, workbook);
    expect_archive(9000 - 4097, 9000, archive);
    expect_archive(8997, 9000, workbook);
}

Test(likeness, a_signature_must_be_whole)
{
    expect_bytes("%PDF-", 5, "a PDF document");
    expect_bytes("%PDF-", 4, "");
    expect_bytes("II*\0", 4, "an image (TIFF)");
    expect_bytes("II*\0", 3, "");
    expect_bytes("PK\x03\x04", 4, "a ZIP archive");
    expect_bytes("PK\x03\x04", 3, "");
}

Test(likeness, utf16_is_told_by_the_zeros_of_its_first_two_characters)
{
    expect_bytes("a\0b\0", 4, "UTF-16");
    expect_bytes("\0a\0b", 4, "UTF-16");
    expect_bytes("a\0b", 3, "");
    expect_bytes("a\0b\0c", 5, "UTF-16");
    expect_bytes("a\0\0\0", 4, "");
    expect_bytes("\0\0a\0", 4, "");
    expect_bytes("a\0bc", 4, "");
    expect_bytes("ab\0c", 4, "");
    expect_bytes("\0ab\0", 4, "");
    expect_bytes("\0a\0\0", 4, "");
    expect_bytes("\0\0\0a", 4, "");
}

static void expect_text(const char *text, const char *expected)
{
    expect_bytes(text, strlen(text), expected);
}

Test(likeness, a_page_begins_with_html_after_comments_declarations_and_blanks)
{
    static const char page[] = "a page of HTML";
    expect_text("<html", page);
    expect_text("<htm", "");
    expect_text("<HTML>", page);
    expect_text("<head>", page);
    expect_text("<header>", "");
    expect_text("<body", page);
    expect_text(" \t\r\n<body>", page);
    expect_text("x<body>", "");
    expect_text("\n<!doctype html", page);
    expect_text("<!doctype htm", "");
    expect_text("<!DOCTYPE x><html>", page);
    expect_text("<?xml version='1.0'?><html>", page);
    expect_text("<!-- > --><html>", page);
    expect_text("<!--><html>", page);
    expect_text("<!----><!-- --><html>", page);
    expect_text("<!-- <html>", "");
    expect_text("<! <html>", "");
    expect_text("<!a><html>", page);
    expect_text("<!", "");
    expect_text("<", "");
}

/* Expects that a page after a comment of so many bytes is one, or is not. */
static void expect_page_after(size_t comment, bool expected)
{
    char *text = malloc(comment + 7);
    cr_assert(text);
    memset(text, ' ', comment);
    memcpy(text, "<!--", 4);
    memcpy(text + comment - 3, "-->", 3);
    strcpy(text + comment, "<html>");
    expect_text(text, expected ? "a page of HTML" : "");
    free(text);
}

Test(likeness, the_first_element_is_within_65536_bytes)
{
    expect_page_after(65536 - 5, true);
    expect_page_after(65536 - 4, false);
}

Test(likeness, xml_is_called_by_up_to_40_bytes_of_its_root_element)
{
#define NAME_40 "aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbb"
    static const char root[] = "XML with the root element <" NAME_40 ">";
    expect_guess("<" NAME_40 ">", root);
    expect_guess("<" NAME_40 "c>", root);
    expect_guess("<a b='c'>", "XML with the root element <a>");
    expect_guess("<a/>", "XML with the root element <a>");
    expect_guess("<a\tb='c'>", "XML with the root element <a>");
    expect_guess("<a\nb='c'>", "XML with the root element <a>");
    expect_guess("<a\rb='c'>", "XML with the root element <a>");
    expect_guess("<a", "XML with the root element <a>");
    expect_guess("<a\xff>", "XML with the root element <a>");
    expect_guess("<", "a text");
    expect_guess("a<b>", "a text");
    expect_guess("", "empty");
}
