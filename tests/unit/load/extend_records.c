/* Extensions, joins, and references by label. */
#include "archive_fixture.h"
#include "failing_memory.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FILES_MAX = 4,
    TEXT_MAX = 2000
};

static struct archive *archive;
static char messages[TEXT_MAX];

/* Loads files, each a name and a text in which ' stands for ". Stores what `check` says. */
static void load_files(const char *const (*files)[2], size_t count)
{
    struct load_source sources[FILES_MAX] = {{.name = NULL}};
    char texts[FILES_MAX][TEXT_MAX];
    struct progress progress = {.step = NULL};
    struct faults faults;
    cr_assert(count <= FILES_MAX);
    for (size_t i = 0; i < count; i++) {
        snprintf(texts[i], TEXT_MAX, "%s", files[i][1]);
        for (char *at = texts[i]; *at; at++)
            *at = *at == '\'' ? '"' : *at;
        sources[i] =
            (struct load_source){.name = files[i][0], .text = texts[i], .length = strlen(texts[i])};
    }
    faults_init(&faults);
    archive_destroy(archive);
    archive = NULL;
    load_archive(sources, count, &progress, &faults, &archive);
    memset(messages, 0, sizeof messages);
    FILE *out = fmemopen(messages, sizeof messages, "w");
    faults_write(&faults, out);
    fclose(out);
    faults_finish(&faults);
}

#define LOAD(...)                                     \
    load_files((const char *const[][2]){__VA_ARGS__}, \
               sizeof((const char *const[][2]){__VA_ARGS__}) / sizeof(char *[2]))

#define DOCUMENT "'documents':[{'id':'d','title':'D','lines':9,'sources':[{'document':'d'}]}]"
#define BASE                                                                           \
    "{" DOCUMENT ",'people':[{'id':'ida','name':'Ida','other_names':['I.'],'sources':" \
    "[{'document':'d','lines':'1'}]}]}"

static void start(void)
{
    archive = NULL;
    memset(messages, 0, sizeof messages);
}

static void stop(void)
{
    archive_destroy(archive);
}

/* Expects the JSON of a record, with ' for ", to have a text. */
static void expect_has(const char *target, const char *text)
{
    cr_assert(archive, "%s", messages);
    struct archive_fixture fixture = archive_fixture_create(archive);
    archive = NULL;
    char *body = get_body(&fixture, target);
    for (char *at = body; *at; at++)
        *at = *at == '"' ? '\'' : *at;
    cr_expect(strstr(body, text), "%s is not in %s", text, body);
    free(body);
    archive_fixture_finish(&fixture);
}

static void expect_says(const char *text)
{
    cr_expect(strstr(messages, text), "%s is not in %s", text, messages);
}

TestSuite(extend_records, .init = start, .fini = stop);

Test(extend_records, lists_append_elements_that_they_lack_and_absent_fields_are_filled)
{
    static const char extension[] =
        "{'people':[{'id':'ida','extends':true,'given_name':'Ida','name':'Ida','other_names':"
        "['Ida C.','I.'],'sources':[{'document':'d','lines':'1'},{'document':'d','lines':'2'}]}]}";
    LOAD({"a.json", BASE}, {"b.json", extension});
    cr_expect_str_eq(messages, "");
    expect_has("/people/ida.json?fields=given_name,other_names",
               "'given_name':'Ida','other_names':['I.','Ida C.']");
    LOAD({"b.json", extension}, {"a.json", BASE});
    cr_expect_str_eq(messages, "", "in any order of the files");
    expect_has("/people/ida.ndjson?fields=sources", "'lines':'1'");
}

Test(extend_records, sources_of_the_extension_follow_those_of_the_record)
{
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'id':'ida','extends':true,'sources':"
                                      "[{'document':'d','lines':'7'}]}]}"});
    expect_has("/people.csv?fields=sources", "'d; d','1; 7'");
}

Test(extend_records, a_field_that_differs_is_a_fault_with_both_places)
{
    LOAD({"a.json", BASE}, {"b.json", "{'people':[\n{'id':'ida','extends':true,\n'name':'Ada'}]}"});
    cr_expect_null(archive);
    cr_expect_str_eq(messages,
                     "b.json:3: /people/0/name: the person \"ida\" in a.json, line 1, has "
                     "another \"name\"; name the field in \"replaces\" to change it\n");
}

