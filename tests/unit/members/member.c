#include "members/member.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void add(char *found, size_t size, const char *name, struct text_span span)
{
    const size_t length = strlen(found);
    if (span.length)
        snprintf(found + length, size - length, " %s=[%.*s]", name, (int)span.length, span.text);
}

/* Writes what an entry says. */
static void describe(const char *text, char *found, size_t size)
{
    static const char *const kinds[] = {"none", "person", "organization", "count"};
    const struct member_entry entry = {.text = text_span_of(text)};
    struct member member;
    size_t length;
    snprintf(found, size, "%s", kinds[member_read(&entry, &member)]);
    add(found, size, "name", member.name);
    add(found, size, "title", member.title);
    add(found, size, "nick", member.nick);
    add(found, size, "handle", member.handle);
    add(found, size, member.abbreviation_guessed ? "short?" : "short", member.abbreviation);
    add(found, size, "organization", member.organization);
    add(found, size, "post", member.post);
    add(found, size, "proxy", member.proxy);
    add(found, size, "for", member.on_behalf_of);
    for (int i = 0; i < MEMBER_ROLE_COUNT; i++)
        if (member.roles & (1U << i)) {
            length = strlen(found);
            snprintf(found + length, size - length, " %s", member_role_names[i]);
        }
    if (member.status != STATUS_UNKNOWN) {
        length = strlen(found);
        snprintf(found + length, size - length, " %s", member_status_name(member.status));
    }
    if (member.mode != MODE_UNKNOWN) {
        length = strlen(found);
        snprintf(found + length, size - length, " %s", member_mode_name(member.mode));
    }
    length = strlen(found);
    if (member.further)
        length += (size_t)snprintf(found + length, size - length, " further");
    if (member.joined >= 0 || member.left >= 0 || member.count)
        snprintf(found + length, size - length, " %d-%d %d", member.joined, member.left,
                 member.count);
}

