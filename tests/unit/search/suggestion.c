/* Suggestions for searches that find nothing. */
#include "archive_fixture.h"
#include "search/searcher.h"
#include "tries.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "\"sources\": [{\"document\": \"d\"}]"

static const char data[] =
    "{\"documents\": [{\"id\": \"d\", \"title\": \"Minutes\", " SOURCES "}],"
    "\"events\": ["
    "{\"id\": \"a\", \"title\": \"Energy policies and regional security\", " SOURCES "},"
    "{\"id\": \"b\", \"title\": \"energy, Energy, energy and energy in 2006\", " SOURCES "},"
    "{\"id\": \"c\", \"title\": \"Negociación pesquera\", \"language\": \"es\", " SOURCES "},"
    "{\"id\": \"e\", \"title\": \"Преговори о безбедности\", \"language\": \"sr\", " SOURCES "},"
    "{\"id\": \"f\", \"title\": \"Συνομιλίες για την ειρήνη\", \"language\": \"el\", " SOURCES "},"
    "{\"id\": \"g\", \"title\": \"שיחות שלום\", \"language\": \"he\", " SOURCES "},"
    "{\"id\": \"h\", \"title\": \"समुद्री सीमा वार्ताएँ\", \"language\": \"hi\", " SOURCES "},"
    "{\"id\": \"j\", \"title\": \"Yamada and Yamamoto, Yamamoto\", " SOURCES "},"
    "{\"id\": \"m\", \"title\": \"ＳＵＺＵＫＩ met SUZUKI\", " SOURCES "},"
    "{\"id\": \"n\", \"title\": \"Suzuki\", " SOURCES "},"
    "{\"id\": \"o\", \"title\": \"azure90 πρόταση\", " SOURCES "},"
    "{\"id\": \"k\", \"title\": \"Color of the policy\", " SOURCES "},"
    "{\"id\": \"l\", \"title\": \"Negotiating a policy\", " SOURCES "},"
    "{\"id\": \"i\", \"title\": \"Flüsse, rivers and securities\", \"language\": \"de\", " SOURCES
    "}],"
    "\"topics\": [{\"id\": \"t\", \"label\": \"Harbours\", " SOURCES "}]}";

static struct archive_fixture fixture;

static void start(void)
{
    fixture = archive_fixture_create(load_json(data));
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(suggestion, .init = start, .fini = stop);

static size_t count_found(const char *q, unsigned types)
{
    static struct search_query query;
    struct search_results results;
    cr_assert_eq(searcher_parse(fixture.view.searcher, q, NULL, &query), SEARCH_QUERY_OK, "%s", q);
    cr_assert_eq(searcher_find(fixture.view.searcher, &query, types, 1, 0, &results), SEARCH_DONE);
    free(results.hits);
    return results.total;
}

/* Returns the suggestion, which the caller frees, or NULL. */
static char *suggest(const char *q, unsigned types, struct work *work)
{
    struct buffer text;
    buffer_init(&text, 4000);
    count_found("open", types); /* opens the database */
    if (searcher_suggest(fixture.view.searcher, q, types, work, &text))
        return buffer_steal_text(&text);
    buffer_finish(&text);
    return NULL;
}

static void check_suggestion(const char *q, const char *expected)
{
    char *found = suggest(q, ~0u, NULL);
    cr_expect_str_eq(found ? found : "", expected, "%s: %s, not %s", q, found ? found : "nothing",
                     expected);
    if (found)
        cr_expect_gt(count_found(found, ~0u), 0, "%s", found);
    free(found);
}

Test(suggestion, a_word_is_corrected_to_the_nearest_in_its_most_frequent_spelling)
{
    check_suggestion("enrgy", "energy");
    check_suggestion("ENEGRY", "energy");
    check_suggestion("polices", "policies");
    check_suggestion("policiez", "policies");
    check_suggestion("regionnal", "regional");
    check_suggestion("negociacjon", "Negociación");
    check_suggestion("flussse", "Flüsse");
}

Test(suggestion, of_equally_frequent_spellings_it_has_the_first_in_the_order_of_texts)
{
    check_suggestion("suzuka", "Suzuki");
    check_suggestion("suzuka*", "Suzuki*");
}

Test(suggestion, words_of_every_script_are_corrected)
{
    check_suggestion("Прегавори", "Преговори");
    check_suggestion("ειρόνη", "ειρήνη");
    check_suggestion("שלוס", "שלום");
    check_suggestion("वारताएँ", "वार्ताएँ");
}

Test(suggestion, the_rest_of_the_query_stays)
{
    check_suggestion("enrgy  securty", "energy  security");
    check_suggestion("enrgy -nuclear", "energy -nuclear");
    check_suggestion("\"enrgy policies\" security", "\"energy policies\" security");
    check_suggestion("regionnal*", "regional*");
    check_suggestion("regional -secrity enrgy", "regional -secrity energy");
}

Test(suggestion, up_to_four_words_are_corrected)
{
    check_suggestion("enrgy polices regionnal securty", "energy policies regional security");
    check_suggestion("enrgy polices regionnal securty annd", "");
    check_suggestion("enrgy polices and regionnal securty",
                     "energy policies and regional security");
}

/* Replaces the archive by events with these titles. */
static void load_titles(const char *const *titles, size_t count)
{
    char *text = malloc(400 + count * 900), *end = text;
    cr_assert(text);
    end += sprintf(end, "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", %s}], \"events\": [",
                   SOURCES);
    for (size_t i = 0; i < count; i++)
        end += sprintf(end, "%s{\"id\": \"e-%03zu\", \"title\": \"%s\", %s}", i ? "," : "", i,
                       titles[i], SOURCES);
    strcpy(end, "]}");
    stop();
    fixture = archive_fixture_create(load_json(text));
    free(text);
}