Test(extend_records, replaces_names_the_fields_that_change)
{
    LOAD({"a.json", BASE},
         {"b.json", "{'people':[{'id':'ida','extends':true,'replaces':['name','other_names'],"
                    "'name':'Ada','other_names':['A.']}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=name,other_names", "ida,person,Ada,A.\r\n");
}

Test(extend_records, a_warning_that_asks_for_a_field_ends_when_an_extension_replaces_it)
{
    static const char minutes[] = "# Harbour Council: meeting of 12 May 2031\n\nTime: 18:30\n\n"
                                  "Present: Ada Tide\n\n## Roof\n\nIt leaks.\n";
    LOAD({"m.md", minutes});
    cr_expect(strstr(messages, "and has \"replaces\": [\"time_zone\"]"), "%s", messages);
    LOAD({"m.md", minutes},
         {"b.json", "{'meetings':[{'id':'harbour-council-2031-05-12','extends':true,"
                    "'replaces':['time_zone'],'time_zone':'Europe/London'}]}"});
    cr_expect_str_eq(messages, "");
}

Test(extend_records, several_extensions_count_in_the_order_of_the_files)
{
    LOAD({"a.json", "{'people':[{'id':'ida','extends':true,'other_names':['1']},"
                    "{'id':'ida','extends':true,'other_names':['2']}]}"},
         {"b.json", BASE},
         {"c.json", "{'people':[{'id':'ida','extends':true,'other_names':['3']}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=other_names", "'I.; 1; 2; 3'\r\n");
}

Test(extend_records, a_later_extension_adds_to_a_list_that_an_earlier_one_replaced)
{
    LOAD({"a.json", BASE},
         {"b.json", "{'people':[{'id':'ida','extends':true,'other_names':['1']},"
                    "{'id':'ida','extends':true,'replaces':['other_names'],'other_names':['2']},"
                    "{'id':'ida','extends':true,'other_names':['3','2']}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=other_names", "'2; 3'\r\n");
}

Test(extend_records, extensions_of_several_records_may_alternate)
{
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'a','name':'A','sources':[{'document':'d'}]},"
                    "{'id':'b','name':'B','sources':[{'document':'d'}]}]}"},
         {"b.json", "{'people':[{'id':'b','extends':true,'other_names':['1']},{'id':'a','extends':"
                    "true,'other_names':['2']},{'id':'b','extends':true,'other_names':['3']}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=other_names", "a,person,2\r\nb,person,'1; 3'\r\n");
}

Test(extend_records, a_flag_that_is_no_boolean_gives_one_fault_and_extends_all_the_same)
{
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'id':'ida','extends':'true'}]}"});
    cr_expect_str_eq(messages, "b.json:1: /people/0/extends: expected true or false without "
                               "quotation marks, not a string\n");
}

Test(extend_records, an_extension_without_its_record_is_ignored_with_a_warning)
{
    LOAD({"a.json", BASE},
         {"b.json", "{'people':[{'id':'ada','extends':true,'represents':'nowhere'}]}"});
    cr_expect_str_eq(messages,
                     "b.json:1: /people/0: warning: there is no person \"ada\" for this record to "
                     "extend; the record is ignored; did you mean \"ida\"?\n");
    expect_has("/people.csv?fields=name", "id,type,name\r\nida,person,Ida\r\n");
}

Test(extend_records, a_wrong_extension_is_a_fault_at_its_member)
{
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'id':'ida','extends':1}]}"});
    expect_says("b.json:1: /people/0/extends: expected true or false, not a number");
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'id':'ida','extends':true,'replaces':['nmae']}]"
                                      "}"});
    expect_says("/people/0/replaces/0: a person has no field \"nmae\"; did you mean \"name\"?");
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'id':'ida','extends':true,'replaces':['email']}"
                                      "]}"});
    expect_says("/people/0/replaces: \"email\" is to be replaced, but the record has no value");
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'x','name':'X','replaces':['name'],'sources':"
                    "[{'document':'d'}]}]}"});
    expect_says("/people/0/replaces: only a record with \"extends\": true replaces fields");
    LOAD({"a.json", BASE}, {"b.json", "{'people':[{'extends':true}]}"});
    expect_says("/people/0: the required field \"id\" is missing");
}

Test(extend_records, references_of_an_extension_have_its_place)
{
    LOAD({"a.json", BASE},
         {"b.json", "{'people':[{'id':'ida','extends':true,\n'represents':'nowhere'}]}"});
    expect_says("b.json:2: /people/0/represents: there is no organization \"nowhere\"");
}

