#include "import/import.h"

#include "base/utf8.h"
#include "import/likeness.h"
#include "import/recognise.h"
#include "minutes/minutes.h"
#include "schedules/schedules.h"
#include "tables/tables.h"
#include "texts/texts.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* The schedule of a conference of 1,000 events has about 4 MiB. */
#define SCHEDULE_MIB_MAX 64
#define SCHEDULE_DIVISION "split it into a file for each day"

/* rapporteur's own format. It is the last row, because other formats are written in JSON, too. */
const struct import_format import_json_format = {
    .name = "json",
    .title = "a record in rapporteur's own JSON",
    .suffixes = ".json",
    .media_types = "application/json",
    .names_texts = true,
    .recognises = recognise_json,
};

static const struct import_format import_csv_format = {
    .name = "csv",
    .title = "a table in CSV or TSV of the records of one collection",
    .suffixes = ".csv .tsv",
    .media_types = "text/csv text/tab-separated-values",
    .of_spreadsheets = true,
    .mib_max = 256, /* a million rows of 256 bytes */
    .division = "split it into several files of one collection",
    .read = csv_table_read,
};

static const struct import_format import_yaml_format = {
    .name = "yaml",
    .title = "a record in YAML, with the fields of rapporteur's own JSON",
    .suffixes = ".yaml .yml",
    .media_types = "application/yaml application/x-yaml text/yaml",
    .mib_max = 64, /* libyaml takes about 10 seconds for it */
    .division = "split it into several files in one folder, or convert it to JSON",
    .names_texts = true,
    .read = yaml_file_read,
};

static const struct import_format import_schedule_xml_format = {
    .name = "frab-xml",
    .title = "a schedule of a conference in XML (frab, pretalx)",
    .suffixes = ".xml",
    .media_types = "application/xml text/xml application/vnd.c3voc.schedule+xml",
    .mib_max = SCHEDULE_MIB_MAX,
    .division = SCHEDULE_DIVISION,
    .decodes_itself = true,
    .recognises = schedules_xml_recognises,
    .read = schedules_xml_read,
};

static const struct import_format import_schedule_json_format = {
    .name = "frab-json",
    .title = "a schedule of a conference in JSON, version 1 or 2, or of Sessionize",
    .suffixes = ".json",
    .media_types = "application/json",
    .mib_max = SCHEDULE_MIB_MAX,
    .division = SCHEDULE_DIVISION,
    .recognises = schedules_json_recognises,
    .read = schedules_json_read,
};

static const struct import_format import_programme_format = {
    .name = "programme",
    .title = "a table in CSV or TSV with the programme of a conference (Sessionize, Indico)",
    .suffixes = ".csv .tsv",
    .media_types = "text/csv text/tab-separated-values",
    .mib_max = SCHEDULE_MIB_MAX,
    .division = SCHEDULE_DIVISION,
    .decodes_itself = true, /* so that it is recognised before the tables of records */
    .of_spreadsheets = true,
    .recognises = schedules_table_recognises,
    .read = schedules_table_read,
};

static const struct import_format import_markdown_format = {
    .name = "markdown",
    .title = "minutes in Markdown, or in a text with paragraphs and indented lists",
    .suffixes = ".md .markdown",
    .shared = ".txt",
    .media_types = "text/markdown",
    .mib_max = TEXT_MIB_MAX, /* a larger text could not be served */
    .division = "split it into a file for each meeting",
    .read = minutes_read,
};

const struct import_format *const import_formats[] = {
    &import_markdown_format,     &import_csv_format,           &import_yaml_format,
    &import_schedule_xml_format, &import_schedule_json_format, &import_programme_format,
    &import_json_format,
};

const size_t import_format_count = sizeof import_formats / sizeof *import_formats;

const struct import_format *import_format_named(const char *name)
{
    for (size_t i = 0; i < import_format_count; i++)
        if (strcmp(import_formats[i]->name, name) == 0)
            return import_formats[i];
    return NULL;
}

/* Reports whether a file is no data: hidden, about the folder, or for the server. */
static bool is_ignored(const char *name)
{
    static const char permission[] = ".allow-shrink";
    const size_t length = strlen(name), suffix = sizeof permission - 1;
    return name[0] == '.' || strncasecmp(name, "README", 6) == 0 ||
           strncasecmp(name, "LICENSE", 7) == 0 || strcmp(name, "schema.json") == 0 ||
           (length > suffix && strcmp(name + length - suffix, permission) == 0);
}

