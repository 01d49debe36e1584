#include "tables/known_value.h"

#include "phrases/duration.h"
#include "phrases/word_class.h"
#include "schema/kind.h"
#include "values/country.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The classes of words that mean a choice. */
static const struct {
    const char *choice;
    enum words_class words;
} known_classes[] = {
    {"adopted", WORDS_ADOPTED},
    {"rejected", WORDS_REJECTED},
    {"deferred", WORDS_DEFERRED},
    {"withdrawn", WORDS_WITHDRAWN},
    {"lapsed", WORDS_LAPSED},
    {"done", WORDS_DONE},
    {"dropped", WORDS_DROPPED},
    {"present", WORDS_PRESENT},
    {"present", WORDS_YES},
    {"absent", WORDS_ABSENT},
    {"absent", WORDS_NO},
    {"excused", WORDS_REGRETS},
    {"chair", WORDS_CHAIR},
    {"vice_chair", WORDS_VICE_CHAIR},
    {"secretary", WORDS_SECRETARY},
    {"minute_taker", WORDS_MINUTE_TAKER},
    {"moderator", WORDS_MODERATOR},
    {"host", WORDS_HOST},
    {"guest", WORDS_GUESTS},
    {"observer", WORDS_OBSERVERS},
    {"member", WORDS_MEMBER},
    {"remote", WORDS_REMOTE},
    {"in_person", WORDS_IN_PERSON},
    {"secret_ballot", WORDS_SECRET},
    {"show_of_hands", WORDS_SHOW_OF_HANDS},
    {"voice", WORDS_VOICE},
    {"roll_call", WORDS_ROLL_CALL},
};

/* Other words that mean a choice. */
/* clang-format off */
static const struct {
    const char *choice, *words;
} known_words[] = {
    {"adopted", "accepted|agreed|yes|einverstanden|ja|oui|si|approuves|approuvees|adoptees|adoptado|adoptada|acordado|acordada"},
    {"adopted_with_amendments", "adopted as amended|carried as amended|approved as amended|amended and adopted|geandert angenommen|"
     "mit anderungen angenommen|adopte avec amendements|adopte avec modifications|aprobado con enmiendas|aprobado con modificaciones"},
    {"rejected", "lost|not carried|not adopted|not approved|declined|nicht angenommen|nicht beschlossen|nein|non adopte|non adoptee|"
     "non approuve|no aprobado|no aprobada|denegado|denegada|no"},
    {"deferred", "on hold|vertagt|reporte|reportee|ajourne|aplazado|aplazada"},
    {"referred", "referred|verwiesen|uberwiesen|remitido|remitida"},
    {"noted", "noted|zur kenntnis genommen|zur kenntnis|pris acte|prend acte|tomado conocimiento|se da por enterado"},
    {"open", "pending|in progress|ongoing|to do|todo|not started|new|started|offen|in arbeit|laufend|lauft|begonnen|neu|"
     "ouvert|ouverte|en cours|a faire|nouveau|abierto|abierta|pendiente|en curso|en proceso|por hacer|nuevo"},
    {"done", "complete|fini|finie|clos|close|cloture|terminado|terminada|cerrado|cerrada|listo|lista|geschlossen|yes|ja|oui|si"},
    {"dropped", "abandoned|gestrichen|entfallen|abandonne|abandonnee|annule|annulee|descartado|descartada|cancelado|cancelada|anulado"},
    {"present", "attended|x|here"},
    {"excused", "apologies|entsch.|entschuldigt|excuse|excusee|excusado|excusada|justificado|justificada"},
    {"absent", "fehlt|unentschuldigt|no show"},
    {"held", "held|stattgefunden|durchgefuhrt|tenue|tenu|celebrada|celebrado"},
    {"planned", "planned|scheduled|geplant|prevu|prevue|prevista|previsto|planificado"},
    {"cancelled", "canceled|abgesagt|ausgefallen|annule|annulee|cancelada|cancelado|suspendida"},
    {"postponed", "verschoben|reporte|reportee|aplazada|aplazado"},
};