Test(extend_records, an_editor_extends_a_record_of_another_format)
{
    LOAD({"people.csv", "id,name\nida,Ida\n"},
         {"b.json", "{'people':[{'id':'ida','extends':true,'given_name':'Ida'}]}"});
    expect_has("/people.csv?fields=given_name,sources", "ida,person,Ida,people-csv,2,");
}

Test(extend_records, people_of_one_id_in_two_files_of_other_formats_are_joined)
{
    LOAD({"1-people.csv", "id,name,country,other_names\nida,Ida,NO,I.\n"},
         {"2-people.csv", "id,name,country,other_names\nida,Ida,SE,Ida C.\n"});
    cr_expect_str_eq(messages, "2-people.csv:2: /people/0/country: warning: the person \"ida\" in "
                               "1-people.csv, line 2, has another \"country\", which counts\n");
    expect_has("/people.csv?fields=country,other_names,sources",
               "ida,person,'I.; Ida C.',NO,'1-people-csv; 2-people-csv','2; 2',");
    LOAD({"1-papers.csv", "id,title\np,P\n"}, {"2-papers.csv", "id,title\np,P\n"});
    expect_says("the id \"p\" is already used by the paper in 1-papers.csv, line 2");
    LOAD({"1-people.csv", "id,name\nida,Ida\nida,Ida\n"});
    expect_says("the id \"ida\" is already used by the person in 1-people.csv, line 2");
}

#define HARBOUR "# Harbour Board, 2 May 2031\n\nPresent: Ada Alder, Ben Birch, Cleo Cedar\n\n"
#define LAMPS "## Lamps\n\nAda Alder: Lamps are old.\n\n"

/* Expects a text of the minutes of one meeting in two files. */
static void expect_two_minutes_have(const char *target, const char *text)
{
    LOAD({"approved.md", HARBOUR LAMPS "## Nets\n\nBen Birch: Nets.\n"},
         {"draft.md", HARBOUR LAMPS "## Ropes\n\nBen Birch: Ropes.\n"});
    cr_expect_str_eq(messages, "");
    expect_has(target, text);
}

Test(extend_records, two_minutes_of_one_meeting_are_two_documents)
{
    expect_two_minutes_have("/documents.csv?fields=kind",
                            "\nharbour-board-2031-05-02-minutes,document,minutes\r\n"
                            "harbour-board-2031-05-02-minutes-draft,document,minutes\r\n");
    expect_two_minutes_have("/documents/harbour-board-2031-05-02-minutes-draft.txt", "Ropes.");
}

Test(extend_records, two_minutes_of_one_meeting_have_their_items_once_at_positions_of_their_own)
{
    expect_two_minutes_have("/agenda_items.csv?fields=title,position&sort=position",
                            "1,Lamps\r\nharbour-board-2031-05-02-nets,agenda_item,2,Nets\r\n"
                            "harbour-board-2031-05-02-ropes,agenda_item,3,Ropes\r\n");
    expect_two_minutes_have(
        "/discussions.csv?fields=sources",
        "'harbour-board-2031-05-02-minutes; harbour-board-2031-05-02-minutes-draft','7; 7'");
}

Test(extend_records, minutes_of_one_meeting_that_share_no_person_are_doubted)
{
    LOAD({"a.md", HARBOUR LAMPS},
         {"b.md", "# Harbour Board, 2 May 2031\n\nPresent: Dora Dune, Emil Elm\n\n## Nets\n\n"
                  "Dora Dune: Nets.\n"});
    cr_expect_str_eq(messages, "b.md:1: /meetings/0: warning: the meeting "
                               "\"harbour-board-2031-05-02\" has the minutes of a.md, too, but no "
                               "person is in both; if these are two bodies, write the name of each "
                               "in the title\n");
}

/* Expects a text of an agenda and the minutes of one meeting. */
static void expect_agenda_and_minutes_have(const char *target, const char *text)
{
    LOAD({"agenda.md", "# Harbour Board agenda, 2 May 2031\n\nTime: 18:00 UTC\n\n## Lamps\n\n"
                       "The lamps of the pier.\n\n## Nets\n\nWhether to buy nets.\n"},
         {"minutes.md", "# Harbour Board agenda and minutes, 2 May 2031\n\nTime: 18:05 UTC\n\n"
                        "Present: Ada Alder, Ben Birch\n\n" LAMPS});
    expect_has(target, text);
}

