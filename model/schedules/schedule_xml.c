/* The parser of schedules in XML, by expat. */
#ifndef XML_DTD
#define XML_DTD /* declares the limits of the expansion of entities */
#endif
#include "base/buffer.h"
#include "base/utf8.h"
#include "conference/schedule.h"
#include "schedules/line_cursor.h"
#include "schedules/schedules.h"

#include <expat.h>
#include <stdint.h>
#include <stdio.h>

enum {
    XML_DEPTH_MAX = 64,
    ROOT_NAME_BYTES = 80,          /* with the NUL; a longer name is cut */
    XML_NAME_BYTES = 128,          /* of "element@attribute", with the NUL; a longer one is cut */
    ERROR_TEXT_BYTES = 40,         /* of the text at the place of an error, with the NUL */
    ENTITY_BYTES_MIN = 1024 * 1024 /* that entities may become before they are limited */
};

#define ENTITY_AMPLIFICATION_MAX 10.0F /* the ratio of bytes after and before the expansion */
#define VALUE_BYTES_MAX ((size_t)16 << 20)

/* An element that is open. */
struct xml_element {
    enum schedule_part part; /* SCHEDULE_ABSENT for a value and for an element that is not read */
    size_t object;           /* of the part */
    const struct schedule_container *container;
};

/* The text at the place of an error. */
struct text_of_error {
    char text[ERROR_TEXT_BYTES];
    bool ampersand; /* true if an "&" is there */
};

struct xml_reader {
    struct schedule *schedule;
    XML_Parser parser;
    struct line_cursor lines;
    struct buffer text; /* of the value that is being read */
    struct xml_element open[XML_DEPTH_MAX];
    size_t depth;
    size_t value_depth;   /* the depth of the element that is a value; 0 if none is open */
    size_t skipped_depth; /* the depth of the element that is not read; 0 if none is open */
    char value_name[XML_NAME_BYTES];
};

/* Returns the place of the current event in the source, or -1. expat 2.9 has a new name for the
 * function, and warns of the old one. */
static int64_t xml_place(const struct xml_reader *reader)
{
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    return XML_GetCurrentByteIndex64(reader->parser);
#else
    return XML_GetCurrentByteIndex(reader->parser);
#endif
}

static unsigned xml_line(struct xml_reader *reader)
{
    const int64_t place = xml_place(reader);
    return place < 0 ? reader->lines.line : line_cursor_move(&reader->lines, (size_t)place);
}

static void xml_refuse(struct xml_reader *reader, const char *reason)
{
    draft_refuse(reader->schedule->draft, xml_line(reader), "%s", reason);
    XML_StopParser(reader->parser, XML_FALSE);
}

static void xml_refuse_root(struct xml_reader *reader, const char *name)
{
    char shown[ROOT_NAME_BYTES], reason[ROOT_NAME_BYTES + 60];
    utf8_copy_valid(name, shown, sizeof shown);
    snprintf(reason, sizeof reason, "the root element is <%s>; expected <schedule>", shown);
    xml_refuse(reader, reason);
}

/* Gives attributes to an object: those of its own element, and those of an element that is a value
 * under the name "element@attribute". */
static void xml_set_attributes(struct xml_reader *reader, enum schedule_part part, size_t object,
                               const char *element, const XML_Char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        char name[XML_NAME_BYTES];
        if (strncmp(attributes[i], "xmlns", 5) == 0 || strchr(attributes[i], ':'))
            continue;
        snprintf(name, sizeof name, "%s@%s", element, attributes[i]);
        schedule_set(reader->schedule, part, object, name, attributes[i + 1],
                     strlen(attributes[i + 1]), xml_line(reader));
    }
}