Test(suggestion, the_spellings_of_twenty_records_and_of_those_eight_are_counted)
{
    static const char several[] = "nimbus Nimbus NIMBUS nImbus niMbus nimBus nimbUs nimbuS NImbus "
                                  "NImbus NImbus nimbuS";
    const char *titles[22];
    for (size_t i = 0; i < 21; i++)
        titles[i] = i < 10 ? "zephyr BOREAS" : i < 20 ? "ZEPHYR boreas" : "ZEPHYR BOREAS";
    titles[21] = several;
    load_titles(titles, 22);
    check_suggestion("zephyx", "zephyr");
    check_suggestion("boreax", "boreas");
    check_suggestion("nimbux", "nimbuS");
}

/* Soft hyphens are no part of the fold of a word. */
Test(suggestion, a_spelling_with_more_bytes_than_a_word_may_have_is_not_counted)
{
    enum {
        HYPHENS = 84
    };
    char hyphens[2 * HYPHENS + 1] = "", title[800], expected[200];
    for (size_t i = 0; i < HYPHENS; i++)
        strcat(hyphens, "\u00ad");
    snprintf(title, sizeof title,
             "tempe%sst tempe%sst tempest\u00adand monso%sons monso%sons monsoons", hyphens,
             hyphens, hyphens, hyphens);
    snprintf(expected, sizeof expected, "monso%sons", hyphens);
    load_titles((const char *const[]){title}, 1);
    check_suggestion("monsooxs", expected);
}

/* Those of the first word are tried first, with the nearest of the second. */
Test(suggestion, eight_texts_are_tried)
{
    static const char *const titles[] = {"mistral", "mistran", "mistrak",        "mistrat",
                                         "mistrav", "mistraw", "sirocoa",        "mistral sirocob",
                                         "tornada", "tornadb", "mistral tornadc"};
    load_titles(titles, sizeof titles / sizeof *titles);
    check_suggestion("mistrax sirocox", "mistral sirocob");
    check_suggestion("mistrax tornadx", "");
    check_suggestion("tornadx", "tornada");
}

/* One of them may be too short to be corrected, or the sign too many. */
Test(suggestion, words_with_a_hyphen_or_apostrophe_are_corrected_apart_or_as_one)
{
    check_suggestion("energy-polcies", "energy-policies");
    check_suggestion("en-rgy", "energy");
    check_suggestion("l'enregy", "energy");
    check_suggestion("l\u2019enrgy", "energy");
    check_suggestion("d'securty enrgy", "security energy");
    check_suggestion("\"ene-gy\" policies", "\"energy\" policies");
    check_suggestion("\"xx enrgy\"", "");
    check_suggestion("re/gonax", "regional");
    check_suggestion("re:gonax", "regional");
    check_suggestion("re`gonax", "regional");
    check_suggestion("re{gonax", "regional");
    check_suggestion("az-ure0x", "azure90");
    check_suggestion("axx-ure90", "azure90");
    check_suggestion("προ-τααν", "πρόταση");
    check_suggestion("x-y", "");
}