Test(extend_records, the_minutes_of_a_meeting_count_more_than_its_agenda)
{
    expect_agenda_and_minutes_have("/meetings.csv?fields=status,start_date",
                                   "held,2031-05-02T18:05");
    expect_says("minutes.md:1: /meetings/0/name: warning: the meeting "
                "\"harbour-board-2031-05-02\" in agenda.md, line 1, has another \"name\", but "
                "that of the minutes counts");
    expect_says("another \"start_date\", but that of the minutes counts");
    expect_agenda_and_minutes_have("/documents.csv?fields=kind", "-agenda,document,agenda\r\n");
    expect_agenda_and_minutes_have("/agenda_items.csv?fields=title,description",
                                   "Lamps,The lamps of the pier.\r\n");
    expect_agenda_and_minutes_have("/agenda_items.csv?fields=title,description",
                                   "Nets,Whether to buy nets.\r\n");
    expect_agenda_and_minutes_have("/discussions.csv?fields=text", "Lamps are old.");
}

/* Loads an agenda and minutes of one meeting. The agenda has its own time. */
static void load_with_times(const char *agenda_time, const char *minutes_time)
{
    char agenda[300], minutes[300];
    snprintf(agenda, sizeof agenda,
             "# Harbour Board agenda, 2 May 2031\n\n%s## Lamps\n\nThe lamps of the pier.\n\n## "
             "Nets\n\nWhether to buy nets.\n",
             agenda_time);
    snprintf(minutes, sizeof minutes,
             "# Harbour Board, 2 May 2031\n\n%sPresent: Ada Alder, Ben Birch\n\n" LAMPS,
             minutes_time);
    LOAD({"agenda.md", agenda}, {"minutes.md", minutes});
}

Test(extend_records, a_day_and_a_time_on_that_day_do_not_differ)
{
    load_with_times("", "Time: 18:05 UTC\n\n");
    cr_expect_null(strstr(messages, "start_date"), "%s", messages);
    expect_has("/meetings.csv?fields=start_date", "2031-05-02T18:05");
    load_with_times("Time: 18:05 UTC\n\n", "");
    cr_expect_null(strstr(messages, "start_date"), "%s", messages);
    expect_has("/meetings.csv?fields=start_date", "2031-05-02T18:05");
    LOAD({"1-meetings.csv", "id,name,status,start_date\nm,M,held,2031-05-02\n"},
         {"2-meetings.csv", "id,name,status,start_date\nm,M,held,2031-05-03T18:05Z\n"});
    expect_says("has another \"start_date\", which counts");
    expect_has("/meetings.csv?fields=start_date", "m,meeting,2031-05-02\r\n");
    LOAD({"1-meetings.csv", "id,name,status,start_date\nm,M,held,2031-05\n"},
         {"2-meetings.csv", "id,name,status,start_date\nm,M,held,2031-05-03\n"});
    expect_says("has another \"start_date\", which counts");
}

/* Expects how many votes a decision has if an extension states one more. */
static void expect_votes(const char *first, const char *second, size_t expected)
{
    char base[1000], extension[400];
    snprintf(
        base, sizeof base,
        "{" DOCUMENT ",'meetings':[{'id':'m','name':'M','status':'held','sources':[{'document':"
        "'d'}]}],'decisions':[{'id':'e','title':'E','text':'E','result':'adopted','meeting':'m',"
        "'votes':[%s],'sources':[{'document':'d'}]}]}",
        first);
    snprintf(extension, sizeof extension, "{'decisions':[{'id':'e','extends':true,'votes':[%s]}]}",
             second);
    LOAD({"a.json", base}, {"b.json", extension});
    cr_assert(archive, "%s", messages);
    const struct record *decision = archive_find_kept(archive, &decision_type, "e", 1);
    decision = decision ? decision : archive_records(archive, &decision_type)->at[0];
    const struct field *votes = field_list_find(decision_type.fields, "votes", 5);
    cr_expect_eq(record_field(decision, (size_t)(votes - decision_type.fields.at))->count, expected,
                 "%s and %s", first, second);
}

#define COUNT(option, value) "{'option':'" option "','value':" #value "}"