Test(member, an_office_after_a_name_is_a_post)
{
    static const struct text_case cases[] = {
        {"Ada Rowan, Auditor", "person name=[Ada Rowan] post=[Auditor]"},
        {"Bernd Siel (Wirtschaftsprüfer)", "person name=[Bernd Siel] post=[Wirtschaftsprüfer]"},
        {"Elke Sand, Klimaschutzbeauftragte",
         "person name=[Elke Sand] post=[Klimaschutzbeauftragte]"},
        {"Bruno Vase, commissaire aux comptes",
         "person name=[Bruno Vase] post=[commissaire aux comptes]"},
        {"Ana Dique, interventora", "person name=[Ana Dique] post=[interventora]"},
        {"Anna Burmeister", "person name=[Anna Burmeister]"},
        {"Burmeister", "person name=[Burmeister]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, titles_suffixes_and_earlier_surnames_are_no_part_of_a_name_but_jr_is)
{
    static const struct text_case cases[] = {
        {"Ald. Bruno de la Cruz III", "person name=[Bruno de la Cruz III] title=[Ald.]"},
        {"Emil Sandbank, Jr.", "person name=[Emil Sandbank, Jr]"},
        {"Cleo Thorpe, PhD", "person name=[Cleo Thorpe]"},
        {"Jon Rudder OBE", "person name=[Jon Rudder]"},
        {"Dr. med. Bernd Siel", "person name=[Bernd Siel] title=[Dr. med.]"},
        {"Elke Mole geb. Boje", "person name=[Elke Mole] nick=[Boje]"},
        {"Anne Vase (née Marée)", "person name=[Anne Vase] nick=[Marée]"},
        {"Mlle Claire d'Estuaire", "person name=[Claire d'Estuaire] title=[Mlle]"},
        {"Dña. Ana Dique", "person name=[Ana Dique] title=[Dña.]"},
        {"Dª Elsa Arena", "person name=[Elsa Arena] title=[Dª]"},
        {"Mr & Mrs Rowan", "person name=[Rowan] title=[Mr & Mrs]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, offices_and_groups_alone_are_no_people)
{
    static const char *const texts[] = {
        "Chair",
        "The Chair",
        "Mayor",
        "Deputy Mayor",
        "City Attorney",
        "All",
        "Everyone",
        "Le Maire",
        "Mme le Maire",
        "Madame la Présidente",
        "Tous",
        "Bürgermeister",
        "Die Vorsitzende",
        "Alle",
        "Frau Bürgermeisterin",
        "El alcalde",
        "Todos",
        "La presidenta",
        "El señor alcalde",
        "Staff",
        "Vertreter der Presse",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char found[400];
        describe(texts[i], found, sizeof found);
        cr_expect_str_eq(found, "none", "%s gives %s", texts[i], found);
    }
}

Test(member, departments_are_organizations)
{
    static const char *const texts[] = {"Research and Development Office", "Parks and Recreation",
                                        "Forschung und Entwicklung", "Recherche et Développement",
                                        "Parques y Jardines"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char found[400], expected[400];
        describe(texts[i], found, sizeof found);
        snprintf(expected, sizeof expected, "organization name=[%s]", texts[i]);
        cr_expect_str_eq(found, expected, "%s gives %s", texts[i], found);
    }
}

Test(member, an_organization_follows_a_comma_a_dash_or_slashes_or_is_in_brackets)
{
    static const struct text_case cases[] = {
        {"Bela Rowan, Adobe Place", "person name=[Bela Rowan] organization=[Adobe Place]"},
        {"Cleo Thorpe, Epic Plays, Inc.",
         "person name=[Cleo Thorpe] organization=[Epic Plays, Inc.]"},
        {"Bruno Stroud, Example & Quay Representative",
         "person name=[Bruno Stroud] organization=[Example & Quay] post=[Representative]"},
        {"Rune Rusk, ILM / D&I WG", "person name=[Rune Rusk] organization=[ILM] post=[D&I WG]"},
        {"Corin Oakes, The Walt Example Studios",
         "person name=[Corin Oakes] organization=[The Walt Example Studios]"},
        {"Mona Norden (Example Org, she/her)",
         "person name=[Mona Norden] organization=[Example Org]"},
        {"Corin Oakes // Example Org", "person name=[Corin Oakes] organization=[Example Org]"},
        {"Corin Oakes //", "person name=[Corin Oakes]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_role_or_office_beside_a_name_is_the_post)
{
    static const struct text_case cases[] = {
        {"Kaja Tarn - Chairperson, Example Limited",
         "person name=[Kaja Tarn] organization=[Example Limited] post=[Chairperson] chair"},
        {"Celia Harker (Assistant to Treasurer)",
         "person name=[Celia Harker] post=[Assistant to Treasurer]"},
        {"Ivo Petrak, Secretary", "person name=[Ivo Petrak] post=[Secretary] secretary"},
        {"Presidente: Mona Norden", "person name=[Mona Norden] post=[Presidente] chair"},
        {"Edwin Marrow, Vice Chair", "person name=[Edwin Marrow] post=[Vice Chair] vice_chair"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, capitals_in_brackets_abbreviate_and_an_at_sign_begins_a_handle)
{
    static const struct text_case cases[] = {
        {"Mona Norden (MN)", "person name=[Mona Norden] short=[MN]"},
        {"Mona Norden (XBM) [host]", "person name=[Mona Norden] short?=[XBM] post=[host] host"},
        {"Mona Norden (@mona) (she/her)", "person name=[Mona Norden] handle=[@mona]"},
        {"@mona", "person name=[@mona] handle=[@mona]"},
        {"Mona Norden @mona (TSC)", "person name=[Mona Norden] handle=[@mona] post=[TSC] member"},
        {"Mona Pia Norden (MPN) - chair",
         "person name=[Mona Pia Norden] short=[MPN] post=[chair] chair"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_title_before_a_name_is_not_part_of_it)
{
    static const struct text_case cases[] = {
        {"Chair Norden", "person name=[Norden] title=[Chair] chair"},
        {"Dr. Mona Norden", "person name=[Mona Norden] title=[Dr.]"},
        {"Herr Müller (entschuldigt)", "person name=[Müller] title=[Herr] excused"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_remark_tells_the_mode_the_presence_or_the_proxy)
{
    static const struct text_case cases[] = {
        {"Fabrice (voix donnée à Alix-Maud)", "person name=[Fabrice] proxy=[Alix-Maud]"},
        {"Mona Norden (remote)", "person name=[Mona Norden] remote"},
        {"Mona Norden (bis 11:55 Uhr)", "person name=[Mona Norden] -1-715 0"},
        {"Mona Norden - joined at 14:25Z", "person name=[Mona Norden] 865--1 0"},
        {"José María Núñez de la Vega (delega su voto en Mona Norden)",
         "person name=[José María Núñez de la Vega] proxy=[Mona Norden]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_name_may_have_particles_and_accents_and_an_address)
{
    static const struct text_case cases[] = {
        {"Mona Norden <mona@example.org>", "person name=[Mona Norden]"},
        {"Solène", "person name=[Solène]"},
        {"Sven van Lund", "person name=[Sven van Lund]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, an_article_or_a_word_of_organizations_makes_an_organization)
{
    static const struct text_case cases[] = {
        {"La Balade des Livres", "organization name=[La Balade des Livres]"},
        {"Example Foundation", "organization name=[Example Foundation]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_number_before_a_noun_counts_people)
{
    static const struct text_case cases[] = {
        {"22 socias", "count -1--1 22"},
        {"7 membres", "count -1--1 7"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_sentence_a_url_and_a_word_for_nobody_are_no_members)
{
    static const struct text_case cases[] = {
        {"(...)", "none"},
        {"none", "none"},
        {"N/A", "none"},
        {"We discussed the agenda and found it good", "none"},
        {"https://example.org", "none"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, a_number_of_people_is_no_person)
{
    static const struct text_case cases[] = {
        {"plus 3 guests", "count further -1--1 3"},
        {"and two observers", "count further -1--1 2"},
        {"sowie 3 G\u00e4ste", "count further -1--1 3"},
        {"12 stimmberechtigte Mitglieder", "count -1--1 12"},
        {"plus 3 invit\u00e9s", "count further -1--1 3"},
        {"m\u00e1s 3 invitados", "count further -1--1 3"},
        {"22 socias", "count -1--1 22"},
        {"plus guests", "none"},
        {"Seven Rivers", "person name=[Seven Rivers]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, an_organization_or_a_handle_may_come_before_the_name)
{
    static const struct text_case cases[] = {
        {"Liste A: Tim Wolf", "person name=[Tim Wolf] organization=[Liste A]"},
        {"Partido Azul: Ana Lago", "person name=[Ana Lago] organization=[Partido Azul]"},
        {"Groupe Mer : Anne Lac", "person name=[Anne Lac] organization=[Groupe Mer]"},
        {"Harbour Party: Ann Lake", "person name=[Ann Lake] organization=[Harbour Party]"},
        {"XYZ: Tim Wolf", "person name=[Tim Wolf] organization=[XYZ]"},
        {"TW: Tim Wolf", "person name=[Tim Wolf] short=[TW]"},
        {"@alice (Alice Moreau)", "person name=[Alice Moreau] handle=[@alice]"},
        {"@bob-m (Bob Moor, Example Ltd)",
         "person name=[Bob Moor] handle=[@bob-m] organization=[Example Ltd]"},
        {"zoe (Zoe Moreau)", "person name=[Zoe Moreau] nick=[zoe]"},
        {"amy (Amy Moor, chair)", "person name=[Amy Moor] nick=[amy] post=[chair] chair"},
        {"@cy (Example Ltd)", "person name=[@cy] handle=[@cy] organization=[Example Ltd]"},
    };
    expect_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, one_letter_is_a_title_in_its_language_only)
{
    static const struct {
        const char *text, *name;
        enum words_language language;
    } cases[] = {
        {"D. Black", "D. Black", WORDS_ENGLISH}, {"M. Moor", "M. Moor", WORDS_ENGLISH},
        {"M. Moor", "M. Moor", WORDS_GERMAN},    {"M. Val", "Val", WORDS_FRENCH},
        {"D. Lac", "D. Lac", WORDS_FRENCH},      {"D. Carlos Val", "Carlos Val", WORDS_SPANISH},
        {"M. Lago", "M. Lago", WORDS_SPANISH},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct member_entry entry = {.text = text_span_of(cases[i].text),
                                           .language = cases[i].language};
        struct member member;
        cr_expect_eq(member_read(&entry, &member), MEMBER_PERSON);
        cr_expect(member.name.length == strlen(cases[i].name) &&
                      !memcmp(member.name.text, cases[i].name, member.name.length),
                  "%s: %.*s", cases[i].text, (int)member.name.length, member.name.text);
    }
}

Test(member, a_list_of_proxies_says_who_votes_for_whom)
{
    static const char *const cases[][3] = {
        {"M. Carl Val \u00e0 Mme Mare", "Carl Val", "Mme Mare"},
        {"Cy Dell to Ann Lake", "Cy Dell", "Ann Lake"},
        {"Cy Dell (to Ann Lake)", "Cy Dell", "Ann Lake"},
        {"Carl Tal an Anna See", "Carl Tal", "Anna See"},
        {"Carlos Val en Ana Lago", "Carlos Val", "Ana Lago"},
        {"Carlos Val \u2192 Ana Lago", "Carlos Val", "Ana Lago"},
        {"Cy Dell", "Cy Dell", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct member_entry entry = {
            .text = text_span_of(cases[i][0]), .proxies = true, .language = WORDS_FRENCH};
        struct member member;
        cr_expect_eq(member_read(&entry, &member), MEMBER_PERSON);
        cr_expect(member.name.length == strlen(cases[i][1]) &&
                      !memcmp(member.name.text, cases[i][1], member.name.length),
                  "%s: %.*s", cases[i][0], (int)member.name.length, member.name.text);
        cr_expect_eq(member.proxy.length, strlen(cases[i][2]));
    }
}

Test(member, an_unchecked_box_means_absent_if_another_is_checked)
{
    struct member_entry entry = {.text = text_span_of("Mona Norden, Example"), .checkbox = true};
    struct member member;
    member_read(&entry, &member);
    cr_expect_eq(member.status, STATUS_UNKNOWN);
    entry.group_checked = true;
    member_read(&entry, &member);
    cr_expect_eq(member.status, STATUS_ABSENT);
    entry.checked = true;
    member_read(&entry, &member);
    cr_expect_eq(member.status, STATUS_PRESENT);
}

Test(member, tables_name_their_columns)
{
    const struct text_span cells[] = {text_span_of("Example Ltd."), text_span_of("Mona Norden"),
                                      text_span_of("Voting Member"), text_span_of("MN")};
    const char *const headers[] = {"Company", "Name", "Role", "Abbreviation"};
    enum member_column columns[4];
    struct member member;
    for (int i = 0; i < 4; i++)
        columns[i] = member_column_of(text_span_of(headers[i]));
    cr_assert_eq(member_read_row(columns, cells, 4, WORDS_ENGLISH, &member), MEMBER_PERSON);
    cr_expect(!strncmp(member.name.text, "Mona Norden", member.name.length));
    cr_expect(!strncmp(member.organization.text, "Example Ltd.", member.organization.length));
    cr_expect(!strncmp(member.abbreviation.text, "MN", member.abbreviation.length));
    cr_expect_eq(member.roles, (unsigned)ROLE_BIT_MEMBER);
}

Test(member, a_legend_says_whose_letters_they_are)
{
    static const char *const others[] = {
        "MN",        "M = Mona",      "MNOPQR = Mona", "12 = Mona", "         MN = Mona",
        "MN = none", "MN = 7 members"};
    struct member member;
    cr_assert(member_read_legend(text_span_of("MN = Mona Norden (chair)"), &member));
    cr_expect(!strncmp(member.name.text, "Mona Norden", member.name.length));
    cr_expect(!strncmp(member.abbreviation.text, "MN", member.abbreviation.length));
    cr_expect_not(member.abbreviation_guessed);
    cr_expect_eq(member.roles, (unsigned)ROLE_BIT_CHAIR);
    cr_expect(member_read_legend(text_span_of("MNOPQ=Mona"), &member));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(member_read_legend(text_span_of(others[i]), &member), "%s", others[i]);
}

static void expect_row_name(const char *row, size_t given, size_t family, const char *expected)
{
    static const enum member_column columns[] = {COLUMN_GIVEN_NAME, COLUMN_FAMILY_NAME};
    const struct text_span cells[] = {text_span_part(text_span_of(row), given, given + 4),
                                      text_span_part(text_span_of(row), family, family + 6)};
    struct member member = {0};
    cr_assert_eq(member_read_row(columns, cells, 2, WORDS_ENGLISH, &member), MEMBER_PERSON);
    cr_expect(member.name.length == strlen(expected) &&
                  !strncmp(member.name.text, expected, member.name.length),
              "%.*s, not %s", (int)member.name.length, member.name.text, expected);
}

Test(member, a_given_name_before_the_family_name_is_part_of_the_name)
{
    expect_row_name("Mona Norden", 0, 5, "Mona Norden");
    expect_row_name("Norden Mona", 7, 0, "Norden");
    expect_row_name("Norden     ", 7, 0, "Norden");
    expect_row_name("Mona        ", 0, 5, "Mona");
}

Test(member, people_of_a_kind_are_no_person_and_a_flat_is_no_name)
{
    static const struct text_case cases[] = {
        {"Vertreter der Presse", "none"},
        {"Vertreter der Lampenfabrik am Hafen von Riff und Moor", "none"},
        {"1.\u00ba A Ada Reef", "person name=[Ada Reef]"},
        {"1.\u00ba izqda Ada Reef", "person name=[Ada Reef]"},
        {"1.\u00ba izquie Ada Reef", "none"},
        {"12\u00aa B Ada Reef", "person name=[Ada Reef]"},
        {"12\u00b0 B Ada Reef", "person name=[Ada Reef]"},
        {"1.\u00ba A", "none"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(member, an_earlier_surname_is_another_name_of_the_person)
{
    const struct member_entry entry = {.text = text_span_of("Anne Vase (n\u00e9e Mar\u00e9e)")};
    struct member member;
    cr_assert_eq(member_read(&entry, &member), MEMBER_PERSON);
    cr_expect(member.nick.length == 6 && !memcmp(member.nick.text, "Mar\u00e9e", 6), "%.*s",
              (int)member.nick.length, member.nick.text);
}

/* Writes what an entry says, with the remark that is kept. */
static void describe_remark(const char *text, char *found, size_t size)
{
    const struct member_entry entry = {.text = text_span_of(text)};
    struct member member;
    describe(text, found, size);
    member_read(&entry, &member);
    add(found, size, "remark", member.remark);
}

static const struct text_case parts_beside[] = {
    {"Ada Reef, 1.\u00ba Abcdefghijklmno",
     "person name=[Ada Reef] remark=[1.\u00ba Abcdefghijklmno]"},
    {"Ada Reef, 1.\u00ba Abcdefghijklmnop",
     "person name=[Ada Reef] remark=[1.\u00ba Abcdefghijklmnop]"},
    {"Ada Reef, online in the lamp by the long moor hut", "person name=[Ada Reef] remote"},
    {"Ada Reef, online in the lamp by the long moor huts",
     "person name=[Ada Reef] organization=[online in the lamp by the long moor huts]"},
    {"Ada Reef, chair of the many apologies",
     "person name=[Ada Reef] post=[chair of the many apologies] chair"},
    {"Ada Reef, vice chair of the harbour",
     "person name=[Ada Reef] post=[vice chair of the harbour] vice_chair"},
    {"Ada Reef, vice chair of the north harbour",
     "person name=[Ada Reef] remark=[vice chair of the north harbour]"},
    {"Ada Reef, Ill Valley Lamps and Boats",
     "person name=[Ada Reef] organization=[Ill Valley Lamps and Boats]"},
    {"Ada Reef, Left Party", "person name=[Ada Reef] organization=[Left Party]"},
    {"Ada Reef, Late Lamps", "person name=[Ada Reef] organization=[Late Lamps]"},
    {"Ada Reef, item two", "person name=[Ada Reef] remark=[item two]"},
    {"Ada Reef, items", "person name=[Ada Reef] post=[items]"},
    {"Ada Reef, Item 2 Lamps", "person name=[Ada Reef] remark=[Item 2 Lamps]"},
    {"Ada Reef, Lamps item", "person name=[Ada Reef] organization=[Lamps item]"},
    {"Ada Reef, all but 1", "person name=[Ada Reef] remark=[all but 1]"},
    {"Ada Reef, as of 10:30", "person name=[Ada Reef] remark=[as of 10:30]"},
    {"Ada Reef (Quay, Ltd)", "person name=[Ada Reef] organization=[Quay, Ltd]"},
    {"Ada Reef, secr\u00e9taire de s\u00e9ance",
     "person name=[Ada Reef] post=[secr\u00e9taire de s\u00e9ance] minute_taker"},
    {"Ada Reef, Head of the Lamps and Boats and Piers",
     "person name=[Ada Reef] post=[Head of the Lamps and Boats and Piers]"},
    {"Ada Reef, Company Secretary", "person name=[Ada Reef] post=[Company Secretary] secretary"},
    {"Ada Reef, Harbour Ltd Chair", "person name=[Ada Reef] organization=[Harbour Ltd Chair]"},
    {"Ada Reef, Harbour Company Chair",
     "person name=[Ada Reef] organization=[Harbour Company Chair]"},
    {"Ada Reef, freie Stadtplanerin", "person name=[Ada Reef] post=[freie Stadtplanerin]"},
    {"Ada Reef, Stadtplanerin", "person name=[Ada Reef] post=[Stadtplanerin]"},
    {"Ada Reef, Eine freie Stadtplanerin",
     "person name=[Ada Reef] post=[Eine freie Stadtplanerin]"},
    {"Ada Reef, Representative", "person name=[Ada Reef] post=[Representative]"},
    {"Ada Reef, Lamp Representative",
     "person name=[Ada Reef] organization=[Lamp] post=[Representative]"},
    {"Ada Reef, Lamp and Boat and Pier and Quay Representative",
     "person name=[Ada Reef] organization=[Lamp and Boat and Pier and Quay] post=[Representative]"},
    {"Ada Reef, The Lamp and Boat and Pier and Quay Representative",
     "person name=[Ada Reef] organization=[The Lamp and Boat and Pier and Quay Representative]"},
    {"Ada Reef, Moor Lamps, Boat Representative",
     "person name=[Ada Reef] organization=[Moor Lamps] post=[Representative]"},
    {"Ada Reef, chair, Boat Representative",
     "person name=[Ada Reef] organization=[Boat] post=[chair] chair"},
    {"Ada Reef, Boat -, Representative",
     "person name=[Ada Reef] organization=[Boat] post=[Representative]"},
    {"Ada Reef, apples", "person name=[Ada Reef] post=[apples]"},
    {"Ada Reef, zebras", "person name=[Ada Reef] post=[zebras]"},
    {"Ada Reef, of the moors", "person name=[Ada Reef] post=[of the moors]"},
    {"Ada Reef, Moor Lamps, Inc.", "person name=[Ada Reef] organization=[Moor Lamps, Inc.]"},
    {"Ada Reef, Inc.", "organization name=[Ada Reef, Inc.]"},
    {"Ada Reef, Inc., Moor Lamps", "person name=[Moor Lamps] organization=[Ada Reef, Inc.]"},
    {"Ada Reef, Moor Lamps, Pier Lamps, Quay Lamps",
     "person name=[Ada Reef] organization=[Moor Lamps] post=[Pier Lamps]"},
    {"Ada Reef, Passed", "person name=[Ada Reef]"},
    {"Ada Reef, Rejected", "person name=[Ada Reef]"},
    {"Ada Reef, on holiday", "person name=[Ada Reef] excused remark=[on holiday]"},
    {"Ada Reef, Urlaub", "person name=[Ada Reef] excused remark=[Urlaub]"},
    {"Ada Reef, ill", "person name=[Ada Reef] excused remark=[ill]"},
    {"Ada Reef, ill in the moors", "person name=[Ada Reef] excused remark=[ill in the moors]"},
    {"Ada Reef, still ill", "person name=[Ada Reef] excused remark=[still ill]"},
    {"Ada Reef, left after item 2", "person name=[Ada Reef] remark=[left after item 2]"},
    {"Ada Reef, left early", "person name=[Ada Reef] remark=[left early]"},
    {"Ada Reef, ab TOP 3", "person name=[Ada Reef] remark=[ab TOP 3]"},
    {"Ada Reef, joined late", "person name=[Ada Reef] remark=[joined late]"},
    {"Ada Reef, apologies for lateness", "person name=[Ada Reef] remark=[apologies for lateness]"},
    {"Ada Reef, excused for lateness", "person name=[Ada Reef] remark=[excused for lateness]"},
    {"Ada Reef, item 2", "person name=[Ada Reef] remark=[item 2]"},
    {"Ada Reef, for item 3 only", "person name=[Ada Reef] remark=[for item 3 only]"},
    {"Ada Reef, part of the meeting", "person name=[Ada Reef] remark=[part of the meeting]"},
    {"Ada Reef, part of the Meeting", "person name=[Ada Reef] remark=[part of the Meeting]"},
    {"Ada Reef, part of the lamps", "person name=[Ada Reef] organization=[part of the lamps]"},
    {"Ada Reef, Part of the meeting", "person name=[Ada Reef] organization=[Part of the meeting]"},
    {"Ada Reef, lamps 9", "person name=[Ada Reef] remark=[lamps 9]"},
    {"Ada Reef, lamps 0", "person name=[Ada Reef] remark=[lamps 0]"},
    {"Ada Reef, Lamps 9", "person name=[Ada Reef] organization=[Lamps 9]"},
    {"Ada Reef, 2", "person name=[Ada Reef] remark=[2]"},
    {"Ada Reef, 2a", "person name=[Ada Reef] organization=[2a]"},
    {"Ada Reef, 1.\u00ba izquierda", "person name=[Ada Reef] remark=[1.\u00ba izquierda]"},
    {"Ada Reef, 1\u00aa B", "person name=[Ada Reef] remark=[1\u00aa B]"},
    {"Ada Reef, 1.\u00b0", "person name=[Ada Reef] remark=[1.\u00b0]"},
    {"Ada Reef, 1. B", "person name=[Ada Reef] organization=[1. B]"},
    {"Ada Reef, as Quay Fox", "person name=[Ada Reef] remark=[as Quay Fox]"},
    {"Ada Reef, as", "person name=[Ada Reef] post=[as]"},
    {"Ada Reef (X)", "person name=[Ada Reef] organization=[X]"},
    {"Ada Reef (XB)", "person name=[Ada Reef] short?=[XB]"},
    {"Ada Reef (XBMQ)", "person name=[Ada Reef] short?=[XBMQ]"},
    {"Ada Reef (XBMQN)", "person name=[Ada Reef] organization=[XBMQN]"},
    {"Ada Reef (XB) (YZ)", "person name=[Ada Reef] short?=[XB] organization=[YZ]"},
    {"Ada Reef (Xb)", "person name=[Ada Reef] organization=[Xb]"},
    {"Ada Reef (A)", "person name=[Ada Reef] organization=[A]"},
    {"Ada Reef (AR)", "person name=[Ada Reef] short=[AR]"},
    {"Ada Reef (RA)", "person name=[Ada Reef] short?=[RA]"},
    {"Ada Bert Cy Dan Reef (ABCDR)", "person name=[Ada Bert Cy Dan Reef] short=[ABCDR]"},
    {"Ada Bert Cy Dan de Reef (ABCDDR)",
     "person name=[Ada Bert Cy Dan de Reef] organization=[ABCDDR]"},
    {"Ada Reef, AR", "person name=[Ada Reef] short=[AR]"},
    {"Ada Reef, XB", "person name=[Ada Reef] organization=[XB]"},
    {"Ada Reef, with apologies for absence", "person name=[Ada Reef] excused"},
    {"Ada Reef, sent apologies", "person name=[Ada Reef] excused"},
    {"Ada Reef, Apologies", "person name=[Ada Reef] excused"},
    {"Ada Reef, absent", "person name=[Ada Reef] absent"},
    {"Ada Reef, absent with apologies", "person name=[Ada Reef] excused"},
    {"Ada Reef, absent, ill", "person name=[Ada Reef] excused remark=[ill]"},
    {"Ada Reef, present", "person name=[Ada Reef] present"},
    {"Ada Reef, present, ill", "person name=[Ada Reef] present remark=[ill]"},
    {"Ada Reef, @ada, @reef", "person name=[Ada Reef] handle=[@ada]"},
    {"Ada Reef, via Zoom", "person name=[Ada Reef] remote"},
    {"Ada Reef, with a lamp and a boat, via Zoom only",
     "person name=[Ada Reef] post=[with a lamp and a boat] remote"},
    {"Ada Reef, Online Ltd", "person name=[Ada Reef] organization=[Online Ltd]"},
    {"Ada Reef, 10:00 to 11:30", "person name=[Ada Reef] 600-690 0"},
    {"Ada Reef, left at 10:30", "person name=[Ada Reef] -1-630 0"},
    {"Ada Reef, from 10:30", "person name=[Ada Reef] 630--1 0"},
    {"Ada Reef, at 10:30", "person name=[Ada Reef] remark=[at 10:30]"},
    {"Ada Reef, Moor / Lamp", "person name=[Ada Reef] organization=[Moor] post=[Lamp]"},
    {"Ada Reef, Moor/Lamp", "person name=[Ada Reef] organization=[Moor/Lamp]"},
    {"Ada Reef, Moor; chair", "person name=[Ada Reef] organization=[Moor] post=[chair] chair"},
    {"Ada Reef, /Lamp", "person name=[Ada Reef] organization=[Lamp]"},
    {"Ada Reef, he/him, Moor", "person name=[Ada Reef] organization=[Moor]"},
    {"Ada Reef, Moor, n\u00e9e Quay", "person name=[Ada Reef] nick=[Quay] organization=[Moor]"},
    {"Ada Reef, Jr., Moor", "person name=[Ada Reef, Jr] organization=[Moor]"},
};

Test(member, what_is_beside_a_name_is_read_at_its_limits)
{
    expect_exact_texts(describe_remark, parts_beside, sizeof parts_beside / sizeof *parts_beside);
}

static const struct text_case names_at_limits[] = {
    {"Abcdefghijklmnopqrstuvwxyzabcdefghijklm Abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
     "person name=[Abcdefghijklmnopqrstuvwxyzabcdefghijklm "
     "Abcdefghijklmnopqrstuvwxyzabcdefghijklmn]"},
    {"Abcdefghijklmnopqrstuvwxyzabcdefghijklm Abcdefghijklmnopqrstuvwxyzabcdefghijklmno", "none"},
    {"Ada Bert Cy Dan Reef", "person name=[Ada Bert Cy Dan Reef]"},
    {"Ada Bert Cy Dan Eli Reef", "none"},
    {"Ada Bert Cy Dan de la Reef", "person name=[Ada Bert Cy Dan de la Reef]"},
    {"Ada Bert Cy Dan de la du Reef", "none"},
    {"Ada Bert Cy de la du Reef", "person name=[Ada Bert Cy de la du Reef]"},
    {"de la", "none"},
    {"Ada an Reef", "none"},
    {"Ada st Reef", "person name=[Ada st Reef]"},
    {"Ada d Reef", "person name=[Ada d Reef]"},
    {"Ada t Reef", "none"},
    {"Ada d'reef", "person name=[Ada d'reef]"},
    {"\u00e5da reef", "none"},
    {"\u6771 Reef", "person name=[\u6771 Reef]"},
    {"Ada Reef*", "none"},
    {"Ada #Reef", "none"},
    {"Ada Reef 0", "none"},
    {"Ada Reef 9", "none"},
    {"Ada=Reef", "none"},
    {"abcdefghijklmnopqrstuvwxyzabcdefghijklm",
     "person name=[abcdefghijklmnopqrstuvwxyzabcdefghijklm]"},
    {"abcdefghijklmnopqrstuvwxyzabcdefghijklmn", "none"},
    {"@abcdefghijklmnopqrstuvwxyzabcdefghijkl",
     "person name=[@abcdefghijklmnopqrstuvwxyzabcdefghijkl] "
     "handle=[@abcdefghijklmnopqrstuvwxyzabcdefghijkl]"},
    {"@abcdefghijklmnopqrstuvwxyzabcdefghijklm", "none"},
    {"@ada=1", "none"},
    {"ada=1", "none"},
    {"Parks and Recreation", "organization name=[Parks and Recreation]"},
    {"Lamps, Parks and Recreation", "person name=[Lamps] organization=[Parks and Recreation]"},
    {"Old Parks and Recreation", "organization name=[Old Parks and Recreation]"},
    {"Parks and Recreation Lamps", "organization name=[Parks and Recreation Lamps]"},
    {"Old Parks and Recreation Lamps", "none"},
    {"Lamps and Recreation", "organization name=[Lamps and Recreation]"},
    {"Parks and Lamps", "organization name=[Parks and Lamps]"},
    {"Lamps and Boats", "none"},
    {"Lamp Lamp Lamp Lamp Lamp Lamp Foundation",
     "organization name=[Lamp Lamp Lamp Lamp Lamp Lamp Foundation]"},
    {"Lamp Lamp Lamp Lamp Lamp Lamp Lamp Foundation", "none"},
    {"Lamp Foundation", "organization name=[Lamp Foundation]"},
    {"Lamp Ltd", "organization name=[Lamp Ltd]"},
    {"La Lampe", "person name=[La Lampe]"},
    {"La Lampe Verte", "organization name=[La Lampe Verte]"},
    {"La lampe Verte", "none"},
    {"Les Lampes Vertes", "organization name=[Les Lampes Vertes]"},
};

Test(member, a_name_has_few_words_and_an_organization_has_its_words)
{
    expect_exact_texts(describe, names_at_limits, sizeof names_at_limits / sizeof *names_at_limits);
}

static const struct text_case entries_at_limits[] = {
    {"Ada Reef <ada@example.org> (chair)", "person name=[Ada Reef] post=[chair] chair"},
    {"Ada Reef [chair] Moor", "person name=[Ada Reef] organization=[Moor] post=[chair] chair"},
    {"Ada Reef (chair", "person name=[Ada Reef] post=[chair] chair"},
    {"Ada Reef (chair) Moor", "person name=[Ada Reef] organization=[Moor] post=[chair] chair"},
    {"Ada Reef Moor (a) - chair", "person name=[Ada Reef Moor] post=[a] chair"},
    {"Ada Reef/Moor", "person name=[Ada Reef] organization=[Moor]"},
    {"/Ada Reef", "none"},
    {"Ada Reef@moor", "person name=[Ada Reef] handle=[@moor]"},
    {"Ada Reef -- Moor", "person name=[Ada Reef] organization=[Moor]"},
    {"Ada Reef \u2014 Moor", "person name=[Ada Reef] organization=[Moor]"},
    {"Ada Reef / Moor / chair", "person name=[Ada Reef] organization=[Moor] post=[chair] chair"},
    {"Dr. Prof. Dr. Prof. Reef", "person name=[Reef] title=[Dr. Prof. Dr. Prof.]"},
    {"Dr. Prof. Dr. Prof. Dr. Reef", "person name=[Dr. Reef] title=[Dr. Prof. Dr. Prof.]"},
    {"Dr. Reef", "person name=[Reef] title=[Dr.]"},
    {"Dr. and", "none"},
    {"Chair Dr. Reef", "person name=[Reef] title=[Chair Dr.] chair"},
    {"Ada Reef:", "none"},
    {"Ada Reef?", "none"},
    {"12", "none"},
    {"12 Ada", "none"},
    {"Ada PhD", "person name=[Ada PhD]"},
    {"Ada Reef PhD MA", "person name=[Ada Reef]"},
    {"Ada Reef PhD Moor", "person name=[Ada Reef PhD Moor]"},
    {"Ada Reef n\u00e9e Moor PhD", "person name=[Ada Reef] nick=[Moor]"},
    {"Ada n\u00e9e Moor", "person name=[Ada] nick=[Moor]"},
    {"Ada n\u00e9e", "none"},
    {"Ada Reef N\u00e9e Moor", "person name=[Ada Reef N\u00e9e Moor]"},
    {"n\u00e9e Moor", "none"},
    {"Ada Bert Cy de la du Reef (chair)",
     "person name=[Ada Bert Cy de la du Reef] post=[chair] chair"},
    {"Ada Bert Cy de la du von Reef (chair)", "none"},
    {"Present (Ada Reef)", "none"},
    {"Guests (Ada Reef)", "none"},
    {"Apologies (Ada Reef)", "none"},
    {"1\u00ba A Ada Reef", "person name=[Ada Reef] remark=[1\u00ba A]"},
    {"9.\u00ba A Ada Reef", "person name=[Ada Reef] remark=[9.\u00ba A]"},
    {"0\u00ba A Ada Reef", "person name=[Ada Reef] remark=[0\u00ba A]"},
    {"1.\u00ba abcde Ada Reef", "person name=[Ada Reef] remark=[1.\u00ba abcde]"},
    {"1.\u00ba abcdef Ada Reef", "none"},
    {"Ada Reef left after item 2", "person name=[Ada Reef] remark=[left after item 2]"},
    {"Ada Reef until 10:30", "person name=[Ada Reef] -1-630 0"},
    {"Ada Reef via Zoom", "person name=[Ada Reef] remote"},
    {"Ada Reef as chair", "person name=[Ada Reef] remark=[as chair]"},
    {"Ada via Zoom", "person name=[Ada] remote"},
    {"via Zoom", "none"},
};

Test(member, an_entry_begins_with_a_name_and_its_titles)
{
    expect_exact_texts(describe_remark, entries_at_limits,
                       sizeof entries_at_limits / sizeof *entries_at_limits);
}