enum import_use import_use_of(const char *name)
{
    enum import_use use = IMPORT_NONE;
    if (is_ignored(name))
        return IMPORT_IGNORED;
    for (size_t i = 0; i < import_format_count; i++) {
        if (recognise_suffix(import_formats[i]->suffixes, name))
            return IMPORT_DATA;
        if (recognise_suffix(import_formats[i]->shared, name))
            use = IMPORT_TRIED;
    }
    return use;
}

bool import_is_data(const char *name)
{
    return import_use_of(name) >= IMPORT_TRIED;
}

bool import_is_whole_table(const char *name)
{
    static const char suffix[] = ".csv";
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const size_t length = strlen(record_types[i]->collection);
        if (strncmp(name, record_types[i]->collection, length) == 0 &&
            strcmp(name + length, suffix) == 0)
            return true;
    }
    return false;
}

bool import_may_name_texts(const char *name)
{
    bool known = false;
    for (size_t i = 0; i < import_format_count; i++) {
        const bool here = recognise_suffix(import_formats[i]->suffixes, name) ||
                          recognise_suffix(import_formats[i]->shared, name);
        if (here && import_formats[i]->names_texts)
            return true;
        known |= here;
    }
    return !known;
}

struct draft_source import_source(const char *name, const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    const size_t skipped = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    return (struct draft_source){
        .name = name, .bytes = bytes + skipped, .length = length - skipped, .marked = skipped > 0};
}

/* Returns the format that a media type or a suffix names, of those that the contents cannot tell.
 */
static const struct import_format *import_format_stated(const char *name, const char *media_type)
{
    for (size_t i = 0; i < import_format_count; i++)
        if (!import_formats[i]->recognises &&
            recognise_media_type(import_formats[i]->media_types, media_type))
            return import_formats[i];
    for (size_t i = 0; i < import_format_count; i++)
        if (!import_formats[i]->recognises &&
            (recognise_suffix(import_formats[i]->suffixes, name) ||
             recognise_suffix(import_formats[i]->shared, name)))
            return import_formats[i];
    return NULL;
}

/* Returns the format that the contents show. */
static const struct import_format *import_format_shown(const struct draft_source *source,
                                                       bool decodes_itself)
{
    for (size_t i = 0; i < import_format_count; i++) {
        const struct import_format *format = import_formats[i];
        if (format->recognises && format->decodes_itself == decodes_itself &&
            format->recognises(source))
            return format;
    }
    return NULL;
}

/* Writes the names of all formats, such as "csv, json and markdown". */
static void import_write_names(char names[DRAFT_MESSAGE_BYTES])
{
    size_t used = 0;
    names[0] = '\0';
    for (size_t i = 0; i < import_format_count; i++) {
        const char *comma = i == 0 ? "" : i + 1 == import_format_count ? " and " : ", ";
        const int length = snprintf(names + used, DRAFT_MESSAGE_BYTES - used, "%s%s", comma,
                                    import_formats[i]->name);
        if (length < 0 || (size_t)length >= DRAFT_MESSAGE_BYTES - used)
            return;
        used += (size_t)length;
    }
}

static void import_refuse(const struct likeness *likeness, struct draft_note *ret_refusal)
{
    char names[DRAFT_MESSAGE_BYTES];
    import_write_names(names);
    ret_refusal->line = 1;
    if (likeness->encoding)
        snprintf(ret_refusal->message, sizeof ret_refusal->message, "the file is %s; %s",
                 likeness->name, likeness->advice);
    else
        snprintf(ret_refusal->message, sizeof ret_refusal->message,
                 "the file is %s; the formats that can be read are %.150s%s%s", likeness->name,
                 names, likeness->advice ? "; " : "", likeness->advice ? likeness->advice : "");
}