static const struct {
    const char *first, *second;
    size_t votes;
} vote_pairs[] = {
    {"{'counts':[" COUNT("yes", 3) "]}", "{'counts':[" COUNT("yes", 3) "]}", 1},
    {"{'counts':[" COUNT("yes", 3) "]}", "{'counts':[" COUNT("yes", 4) "]}", 2},
    {"{'counts':[" COUNT("yes", 3) "]}", "{'counts':[" COUNT("no", 3) "]}", 2},
    {"{'counts':[" COUNT("yes", 3) "]}", "{'counts':[" COUNT("yes", 3) "," COUNT("no", 1) "]}", 2},
    {"{'counts':[" COUNT("yes", 3) "," COUNT("no", 1) "]}", "{'counts':[" COUNT("yes", 3) "]}", 2},
    {"{'unanimous':true}", "{'unanimous':true}", 1},
    {"{'unanimous':true}", "{'unanimous':false}", 2},
    {"{'unanimous':true}", "{'unanimous':true,'date':'2031-05-02'}", 2},
    {"{'unanimous':true,'date':'2031-05-02'}", "{'unanimous':true}", 2},
    {"{'date':'2031-05-02'}", "{'date':'2031-05-02'}", 1},
    {"{'date':'2031-05-02'}", "{'date':'2031-05-03'}", 2},
    {"{'date':'2031-05-02'}", "{'date':'2031-05'}", 2},
};

Test(extend_records, elements_are_the_same_if_all_their_members_are)
{
    for (size_t i = 0; i < sizeof vote_pairs / sizeof *vote_pairs; i++)
        expect_votes(vote_pairs[i].first, vote_pairs[i].second, vote_pairs[i].votes);
}

Test(extend_records, only_minutes_that_share_no_person_are_doubted)
{
    static const char minutes[] = HARBOUR LAMPS;
    static const char other[] = "# Harbour Board, 2 May 2031\n\nPresent: Dora Dune, Emil Elm\n\n"
                                "## Nets\n\nDora Dune: Nets.\n";
    static const char both[] = "# Harbour Board, 3 May 2031\n\nPresent: Ada Alder, Dora Dune\n\n"
                               "## Nets\n\nDora Dune: Nets.\n";
    static const char agenda[] =
        "# Harbour Board agenda, 2 May 2031\n\n## Lamps\n\nThe lamps of the pier.\n";
    static const char doubt[] = "b.md:1: /meetings/0: warning: the meeting ";
    LOAD({"a.md", minutes}, {"b.md", agenda});
    cr_expect_null(strstr(messages, "no person is in both"), "%s", messages);
    LOAD({"a.md", agenda}, {"b.md", minutes});
    cr_expect_null(strstr(messages, "no person is in both"), "%s", messages);
    LOAD({"a.md", minutes}, {"b.md", other}, {"c.md", both});
    expect_says(doubt);
    LOAD({"a.md", both}, {"b.md", minutes});
    cr_expect_null(strstr(messages, "no person is in both"), "%s", messages);
}

Test(extend_records, line_ends_of_texts_are_line_feeds)
{
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'ida','name':'Ida','biography':"
                    "'a\\r\\nb\\rc\\n\\r\\nd\\r','sources':[{'document':'d'}]}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people/ida", "'biography':'a\\nb\\nc\\n\\nd\\n'");
}

Test(extend_records, uses_of_a_room_overlap_before_the_end)
{
    char text[1500];
    static const struct {
        const char *start, *end, *says;
    } cases[] = {
        {"2031-05-02T10:00Z", "2031-05-02T10:30Z",
         "/papers/1/start_date: warning: overlaps with \"p\" in the room \"R\""},
        {"2031-05-02T10:59Z", "2031-05-02T12:00Z",
         "/papers/1/start_date: warning: overlaps with \"p\" in the room \"R\""},
        {"2031-05-02T09:00Z", "2031-05-02T10:01Z",
         "/papers/0/start_date: warning: overlaps with \"q\" in the room \"R\""},
        {"2031-05-02T11:00Z", "2031-05-02T12:00Z", NULL},
        {"2031-05-02T09:00Z", "2031-05-02T10:00Z", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(text, sizeof text,
                 "{" DOCUMENT ",'meetings':[{'id':'m','name':'M','status':'held','sources':"
                 "[{'document':'d'}]}],'papers':[{'id':'p','title':'P','meeting':'m','room':'R',"
                 "'start_date':'2031-05-02T10:00Z','end_date':'2031-05-02T11:00Z','sources':"
                 "[{'document':'d'}]},{'id':'q','title':'Q','meeting':'m','room':'R',"
                 "'start_date':'%s','end_date':'%s','sources':[{'document':'d'}]}]}",
                 cases[i].start, cases[i].end);
        LOAD({"a.json", text});
        if (cases[i].says)
            expect_says(cases[i].says);
        else
            cr_expect_null(strstr(messages, "overlaps"), "%s", messages);
    }
}

Test(extend_records, same_as_of_two_types_with_the_same_ids)
{
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'a','name':'Ida','sources':[{'document':'d'}]},"
                    "{'id':'b','name':'Ada','same_as':'a','sources':[{'document':'d'}]}],"
                    "'organizations':[{'id':'a','name':'Port','sources':[{'document':'d'}]},"
                    "{'id':'b','name':'Pier','same_as':'a','sources':[{'document':'d'}]}]}"});
    expect_has("/people.csv?fields=other_names", "a,person,Ada\r\n");
}

