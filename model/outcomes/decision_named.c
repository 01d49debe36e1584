/* Which of several motions of an item a sentence is about (V2): "The motion to sell the boat was
 * carried", "Moor's motion failed", "The first motion was lost". */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    MOTIONS_MAX = 8,    /* of an item, from its end, that are considered */
    NAME_WORDS_MAX = 3, /* between the noun of a motion and the surname of its mover */
    BEFORE_VERB_MAX = 2 /* words before the verb, if there is no noun: "The first was" */
};

/* The motions of an item, in the order of their texts, as indices of decisions. */
struct motions {
    size_t count;
    size_t list[MOTIONS_MAX];
};

/* Returns true if a decision begins before another in the text. */
static bool begins_before(const struct decision *one, const struct decision *other)
{
    return one->text_block != other->text_block ? one->text_block < other->text_block
                                                : one->text.text < other->text.text;
}

/* Finds the motions of an item. Proposals in talk count only if `weak` is true. */
static void find_motions(const struct decision_reader *reader, bool weak, struct motions *ret)
{
    const struct decisions *out = reader->out;
    ret->count = 0;
    for (size_t i = out->count; i > reader->first && ret->count < MOTIONS_MAX; i--) {
        size_t place = ret->count;
        if (!out->list[i - 1].text.length || (out->list[i - 1].weak && !weak))
            continue;
        for (; place && begins_before(&out->list[i - 1], &out->list[ret->list[place - 1]]); place--)
            ret->list[place] = ret->list[place - 1];
        ret->list[place] = i - 1;
        ret->count++;
    }
}

static bool is_noun(const struct sentence *sentence, size_t at)
{
    return at < sentence->count && (pattern_at(PATTERN_MOTION, sentence, at) ||
                                    pattern_at(PATTERN_VOTED_NOUN, sentence, at));
}

/* Returns the place of the noun of a motion, or the number of words. */
static size_t noun_of(const struct sentence *sentence)
{
    size_t at = 0;
    while (at < sentence->count && !is_noun(sentence, at))
        at++;
    return at;
}

/* Returns the place among `count` motions, from 1, that a word names before their noun or, if there
 * is no noun, before a verb: "the first motion", "The former was". Returns 0 if none does. */
static size_t place_of(const struct sentence *sentence, size_t noun, size_t count)
{
    const bool named = noun < sentence->count;
    const size_t first = named && noun ? noun - 1 : 0;
    const size_t end = named || noun < BEFORE_VERB_MAX ? noun : BEFORE_VERB_MAX;
    unsigned place = 0;
    for (size_t at = first; at < end; at++) {
        const struct text_span word = sentence_part(sentence, at, at + 1);
        if (!named && !pattern_at(PATTERN_PASSIVE, sentence, at + 1))
            continue;
        if (pattern_at(PATTERN_FORMER, sentence, at))
            return count == 2 ? 1 : 0;
        if (pattern_at(PATTERN_LATTER, sentence, at))
            return count;
        if (words_ordinal_at(word.text, word.length, &place) == word.length)
            return place <= count ? place : 0;
    }
    return 0;
}

/* Returns true if a word of a sentence is the surname at the end of a name. */
static bool is_surname(const struct sentence *sentence, size_t at, struct text_span name)
{
    struct sentence words;
    sentence_read_all(name, &words);
    return words.count && sentence->list[at].upper &&
           !strcmp(words.list[words.count - 1].fold, sentence->list[at].fold);
}

/* Returns true if a surname beside the noun of a motion says whose motion it is: "Moor's motion",
 * "the motion of Bob Moor". */
static bool is_beside(const struct sentence *sentence, size_t noun, size_t at)
{
    if (at < noun)
        return at + 1 == noun || (at + 2 == noun && !strcmp(sentence->list[at + 1].fold, "s"));
    for (size_t word = noun + 1; word < at; word++)
        if (!sentence->list[word].upper && !pattern_at(PATTERN_OF_MOVER, sentence, word))
            return false;
    return at > noun;
}

/* Returns true if a sentence names the mover of a decision beside the noun of the motion. */
static bool names_mover(const struct decisions *decisions, const struct decision *decision,
                        const struct sentence *sentence, size_t noun)
{
    const size_t first = noun > 2 ? noun - 2 : 0;
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        for (size_t at = first; at <= noun + NAME_WORDS_MAX && at < sentence->count &&
                                part->role == PART_MOVER && part->span.length;
             at++)
            if (is_surname(sentence, at, part->span) && is_beside(sentence, noun, at))
                return true;
    }
    return false;
}

/* Returns true if a sentence names the number of a decision beside the noun of the motion. */
static bool names_number(const struct decision *decision, const struct sentence *sentence,
                         size_t noun)
{
    if (noun + 1 >= sentence->count || !decision->number.length)
        return false;
    const struct text_span number = sentence_part(sentence, noun + 1, noun + 2);
    return number.length == decision->number.length &&
           !memcmp(number.text, decision->number.text, number.length);
}