const struct import_format *import_recognise(const struct draft_source *source,
                                             const char *media_type, struct draft_note *ret_refusal)
{
    struct likeness likeness = {.advice = NULL};
    const struct import_format *format = import_format_shown(source, true);
    if (format)
        return format;
    format = import_format_stated(source->name, media_type);
    const bool readable = format && format->of_spreadsheets &&
                          table_text_encoding(source->bytes, source->length) == TABLE_UTF_16;
    if (!readable && likeness_find(source, &likeness)) {
        import_refuse(&likeness, ret_refusal);
        return NULL;
    }
    if (!format)
        format = import_format_shown(source, false);
    if (!format && (recognise_suffix(import_json_format.suffixes, source->name) ||
                    recognise_media_type(import_json_format.media_types, media_type)))
        format = &import_json_format;
    if (format)
        return format;
    likeness_guess(source, &likeness);
    import_refuse(&likeness, ret_refusal);
    return NULL;
}

void import_write_likeness(const struct draft_source *source, char text[DRAFT_MESSAGE_BYTES])
{
    struct likeness likeness = {.advice = NULL};
    const struct import_format *format = import_format_shown(source, true);
    const bool known = !format && likeness_find(source, &likeness);
    if (!format && !known)
        format = import_format_shown(source, false);
    if (format) {
        snprintf(text, DRAFT_MESSAGE_BYTES, "%s; give it the suffix %.*s", format->title,
                 (int)strcspn(format->suffixes, " "), format->suffixes);
        return;
    }
    if (!known)
        likeness_guess(source, &likeness);
    const char *advice =
        likeness.text ? "give it the suffix of its format, if it has one" : likeness.advice;
    snprintf(text, DRAFT_MESSAGE_BYTES, "%s%s%s", likeness.name, advice ? "; " : "",
             advice ? advice : "");
}

/* Returns the number of the first line that is not a text in UTF-8, or 0. Sets *ret_nul if it is
 * one, except for a NUL. */
static unsigned import_wrong_line(const struct draft_source *source, bool *ret_nul)
{
    const char *at = source->bytes, *const end = source->bytes + source->length;
    if (utf8_is_valid(at, source->length) && !memchr(at, '\0', source->length))
        return 0;
    for (unsigned line = 1; at < end; line++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        const size_t length = (size_t)((feed ? feed : end) - at);
        *ret_nul = utf8_is_valid(at, length);
        if (!*ret_nul || memchr(at, '\0', length))
            return line;
        at = feed ? feed + 1 : end;
    }
    return 0;
}

/* Refuses a source that is larger than its format may be. Returns false if it is. */
static bool import_check_size(const struct import_format *format, struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    const size_t bytes = (size_t)format->mib_max << 20;
    if (!bytes || source->length <= bytes)
        return true;
    draft_refuse(draft, text_count_lines(source->bytes, bytes),
                 "the file has more than %u MiB, the limit of %s; %s", format->mib_max,
                 format->title, format->division);
    return false;
}

struct draft *import_read(const struct import_format *format, const struct draft_source *source)
{
    struct draft *draft = draft_create(source);
    bool nul = false;
    if (draft && !import_check_size(format, draft))
        return draft;
    const bool decodes = format->of_spreadsheets
                             ? table_text_encoding(source->bytes, source->length) != TABLE_UTF_8
                             : format->decodes_itself;
    const unsigned wrong = draft && !decodes ? import_wrong_line(source, &nul) : 0;
    if (wrong && nul)
        draft_refuse(draft, wrong, "the line has a NUL, which no text has; remove it");
    else if (wrong)
        draft_refuse(draft, wrong, "the line is not a text in UTF-8; save the file as UTF-8");
    else if (draft)
        format->read(draft);
    return draft;
}

void import_write_unread(const struct draft_unread *unread, char text[DRAFT_MESSAGE_BYTES])
{
    const size_t first = strcspn(unread->name, " ");
    const bool plural = unread->count != 1 || first == 0 || unread->name[first - 1] != 's';
    const char *rest = unread->name + first;
    const char *are = plural ? NULL : strstr(rest, " that are ");
    const size_t before = are ? (size_t)(are - rest) : 0;
    snprintf(text, DRAFT_MESSAGE_BYTES, "%zu %.*s%.*s%s%.200s %s not read", unread->count,
             (int)(plural ? first : first - 1), unread->name, (int)before, rest,
             are ? " that is " : "", are ? are + strlen(" that are ") : rest,
             unread->count == 1 ? "was" : "were");
}