Test(extend_records, distinct_says_that_two_people_of_one_name_are_two)
{
    static const char two[] = "{" DOCUMENT ",'people':[{'id':'a','name':'Ida','sources':"
                              "[{'document':'d'}]},{'id':'b','name':'Ida','sources':"
                              "[{'document':'d'}]}]}";
    LOAD({"a.json", two});
    expect_says("/people/1: warning: has the same name as \"a\"");
    LOAD({"a.json", two}, {"b.json", "{'people':[{'id':'b','extends':true,'distinct':true}]}"});
    cr_expect_str_eq(messages, "");
}

Test(extend_records, a_reference_may_be_a_label_that_only_one_record_has)
{
    LOAD({"organizations.csv", "id,name\np,Port of Fable\n"},
         {"people.csv", "id,name,represents\nida,Ida,Port of Fable\n"},
         {"meetings.csv", "id,name,status\nm,Council,held\n"},
         {"actions.csv", "id,text,meeting,owners\na,Dig,Council,Ida; Port of Fable\n"});
    cr_assert(archive, "%s", messages);
    expect_has("/people.csv?fields=represents", "ida,person,p,Port of Fable");
    LOAD({"organizations.csv", "id,name\np,Port\nq,Port\n"},
         {"people.csv", "id,name,represents\nida,Ida,Port\nada,Ada,Harbour\n"});
    expect_says("people.csv:2: /people/0/represents: 2 records have the label \"Port\"; write an "
                "id, such as \"p\" or \"q\"");
    expect_says("people.csv:3: /people/1/represents: there is no organization \"Harbour\"");
}

#define TWO                                                                                   \
    "{" DOCUMENT ",'meetings':[{'id':'m','name':'M','status':'held','sources':[{'document':"  \
    "'d'}]},{'id':'n','name':'N','status':'held','sources':[{'document':'d'}]}],'people':["   \
    "{'id':'robert','name':'Robert Lamp','attendance':[{'meeting':'m'}],'sources':["          \
    "{'document':'d','lines':'1'}]},{'id':'bob','name':'Bob Lamp','country':'NO','attendance" \
    "':[{'meeting':'n'}],'sources':[{'document':'d','lines':'2'}]}],'actions':[{'id':'a',"    \
    "'text':'Dig','meeting':'m','owners':['people/bob'],'sources':[{'document':'d'}]}]}"

Test(extend_records, same_as_joins_two_people_with_the_data_and_references_of_both)
{
    static const char same[] = "{'people':[{'id':'bob','same_as':'robert'}]}";
    LOAD({"a.json", TWO}, {"b.json", same});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=name,other_names,country,sources",
               "id,type,name,other_names,country,sources.document,sources.lines,sources.pages,"
               "sources.paragraphs,sources.section,sources.time,sources.quote\r\n"
               "robert,person,Robert Lamp,Bob Lamp,NO,'d; d','1; 2',");
    LOAD({"b.json", same}, {"a.json", TWO});
    expect_has("/people.csv?fields=attendance", "robert,person,'m; n'");
    LOAD({"a.json", TWO}, {"b.json", same});
    expect_has("/people/robert/actions.csv?fields=owners", "a,action,people/robert");
}