/* Begins a part, such as an event. */
static void xml_open_part(struct xml_reader *reader, const struct xml_element *parent,
                          enum schedule_part part, const XML_Char **attributes)
{
    struct xml_element *element = &reader->open[reader->depth];
    element->part = part;
    element->object = parent->object;
    if (part >= SCHEDULE_OBJECTS)
        return;
    const enum schedule_part within = parent->container && parent->part == SCHEDULE_LIST
                                          ? parent->container->within
                                          : parent->part;
    element->object =
        schedule_add(reader->schedule, part, xml_line(reader), within, parent->object);
    if (element->object == SIZE_MAX) {
        XML_StopParser(reader->parser, XML_FALSE);
        return;
    }
    if (parent->container && parent->part == SCHEDULE_LIST)
        reader->schedule->parts[part].at[element->object].attachment =
            parent->container->attachments;
    xml_set_attributes(reader, part, element->object, "", attributes);
}

/* Begins a value: an element with a text. Elements inside it are kept as markup of HTML. */
static void xml_open_value(struct xml_reader *reader, const struct xml_element *parent,
                           const char *name, const XML_Char **attributes)
{
    const bool nested = parent->part == SCHEDULE_VALUES;
    const struct xml_element *owner = nested ? parent - 1 : parent;
    snprintf(reader->value_name, sizeof reader->value_name, "%s%s%s",
             nested ? parent->container->name : "", nested ? "/" : "", name);
    reader->value_depth = reader->depth;
    buffer_clear(&reader->text);
    xml_set_attributes(reader, owner->part, owner->object, name, attributes);
}

static void xml_append_markup(struct xml_reader *reader, const char *open, const char *name)
{
    buffer_append_text(&reader->text, open);
    buffer_append_text(&reader->text, name);
    buffer_append_byte(&reader->text, '>');
}

static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void XMLCALL xml_start(void *data, const XML_Char *full_name, const XML_Char **attributes)
{
    struct xml_reader *reader = data;
    const char *name = local_name(full_name);
    if (reader->depth + 1 == XML_DEPTH_MAX) {
        xml_refuse(reader, "the elements are nested too deeply");
        return;
    }
    const struct xml_element *parent = &reader->open[reader->depth++];
    if (reader->skipped_depth)
        return;
    if (reader->value_depth) {
        xml_append_markup(reader, "<", name);
        return;
    }
    const bool item = parent->part == SCHEDULE_LIST && parent->container->item &&
                      strcmp(parent->container->item, name) == 0;
    const struct schedule_container *container =
        item ? NULL : schedule_container(reader->schedule, parent->part, name);
    reader->open[reader->depth] =
        (struct xml_element){.part = SCHEDULE_ABSENT, .container = container};
    if (reader->depth == 1 && !container)
        xml_refuse_root(reader, name);
    else if (item || container)
        xml_open_part(reader, parent, item ? parent->container->items : container->part,
                      attributes);
    else if (parent->part < SCHEDULE_OBJECTS || parent->part == SCHEDULE_VALUES)
        xml_open_value(reader, parent, name, attributes);
    else {
        reader->skipped_depth = reader->depth;
        schedule_count_unread(reader->schedule, name, xml_line(reader));
    }
    /* The text of an element with attributes, such as a person, is a value without a name. */
    const enum schedule_part part = reader->open[reader->depth].part;
    if (part < SCHEDULE_OBJECTS && schedule_value_called(part, "") != VALUE_COUNT)
        buffer_clear(&reader->text);
}

static void xml_close_value(struct xml_reader *reader)
{
    const struct xml_element *parent = &reader->open[reader->depth - 1];
    const struct xml_element *owner = parent->part == SCHEDULE_VALUES ? parent - 1 : parent;
    schedule_set(reader->schedule, owner->part, owner->object, reader->value_name,
                 reader->text.bytes ? reader->text.bytes : "", reader->text.length,
                 xml_line(reader));
    reader->value_depth = 0;
    buffer_clear(&reader->text);
}

static void xml_close_part(struct xml_reader *reader)
{
    const struct xml_element *element = &reader->open[reader->depth];
    if (element->part >= SCHEDULE_OBJECTS || element->object == SIZE_MAX)
        return;
    reader->schedule->parts[element->part].at[element->object].lines.last = xml_line(reader);
    if (schedule_value_called(element->part, "") != VALUE_COUNT && reader->text.length)
        schedule_set(reader->schedule, element->part, element->object, "", reader->text.bytes,
                     reader->text.length, xml_line(reader));
    buffer_clear(&reader->text);
}