static const struct {
    const char *tag, *words;
} languages[] = {
    {"en", "english|englisch|anglais|ingles"},
    {"de", "german|deutsch|allemand|aleman"},
    {"fr", "french|franzosisch|francais|frances"},
    {"es", "spanish|spanisch|espagnol|espanol|castellano"},
    {"it", "italian|italienisch|italien|italiano"},
    {"pt", "portuguese|portugiesisch|portugais|portugues"},
    {"nl", "dutch|niederlandisch|neerlandais|neerlandes|nederlands"},
    {"pl", "polish|polnisch|polonais|polaco|polski"},
    {"ca", "catalan|katalanisch|catala"},
};
/* clang-format on */

/* Reports whether a text is one of the phrases of a list, which "|" separates. */
static bool known_value_is_one(const char *words, struct text_span text)
{
    while (*words) {
        char phrase[KNOWN_VALUE_BYTES];
        const size_t length = strcspn(words, "|");
        snprintf(phrase, sizeof phrase, "%.*s", (int)length, words);
        if (words_same(phrase, text.text, text.length))
            return true;
        words += length + (words[length] == '|');
    }
    return false;
}

static enum known_value_result write_value(char value[KNOWN_VALUE_BYTES], const char *text)
{
    snprintf(value, KNOWN_VALUE_BYTES, "%s", text);
    return KNOWN_VALUE_WRITTEN;
}

/* Reports whether a text is the name of a choice in other letters: "Show of hands". */
static bool spells_choice(const char *choice, struct text_span text)
{
    size_t i = 0;
    for (; i < text.length && choice[i]; i++) {
        const char byte = text.text[i] == ' ' || text.text[i] == '-' ? '_' : text.text[i];
        if (byte != choice[i] && (byte | 0x20) != choice[i])
            return false;
    }
    return i == text.length && !choice[i];
}

static bool means_choice(const char *choice, struct text_span text)
{
    for (size_t i = 0; i < COUNT(known_words); i++)
        if (strcmp(known_words[i].choice, choice) == 0 &&
            known_value_is_one(known_words[i].words, text))
            return true;
    for (size_t i = 0; i < COUNT(known_classes); i++)
        if (strcmp(known_classes[i].choice, choice) == 0 && span_is(known_classes[i].words, text))
            return true;
    return false;
}

/* Returns a text without the words at an end that say how many agreed: "einstimmig angenommen". */
static struct text_span without_majority(struct text_span text)
{
    static const char majority[] = "mehrheitlich|mit mehrheit|by majority|by a majority|"
                                   "a la majorite|par majorite|por mayoria";
    for (size_t i = 0; i < text.length; i++) {
        if (text.text[i] != ' ')
            continue;
        const struct text_span before = text_span_part(text, 0, i);
        const struct text_span after = text_span_part(text, i + 1, text.length);
        if (span_is(WORDS_UNANIMOUS, before) || known_value_is_one(majority, before))
            return after;
        if (span_is(WORDS_UNANIMOUS, after) || known_value_is_one(majority, after))
            return before;
    }
    return text;
}

static const char *known_choice(const struct field *field, struct text_span text)
{
    for (const char *const *choice = field->choices; *choice; choice++)
        if (spells_choice(*choice, text))
            return *choice;
    for (const char *const *choice = field->choices; *choice; choice++)
        if (means_choice(*choice, text))
            return *choice;
    return NULL;
}

static enum known_value_result write_choice(const struct field *field, struct text_span text,
                                            char value[KNOWN_VALUE_BYTES])
{
    const char *choice = known_choice(field, text);
    if (!choice)
        choice = known_choice(field, without_majority(text));
    return choice ? write_value(value, choice) : KNOWN_VALUE_AS_IT_IS;
}

bool known_value_truth(struct text_span text, bool *ret_truth)
{
    const bool yes = span_is(WORDS_YES, text) || known_value_is_one("true|y|x|j|1|wahr|vrai|"
                                                                    "verdadero",
                                                                    text);
    *ret_truth = yes;
    return yes || span_is(WORDS_NO, text) ||
           known_value_is_one("false|n|0|falsch|faux|falso", text);
}