Test(extend_records, same_as_may_stand_in_the_whole_record_of_a_person)
{
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'ida','name':'Ida','country':'NO','sources':"
                    "[{'document':'d'}]},{'id':'i','name':'I.','country':'SE','same_as':'ida',"
                    "'sources':[{'document':'d'}]}]}"});
    cr_expect_str_eq(messages, "a.json:1: /people/1/country: warning: the person \"ida\" in "
                               "a.json, line 1, has another \"country\", which counts\n");
    expect_has("/people.csv?fields=name,other_names,country", "ida,person,Ida,I.,NO\r\n");
}

Test(extend_records, the_id_of_a_joined_person_leads_to_the_kept_one_in_every_format)
{
    static const char *const paths[][2] = {
        {"/people/bob", "/people/robert"},
        {"/people/bob.csv?fields=name", "/people/robert.csv?fields=name"},
        {"/people/bob/actions.json?limit=1", "/people/robert/actions.json?limit=1"},
        {"/speakers/bob.json", "/people/robert.json"},
    };
    LOAD({"a.json", TWO}, {"b.json", "{'people':[{'id':'bob','same_as':'robert'}]}"});
    cr_assert(archive, "%s", messages);
    struct archive_fixture fixture = archive_fixture_create(archive);
    archive = NULL;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct response response;
        get_answer(&fixture, paths[i][0], &response);
        cr_expect_eq(response.status, 308, "%s", paths[i][0]);
        cr_expect_str_eq(response_header(&response, "Location"), paths[i][1]);
        response_finish(&response);
    }
    archive_fixture_finish(&fixture);
}

Test(extend_records, a_label_that_only_joined_people_have_is_no_choice)
{
    LOAD({"people.csv", "id,name\na,Ida\nb,Ida\n"},
         {"meetings.csv", "id,name,status\nm,Council,held\n"},
         {"actions.csv", "id,text,meeting,owners\nx,Dig,Council,Ida\n"},
         {"b.json", "{'people':[{'id':'b','same_as':'a'}]}"});
    cr_assert(archive, "%s", messages);
    expect_has("/actions.csv?fields=owners", "x,action,people/a");
}

