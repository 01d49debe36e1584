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