/* Returns the rest of a text after a date, without the words between a date and a time. */
static struct text_span after_date(struct text_span text, size_t at)
{
    struct text_span rest = text_span_strip(text_span_part(text, at, text.length), ",;-");
    if (rest.length > 1 && (rest.text[0] | 0x20) == 't' && rest.text[1] >= '0' &&
        rest.text[1] <= '9')
        return text_span_part(rest, 1, rest.length);
    const size_t word = span_at(WORDS_TIME_AT, rest);
    return word ? text_span_trim(text_span_part(rest, word, rest.length)) : rest;
}

bool known_value_time(struct text_span text, struct phrase_time *ret_time)
{
    text = text_span_trim(text);
    return text.length && phrase_time_find(text, 0, ret_time) && ret_time->span.text == text.text &&
           ret_time->span.length == text.length;
}

enum known_value_result known_value_write_date(struct text_span text, enum date_order order,
                                               char value[KNOWN_VALUE_BYTES])
{
    struct phrase_date date;
    struct phrase_time time;
    text = text_span_trim(text);
    if (!text.length || kinds[FIELD_DATE].accepts(text.text, text.length) ||
        !phrase_date_find(text, 0, order, &date) || date.span.text != text.text)
        return KNOWN_VALUE_AS_IT_IS;
    if (date.swappable && order == DATE_ORDER_UNKNOWN)
        return KNOWN_VALUE_TWO_DAYS;
    const struct text_span rest = after_date(text, date.span.length);
    if (!rest.length)
        return phrase_date_write(&date, value) ? KNOWN_VALUE_WRITTEN : KNOWN_VALUE_AS_IT_IS;
    if (!date.day || !known_value_time(rest, &time) || time.end >= 0 ||
        !phrase_time_write(&date, time.start, &time.zone, value))
        return KNOWN_VALUE_AS_IT_IS;
    return KNOWN_VALUE_WRITTEN;
}

static enum known_value_result write_duration(struct text_span text, char value[KNOWN_VALUE_BYTES])
{
    struct text_span span = {NULL, 0};
    int minutes = 0;
    text = text_span_strip(text, ".");
    const size_t digits = text_span_digits(text, 0, &minutes);
    if (!digits || digits < text.length)
        minutes = phrase_duration_find(text, &span);
    if (minutes <= 0 || (digits < text.length && span.length != text.length))
        return KNOWN_VALUE_AS_IT_IS;
    phrase_duration_write(minutes, value);
    return KNOWN_VALUE_WRITTEN;
}

static enum known_value_result write_country(struct text_span text, char value[KNOWN_VALUE_BYTES])
{
    for (size_t i = 0; i < country_count; i++)
        if ((text.length == strlen(country_codes[i]) &&
             strncasecmp(text.text, country_codes[i], text.length) == 0) ||
            (text.length == strlen(country_names[i]) &&
             strncasecmp(text.text, country_names[i], text.length) == 0))
            return write_value(value, country_codes[i]);
    return KNOWN_VALUE_AS_IT_IS;
}

static enum known_value_result write_language(struct text_span text, char value[KNOWN_VALUE_BYTES])
{
    for (size_t i = 0; i < COUNT(languages); i++)
        if (known_value_is_one(languages[i].words, text))
            return write_value(value, languages[i].tag);
    return KNOWN_VALUE_AS_IT_IS;
}

enum known_value_result known_value_write(const struct field *field, struct text_span text,
                                          enum date_order order, char value[KNOWN_VALUE_BYTES])
{
    text = text_span_trim(text);
    if (!text.length)
        return KNOWN_VALUE_AS_IT_IS;
    switch (field->kind) {
    case FIELD_ENUM:
        return write_choice(field, text, value);
    case FIELD_DATE:
        return known_value_write_date(text, order, value);
    case FIELD_DURATION:
        return kinds[FIELD_DURATION].accepts(text.text, text.length) ? KNOWN_VALUE_AS_IT_IS
                                                                     : write_duration(text, value);
    case FIELD_COUNTRY:
        return write_country(text, value);
    case FIELD_LANGUAGE:
        return write_language(text, value);
    default:
        return KNOWN_VALUE_AS_IT_IS;
    }
}