static void XMLCALL xml_end(void *data, const XML_Char *full_name)
{
    struct xml_reader *reader = data;
    if (reader->skipped_depth) {
        if (reader->skipped_depth == reader->depth)
            reader->skipped_depth = 0;
    } else if (reader->value_depth == reader->depth)
        xml_close_value(reader);
    else if (reader->value_depth)
        xml_append_markup(reader, "</", local_name(full_name));
    else
        xml_close_part(reader);
    reader->depth--;
}

static void XMLCALL xml_characters(void *data, const XML_Char *text, int length)
{
    struct xml_reader *reader = data;
    const enum schedule_part part = reader->open[reader->depth].part;
    if (reader->skipped_depth)
        return;
    if (reader->value_depth ||
        (part < SCHEDULE_OBJECTS && schedule_value_called(part, "") != VALUE_COUNT))
        buffer_append(&reader->text, text, (size_t)length);
    if (reader->text.exceeded)
        xml_refuse(reader, "an element has more than 16 MiB of text");
    else if (reader->text.failed) {
        draft_set_out_of_memory(reader->schedule->draft);
        XML_StopParser(reader->parser, XML_FALSE);
    }
}

/* Refuses a document whose text is in other files. */
static int XMLCALL xml_external_entity(XML_Parser parser, const XML_Char *context,
                                       const XML_Char *base, const XML_Char *system_id,
                                       const XML_Char *public_id)
{
    (void)context, (void)base, (void)system_id, (void)public_id;
    xml_refuse(XML_GetUserData(parser), "a part of the document is in another file, as an external "
                                        "entity, which is not read; put its text here");
    return XML_STATUS_ERROR;
}

/* Counts a reference to an entity of a document type that is in another file. */
static void XMLCALL xml_skipped_entity(void *user, const XML_Char *name, int parameter)
{
    struct xml_reader *reader = user;
    char unread[XML_NAME_BYTES];
    if (parameter)
        return;
    snprintf(unread, sizeof unread, "references to the entity &%.60s;", name);
    draft_count_unread(reader->schedule->draft, unread, xml_line(reader));
}

/* Returns the text at the place of an error, for a message: a tag, or the beginning of a line. */
static struct text_of_error xml_text_of_error(const struct xml_reader *reader)
{
    const struct draft_source *source = draft_source(reader->schedule->draft);
    const int64_t place = xml_place(reader);
    struct text_of_error error = {.text = ""};
    char bytes[ERROR_TEXT_BYTES];
    size_t length = 0, at = place < 0 ? source->length : (size_t)place;
    if (at >= source->length)
        return error;
    while (at && strchr("</&", source->bytes[at - 1])) /* the reported place is after these */
        at--;
    const char *text = source->bytes + at;
    const size_t max = source->length - at;
    error.ampersand = *text == '&';
    while (length < max && length + 1 < sizeof bytes && text[length] != '\n') {
        bytes[length] = text[length];
        if (text[length++] == '>')
            break;
    }
    bytes[length] = '\0';
    utf8_copy_valid(bytes, error.text, sizeof error.text);
    return error;
}

/* Refuses a text that is not well-formed XML. The message has the text at the place, and a hint. */
static void xml_refuse_error(struct xml_reader *reader, enum XML_Error error)
{
    const struct text_of_error at = xml_text_of_error(reader);
    const char *hint = "";
    if (error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
        error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION) {
        draft_refuse(reader->schedule->draft, xml_line(reader),
                     "the file ends too early, before all elements of the XML are closed; get the "
                     "whole file");
        return;
    }
    if (error == XML_ERROR_TAG_MISMATCH)
        hint = "; close the element before it first";
    else if (error == XML_ERROR_INVALID_TOKEN && at.ampersand)
        hint = "; write \"&\" in a text as \"&amp;\"";
    draft_refuse(reader->schedule->draft, xml_line(reader),
                 *at.text ? "the XML is not well-formed: %s at \"%s\"%s"
                          : "the XML is not well-formed: %s%s%s",
                 XML_ErrorString(error), at.text, hint);
}

