#include "archive_fixture.h"
#include "failing_memory.h"
#include "load/load.h"
#include "tables/read_source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OWN ",'sources':[{'document':'d'}]"

enum {
    PERSON_NAME_BYTES = 512 /* with the NUL */
};

static void expect_people(const char *csv, const char *expected)
{
    char json[4096];
    snprintf(json, sizeof json, "{'people':[%s]}", expected);
    expect_read(csv_table_read, "people.csv", csv, json);
}

TestSuite(csv_table);

Test(csv_table, name_of_the_file_gives_the_collection)
{
    static const struct {
        const char *name;
        const struct record_type *type;
    } cases[] = {
        {"people.csv", &person_type},
        {"speakers.csv", &person_type},
        {"/data/2031-people.csv", &person_type},
        {"People (2).csv", &person_type},
        {"agenda-items.tsv", &agenda_item_type},
        {"agenda_items_2031.csv", &agenda_item_type},
        {"https://example.org/papers.csv?limit=9#x", &paper_type},
        {"AGENDA-ITEMS.CSV", &agenda_item_type},
        {"ORGANIZATIONS.csv", &organization_type},
        {"@people[1].csv", &person_type},
        {"`people{1}.csv", &person_type},
        {"http://example.org/x?people.csv", NULL},
        {"townspeople.csv", NULL},
        {"apeople.csv", NULL},
        {"zpeople.csv", NULL},
        {"peopleA.csv", NULL},
        {"peopleZ.csv", NULL},
        {"people-and-papers.csv", NULL},
        {"people/list.csv", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(csv_table_type(cases[i].name), cases[i].type, "%s", cases[i].name);
}

Test(csv_table, column_type_gives_the_collection_if_the_name_does_not)
{
    expect_read(csv_table_read, "visitors.csv", "id,type,name,sources.document\na,person,A,d\n",
                "{'people':[{'id':'a','name':'A'" OWN "}]}");
    expect_refused(csv_table_read, "visitors.csv", "id,name\na,A\n",
                   "1: the name of the file has none or several of the names of collections");
}

Test(csv_table, row_without_sources_cites_its_lines_in_the_table)
{
    char *json = read_source(csv_table_read, "x/people.csv", "id,name\n\na,\"A\nB\"\nb,B");
    cr_expect(strstr(json, "{'id':'a','name':'A\\nB','sources':[{'document':'people-csv',"
                           "'lines':'3-4'}]}"),
              "%s", json);
    cr_expect(strstr(json, "{'id':'b','name':'B','sources':[{'document':'people-csv',"
                           "'lines':'5'}]}"),
              "%s", json);
    cr_expect(strstr(json, "'documents':[{'id':'people-csv','title':'people.csv','kind':'other',"
                           "'media_type':'text/csv','lines':5,'sha256':"),
              "%s", json);
    free(json);
}

Test(csv_table, separator_is_detected_in_the_header)
{
    static const char *const tables[] = {
        "id,name,sources.document\na,\"A;B\",d\n",
        "id;name;sources.document\r\na;\"A;B\";d\r\n",
        "id\tname\tsources.document\na\tA;B\td",
        "\"id\",\"name\",\"sources.document\"\r\n\r\na,A;B,d\r\n,,\r\n",
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        expect_people(tables[i], "{'id':'a','name':'A;B'" OWN "}");
}

Test(csv_table, members_of_one_object_belong_together)
{
    expect_people("id,name,attendance.meeting,attendance.roles,attendance.status,sources.document\n"
                  "a,A,m;n;o,\"chair, member; ; guest\",; excused,d\n",
                  "{'id':'a','name':'A','attendance':[{'meeting':'m','roles':['chair','member']},"
                  "{'meeting':'n','status':'excused'},{'meeting':'o','roles':['guest']}]" OWN "}");
}

Test(csv_table, backslash_makes_a_separator_part_of_a_value)
{
    expect_people("id,name,other_names,sources.document\na,A,\"b\\; c;d\\e\\\\;f\\,g\",d\n",
                  "{'id':'a','name':'A','other_names':['b; c','d\\\\e\\\\','f,g']" OWN "}");
    expect_people("id,name,sources.document\na,b\\; c,d\n", "{'id':'a','name':'b\\\\; c'" OWN "}");
}

Test(csv_table, apostrophe_before_a_formula_is_removed)
{
    expect_people("id,name,given_name,family_name,sources.document\na,'=1+1,''=x,'tis,d\n",
                  "{'id':'a','name':'=1+1','given_name':''=x','family_name':''tis'" OWN "}");
}

/* The writer of CSV adds them: tests/unit/formats/csv.c. */
Test(csv_table, apostrophes_that_the_writer_of_csv_adds_are_removed)
{
    expect_people("id,name,given_name,family_name,sources.document,sources.lines\n"
                  "a,\"Ann; '=1+41;'tis\",\"''8-9\",\"a;''@x\",d,'8-9\n",
                  "{'id':'a','name':'Ann; =1+41;'tis','given_name':''8-9','family_name':'a;'@x',"
                  "'sources':[{'document':'d','lines':'8-9'}]}");
}

Test(csv_table, label_of_a_reference_counts_if_there_is_no_id)
{
    expect_people("id,name,represents.label,represents,sources.document\na,A,Port,,d\n"
                  "b,B,Port,p,d\n",
                  "{'id':'a','name':'A','represents':'Port'" OWN "},"
                  "{'id':'b','name':'B','represents':'p'" OWN "}");
    expect_people("id,name,sources.document,represents.label,represents\na,A,d,Port\n",
                  "{'id':'a','name':'A'" OWN ",'represents':'Port'}");
    expect_people(
        "id,name,represents,represents.label,sources.document\na,A,,Port,d\nb,B,p,Port,d\n",
        "{'id':'a','name':'A','represents':'Port'" OWN "},"
        "{'id':'b','name':'B','represents':'p'" OWN "}");
}

Test(csv_table, values_have_the_kinds_of_their_fields)
{
    expect_read(
        csv_table_read, "agenda-items.csv",
        "ID,meeting,Number,Title,position,public,start date,sources.document\n"
        "a,m,1.10,12:30, 3 ,TRUE,2031-05-03,d\nb,m,007,no,x,perhaps,2031,d\n",
        "{'agenda_items':[{'id':'a','meeting':'m','number':'1.10','title':'12:30','position':3,"
        "'public':true,'start_date':'2031-05-03'" OWN "},"
        "{'id':'b','meeting':'m','number':'007','title':'no','position':'x','public':'perhaps',"
        "'start_date':'2031'" OWN "}]}");
}

Test(csv_table, row_without_an_id_gets_one_from_its_date_and_title)
{
    expect_people("name,sources.document\nIda Crake,d\nIda Crake,d\n",
                  "{'id':'ida-crake','name':'Ida Crake'" OWN "},"
                  "{'id':'ida-crake-2','name':'Ida Crake'" OWN "}");
    expect_read(csv_table_read, "meetings.csv",
                "name,status,start_date,sources.document\nCouncil,held,2031-05-03T19:30,d\n",
                "{'meetings':[{'id':'2031-05-03-council','name':'Council','status':'held',"
                "'start_date':'2031-05-03T19:30'" OWN "}]}");
    expect_read(csv_table_read, "meetings.csv",
                "name,status,start_date,sources.document\nCouncil,held,2031-05,d\n",
                "{'meetings':[{'id':'2031-05-council','name':'Council','status':'held',"
                "'start_date':'2031-05'" OWN "}]}");
    expect_refused(csv_table_read, "people.csv", "name,email\n,a@example.org\n",
                   "2: the row has neither an id nor a title");
}

Test(csv_table, unknown_column_like_a_field_is_refused)
{
    expect_refused(csv_table_read, "people.csv", "id,nmae\na,A\n",
                   "1: a record of people has no field \"nmae\"; did you mean \"name\"?");
    expect_refused(csv_table_read, "people.csv", "id,attendance.metting\na,A\n",
                   "1: a record of people has no field \"attendance.metting\"; did you mean "
                   "\"meeting\"?");
    expect_refused(csv_table_read, "people.csv", "id,name,Name\na,A,A\n",
                   "1: the columns \"name\" and \"Name\" are of the same field");
}

Test(csv_table, other_unknown_columns_are_counted)
{
    static const char csv[] = "id,shoe size,type,links,,name\n"
                              "a,44,person,/x,7,A\nb,,member,,,B\nc,43,,,,C\n";
    const struct draft_source source = {
        .name = "people.csv", .bytes = csv, .length = sizeof csv - 1};
    struct draft *draft = draft_create(&source);
    size_t count;
    csv_table_read(draft);
    cr_assert_null(draft_refusal(draft));
    const struct draft_unread *unread = draft_unread(draft, &count);
    cr_assert_eq(count, 3);
    cr_expect_str_eq(unread[0].name, "cells of the column \"shoe size\"");
    cr_expect_eq(unread[0].count, 2);
    cr_expect_eq(unread[0].line, 2);
    cr_expect_str_eq(unread[1].name, "cells of column 5, which has no name");
    cr_expect_str_eq(unread[2].name, "cells of the column \"type\"");
    cr_expect_eq(unread[2].line, 3);
    draft_destroy(draft);
}

static const char map_text[] = "Mail,email\r\n\"Name, full\",name\r\nShoe,\r\nWho,given_name\r\n";

Test(csv_table, map_renames_columns_and_leaves_some_out)
{
    struct draft_note problem;
    struct table_map map;
    cr_assert(table_map_read(map_text, sizeof map_text - 1, &map, &problem));
    expect_read_mapped(&map, "people.csv",
                       "id,Mail,\"Name, full\",Shoe,sources.document\na,a@example.org,A,44,d\n",
                       "{'people':[{'id':'a','email':'a@example.org','name':'A'" OWN "}]}");
    expect_read_mapped(&map, "people.csv", "id,name,Mail,email\na,A,b@c,d@e\n",
                       "1: the columns \"Mail\" and \"email\" are of the same field; remove one");
    expect_read_mapped(&map, "topics.csv", "id,Mail\na,b@c\n",
                       "1: the map names a field \"email\", which a record of topics has not");
    table_map_finish(&map);
}

/* Reads a map with one column, "A". */
static void expect_read_with_field(const char *field, const char *name, const char *text,
                                   const char *expected)
{
    char bytes[200];
    struct draft_note problem;
    struct table_map map;
    snprintf(bytes, sizeof bytes, "A,%s\n", field);
    cr_assert(table_map_read(bytes, strlen(bytes), &map, &problem), "%s", problem.message);
    expect_read_mapped(&map, name, text, expected);
    table_map_finish(&map);
}

Test(csv_table, blanks_around_the_field_of_a_map_do_not_count)
{
    char field[130];
    static const char people[] = "{'people':[{'id':'a','name':'B','sources':[{'document':'d'}]}]}";
    expect_read_with_field("  name ", "people.csv", "id,A,sources.document\na,B,d\n", people);
    snprintf(field, sizeof field, "%-127s", "name");
    expect_read_with_field(field, "people.csv", "id,A,sources.document\na,B,d\n", people);
    snprintf(field, sizeof field, "%-128s", "name");
    expect_read_with_field(field, "people.csv", "id,A\na,B\n",
                           "1: the map names a field \"name                                 "
                           "                       \", which a record of people has not");
}

Test(csv_table, map_may_begin_with_a_byte_order_mark_and_has_up_to_1000_columns)
{
    char text[10000], *at = text;
    struct draft_note problem;
    struct table_map map;
    cr_assert(table_map_read("\xef\xbb\xbfMail,email\n", 14, &map, &problem));
    cr_expect_str_eq(table_map_field(&map, "Mail"), "email");
    table_map_finish(&map);
    cr_expect(table_map_read("\xef\xbb\xbf", 3, &map, &problem));
    for (int i = 0; i < 1000; i++)
        at += sprintf(at, "c%d,x\n", i);
    cr_expect(table_map_read(text, (size_t)(at - text), &map, &problem));
    table_map_finish(&map);
    at = stpcpy(at, "d,x\n");
    cr_expect_not(table_map_read(text, (size_t)(at - text), &map, &problem));
    cr_expect_str_eq(problem.message, "more than 1000 columns");
    cr_expect_eq(problem.line, 1001);
}

Test(csv_table, old_name_of_a_field_and_a_name_in_capitals_are_read)
{
    expect_people("ID,NAME,memberships.organization,memberships.position,sources.document\n"
                  "a,A,Port,chair,d\n",
                  "{'id':'a','name':'A','memberships':[{'organization':'Port','post':'chair'}]" OWN
                  "}");
    expect_read(csv_table_read, "meetings.csv",
                "id,name,status,start_date,TIME ZONE,sources.document\n"
                "m,M,held,2031-05-03,Europe/Lisbon,d\n",
                "{'meetings':[{'id':'m','name':'M','status':'held','start_date':'2031-05-03',"
                "'time_zone':'Europe/Lisbon'" OWN "}]}");
}

Test(csv_table, a_range_of_times_ends_a_meeting_only_if_it_is_its_start)
{
    expect_read(
        csv_table_read, "meetings.csv",
        "id,name,status,date,start,end,sources.document\n"
        "m,M,held,2031-05-03,10:00-11:00,,d\n"
        "n,N,held,2031-05-03,10:00,11:00-12:00,d\n"
        "o,O,held,2031-05,10:00,,d\n",
        "{'meetings':[{'id':'m','name':'M','status':'held','start_date':'2031-05-03T10:00'" OWN
        ",'end_date':'2031-05-03T11:00'},"
        "{'id':'n','name':'N','status':'held','start_date':'2031-05-03T10:00'" OWN
        ",'end_date':'2031-05-03T11:00'},"
        "{'id':'o','name':'O','status':'held','start_date':'2031-05'" OWN "}]}");
}

Test(csv_table, parts_of_a_name_are_joined_if_they_are_not_too_long)
{
    char text[600];
    for (int length = PERSON_NAME_BYTES - 3; length <= PERSON_NAME_BYTES - 2; length++) {
        snprintf(text, sizeof text, "id,first name,last name\na,%0*d,B\n", length, 1);
        char *json = read_source(csv_table_read, "people.csv", text);
        cr_expect_eq(strstr(json, "'name':") != NULL, length == PERSON_NAME_BYTES - 3, "%d %s",
                     length, json);
        free(json);
    }
    expect_people("id,first name,last name,sources.document\na,,,d\nb,B,,d\nc,,C,d\n",
                  "{'id':'a'" OWN "},{'id':'b','given_name':'B'" OWN ",'name':'B'},"
                  "{'id':'c','family_name':'C'" OWN ",'name':'C'}");
}

Test(csv_table, old_name_of_a_field_is_a_warning)
{
    static const char csv[] = "id,name,memberships.organization,memberships.position\na,A,Port,B\n";
    const struct draft_source source = {
        .name = "people.csv", .bytes = csv, .length = sizeof csv - 1};
    struct draft *draft = draft_create(&source);
    size_t count, more;
    csv_table_read(draft);
    cr_assert_null(draft_refusal(draft));
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    cr_assert_eq(count, 1);
    cr_expect_eq(warnings[0].line, 1);
    cr_expect_str_eq(
        warnings[0].message,
        "the column \"memberships.position\" has an old name of a field; write the new "
        "one, \"post\"");
    draft_destroy(draft);
}

Test(csv_table, blanks_and_tabs_around_the_name_of_a_column_do_not_count)
{
    expect_people(" id ,\tname,sources.document\na,A,d\n", "{'id':'a','name':'A'" OWN "}");
    expect_people("id,name\t,sources.document \na,A,d\n", "{'id':'a','name':'A'" OWN "}");
}

Test(csv_table, a_text_for_an_object_is_its_first_member)
{
    expect_read(csv_table_read, "proposals.csv",
                "id,title,text,meeting,actors,sources.document\np,P,T,m,a;b,d\n",
                "{'proposals':[{'id':'p','title':'P','text':'T','meeting':'m','actors':[{'text':'a'"
                "},{'text':'b'}]" OWN "}]}");
}

Test(csv_table, a_day_that_may_be_two_is_quoted_in_short)
{
    expect_refused(
        csv_table_read, "meetings.csv",
        "id,name,status,start_date\nm,M,held,03/04/2031 in the hall of the old port of Rye\n",
        "2: the date \"03/04/2031 in the hall of the old port o\" may have its day or its "
        "month first; write it with the year first, such as 2031-04-03");
    expect_refused(csv_table_read, "meetings.csv", "id,name,status,start\nm,M,held,03/04/2031\n",
                   "2: the date \"03/04/2031\" may have its day or its month first; write it");
    expect_read(csv_table_read, "meetings.csv",
                "id,name,status,start,end,sources.document\nm,M,held,13/04/2031,2031-04-14,d\n"
                "n,N,held,,13.4.2031 19:30,d\n",
                "{'meetings':[{'id':'m','name':'M','status':'held'" OWN
                ",'start_date':'2031-04-13','end_date':'2031-04-14'},{'id':'n','name':'N','status':"
                "'held'" OWN ",'end_date':'2031-04-13T19:30:00'}]}");
}

Test(csv_table, map_says_which_line_is_wrong)
{
    static const struct {
        const char *text;
        unsigned line;
        const char *message;
    } cases[] = {
        {"a,b,c\n", 1, "expected two cells: the name of a column, and the field that it holds"},
        {"a,b\n,c\n", 2, "expected two cells: the name of a column, and the field that it holds"},
        {"a,b\n\na,c\n", 3, "the column is named twice"},
        {"a,\xff\n", 1, "the file is not text in UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct draft_note problem;
        struct table_map map;
        cr_expect_not(table_map_read(cases[i].text, strlen(cases[i].text), &map, &problem));
        cr_expect_str_eq(problem.message, cases[i].message);
        cr_expect_eq(problem.line, cases[i].line);
    }
}

Test(csv_table, map_survives_each_failing_allocation)
{
    bool failed = true;
    for (size_t index = 0; failed; index++) {
        struct draft_note problem;
        struct table_map map;
        failing_memory_begin(index);
        const bool read = table_map_read(map_text, sizeof map_text - 1, &map, &problem);
        failed = failing_memory_end();
        cr_expect_eq(read, !failed, "allocation %zu", index);
        cr_expect(read || strcmp(problem.message, "out of memory") == 0, "allocation %zu", index);
        cr_expect_eq(map.count, read ? 4 : 0);
        table_map_finish(&map);
    }
}

Test(csv_table, what_is_no_table_is_refused_with_its_line)
{
    expect_refused(csv_table_read, "people.csv", "",
                   "1: the table is empty; expected a row with the names of its columns");
    expect_refused(csv_table_read, "people.csv", "\n\n", "1: the table is empty");
    expect_refused(csv_table_read, "people.tsv", "", "1: the table is empty");
    expect_refused(csv_table_read, "people.csv", "id,name\na,\"A\nB\n", "2: a quoted cell");
    expect_refused(csv_table_read, "people.csv", "id,name\n\na,A\"B\n", "3: a quotation mark");
    expect_refused(csv_table_read, "people.csv", "id,name\na,A,B\n",
                   "2: the row has 3 cells, but the header only 2");
    expect_read(csv_table_read, "people.csv", "id,name\n", "{}");
}

Test(csv_table, quotation_mark_that_is_not_closed_is_named_by_the_line_of_its_cell)
{
    expect_refused(csv_table_read, "people.csv", "id,name,email\na,\"A\nB\",\"C\nD\nE\n",
                   "3: a quoted cell that begins in this line does not end");
    expect_refused(csv_table_read, "people.csv", "id,name\na,\"A\nb,B\nc,\"C\"\n",
                   "2: a quotation mark");
}

/* The type that the name of a file says, or NULL. */
static const struct {
    const char *name;
    const struct record_type *type;
} file_names[] = {
    {"people.csv", &person_type},
    {"PEOPLE.CSV", &person_type},
    {"my people.csv", &person_type},
    {"people2.csv", &person_type},
    {"people{.csv", &person_type},
    {"people`.csv", &person_type},
    {"`people.csv", &person_type},
    {"agenda-items.csv", &agenda_item_type},
    {"agenda items.csv", &agenda_item_type},
    {"AGENDA_ITEMS", &agenda_item_type},
    {"x/people.csv", &person_type},
    {"http://x.example/people?a=/b", &person_type},
    {"http://x.example/people#/b", &person_type},
    {"x?people.csv", &person_type},
    {"speakers.csv", &person_type},
    {"speakers-papers.csv", &paper_type},
    {"", NULL},
    {"peopl", NULL},
    {"apeople.csv", NULL},
    {"zpeople.csv", NULL},
    {"Zpeople.csv", NULL},
    {"peoplea.csv", NULL},
    {"peoplez.csv", NULL},
    {"peopleA.csv", NULL},
    {"people/x.csv", NULL},
    {"http://x.example/y?a=/people", NULL},
    {"people-papers.csv", NULL},
    {"myspeakers.csv", NULL},
};

Test(csv_table, name_of_a_file_has_the_name_of_a_collection_as_a_word)
{
    for (size_t i = 0; i < sizeof file_names / sizeof *file_names; i++)
        cr_expect(csv_table_type(file_names[i].name) == file_names[i].type, "%s",
                  file_names[i].name);
}

Test(csv_table, file_whose_name_is_no_collection_is_refused_with_the_collections)
{
    expect_refused(csv_table_read, "visitors.csv", "id,name\na,A\n",
                   "1: the name of the file has none or several of the names of collections: "
                   "meetings, sessions, ");
    expect_refused(csv_table_read, "people-papers.csv", "id,name\na,A\n",
                   "1: the name of the file");
}

Test(csv_table, header_without_a_field_is_refused_with_the_separators)
{
    expect_refused(
        csv_table_read, "people.csv", "id|name\na|A\n",
        "1: none of the columns, such as \"id|name\", is a field of people; expected names "
        "such as \"name\", separated by a comma, a semicolon or a tab");
    expect_refused(csv_table_read, "people.csv", "Ada,Tidewater\nBo,Reef\n",
                   "1: none of the columns, such as \"Ada\"");
}

Test(csv_table, row_with_another_separator_than_the_header_is_refused)
{
    expect_refused(csv_table_read, "people.csv", "id,name,email\na;A;a@example.org\n",
                   "2: the row has one cell, but the header 3; separate its cells as those of the "
                   "header, and not by \";\"");
    expect_refused(csv_table_read, "people.csv", "id,name\na\tA\n", "2: the row has one cell");
}

Test(csv_table, missing_column_of_a_required_field_is_refused_once_in_the_header)
{
    expect_refused(csv_table_read, "people.csv", "id,email\na,a@example.org\n",
                   "1: there is no column \"name\", which a record of people needs; add it, or say "
                   "with --map which column it is");
    expect_refused(csv_table_read, "people.csv", "id,name,attendance.roles\na,A,chair\n",
                   "1: there is no column \"attendance.meeting\", which a record of people needs "
                   "beside the other columns of its list");
    expect_refused(csv_table_read, "topics.csv", "id,description\na,A\n",
                   "1: there is no column \"label\"");
}

Test(csv_table, document_of_a_table_has_a_title_whatever_the_bytes_of_its_name)
{
    char *json = read_source(csv_table_read, "/data/gr\xf6sse-people.csv", "id,name\na,A\n");
    cr_expect(strstr(json, "'id':'grsse-people-csv','title':'grsse-people.csv'"), "%s", json);
    free(json);
    json = read_source(csv_table_read, "\xf6", "type,id,name\nperson,a,A\n");
    cr_expect(strstr(json, "'id':'table','title':'table'"), "%s", json);
    free(json);
}

Test(csv_table, first_line_may_name_the_separator)
{
    expect_people("sep=;\r\nid;name;email;sources.document\r\na;\"A;B, C, D, E\";f;d\r\n",
                  "{'id':'a','name':'A;B, C, D, E','email':'f'" OWN "}");
    expect_people("SEP=\t\nid\tname\tsources.document\na\t\"A,,,\"\td",
                  "{'id':'a','name':'A,,,'" OWN "}");
    expect_refused(csv_table_read, "people.csv", "sep=,\nid,name\na,A,B\n", "3: the row has 3");
    expect_refused(csv_table_read, "people.csv", "sep=,", "1: the table is empty");
    expect_refused(csv_table_read, "people.csv", "sep=;x\nid,name\n", "2: the row has");
}

Test(csv_table, empty_rows_and_columns_at_the_end_are_no_fault)
{
    expect_people("id;name;sources.document;;\r\na;A;d;;\r\n;;;;\r\nb;B;d\r\n;;;;;;;\r\n",
                  "{'id':'a','name':'A'" OWN "},{'id':'b','name':'B'" OWN "}");
}

Test(csv_table, row_with_very_many_cells_is_refused)
{
    char *text = malloc(200000);
    memset(text, ',', 199999);
    text[199999] = '\0';
    expect_refused(csv_table_read, "people.csv", text, "1: the row has more than 4096 cells");
    free(text);
}

Test(csv_table, lists_with_too_many_values_are_refused_with_line_and_limit)
{
    static const char head[] = "id,name,other_names\nb,B,\na,A,";
    char *text = malloc(sizeof head + 2 * (CSV_TABLE_ELEMENTS_MAX + 1));
    cr_assert(text);
    char *at = stpcpy(text, head);
    for (size_t i = 0; i <= CSV_TABLE_ELEMENTS_MAX; i++)
        at = stpcpy(at, "a;");
    expect_refused(csv_table_read, "people.csv", text,
                   "3: the lists in the table have more than 2000000 values");
    free(text);
}

Test(csv_table, no_allocation_is_missed)
{
    expect_survives_without_memory(csv_table_read, "people.csv",
                                   "id,name,other_names,attendance.meeting,attendance.roles,x\n"
                                   "a,A,b;c,m;n,\"chair,member;guest\",1\n,B,,,,\n");
}

/* Loads the tables that the service writes of all collections. */
static struct archive *reread_archive(const struct archive_fixture *fixture)
{
    struct load_source sources[TYPE_COUNT] = {{.name = NULL}};
    char names[TYPE_COUNT][40], target[80];
    char *tables[TYPE_COUNT];
    struct progress progress = {.step = NULL};
    struct faults faults;
    struct archive *archive = NULL;
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        snprintf(names[i], sizeof names[i], "%s.csv", record_types[i]->collection);
        snprintf(target, sizeof target, "/%s", names[i]);
        tables[i] = get_body(fixture, target);
        sources[i] =
            (struct load_source){.name = names[i], .text = tables[i], .length = strlen(tables[i])};
    }
    faults_init(&faults);
    load_archive(sources, TYPE_COUNT, &progress, &faults, &archive);
    faults_write_errors(&faults, stderr);
    faults_finish(&faults);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        free(tables[i]);
    cr_assert(archive);
    return archive;
}

/* Expects the same records from the tables of an archive. */
static void expect_same_from_tables(struct archive_fixture fixture)
{
    struct archive_fixture again = archive_fixture_create(reread_archive(&fixture));
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char target[80];
        snprintf(target, sizeof target, "/%s.ndjson", record_types[i]->collection);
        char *first = get_body(&fixture, target), *second = get_body(&again, target);
        size_t same = 0;
        while (first[same] && first[same] == second[same])
            same++;
        cr_expect_str_eq(first + same, second + same, "%s from byte %zu: %.300s, not %.300s",
                         target, same, second + same, first + same);
        free(first);
        free(second);
    }
    archive_fixture_finish(&again);
    archive_fixture_finish(&fixture);
}

Test(csv_table, tables_that_the_service_writes_give_the_same_records)
{
    expect_same_from_tables(load_two_meetings());
}

Test(csv_table, tables_of_the_shipped_record_give_the_same_records)
{
    expect_same_from_tables(archive_fixture_create(load_shipped_record()));
}

Test(csv_table, separators_and_formulas_in_values_survive_a_table)
{
    expect_same_from_tables(archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': ' =D; e', 'sources': [{'document': 'd', 'quote': "
        "'a; b, c\\\\; d\\\\'}, {'document': 'd', 'quote': '=1'}]}], 'people': [{'id': 'a', "
        "'name': "
        "'two\\nlines', 'given_name': '\\u0027=x', 'other_names': ['=b; c, d', '\\\\'], 'sources': "
        "[{'document': 'd'}], 'notes': [{'text': 'n; o', 'sources': [{'document': 'd', 'quote': "
        "'x, y; z'}, {'document': 'd'}]}]}]}")));
}