/* Returns the only motion without a result whose mover, or else whose number, a sentence names, or
 * the number of decisions. */
static size_t only_motion(const struct decision_reader *reader, const struct motions *motions,
                          const struct sentence *sentence, size_t noun, bool mover)
{
    const struct decisions *out = reader->out;
    size_t found = out->count;
    for (size_t i = 0; i < motions->count && noun < sentence->count; i++) {
        const struct decision *decision = &out->list[motions->list[i]];
        if (decision->result || !(mover ? names_mover(out, decision, sentence, noun)
                                        : names_number(decision, sentence, noun)))
            continue;
        if (found < out->count)
            return out->count;
        found = motions->list[i];
    }
    return found;
}

/* Returns the motion without a result that shares more words with a sentence than each other one,
 * or the number of decisions. */
static size_t motion_of_words(const struct decision_reader *reader, const struct motions *motions,
                              const struct sentence *sentence, const struct sentence_marks *marks)
{
    const struct decisions *out = reader->out;
    size_t found = out->count, most = 0;
    for (size_t i = 0; i < motions->count; i++) {
        const struct decision *decision = &out->list[motions->list[i]];
        const size_t shared = decision_shared_words(sentence, marks, decision->text);
        if (shared > most)
            found = motions->list[i];
        else if (shared == most)
            found = out->count;
        most = shared > most ? shared : most;
    }
    return found < out->count && out->list[found].result ? out->count : found;
}

/* Returns the motion that the place in a sentence names, or the number of decisions. */
static size_t motion_of_place(const struct decision_reader *reader, const struct motions *all,
                              const struct sentence *sentence, size_t noun)
{
    struct motions firm;
    find_motions(reader, false, &firm);
    const struct motions *motions = firm.count ? &firm : all;
    const size_t place = place_of(sentence, noun, motions->count);
    return place ? motions->list[place - 1] : reader->out->count;
}

/* Returns the motion that a sentence names, or the number of decisions. */
static size_t named_motion(const struct decision_reader *reader, const struct sentence *sentence,
                           const struct sentence_marks *marks)
{
    struct motions motions;
    const size_t noun = noun_of(sentence), none = reader->out->count;
    find_motions(reader, true, &motions);
    if (motions.count < 2)
        return none;
    size_t found = only_motion(reader, &motions, sentence, noun, false);
    if (found == none)
        found = only_motion(reader, &motions, sentence, noun, true);
    if (found == none)
        found = motion_of_place(reader, &motions, sentence, noun);
    return found == none && !marks->prose ? motion_of_words(reader, &motions, sentence, marks)
                                          : found;
}

/* Returns the last motion without a result that is, or is not, a counter-motion, or the number of
 * decisions. */
static size_t last_motion(const struct decision_reader *reader, bool counter)
{
    const struct decisions *out = reader->out;
    struct motions motions;
    find_motions(reader, true, &motions);
    for (size_t i = motions.count; i; i--)
        if (out->list[motions.list[i - 1]].counter == counter &&
            !out->list[motions.list[i - 1]].result)
            return motions.list[i - 1];
    return out->count;
}

bool decision_names_last_motion(const struct decision_reader *reader,
                                const struct sentence *sentence)
{
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    return reader->state.open && decision->counter && !decision->result &&
           (reader->state.substitute || is_noun(sentence, 0)) &&
           !pattern_is_in(PATTERN_ORIGINAL_MOTION, sentence);
}

/* Returns the counter-motion that a sentence names, or the motion against which the open one is if
 * it names a motion; or the number of decisions. */
static size_t opposed_motion(const struct decision_reader *reader, const struct sentence *sentence,
                             const struct sentence_marks *marks)
{
    if (marks->counter)
        return last_motion(reader, true);
    if (reader->state.open && decision_names_last_motion(reader, sentence))
        return reader->out->count - 1;
    return reader->state.open && reader->out->list[reader->out->count - 1].counter &&
                   noun_of(sentence) < sentence->count
               ? last_motion(reader, false)
               : reader->out->count;
}

bool decision_reader_turn_to_named(struct decision_reader *reader, size_t block,
                                   const struct sentence *sentence,
                                   const struct sentence_marks *marks)
{
    if (!(marks->result || marks->counts.count || marks->unanimous) || marks->all ||
        marks->amendment || marks->subsidiary || marks->amended_motion || marks->elects)
        return false;
    size_t found = opposed_motion(reader, sentence, marks);
    if (found == reader->out->count && !marks->counter)
        found = named_motion(reader, sentence, marks);
    if (found == reader->out->count || reader->out->list[found].result)
        return false;
    if (!reader->state.open || found + 1 < reader->out->count)
        decision_reader_reopen(reader, block, found);
    return true;
}
