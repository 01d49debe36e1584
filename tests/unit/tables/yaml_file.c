#include "tables/read_source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect_yaml(const char *yaml, const char *expected)
{
    expect_read(yaml_file_read, "record.yaml", yaml, expected);
}

static void expect_yaml_refused(const char *yaml, const char *expected)
{
    expect_refused(yaml_file_read, "record.yaml", yaml, expected);
}

TestSuite(yaml_file);

Test(yaml_file, has_the_fields_of_a_data_file)
{
    expect_yaml("# people of the port\npeople:\n- id: ida\n  name: Ida Crake # chair\n"
                "  attendance:\n  - {meeting: m, roles: [chair, member]}\n  other_names: []\n"
                "meetings: []\n",
                "{'people':[{'id':'ida','name':'Ida Crake','attendance':[{'meeting':'m','roles':"
                "['chair','member']}],'other_names':[]}],'meetings':[]}");
}

Test(yaml_file, field_decides_what_a_plain_scalar_is)
{
    expect_yaml("agenda_items:\n- number: 1.10\n  title: no\n  start_date: 2031-05-03\n"
                "  summary: 12:30\n  position: 3\n  public: true\n  outcome: ~\n",
                "{'agenda_items':[{'number':'1.10','title':'no','start_date':'2031-05-03',"
                "'summary':'12:30','position':3,'public':true,'outcome':null}]}");
    expect_yaml("agenda_items:\n- {title: true, position: '3', public: yes, number: !!str 7}\n",
                "{'agenda_items':[{'title':'true','position':'3','public':'yes','number':'7'}]}");
}

Test(yaml_file, unknown_field_has_the_core_schema)
{
    expect_yaml("things:\n- {a: 1, b: 1.5, c: False, d: null, e: 012, f: 1e3, g: -4, h: 1.}\n"
                "- {a: 99, b: 0, c: 09, d: -, e: 0.5, f: -012, g: 123456789012345678, h: "
                "1234567890123456789}\n"
                "- {a: 1.5.2, b: -0.5, c: 5-, d: 1/, e: /1, f: True, g: ! 5, h: Null}\n",
                "{'things':[{'a':1,'b':1.5,'c':false,'d':null,'e':'012','f':'1e3','g':-4,'h':'1.'},"
                "{'a':99,'b':0,'c':'09','d':'-','e':0.5,'f':'-012','g':123456789012345678,'h':'"
                "1234567890123456789'},"
                "{'a':'1.5.2','b':-0.5,'c':'5-','d':'1/','e':'/1','f':true,'g':'5','h':null}]}");
}

Test(yaml_file, texts_of_several_lines_are_read)
{
    expect_yaml("topics:\n- description: |\n    one\n    two\n  label: >-\n    a\n    b\n"
                "  notes: \"q \\u00e9 \\\"\"\n",
                "{'topics':[{'description':'one\\ntwo\\n','label':'a b','notes':'q é \\''}]}");
}

Test(yaml_file, each_value_knows_its_line)
{
    static const char yaml[] = "# a\npeople:\n\n- id: ida\n  name:\n    Ida\n";
    const struct draft_source source = {.name = "a.yaml", .bytes = yaml, .length = sizeof yaml - 1};
    struct draft *draft = draft_create(&source);
    struct draft_text text;
    yaml_file_read(draft);
    cr_assert(draft_write(draft, &text));
    cr_expect_str_eq(text.text, "{\n\"people\":[\n{\n\"id\":\"ida\"\n,\"name\":\"Ida\"\n}\n]\n}\n");
    static const unsigned lines[] = {2, 4, 4, 4, 6};
    for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_expect_eq(draft_text_line(&text, i + 1), lines[i], "line %u is from %u", i + 1,
                     draft_text_line(&text, i + 1));
    draft_text_finish(&text);
    draft_destroy(draft);
}

Test(yaml_file, what_is_no_data_file_is_refused_with_line_and_column)
{
    expect_yaml_refused("", "1: the file is empty; expected a mapping with collections");
    expect_yaml_refused("# only a comment\n", "1: the file is empty");
    expect_yaml_refused("\n- a\n", "2: column 1: expected a mapping with collections");
    expect_yaml_refused("text\n", "1: column 1: expected a mapping with collections");
    expect_yaml_refused("people: []\n---\npeople: []\n", "2: column 1: a second document begins");
    expect_yaml_refused("people:\n- id: a\n  id: b\n",
                        "3: column 3: the key \"id\" is given twice");
    expect_yaml_refused("people:\n- &a {id: a}\n- *a\n",
                        "3: column 3: the alias \"*a\" is not read");
    expect_yaml_refused("people:\n- id: !secret a\n",
                        "2: column 7: the tag \"!secret\" is not read");
    expect_yaml_refused("? [a]\n: b\n", "1: column 3: expected a key");
    expect_yaml_refused("people: [\n", "2: column 1: not valid YAML: ");
    expect_yaml_refused("people:\n\t- a\n", "2: column 1: not valid YAML: ");
    expect_yaml_refused("people:\n- \xff\n", "2: column 3: not valid YAML: ");
    expect_yaml_refused("people:\n- \"a\\0\": b\n", "2: column 3: a key must not contain \\0");
    expect_yaml_refused("people:\n- \"\\0\"\n", "2: column 3: a text must not contain \\0");
}

static void expect_brackets_refused(const char *bracket, size_t count)
{
    char *yaml = malloc(count * strlen(bracket) + 20);
    strcpy(yaml, "a: ");
    for (size_t i = 0; i < count; i++)
        memcpy(yaml + 3 + i * strlen(bracket), bracket, strlen(bracket) + 1);
    expect_yaml_refused(yaml, "1: column ");
    free(yaml);
}

/* libyaml alone takes half a minute for this. */
Test(yaml_file, deep_nesting_is_refused_at_once)
{
    expect_brackets_refused("[", 160000);
    expect_brackets_refused("{a: ", 160000);
    expect_brackets_refused("- ", 160000);
}

Test(yaml_file, too_many_values_are_refused_with_line_and_limit)
{
    char *yaml = malloc(20 + 2 * YAML_FILE_VALUES_MAX);
    cr_assert(yaml);
    char *at = stpcpy(yaml, "a:\n- [");
    for (size_t i = 0; i < YAML_FILE_VALUES_MAX; i++)
        at = stpcpy(at, "a,");
    strcpy(at, "a]\n");
    expect_yaml_refused(yaml, "2: column ");
    free(yaml);
}

Test(yaml_file, no_allocation_is_missed)
{
    expect_survives_without_memory(
        yaml_file_read, "record.yaml",
        "people:\n- id: ida\n  attendance: [{meeting: m, roles: [chair, member]}]\n");
}
