#include "schedules/schedules.h"

#include "conference/schedule.h"
#include "load/load.h"
#include "source_path.h"
#include "tables/read_source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(schedules);

/* Returns the text of a file of the source tree, or NULL. The caller frees it. */
static char *text_of_file(const char *path)
{
    FILE *file = fopen(source_path(path), "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    const size_t length = (size_t)ftell(file);
    char *text = malloc(length + 1);
    rewind(file);
    cr_assert(text);
    cr_assert_eq(fread(text, 1, length, file), length);
    text[length] = '\0';
    fclose(file);
    return text;
}

static struct draft *draft_of_text(struct draft_source *source, source_reader *read, char *text)
{
    *source = (struct draft_source){.name = "schedule", .bytes = text, .length = strlen(text)};
    struct draft *draft = draft_create(source);
    cr_assert(draft);
    read(draft);
    cr_assert_null(draft_refusal(draft), "%s", draft_refusal(draft)->message);
    cr_assert_not(draft_is_out_of_memory(draft));
    return draft;
}

/* Removes what the formats cannot agree on: the lines, and the numbers of events, which version 2
 * does not have. */
static void remove_differences(json_t *collections)
{
    const char *name;
    json_t *records, *record;
    size_t i, k;
    json_object_del(collections, "documents");
    json_object_foreach(collections, name, records) json_array_foreach(records, i, record)
    {
        json_t *identifiers = json_object_get(record, "identifiers");
        json_object_del(record, "sources");
        for (k = json_array_size(identifiers); k-- > 0;)
            if (strcmp(json_string_value(json_object_get(json_array_get(identifiers, k), "scheme")),
                       "id") == 0)
                json_array_remove(identifiers, k);
    }
}

static json_t *records_of(source_reader *read, const char *path)
{
    struct draft_source source;
    char *text = text_of_file(path);
    cr_assert(text);
    struct draft *draft = draft_of_text(&source, read, text);
    json_t *records = draft_json(draft);
    remove_differences(records);
    draft_destroy(draft);
    free(text);
    return records;
}

#define CASES "tests/cases/import/schedules/"

Test(schedules, same_schedule_gives_the_same_records_from_each_format)
{
    json_t *xml = records_of(schedules_xml_read, CASES "tides.xml");
    json_t *first = records_of(schedules_json_read, CASES "tides.v1.json");
    json_t *second = records_of(schedules_json_read, CASES "tides.v2.json");
    cr_expect(json_equal(xml, first));
    cr_expect(json_equal(xml, second));
    cr_expect_eq(json_array_size(json_object_get(xml, "papers")), 3);
    cr_expect_eq(json_array_size(json_object_get(xml, "people")), 2);
    cr_expect_eq(json_array_size(json_object_get(xml, "sessions")), 4);
    json_decref(xml);
    json_decref(first);
    json_decref(second);
}

Test(schedules, event_becomes_a_paper_that_cites_its_lines)
{
    static const char expected[] =
        "{'id':'tides-2031-11111111-0000-4000-8000-000000000001','title':'How a harbour silts up',"
        "'subtitle':'and what to do','kind':'talk','status':'scheduled','inferred':['status'],"
        "'language':'en','room':'Pier Hall','abstract':'Sand & mud.\\n\\nTwo cases:\\n\\n"
        "- Silt (https://tides.example/silt)\\n- Salt','identifiers':[{'scheme':'guid','value':"
        "'11111111-0000-4000-8000-000000000001'},{'scheme':'id','value':'11'},{'scheme':'code',"
        "'value':'ABCDE1'}],'web_links':[{'url':'https://tides.example/talk/1','kind':'page'},"
        "{'url':'https://tides.example/notes','title':'Notes'},{'url':"
        "'https://tides.example/files/silt%20map.pdf','title':'Slides','kind':'slides'}],"
        "'topics':['tides-2031-harbours'],'track':'Harbours','session':"
        "'tides-2031-2031-05-03-pier-hall','start_date':'2031-05-03T10:00:00+01:00','end_date':"
        "'2031-05-03T10:45:00+01:00','presenters':"
        "['tides-2031-55555555-0000-4000-8000-000000000005',"
        "'tides-2031-55555555-0000-4000-8000-000000000006'],'sources':[{'document':"
        "'tides-2031-schedule','lines':'20-46'}]}";
    char *text = text_of_file(CASES "tides.xml");
    char *json = read_source(schedules_xml_read, "tides.xml", text);
    cr_expect(strstr(json, expected), "%s", json);
    free(json);
    free(text);
}

Test(schedules, lines_in_json_are_those_of_the_object)
{
    char *text = text_of_file(CASES "tides.v1.json");
    char *json = read_source(schedules_json_read, "tides.json", text);
    cr_expect(strstr(json, "'sources':[{'document':'tides-2031-schedule','lines':'23-48'}]"), "%s",
              json);
    free(json);
    free(text);
}

static void expect_loads(const char *path)
{
    struct faults faults;
    struct archive *archive = NULL;
    faults_init(&faults);
    const char *const paths[] = {source_path(path)};
    const enum load_status status = load_archive_files(paths, 1, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_expect_eq(status, LOAD_SUCCEEDED, "%s", path);
    archive_destroy(archive);
    faults_finish(&faults);
}

Test(schedules, are_data_that_the_loader_takes)
{
    expect_loads(CASES "tides.xml");
    expect_loads(CASES "tides.v1.json");
    expect_loads(CASES "tides.v2.json");
}

static bool recognises(bool (*reader)(const struct draft_source *source), const char *text)
{
    const struct draft_source source = {.name = "x", .bytes = text, .length = strlen(text)};
    return reader(&source);
}

Test(schedules, are_recognised_by_their_contents)
{
    cr_expect(recognises(schedules_xml_recognises, "<?xml version='1.0'?><!-- a --><schedule>"));
    cr_expect_not(recognises(schedules_xml_recognises, "<rss><schedule/></rss>"));
    cr_expect_not(recognises(schedules_xml_recognises, "schedule"));
    cr_expect(recognises(schedules_json_recognises, "{\"a\": [{\"x\": 1}], \"schedule\": {}}"));
    cr_expect_not(recognises(schedules_json_recognises, "{\"a\": {\"schedule\": {}}}"));
    cr_expect_not(recognises(schedules_json_recognises, "{\"a\": \"schedule\"}"));
    cr_expect_not(recognises(schedules_json_recognises, "[\"schedule\"]"));
}

Test(schedules, are_looked_for_only_at_the_beginning_of_a_file)
{
    static char late[80000];
    const int length = snprintf(late, sizeof late, "{\"a\": \"%*s\", \"schedule\": {}}", 70000, "");
    cr_assert(length > 70000);
    cr_expect_not(recognises(schedules_json_recognises, late));
}

#define XML(conference, event)                                                                 \
    "<schedule><conference><title>T</title>" conference "</conference><day date='2031-05-03' " \
    "start='2031-05-03T09:00:00+02:00'><room name='R'>" event "</room></day></schedule>"
#define EVENT(content) "<event guid='1'><title>E</title>" content "</event>"

/* Expects that a schedule has a text in its records or refusal. */
static void expect_text(source_reader *read, const char *schedule, const char *expected)
{
    char *json = read_source(read, "schedule", schedule);
    cr_expect(strstr(json, expected), "%s\nnot in\n%s", expected, json);
    free(json);
}

Test(schedules, external_entities_are_not_read)
{
    expect_refused(schedules_xml_read, "schedule.xml",
                   "<!DOCTYPE schedule [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\n"
                   "<schedule><conference>\n<title>T&a;</title></conference></schedule>",
                   "3: a part of the document is in another file");
    const char text[] = "<!DOCTYPE schedule SYSTEM 'schedule.dtd'>\n"
                        "<schedule><conference>\n<title>A&nbsp;B</title></conference></schedule>";
    const struct draft_source source = {
        .name = "schedule.xml", .bytes = text, .length = sizeof text - 1};
    struct draft *draft = draft_create(&source);
    size_t count;
    schedules_xml_read(draft);
    const struct draft_unread *unread = draft_unread(draft, &count);
    cr_assert_eq(count, 1);
    cr_expect_str_eq(unread[0].name, "references to the entity &nbsp;");
    cr_expect_eq(unread[0].line, 3);
    draft_destroy(draft);
}

Test(schedules, start_before_the_day_begins_is_on_the_day_after)
{
    expect_text(schedules_xml_read, XML("", EVENT("<start>01:30</start><duration>1:15</duration>")),
                "'start_date':'2031-05-04T01:30+02:00','end_date':'2031-05-04T02:45+02:00'");
    expect_text(schedules_xml_read, XML("", EVENT("<start>01:30:15</start>")),
                "'start_date':'2031-05-04T01:30:15+02:00'");
    expect_text(schedules_xml_read, XML("", EVENT("<start>08:59:59</start>")),
                "'start_date':'2031-05-04T08:59:59+02:00'");
    expect_text(schedules_xml_read, XML("", EVENT("<start>09:00:00</start>")),
                "'start_date':'2031-05-03T09:00:00+02:00'");
    expect_text(schedules_xml_read, XML("", EVENT("<date>2031-05-04</date><start>01:30</start>")),
                "'start_date':'2031-05-04T01:30+02:00'");
    expect_text(schedules_xml_read, XML("", EVENT("<start>23:30</start><end>00:30</end>")),
                "'start_date':'2031-05-03T23:30+02:00','end_date':'2031-05-04T00:30+02:00'");
    expect_text(schedules_xml_read,
                "<schedule><conference><title>T</title><day_change>04:00:00</day_change>"
                "</conference><day date='2031-05-03'><room name='R'>" EVENT(
                    "<start>03:30</start>") "</room></day></schedule>",
                "'start_date':'2031-05-04T03:30'");
}

#define WITHOUT_OFFSETS(conference)                                                              \
    "<schedule><conference><title>T</title>" conference "</conference>\n<day date='2031-05-03'>" \
    "<room name='R'>\n<event id='5'><title>E</title><start>10:00</start></event></room></day>"   \
    "</schedule>"

Test(schedules, times_without_an_offset_are_in_the_time_zone_of_the_city)
{
    expect_text(schedules_xml_read, WITHOUT_OFFSETS("<city>Brussels</city>"),
                "'time_zone':'Europe/Brussels'");
    expect_text(schedules_xml_read, WITHOUT_OFFSETS("<city>Reedham</city>"), "'time_zone':'UTC'");
    expect_text(schedules_xml_read, WITHOUT_OFFSETS("<city>Reedham</city>"),
                "'inferred':['kind','status','time_zone']");
    expect_text(
        schedules_xml_read,
        WITHOUT_OFFSETS("<city>Berlin</city><time_zone_name>Europe/Lisbon</time_zone_name>"),
        "'time_zone':'Europe/Lisbon'");
}

Test(schedules, time_zone_that_is_assumed_is_a_warning)
{
    char text[] = WITHOUT_OFFSETS("<city>Brussels</city>");
    struct draft_source source;
    struct draft *draft = draft_of_text(&source, schedules_xml_read, text);
    size_t count, more;
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    cr_assert_eq(count, 1);
    cr_expect_eq(warnings[0].line, 3);
    cr_expect(strstr(warnings[0].message, "so that Europe/Brussels is taken"));
    draft_destroy(draft);
}

Test(schedules, day_from_midnight_to_midnight_is_only_a_date)
{
    expect_text(schedules_xml_read,
                "<schedule><conference><title>T</title></conference><day date='2031-05-03' "
                "start='2031-05-03T00:00:00+02:00' end='2031-05-04T00:00:00+02:00'/></schedule>",
                "'title':'Day 1','start_date':'2031-05-03','sources'");
    expect_text(schedules_xml_read,
                "<schedule><conference><title>T</title></conference><day date='2031-05-03' "
                "start='2031-05-03T00:00:00+02:00' end='2031-05-04T01:00:00+02:00'/></schedule>",
                "'start_date':'2031-05-03T00:00:00+02:00','end_date':'2031-05-04T01:00:00+02:00'");
    expect_text(schedules_xml_read,
                "<schedule><conference><title>T</title></conference><day date='2031-05-03' "
                "start='2031-05-03' end='2031-05-04T00:00:00'/></schedule>",
                "'start_date':'2031-05-03','end_date':'2031-05-04T00:00:00'");
}

Test(schedules, a_table_names_the_conference_by_its_file_without_the_suffix)
{
    static const char *const cases[][2] = {
        {"x/two-days.csv", "'name':'two days'"},
        {"https://b.example/a/harbour_days.csv?x=/y.z#w", "'name':'harbour days'"},
        {"a.b.csv", "'name':'a.b'"},
        {"tides", "'name':'tides'"},
        {".csv", "'name':'.csv'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *json = read_source(schedules_table_read, cases[i][0],
                                 "Title,Speaker,Start\nA,B C,2031-05-03T10:00Z\n");
        cr_expect(strstr(json, cases[i][1]), "%s: %s", cases[i][0], json);
        free(json);
    }
}

Test(schedules, links_of_a_person_are_added_once)
{
    expect_text(schedules_json_read,
                "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{\"rooms\":{\"R\":["
                "{\"guid\":\"1\",\"persons\":[{\"id\":1,\"name\":\"A\",\"links\":"
                "[{\"url\":\"https://a.example/\"}]}]},"
                "{\"guid\":\"2\",\"persons\":[{\"id\":1,\"name\":\"A\",\"links\":"
                "[{\"url\":\"https://a.example/\"}]}]}]}}]}}}",
                "'web_links':[{'url':'https://a.example/'}],'sources'");
}

Test(schedules, urn_of_a_guid_is_no_page)
{
    char *json = read_source(schedules_xml_read, "x", XML("", EVENT("<url>urn:uuid:1</url>")));
    cr_expect_null(strstr(json, "web_links"), "%s", json);
    free(json);
}

/* Expects a warning or a count in a draft. */
static bool has_note(source_reader *read, char *schedule, const char *expected)
{
    struct draft_source source;
    struct draft *draft = draft_of_text(&source, read, schedule);
    size_t count, more;
    bool found = false;
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    for (size_t i = 0; i < count; i++)
        found |= strstr(warnings[i].message, expected) != NULL;
    const struct draft_unread *unread = draft_unread(draft, &count);
    for (size_t i = 0; i < count; i++)
        found |= strstr(unread[i].name, expected) != NULL;
    draft_destroy(draft);
    return found;
}

static void expect_note(source_reader *read, char *schedule, const char *expected)
{
    cr_expect(has_note(read, schedule, expected), "%s", expected);
}

Test(schedules, urls_are_absolute_and_have_only_characters_of_urls)
{
    static const struct {
        const char *base, *url, *expected;
    } cases[] = {
        {"https://b.example/p/q", "  HTTP://x.example/a b\n", "http://x.example/a%20b"},
        {"https://b.example/p/q", "Https://x.example/^\xC3\xA4~\x7F",
         "https://x.example/%5E%C3%A4~%7F"},
        {"https://b.example/p/q", "/a", "https://b.example/a"},
        {"https://b.example/p/q", "a?b:c", "https://b.example/p/a?b:c"},
        {"https://b.example/p/", "a#b:c", "https://b.example/p/a#b:c"},
        {"https://b.example", "a", "https://b.example/a"},
        {"https://b.example", "/a", "https://b.example/a"},
        {"https://b.example/p/", "a/b:c", "https://b.example/p/a/b:c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char schedule[600], expected[100];
        snprintf(schedule, sizeof schedule, XML("<base_url>%s</base_url>", EVENT("<url>%s</url>")),
                 cases[i].base, cases[i].url);
        snprintf(expected, sizeof expected, "{'url':'%s','kind':'page'}],'session'",
                 cases[i].expected);
        expect_text(schedules_xml_read, schedule, expected);
    }
}

Test(schedules, url_that_is_relative_to_nothing_or_not_of_the_web_is_counted)
{
    static const char *const urls[] = {
        "a", "/a", "ftp://x.example/", "http:", ":", "mail://x.example/", "files://x.example/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        char schedule[600];
        snprintf(schedule, sizeof schedule, XML("", EVENT("<url>%s</url>")), urls[i]);
        expect_note(schedules_xml_read, schedule, "URLs that are not of the web");
    }
}

/* Reports whether a URL of a length is kept. */
static bool keeps_url(int length)
{
    static char schedule[10000], url[9000];
    snprintf(url, sizeof url, "https://x.example/%0*d", length - 18, 1);
    snprintf(schedule, sizeof schedule, XML("", EVENT("<url>%s</url>")), url);
    char *json = read_source(schedules_xml_read, "x", schedule);
    const bool kept = strstr(json, url) != NULL;
    free(json);
    return kept;
}

Test(schedules, a_url_has_up_to_8000_bytes)
{
    cr_expect(keeps_url(8000));
    cr_expect_not(keeps_url(8001));
}

/* Returns the number of people of two events, of which each has a person with a guid of 300 bytes:
 * the bytes at the place differ. */
static size_t people_with_guids_that_differ_at(size_t place)
{
    char first[301], second[301], schedule[1500];
    size_t count = 0;
    memset(first, 'a', 300);
    first[300] = '\0';
    strcpy(second, first);
    second[place] = place < 300 ? 'b' : '\0';
    snprintf(schedule, sizeof schedule,
             "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{\"rooms\":{\"R\":["
             "{\"guid\":\"1\",\"persons\":[{\"guid\":\"%s\",\"name\":\"Ada Reef\"}]},"
             "{\"guid\":\"2\",\"persons\":[{\"guid\":\"%s\",\"name\":\"Ada Reef\"}]}]}}]}}}",
             first, second);
    char *json = read_source(schedules_json_read, "x", schedule);
    for (const char *at = json; (at = strstr(at, "'name':'Ada Reef'")) != NULL; at++)
        count++;
    free(json);
    return count;
}

Test(schedules, a_prefix_of_an_element_does_not_count)
{
    expect_text(schedules_xml_read, XML("", EVENT("<s:subtitle>Sub</s:subtitle>")),
                "'subtitle':'Sub'");
}

Test(schedules, an_unknown_element_of_a_list_is_skipped_whole)
{
    char schedule[] = XML("", EVENT("<persons><group><person id='1'>Bo Pier</person></group>"
                                    "<person id='2'>Ada Reef</person></persons>"));
    char *json = read_source(schedules_xml_read, "x", schedule);
    cr_expect(strstr(json, "'name':'Ada Reef'"), "%s", json);
    cr_expect_null(strstr(json, "Bo Pier"), "%s", json);
    free(json);
    expect_note(schedules_xml_read, schedule, "group");
}

Test(schedules, long_guids_are_compared_whole)
{
    cr_expect_eq(people_with_guids_that_differ_at(300), 1);
    cr_expect_eq(people_with_guids_that_differ_at(299), 2);
    cr_expect_eq(people_with_guids_that_differ_at(0), 2);
}

Test(schedules, country_is_kept_if_it_is_a_code)
{
    expect_text(schedules_xml_read, XML("<country>PT</country>", ""), "'country':'PT'");
    char *json = read_source(schedules_xml_read, "x", XML("<country>Portugal</country>", ""));
    cr_expect_null(strstr(json, "country"), "%s", json);
    free(json);
}

Test(schedules, durations_have_several_notations)
{
    static const struct {
        const char *duration, *end;
    } cases[] = {{"00:30", "03T10:30:00Z"},      {"2:05:30", "03T12:05:30Z"},
                 {"45", "03T10:45:00Z"},         {"PT1H30M", "03T11:30:00Z"},
                 {"0:01:00:00", "03T11:00:00Z"}, {"P1DT30M", "04T10:30:00Z"},
                 {"P2D", "05T10:00:00Z"},        {"1:01:00:00", "04T11:00:00Z"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char schedule[600], expected[60];
        snprintf(schedule, sizeof schedule,
                 XML("", EVENT("<date>2031-05-03T10:00:00Z</date><duration>%s</duration>")),
                 cases[i].duration);
        snprintf(expected, sizeof expected, "'end_date':'2031-05-%s'", cases[i].end);
        expect_text(schedules_xml_read, schedule, expected);
    }
}

Test(schedules, doubts_are_warnings)
{
    char offsets[] = XML("<time_zone_name>UTC</time_zone_name>",
                         EVENT("<date>2031-05-03T10:00:00+02:00</date>"));
    char starts[] = XML("", EVENT("<date>2031-05-03T10:00:00+02:00</date><start>11:00</start>"));
    char zone[] = XML("<time_zone_name>Mars/Dome</time_zone_name>", "");
    char nobody[] = XML("", EVENT("<persons><person>A. Almada</person></persons>"));
    char undated[] = "{\"schedule\":{\"conference\":{\"title\":\"T\"},\"events\":[{\"title\":1}]}}";
    expect_note(schedules_xml_read, offsets, "do not have the offset of the time zone \"UTC\"");
    expect_note(schedules_xml_read, starts, "two different times");
    expect_note(schedules_xml_read, zone, "there is no time zone \"Mars/Dome\"");
    expect_note(schedules_xml_read, nobody, "no guid, id or code for 1 name;");
    expect_note(schedules_json_read, undated, "there is no date for 1 event");
}

Test(schedules, times_that_cannot_be_read_are_warnings_that_say_what_was_done)
{
    char start[] = XML("", EVENT("<start>10:75</start>"));
    char date[] = XML("", EVENT("<date>3 May</date><start>10:00</start>"));
    char duration[] = XML("", EVENT("<start>10:00</start><duration>soon</duration>"));
    char negative[] = XML("", EVENT("<start>10:00</start><duration>-01:00</duration>"));
    char minus[] = XML("", EVENT("<start>10:00</start><duration>-PT1H</duration>"));
    char none[] = XML("", EVENT("<start>10:00</start><duration>00:00</duration>"));
    char end[] = "{\"schedule\":{\"conference\":{\"title\":\"T\"},\"events\":[{\"title\":\"E\","
                 "\"start\":\"2031-05-03T10:00:00Z\",\"end\":\"2031-05-03T09:00:00Z\"}]}}";
    char day[] =
        "<schedule><conference><title>T</title></conference><day date='31 May'/></schedule>";
    expect_note(schedules_xml_read, start,
                "the start \"10:75\" of \"E\" is not a time, so only its day is known");
    expect_note(schedules_xml_read, date,
                "the date \"3 May\" of \"E\" is not a time, so the other one counts");
    expect_note(schedules_xml_read, duration,
                "the duration \"soon\" of \"E\" is not a duration, so its end is unknown");
    expect_note(schedules_xml_read, negative, "the duration \"-01:00\" of \"E\" is not a duration");
    expect_note(schedules_xml_read, minus, "the duration \"-PT1H\" of \"E\" is not a duration");
    expect_note(schedules_xml_read, none,
                "the duration \"00:00\" of \"E\" gives no end after its start");
    expect_note(schedules_json_read, end,
                "the end \"2031-05-03T09:00:00Z\" of \"E\" gives no end after its start");
    expect_note(schedules_xml_read, day, "\"31 May\" is not a date, so day 1 has none");
}

/* Expects that the start of an event, or its date, is a time, or that it is doubted. */
static void expect_time(const char *element, const char *before, const char *time, bool is_time)
{
    char schedule[600];
    snprintf(schedule, sizeof schedule, XML("", EVENT("<%s>%s%s</%s>")), element, before, time,
             element);
    cr_expect_eq(has_note(schedules_xml_read, schedule, "is not a time"), !is_time, "%s", time);
}

Test(schedules, times_have_the_numbers_of_a_clock_and_an_offset)
{
    static const char *const starts[] = {"10:00", "9:05", "24:00", "10:59", "10:00:60"};
    static const char *const offsets[] = {"Z", "z", "+01:00", "-1:00", "+0130", "+01", "+23:59"};
    static const char *const others[] = {"10", "25:00", "10:60", "10:00:61", "10:0", "100:00"};
    static const char *const wrong[] = {"x", "+", "+24:00", "+01:60", "+001:00", "*01:00"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        expect_time("start", "", starts[i], true);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_time("start", "", others[i], false);
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        expect_time("date", "2031-05-03T10:00:00", offsets[i], true);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect_time("date", "2031-05-03T10:00:00", wrong[i], false);
}

Test(schedules, event_that_is_not_within_the_conference_is_a_warning)
{
#define SPAN "<start>2031-05-03</start><end>2031-05-03</end>"
    char late[] = XML(SPAN, EVENT("<date>2031-05-03T10:00:00Z</date><duration>99:00</duration>"));
    char early[] = XML(SPAN, EVENT("<date>2031-05-01T10:00:00Z</date>"));
    char night[] = XML(SPAN, EVENT("<date>2031-05-04T01:00:00Z</date><duration>1:00</duration>"));
    expect_note(
        schedules_xml_read, late,
        "\"E\" ends at 2031-05-07T13:00:00Z, after the conference, which ends at 2031-05-03");
    expect_note(schedules_xml_read, early, "\"E\" begins at 2031-05-01T10:00:00Z, before the");
    cr_expect_not(has_note(schedules_xml_read, night, "the conference"));
}

Test(schedules, events_persons_tracks_and_rooms_with_the_key_of_another_one_are_warnings)
{
    char events[] = XML("", EVENT("") "\n" EVENT(""));
    char rest[] =
        "{\"schedule\":{\"conference\":{\"title\":\"T\",\n"
        "\"rooms\":[{\"guid\":\"r\",\"name\":\"A\"},\n{\"guid\":\"r\",\"name\":\"B\"}],\n"
        "\"tracks\":[{\"slug\":\"t\",\"name\":\"A\"},{\"slug\":\"t\",\"name\":\"B\"}],\n"
        "\"persons\":[{\"guid\":\"p\",\"name\":\"A\"},{\"guid\":\"p\",\"name\":\"B\"}]}}}";
    expect_note(schedules_xml_read, events,
                "the event has the guid \"1\" of that in line 1; each is a paper of its own");
    expect_note(schedules_json_read, rest,
                "the room has the guid \"r\" of that in line 2; the first one counts");
    expect_note(schedules_json_read, rest, "the track has the slug \"t\" of that in line 4");
    expect_note(schedules_json_read, rest, "the person has the guid \"p\" of that in line 5");
}

Test(schedules, event_without_a_title_and_one_in_an_unknown_room_are_warnings)
{
    char untitled[] = XML("", "<event guid='1'/>");
    char other[] = XML("", EVENT("<room>S</room>"));
    char unlisted[] =
        "{\"schedule\":{\"conference\":{\"title\":\"T\",\"rooms\":[{\"name\":\"A\"}]},"
        "\"events\":[{\"title\":\"E\",\"room\":\"B\"}]}}";
    expect_note(schedules_xml_read, untitled, "the event has no title");
    expect_note(schedules_xml_read, other,
                "\"E\" names the room \"S\", but is in the programme of \"R\"");
    expect_note(schedules_json_read, unlisted,
                "\"E\" is in the room \"B\", which the conference does not list");
}

Test(schedules, doubts_of_one_kind_are_listed_ten_times_and_counted)
{
#define FOUR(text) text text text text
    char many[] = XML("", FOUR(FOUR("<event/>")));
    expect_note(schedules_xml_read, many, "6 more events have no title");
}

Test(schedules, parts_that_records_cannot_hold_are_counted)
{
    char license[] = XML("", EVENT("<recording><license>CC</license></recording>"));
    char type[] = XML("", EVENT("<type>Regatta</type>"));
    char link[] = XML("", EVENT("<links><link href='mailto:x@y.example'>M</link></links>"));
    char answers[] =
        "{\"schedule\":{\"conference\":{\"title\":\"T\"},\"events\":[{\"answers\":[1]}]}}";
    expect_note(schedules_xml_read, license, "elements <license>");
    expect_note(schedules_xml_read, type, "types \"Regatta\"");
    expect_note(schedules_xml_read, link, "URLs that are not of the web");
    expect_note(schedules_json_read, answers, "members \"answers\"");
    char cells[] = "Title,Speaker,Start,,Age\nA,B C,2031-05-03T10:00Z,x,y\n";
    expect_note(schedules_table_read, cells, "cells of column 4, which has no name");
    expect_note(schedules_table_read, cells, "cells of the column \"Age\"");
}

/* Returns an event with a link in the JSON of frab, in a buffer of the caller. */
static char *event_with_link(const char *members, char text[400])
{
    snprintf(
        text, 400,
        "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{\"rooms\":{\"R\":[{"
        "\"guid\":\"1\",\"title\":\"E\",\"links\":[{\"url\":\"https://a.example/\",%s}]}]}}]}}}",
        members);
    return text;
}

Test(schedules, the_kind_of_a_link_is_that_of_its_type_or_of_its_title_if_it_has_no_type)
{
    char text[400];
    expect_text(schedules_json_read, event_with_link("\"title\":\"Chat room\"", text),
                "{'url':'https://a.example/','title':'Chat room','kind':'chat'}");
    expect_text(schedules_json_read,
                event_with_link("\"title\":\"Chat room\",\"type\":\"poem\"", text),
                "{'url':'https://a.example/','title':'Chat room'}");
}

Test(schedules, people_are_joined_by_guid_id_or_code_and_never_by_name)
{
    char *json = read_source(
        schedules_xml_read, "x",
        XML("", EVENT("<persons><person id='1'>A. Almada</person><person id='2'>A. Almada</person>"
                      "</persons>") "<event guid='2'><persons><person id='1'>A. B. Almada</person>"
                                    "<person>B. Berg</person></persons></event>"
                                    "<event guid='3'><persons><person>B. Berg</person></persons>"
                                    "</event>"));
    size_t people = 0;
    for (const char *at = json; (at = strstr(at, "'attendance':")); at++)
        people++;
    cr_expect_eq(people, 4, "%s", json);
    cr_expect(strstr(json, "'other_names':['A. B. Almada']"), "%s", json);
    free(json);
}

Test(schedules, guid_in_capitals_is_the_same_guid)
{
    expect_text(
        schedules_xml_read,
        XML("",
            EVENT("<persons><person guid='AB-1'>A</person></persons>") "<event guid='2'>"
                                                                       "<persons><person "
                                                                       "guid='ab-1'>A</person></"
                                                                       "persons></event>"),
        "'presenters':['t-ab-1'],'sources':[{'document':'t-schedule','lines':'1'}]}]");
}

Test(schedules, person_with_another_guid_is_another_person)
{
    expect_text(schedules_json_read,
                "{\"schedule\":{\"conference\":{\"title\":\"T\"},\"events\":[{\"persons\":[{\"id\":"
                "1,\"guid\":"
                "\"a\",\"name\":\"A\"},{\"id\":1,\"guid\":\"b\",\"name\":\"B\"},{\"id\":1,\"name\":"
                "\"A\"}]}]}}",
                "'presenters':['t-a','t-b']");
}

Test(schedules, ids_do_not_depend_on_other_events)
{
    expect_text(schedules_xml_read,
                XML("", "<event><title>Lamps</title><start>10:00</start></event>"),
                "{'id':'t-lamps-2031-05-03',");
    expect_text(schedules_xml_read, XML("", "<event code='ABC'><title>E</title></event>"),
                "{'id':'t-abc',");
    expect_text(schedules_xml_read, XML("", "<event><slug>the-lamps</slug></event>"),
                "{'id':'t-the-lamps',");
    expect_text(schedules_xml_read, XML("", "<event guid='AB-1'><title>E</title></event>"),
                "{'id':'t-ab-1',");
    expect_text(schedules_xml_read,
                XML("", "<event guid='AB-1' id='7' code='C'><title>E</title></event>"),
                "{'id':'t-ab-1',");
    expect_text(schedules_xml_read, XML("", "<event><title>Lamps</title></event>"),
                "{'id':'t-lamps-2031-05-03',");
}

Test(schedules, event_without_a_room_is_in_the_session_of_its_day)
{
    expect_text(schedules_xml_read,
                "<schedule><conference><title>T</title></conference><day date='2031-05-03'>"
                "<room name=''><event guid='1'/></room></day></schedule>",
                "'session':'t-2031-05-03'");
}

Test(schedules, markup_inside_an_element_is_its_text)
{
    expect_text(schedules_xml_read,
                XML("", EVENT("<abstract><p>One</p><p>T<b>w</b>o &amp;lt;</p></abstract>")),
                "'abstract':'One\\n\\nTwo <'");
}

Test(schedules, documents_that_are_no_schedule_are_refused_with_line_and_reason)
{
    expect_refused(schedules_xml_read, "x", "<schedule>\n<conference>",
                   "2: the file ends too early, before all elements of the XML are closed; get the "
                   "whole file");
    expect_refused(schedules_xml_read, "x", "<schedule>\n<conference",
                   "2: the file ends too early");
    expect_refused(schedules_json_read, "x", "{\n\"schedule\": {\"conf",
                   "2: the file ends too early");
    expect_refused(schedules_json_read, "x", "{\n\"schedule\": {\n", "3: the file ends too early");
    expect_refused(schedules_xml_read, "x", "<schedule>\n<title>Tide & Pier</title>",
                   "2: the XML is not well-formed: not well-formed (invalid token) at \"& "
                   "Pier</title>\"; write \"&\" in a text as \"&amp;\"");
    expect_refused(schedules_xml_read, "x", "<schedule>\n<day><room></day>",
                   "2: the XML is not well-formed: mismatched tag at \"</day>\"; close the element "
                   "before it first");
    expect_refused(schedules_xml_read, "x", "\n<rss/>",
                   "2: the root element is <rss>; expected <schedule>");
    expect_refused(schedules_xml_read, "x", "<schedule/>",
                   "1: the schedule has no conference; expected an element <conference>");
    expect_refused(schedules_xml_read, "x", "<schedule>\n<conference/></schedule>",
                   "2: the conference has neither a title nor an acronym");
    expect_refused(schedules_json_read, "x", "{\n\"schedule\": {,}}", "2: the JSON is not valid");
    expect_refused(schedules_json_read, "x", "{\"schedule\": 1}", "1: expected an object");
}

Test(schedules, entities_that_grow_are_refused)
{
    static const char head[] = "<!DOCTYPE schedule [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'>";
    char document[8000];
    size_t length = (size_t)snprintf(document, sizeof document, "%s", head);
    for (char name = 'b'; name <= 'k'; name++) {
        const char b = (char)(name - 1);
        length += (size_t)snprintf(document + length, sizeof document - length,
                                   "<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;'>", name, b, b, b,
                                   b, b, b, b, b);
    }
    snprintf(document + length, sizeof document - length,
             "]><schedule><conference><title>&k;</title></conference></schedule>");
    expect_refused(schedules_xml_read, "x", document,
                   "1: the entities of the document expand to too much text");
}

Test(schedules, deep_nesting_is_refused)
{
    enum {
        DEPTH = 3000
    };
    static char xml[3 * DEPTH + 20] = "<schedule>", json[DEPTH + 20] = "{\"schedule\":";
    for (size_t i = 0; i < DEPTH; i++) {
        strcpy(xml + 10 + 3 * i, "<a>");
        json[12 + i] = '[';
    }
    expect_refused(schedules_xml_read, "x", xml, "1: the elements are nested too deeply");
    expect_refused(schedules_json_read, "x", json, "1: the JSON is not valid");
}

/* Writes a text with `count` repetitions. The caller frees it. */
static char *repeated(const char *before, const char *repeat, size_t count, const char *after)
{
    const size_t length = strlen(repeat);
    char *text = malloc(strlen(before) + count * length + strlen(after) + 1);
    cr_assert(text);
    char *at = stpcpy(text, before);
    for (size_t i = 0; i < count; i++)
        at = (char *)memcpy(at, repeat, length) + length;
    strcpy(at, after);
    return text;
}

Test(schedules, schedule_with_too_many_parts_is_refused_with_line_and_limit)
{
    static const char head[] = "<schedule><conference><title>T</title></conference><day>\n";
    char *events =
        repeated("<schedule><conference><title>T</title></conference><day><room name=''>\n",
                 "<event/>\n", SCHEDULE_EVENTS_MAX + 1, "</room></day></schedule>");
    char *rooms = repeated(head, "<room/>\n", SCHEDULE_OBJECTS_MAX - 2, "</day></schedule>");
    char *values = repeated("{\"schedule\": [\n", "0,", SCHEDULE_JSON_VALUES_MAX - 2, "0]}");
    expect_refused(schedules_xml_read, "x", events,
                   "50002: the schedule has more than 50000 events");
    expect_refused(schedules_xml_read, "x", rooms,
                   "199999: the schedule has more than 200000 events, persons, links and");
    expect_refused(schedules_json_read, "x", values,
                   "2: the schedule has more than 2000000 values of JSON");
    free(events);
    free(rooms);
    free(values);
}

Test(schedules, schedule_of_more_than_1000_days_is_refused)
{
    static const char head[] = "<schedule><conference><title>T</title></conference>\n";
    char *most = repeated(head, "<day date='2031-05-03'/>\n", 1000, "</schedule>");
    char *more = repeated(head, "<day date='2031-05-03'/>\n", 1001, "</schedule>");
    expect_text(schedules_xml_read, most, "'title':'Day 1000'");
    expect_refused(schedules_xml_read, "x", more, "1002: the schedule has more than 1000 days");
    free(most);
    free(more);
}

Test(schedules, survive_without_memory)
{
    char *xml = text_of_file(CASES "tides.xml"), *json = text_of_file(CASES "tides.v2.json");
    expect_survives_without_memory(schedules_xml_read, "tides.xml", xml);
    expect_survives_without_memory(schedules_json_read, "tides.json", json);
    free(xml);
    free(json);
}

/* Counts the links of the papers that are of a kind, or of none if it is NULL. */
static size_t count_links(const json_t *papers, const char *kind)
{
    size_t count = 0, i, k;
    json_t *paper, *link;
    json_array_foreach(papers, i, paper)
        json_array_foreach(json_object_get(paper, "web_links"), k, link)
    {
        const char *of_link = json_string_value(json_object_get(link, "kind"));
        count += kind ? of_link && strcmp(of_link, kind) == 0 : !of_link;
    }
    return count;
}

Test(schedules, schedule_of_a_large_conference_is_read_whole)
{
    struct draft_source source;
    char *text = text_of_file("../shared/samples/schedule-fosdem-2026.xml");
    if (!text)
        cr_skip_test("there is no ../shared/samples");
    struct draft *draft = draft_of_text(&source, schedules_xml_read, text);
    json_t *records = draft_json(draft), *papers = json_object_get(records, "papers");
    cr_expect_eq(json_array_size(papers), 1079);
    cr_expect_eq(json_array_size(json_object_get(records, "people")), 1216);
    cr_expect_eq(json_array_size(json_object_get(records, "topics")), 71);
    cr_expect_eq(count_links(papers, "slides") + count_links(papers, "attachment"), 552);
    cr_expect_eq(count_links(papers, NULL) + count_links(papers, "recording") +
                     count_links(papers, "transcript") + count_links(papers, "chat") +
                     count_links(papers, "feedback"),
                 6515);
    cr_expect_str_eq(json_string_value(json_object_get(json_array_get(papers, 0), "start_date")),
                     "2026-01-31T09:30:00+01:00");
    json_decref(records);
    draft_destroy(draft);
    free(text);
    expect_loads("../shared/samples/schedule-fosdem-2026.xml");
    expect_loads("../shared/samples/schedule-pretalx-democon.json");
}

#define SESSIONS(categories)                                                           \
    "{'sessions': [{'id': '1', 'title': 'E', 'startsAt': '2031-05-03T09:00:00', "      \
    "'endsAt': '2031-05-03T09:45:00', 'categoryItems': [11, 12], 'roomId': 5}], "      \
    "'speakers': [], 'rooms': [{'id': 5, 'name': 'Pier'}], 'categories': [" categories \
    ", {'title': 'Track', 'items': [{'id': 12, 'name': 'Web'}]}]}"

/* Expects that a broken category of Sessionize is left out and the one after it is read. */
static void expect_web(const char *sessions)
{
    char *text = strdup(sessions);
    cr_assert(text);
    for (char *quote = text; (quote = strchr(quote, '\''));)
        *quote = '"';
    expect_text(schedules_json_read, text, "'track':'Web'");
    free(text);
}

Test(schedules, a_choice_of_sessionize_without_a_name_or_a_number_is_left_out)
{
    static const char *const sessions[] = {
        SESSIONS("{'title': 'Track', 'items': []}"),
        SESSIONS("{'items': [{'id': 11, 'name': 'Sea'}]}"),
        SESSIONS("{'title': 5, 'items': [{'id': 11, 'name': 'Sea'}]}"),
        SESSIONS("{'title': 'Track', 'items': [{'id': 11}]}"),
        SESSIONS("{'title': 'Track', 'items': [{'id': 11, 'name': null}]}"),
        SESSIONS("{'title': 'Track', 'items': [{'id': '11', 'name': 'Sea'}]}"),
        SESSIONS("{'title': 'Track', 'items': [{'name': 'Sea'}]}"),
    };
    for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++)
        expect_web(sessions[i]);
}