static void xml_check_result(struct xml_reader *reader, enum XML_Status status)
{
    const enum XML_Error error = XML_GetErrorCode(reader->parser);
    if (status == XML_STATUS_OK || error == XML_ERROR_ABORTED)
        return;
    if (error == XML_ERROR_NO_MEMORY)
        draft_set_out_of_memory(reader->schedule->draft);
    else if (error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH)
        xml_refuse(reader, "the entities of the document expand to too much text");
    else
        xml_refuse_error(reader, error);
}

static void xml_parse(struct xml_reader *reader, const struct draft_source *source)
{
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, xml_start, xml_end);
    XML_SetCharacterDataHandler(reader->parser, xml_characters);
    XML_SetExternalEntityRefHandler(reader->parser, xml_external_entity);
    XML_SetSkippedEntityHandler(reader->parser, xml_skipped_entity);
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(reader->parser,
                                                             ENTITY_AMPLIFICATION_MAX);
    XML_SetBillionLaughsAttackProtectionActivationThreshold(reader->parser, ENTITY_BYTES_MIN);
    reader->open[0].part = SCHEDULE_TOP;
    buffer_init(&reader->text, VALUE_BYTES_MAX);
    const enum XML_Status status =
        XML_Parse(reader->parser, source->bytes, (int)source->length, XML_TRUE);
    xml_check_result(reader, status);
    buffer_finish(&reader->text);
}

void schedules_xml_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    struct schedule schedule;
    struct xml_reader reader = {.schedule = &schedule, .parser = XML_ParserCreate(NULL)};
    if (!reader.parser) {
        draft_set_out_of_memory(draft);
        return;
    }
    schedule_init(&schedule, draft, false);
    reader.lines = line_cursor_at_start(source->bytes, source->length);
    if (source->length > INT32_MAX)
        draft_refuse(draft, 0, "the document is larger than 2 GiB");
    else
        xml_parse(&reader, source);
    XML_ParserFree(reader.parser);
    if (!draft_refusal(draft) && !draft_is_out_of_memory(draft))
        schedule_draft(&schedule);
    schedule_finish(&schedule);
}

/* Finds the root element. */
struct root_search {
    XML_Parser parser;
    char *name;
    bool found;
};

static void XMLCALL root_search_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct root_search *search = data;
    (void)attributes;
    if (search->found)
        return;
    search->found = true;
    utf8_copy_valid(local_name(name), search->name, ROOT_NAME_BYTES);
    XML_StopParser(search->parser, XML_FALSE);
}

/* Writes the name of the root element without its prefix. Returns false if the bytes do not begin
 * as an XML document. */
static bool xml_root_name(const struct draft_source *source, char name[ROOT_NAME_BYTES])
{
    enum {
        BEGINNING_BYTES = 64 * 1024
    };
    struct root_search search = {.name = name};
    const size_t length = source->length < BEGINNING_BYTES ? source->length : BEGINNING_BYTES;
    size_t first = 0;
    /* Besides spaces, the bytes of a byte order mark; strchr() also finds the NULs of UTF-16. */
    while (first < length && strchr(" \t\r\n\xEF\xBB\xBF\xFE\xFF", source->bytes[first]))
        first++;
    if (first == length || source->bytes[first] != '<')
        return false;
    search.parser = XML_ParserCreate(NULL);
    if (!search.parser)
        return false;
    XML_SetUserData(search.parser, &search);
    XML_SetStartElementHandler(search.parser, root_search_start);
    XML_SetBillionLaughsAttackProtectionActivationThreshold(search.parser, ENTITY_BYTES_MIN);
    XML_Parse(search.parser, source->bytes, (int)length, XML_FALSE);
    XML_ParserFree(search.parser);
    return search.found;
}

bool schedules_xml_recognises(const struct draft_source *source)
{
    char name[ROOT_NAME_BYTES];
    return xml_root_name(source, name) && strcmp(name, "schedule") == 0;
}