Test(extend_records, chains_of_same_as_lead_to_the_last_person)
{
    LOAD({"a.json", TWO}, {"b.json", "{'people':[{'id':'bobby','same_as':'bob','name':'Bobby'},"
                                     "{'id':'bob','same_as':'robert'},"
                                     "{'id':'bert','same_as':'bobby','name':'Bert'}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=other_names", "robert,person,'Bob Lamp; Bobby; Bert'\r\n");
}

Test(extend_records, an_extension_of_a_joined_person_extends_the_kept_one)
{
    LOAD({"a.json", TWO}, {"b.json", "{'people':[{'id':'bob','same_as':'robert'},{'id':'bob',"
                                     "'extends':true,'given_name':'Robert'}]}"});
    cr_expect_str_eq(messages, "");
    expect_has("/people.csv?fields=given_name", "robert,person,Robert\r\n");
}

Test(extend_records, a_wrong_same_as_is_a_fault_at_its_member)
{
#define SAYS(people, text)                                        \
    LOAD({"a.json", TWO}, {"b.json", "{'people':[" people "]}"}); \
    cr_expect_null(archive);                                      \
    expect_says(text)
    SAYS("\n{'id':'bob','same_as':'robrt'}",
         "b.json:2: /people/0/same_as: there is no person \"robrt\"; did you mean \"robert\"?");
    SAYS("{'id':'bob','same_as':'bob'}",
         "/people/0/same_as: \"bob\" is the same as \"bob\" already; name the one that is kept");
    SAYS("{'id':'bob','same_as':'robert'},{'id':'robert','same_as':'bob'}",
         "/people/1/same_as: \"bob\" is the same as \"robert\" already");
    SAYS("{'id':'bob','same_as':'robert'},{'id':'x','name':'X','same_as':'robert'},"
         "{'id':'bob','same_as':'x'}",
         "/people/2/same_as: another record with this id is the same as \"robert\"; name one");
    SAYS("{'id':'bob','same_as':1}",
         "/people/0/same_as: expected the id of another person, not a number");
    SAYS("{'id':'bob','same_as':''}",
         "/people/0/same_as: expected the id of another person, not an empty string");
    SAYS("{'id':'bob','same_as':'robert','distinct':true}",
         "/people/0/same_as: a record that is \"distinct\" is the same as no other one");
    LOAD({"a.json", "{" DOCUMENT ",'people':[{'id':'a','name':'A','distinct':true},"
                    "{'id':'b','name':'B'}]}"},
         {"b.json", "{'people':[{'id':'a','same_as':'b'}]}"});
    expect_says("b.json:1: /people/0/same_as: \"a\" is \"distinct\", so that it is the same as no");
    LOAD({"a.json", "{" DOCUMENT "}"}, {"b.json", "{'documents':[{'id':'e','same_as':'d'}]}"});
    expect_says("b.json:1: /documents/0/same_as: a document cannot be joined with another one");
}

Test(extend_records, same_as_without_its_record_joins_nothing_but_leads_on)
{
    LOAD({"a.json", TWO}, {"b.json", "{'people':[{'id':'bo','same_as':'robert'}]}"});
    cr_expect_str_eq(messages, "b.json:1: /people/0: warning: there is no person \"bo\" to join "
                               "with \"robert\"\n");
}

Test(extend_records, minutes_of_one_body_share_people_by_their_full_names)
{
#define MINUTES(day)          \
    "# Harbour Council, " day \
    " May 2031\n\n## Present\n\n- Orla Quay\n\n## 1. Lamps\n\nOrla: Red.\n"
    static const struct load_source sources[] = {
        {.name = "a.md", .text = MINUTES("12"), .length = sizeof MINUTES("12") - 1},
        {.name = "b.md", .text = MINUTES("13"), .length = sizeof MINUTES("13") - 1}};
    struct progress progress = {.step = NULL};
    struct faults faults;
    faults_init(&faults);
    load_archive(sources, 2, &progress, &faults, &archive);
    cr_assert(archive);
    cr_expect_eq(archive_joined_by_id(archive, &person_type), 1);
    faults_finish(&faults);
    expect_has("/people.csv?fields=attendance",
               "harbour-council-orla-quay,person,'harbour-council-2031-05-12; "
               "harbour-council-2031-05-13'");
}

Test(extend_records, documents_of_same_named_files_in_two_folders_are_two)
{
    LOAD({"2030/topics.csv", "id,label\na,A\n"}, {"2031/topics.csv", "id,label\nb,B\n"});
    cr_expect_str_eq(messages, "");
    expect_has("/documents.csv?fields=title", "2030-topics-csv,document,topics.csv\r\n"
                                              "2031-topics-csv,document,topics.csv\r\n");
}

/* Extends, joins, and refers by label. */
static const char extending[] =
    "{\"organizations\": [{\"id\": \"p\", \"name\": \"Port\"}], \"people\": [{\"id\": \"a\", "
    "\"name\": \"Ida\"}, {\"id\": \"b\", \"name\": \"Ada\", \"same_as\": \"a\"}, {\"id\": "
    "\"a\", \"extends\": true, \"represents\": \"Port\", \"other_names\": [\"I.\"]}]}";

static void expect_joined(const struct archive *loaded)
{
    size_t people;
    const struct record *const *list = archive_all(loaded, &person_type, &people);
    const struct field *names = field_list_find(person_type.fields, "other_names", 11);
    const struct field *represents = field_list_find(person_type.fields, "represents", 10);
    cr_assert_eq(people, 1);
    cr_expect_eq(record_field(list[0], (size_t)(names - person_type.fields.at))->count, 2);
    cr_expect_eq(record_field(list[0], (size_t)(represents - person_type.fields.at))->count, 1);
    cr_expect(archive_find_kept(loaded, &person_type, "b", 1) == list[0]);
}

Test(extend_records, without_memory_records_are_joined_and_extended_whole_or_not_at_all)
{
    size_t failures = 0;
    /* One file, which this thread reads. */
    static const struct load_source source = {
        .name = "b.json", .text = extending, .length = sizeof extending - 1};
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        struct progress progress = {.step = NULL};
        struct archive *loaded = NULL;
        struct faults faults;
        faults_init(&faults);
        failing_memory_begin(i);
        const enum load_status status = load_archive(&source, 1, &progress, &faults, &loaded);
        failed = failing_memory_end();
        cr_assert(status == LOAD_SUCCEEDED || (failed && status == LOAD_OUT_OF_MEMORY), "%zu: %d",
                  i, (int)status);
        failures += status == LOAD_OUT_OF_MEMORY;
        if (loaded)
            expect_joined(loaded);
        archive_destroy(loaded);
        faults_finish(&faults);
    }
    cr_expect_gt(failures, 3);
}