Test(suggestion, a_prefix_is_corrected_to_a_whole_word)
{
    check_suggestion("yamda*", "Yamada*");
    check_suggestion("colur*", "Color*");
    check_suggestion("policy negotiotion*", "policy Negotiating*");
    check_suggestion("enrgi*", "energy*");
    check_suggestion("securti*", "security*");
    check_suggestion("negotai*", "Negotiating*");
    check_suggestion("\"regional secrity\"*", "\"regional security\"*");
    check_suggestion("xylophon*", "");
}

Test(suggestion, there_is_none_if_nothing_is_similar_or_the_new_text_finds_nothing)
{
    check_suggestion("xylophone", "");
    check_suggestion("2007", "");
    check_suggestion("enrgy pesquera", "");
    check_suggestion("regional pesquera", "");
    check_suggestion("enrgy -energy", "");
    check_suggestion("xx", "");
    check_suggestion("", "");
    check_suggestion("-enrgy", "");
}

Test(suggestion, the_new_text_finds_a_record_of_the_types)
{
    char *found = suggest("harbuors", TARGET(TYPE_TOPIC), NULL);
    cr_expect_str_eq(found ? found : "", "Harbours");
    free(found);
    cr_expect_null(suggest("harbuors", TARGET(TYPE_EVENT), NULL));
}

Test(suggestion, it_never_takes_so_much_work_that_the_answer_is_refused)
{
    static const uint64_t limits[] = {1,       1000,    1000000, 1001000,
                                      1002000, 1005000, 1010000, 1100000};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct work work;
        work_begin(&work, limits[i], 0);
        free(suggest("enrgy regionnal", ~0u, &work));
        cr_expect_not(work_is_used_up(&work));
    }
}

/* Changes a letter, or swaps two, of words that are found. */
Test(suggestion, each_suggestion_finds_something)
{
    static const char *const words[] = {"energy",     "policies",  "regional", "negociación",
                                        "pesquera",   "преговори", "ειρήνη",   "flüsse",
                                        "securities", "वार्ताएँ",    "rivers",   "harbours"};
    size_t suggestions = 0;
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(500); i++) {
        char q[200];
        strcpy(q, words[(size_t)rand() % 12]);
        if (rand() % 2)
            strcat(strcat(q, " "), words[(size_t)rand() % 12]);
        const size_t at = (size_t)rand() % strlen(q);
        if ((unsigned char)q[at] < 0x80)
            q[at] = (char)('a' + rand() % 26);
        if (count_found(q, ~0u))
            continue;
        char *found = suggest(q, ~0u, NULL), *again = suggest(q, ~0u, NULL);
        cr_assert_eq(!found, !again);
        if (found) {
            cr_assert_str_eq(found, again);
            cr_assert_gt(count_found(found, ~0u), 0, "%s: %s", q, found);
            suggestions++;
        }
        free(found);
        free(again);
    }
    cr_expect_gt(suggestions, tries(500) / 20);
}

Test(suggestion, is_a_member_of_meta_only_if_nothing_matches)
{
    static const struct {
        const char *target, *suggestion;
    } cases[] = {{"/search?q=enrgy", "energy"},
                 {"/search?q=energy", NULL},
                 {"/search?q=xylophone", NULL},
                 {"/search?q=enrgy&type=topic", NULL},
                 {"/events?q=enrgy", "energy"},
                 {"/events?q=energy", NULL},
                 {"/topics?q=enrgy", NULL},
                 {"/events?q=negociacjon&language=es", "Negociación"},
                 {"/events?q=negociacjon&language=el", NULL},
                 {"/events?q=enrgy&title__contains=regional", "energy"},
                 {"/events?q=enrgy&title__contains=flusse", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *page = answer_json(&fixture, cases[i].target, 200, NULL);
        const json_t *found = json_object_get(json_object_get(page, "meta"), "suggestion");
        if (cases[i].suggestion)
            cr_expect_str_eq(json_string_value(found), cases[i].suggestion, "%s", cases[i].target);
        else
            cr_expect_null(found, "%s", cases[i].target);
        json_decref(page);
    }
}
