#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    VOTES_MAX = 9999,
    SCORE_WORDS = 3,  /* before a score */
    AMENDED_WORDS = 5 /* between a result and its score: "in der so geänderten Fassung" */
};

/* The words of options. */
static const struct {
    enum words_pattern pattern;
    const char *option;
} options[] = {{PATTERN_YES, "yes"}, {PATTERN_NO, "no"}, {PATTERN_ABSTAIN, "abstain"}};

/* Returns the number that a word says, or -1. */
static int number_of(const struct sentence_word *word)
{
    int value = 0;
    if (!word->number)
        return words_number(word->fold, strlen(word->fold));
    for (const char *digit = word->fold; *digit && value <= VOTES_MAX; digit++)
        value = value * 10 + (*digit - '0');
    return value <= VOTES_MAX ? value : -1;
}

static void add_count(struct vote_counts *counts, const char *option, int value)
{
    for (size_t i = 0; i < counts->count; i++)
        if (!strcmp(counts->list[i].option, option)) {
            counts->unclear |= counts->list[i].value != value;
            return;
        }
    if (counts->count < VOTE_COUNTS_MAX)
        counts->list[counts->count++] = (struct vote_count){option, value};
}

/* Returns the number of words of the option at a word, or 0. */
static size_t option_at(const struct sentence *sentence, size_t at, const char **ret_option)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const size_t words = pattern_at(options[i].pattern, sentence, at);
        if (!words)
            continue;
        *ret_option = options[i].option;
        return words;
    }
    return 0;
}

/* Returns true if a number is ordinal: a point and another word directly follow it, as in "1.º". */
static bool is_ordinal(const struct sentence *sentence, size_t at)
{
    return at + 1 < sentence->count && sentence->list[at].after == '.' &&
           sentence->list[at + 1].start == sentence->list[at].end + 1;
}

/* Returns true if a number may be the count of the word before it: "Ja: 9", "Pour 7". If `counted`
 * is true, because other counts are before it, a point after it may end the sentence. */
static bool may_be_count(const struct sentence *sentence, size_t at, bool counted)
{
    return at < sentence->count && sentence->list[at].number &&
           strchr(": =-(", sentence->list[at].before) && !is_ordinal(sentence, at) &&
           (counted || strchr(":=", sentence->list[at].before) || at + 1 == sentence->count ||
            sentence->list[at + 1].before != '.' || sentence->list[at].after != '.');
}

/* Counts with the words of options, while they are read. */
struct option_counts {
    struct vote_counts found;
    bool first;     /* true if the option came first in all of them */
    bool digits;    /* true if one of them has digits */
    bool only;      /* false if a number before an option is a word */
    bool loose;     /* true if words only follow each other, as in "for 2032" and "300 for" */
    size_t covered; /* words of the sentence */
};

/* Returns the number of words in the brackets that begin before a word, which name voters. */
static size_t words_in_brackets(const struct sentence *sentence, size_t at)
{
    size_t words = 0;
    if (at >= sentence->count || sentence->list[at].before != '(')
        return 0;
    const size_t end = text_span_find(sentence->text, sentence->list[at].start, ")");
    while (at + words < sentence->count && sentence->list[at + words].start < end)
        words++;
    return words;
}

/* Reads "Ja: 9" at a word. Returns its number of words, or 0. The number may rather belong to the
 * option after it: "Ja 9 Nein". */
static size_t option_first_at(const struct sentence *sentence, size_t at,
                              struct option_counts *counts)
{
    const char *option = NULL, *other;
    const size_t words = option_at(sentence, at, &option);
    if (!words || !may_be_count(sentence, at + words, counts->first && counts->found.count))
        return 0;
    const size_t next = at + words + 1;
    const size_t more = option_at(sentence, next, &other);
    if (sentence->list[at + words].before == ' ' && more && sentence->list[next].before == ' ' &&
        !may_be_count(sentence, next + more, false))
        return 0;
    add_count(&counts->found, option, number_of(&sentence->list[at + words]));
    counts->digits = true;
    counts->loose = counts->loose || (words == 1 && sentence->list[at + words].before == ' ');
    return words + 1 + words_in_brackets(sentence, next);
}

/* Returns true if words such as "to" or "votes to" join the number at `at` and another number,
 * which is word *ret_next. */
static bool joined_by_word_at(const struct sentence *sentence, size_t at, size_t *ret_next)
{
    const size_t words = pattern_at(PATTERN_SCORE, sentence, at + 1);
    *ret_next = at + 1 + words;
    return words && *ret_next < sentence->count && sentence->list[*ret_next].number &&
           sentence->list[at + 1].before == ' ' && sentence->list[*ret_next].before == ' ';
}

/* Returns true if "-", "/", or a ":" that is not part of a time, is between two numbers. */
static bool joined_by_mark(const struct sentence *sentence, size_t at)
{
    static const char dash[] = "\xE2\x80\x93";
    const struct sentence_word *word = &sentence->list[at], *next = word + 1;
    const struct text_span all = text_span_part(sentence->text, word->end, next->start);
    const struct text_span between = text_span_trim(all);
    if (between.length == 1 && *between.text == ':')
        return all.length > 1 || next->end - next->start == 1;
    return (between.length == 1 && (*between.text == '-' || *between.text == '/')) ||
           (between.length == strlen(dash) && text_span_begins(between, dash));
}

/* Reports whether a result begins at a word: "mit 9 Ja-Stimmen angenommen". */
static bool is_result_at(const struct sentence *sentence, size_t at)
{
    struct text_span words;
    size_t found;
    return result_find(sentence, at, &found, &words) && found == at;
}

/* Returns the number of words after a number that only say "votes", which were in favour unless the
 * motion was rejected: "mit 4 Stimmen bei einer Enthaltung". Returns 0 if they do not. */
static size_t bare_votes_at(const struct sentence *sentence, size_t at)
{
    struct text_span words;
    size_t found;
    if (!at || !pattern_at(PATTERN_BEFORE_SCORE, sentence, at - 1) ||
        pattern_is_in(PATTERN_ELECTED_WORD, sentence))
        return 0;
    const char *result = result_find(sentence, 0, &found, &words);
    return result && strcmp(result, "adopted") != 0
               ? 0
               : pattern_at(PATTERN_BARE_VOTES, sentence, at + 1);
}

/* Reads "9 Ja-Stimmen" at a word. Returns its number of words, or 0. The number may rather be that
 * of the word before it: "Exprimés : 11 - Pour : 9". */
static size_t number_first_at(const struct sentence *sentence, size_t at,
                              struct option_counts *counts)
{
    const char *option = NULL;
    const int value = number_of(&sentence->list[at]);
    if (value < 0 || at + 1 >= sentence->count || sentence->list[at + 1].before == ',' ||
        sentence->list[at + 1].before == ';')
        return 0;
    if (at && sentence->list[at + 1].before == '(' && sentence->list[at - 1].number &&
        joined_by_mark(sentence, at - 1))
        return 0; /* "4 : 2 (against: A. Example)" */
    size_t words = option_at(sentence, at + 1, &option);
    if (!words && (words = bare_votes_at(sentence, at)) > 0)
        option = "yes";
    if (!words || (at + 1 + words < sentence->count && sentence->list[at + 1 + words].number &&
                   strchr(":=", sentence->list[at + 1 + words].before)))
        return 0;
    add_count(&counts->found, option, value);
    counts->first = false;
    counts->only = counts->only && sentence->list[at].number;
    counts->digits = counts->digits || sentence->list[at].number;
    counts->loose = counts->loose || (words == 1 && at + 1 + words < sentence->count &&
                                      sentence->list[at + 1 + words].before == ' ' &&
                                      !is_result_at(sentence, at + 1 + words));
    return words + 1;
}

/* Reads the number of voters, "Votants: 12", at a word. Returns its number of words, or 0. */
static size_t voters_at(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const struct text_span span = text_span_part(sentence->text, word->start, word->end);
    return span_is(WORDS_VOTERS, span) && may_be_count(sentence, at + 1, false) ? 2 : 0;
}

/* Returns true if a number and the next one are a score with a dash; *ret_second is the next. */
static bool joined_by_dash_at(const struct sentence *sentence, size_t at, size_t *ret_second)
{
    *ret_second = at + 1;
    return at + 1 < sentence->count && sentence->list[at + 1].number &&
           sentence->list[at + 1].before == '-' &&
           sentence->list[at + 1].start == sentence->list[at].end + 1;
}

/* Reads "Ja: 9" and "9 Ja-Stimmen". */
static void read_options(const struct sentence *sentence, bool vote, struct vote_counts *counts)
{
    struct option_counts read = {.first = true, .only = true};
    bool voters = false;
    for (size_t at = 0, second; at < sentence->count;) {
        if (sentence->list[at].number && (joined_by_word_at(sentence, at, &second) ||
                                          joined_by_dash_at(sentence, at, &second))) {
            at = second + 1; /* "5 voix contre 2", "3-1 in favour" */
            continue;
        }
        size_t words = option_first_at(sentence, at, &read);
        words = words ? words : number_first_at(sentence, at, &read);
        const size_t voters_words = words ? 0 : voters_at(sentence, at);
        voters = voters || voters_words;
        words += voters_words;
        read.covered += words;
        at += words ? words : 1;
    }
    const bool whole = read.covered == sentence->count;
    vote = vote || voters;
    const bool abstention = read.found.count == 1 && !strcmp(read.found.list[0].option, "abstain");
    const bool worded = vote && (abstention || (read.found.count > 1 && !read.loose));
    if (!read.found.count || read.found.unclear || (!read.digits && !worded) ||
        (!vote && !whole && read.found.count < 2))
        return; /* "unanimously with one abstention" */
    if (!vote && whole && !read.only)
        return;
    if (read.found.count == 1 && read.loose && !whole && !abstention &&
        !sentence_has_vote_label(sentence))
        return; /* "the budget for 2032", "£300 for 6 lamps" */
    for (size_t i = 0; i < read.found.count; i++)
        add_count(counts, read.found.list[i].option, read.found.list[i].value);
    counts->marked = counts->marked || voters || (whole && (read.first || read.found.count > 1));
}

/* Reads "SF: 1 F: 4 N: 15 A: 0 SA: 0". */
static void read_strengths(const struct sentence *sentence, struct vote_counts *counts)
{
    static const char *const letters[] = {"sf", "f", "n", "a", "sa", "wf", "wa"};
    static const char *const names[] = {
        "strongly favor",   "favor",        "neutral",       "against",
        "strongly against", "weakly favor", "weakly against"};
    struct vote_counts found = {0};
    bool strong = false;
    for (size_t at = 0; at + 1 < sentence->count; at++)
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            const struct sentence_word *word = &sentence->list[at];
            const char mark = sentence->list[at + 1].before;
            if (!strcmp(word->fold, letters[i]) && word->upper && sentence->list[at + 1].number &&
                (mark == ':' || mark == '=' || mark == '-')) {
                add_count(&found, names[i], number_of(&sentence->list[at + 1]));
                strong = strong || word->capitals;
            }
        }
    const bool single = sentence->count == 2 && found.count == 1;
    if (!single && (found.count < 3 || !strong))
        return;
    for (size_t i = 0; i < found.count; i++)
        add_count(counts, found.list[i].option, found.list[i].value);
    counts->options = true;
    counts->marked = true;
}

/* Returns true if words `at` and `at` + 1 are numbers that "-", "/", "to" or "a" joins; *ret_next
 * is the word of the second. */
static bool joined_at(const struct sentence *sentence, size_t at, size_t *ret_next)
{
    if (at + 1 >= sentence->count || !sentence->list[at].number)
        return false;
    if (!sentence->list[at + 1].number)
        return joined_by_word_at(sentence, at, ret_next);
    *ret_next = at + 1;
    return joined_by_mark(sentence, at);
}

/* Returns true if a number is that of a file: "31/00123". */
static bool has_leading_zero(const struct sentence_word *word)
{
    return word->fold[0] == '0' && word->fold[1];
}

static bool is_vote_at(const struct sentence *sentence, size_t at)
{
    return at < sentence->count &&
           (pattern_at(PATTERN_VOTE, sentence, at) || pattern_at(PATTERN_VOTE_NOUN, sentence, at));
}

/* Returns the word at which "as amended" before a word begins, or that word. */
static size_t before_amended(const struct sentence *sentence, size_t at)
{
    for (size_t words = AMENDED_WORDS; words; words--)
        if (words < at && pattern_at(PATTERN_AMENDED, sentence, at - words) == words)
            return at - words;
    return at;
}

/* Returns true if numbers from word `at` to before `end` stand where the counts of a vote do:
 * first, after a mark, or close behind a result or a word for a vote, as "3-0" in "carried by 3-0",
 * but not "4-1" in "Ordinance 4-1 failed" and "3-4" in "set the term at 3-4 years". */
static bool is_place_of_score(const struct sentence *sentence, size_t at, size_t end)
{
    struct text_span words;
    size_t found;
    if (at == 0 || strchr("(:,;=-+", sentence->list[at].before) ||
        pattern_at(PATTERN_BEFORE_SCORE, sentence, at - 1) ||
        pattern_at(PATTERN_PASSIVE, sentence, at - 1) || is_vote_at(sentence, at + 1) ||
        is_vote_at(sentence, end))
        return true;
    at = before_amended(sentence, at);
    const size_t from = at > SCORE_WORDS ? at - SCORE_WORDS : 0;
    for (size_t word = from; word < at; word++)
        if (is_vote_at(sentence, word) || pattern_at(PATTERN_VOTED_SCORE, sentence, word))
            return true;
    return result_find(sentence, from, &found, &words) && found < at &&
           words.text + words.length == sentence->text.text + sentence->list[at - 1].end;
}

/* Reads "3-0", "8/0/1" and "12 to 4". Numbers of more than three digits are years. */
static void read_score(const struct sentence *sentence, struct vote_counts *counts)
{
    for (size_t at = 0; at < sentence->count; at++) {
        size_t second, third, fourth;
        if (!joined_at(sentence, at, &second) || pattern_at(PATTERN_TWO_THIRDS, sentence, at) ||
            pattern_at(PATTERN_THREE_QUARTERS, sentence, at))
            continue;
        const bool three = joined_at(sentence, second, &third);
        const bool four = three && joined_at(sentence, third, &fourth);
        const int yes = number_of(&sentence->list[at]), no = number_of(&sentence->list[second]);
        const int abstain = three ? number_of(&sentence->list[third]) : 0;
        if (four || yes < 0 || yes > 999 || no < 0 || no > 999 || abstain < 0 || abstain > 999 ||
            has_leading_zero(&sentence->list[at]) || has_leading_zero(&sentence->list[second]))
            return;
        if (!is_place_of_score(sentence, at, (three ? third : second) + 1)) {
            at = three ? third : second;
            continue;
        }
        add_count(counts, "yes", yes);
        add_count(counts, "no", no);
        counts->worded = !sentence->list[at + 1].number;
        counts->score = true;
        if (three)
            add_count(counts, "abstain", abstain);
        return;
    }
}

void vote_counts_read(const struct sentence *sentence, bool vote, struct vote_counts *counts)
{
    read_strengths(sentence, counts);
    read_options(sentence, vote, counts);
    const struct vote_count first = counts->list[0];
    if (!vote || counts->count > 1 || (counts->count && strcmp(first.option, "abstain") != 0))
        return;
    const bool abstentions = counts->count > 0; /* "4-1 with 1 abstention" */
    counts->count = 0;
    read_score(sentence, counts);
    if (abstentions)
        add_count(counts, first.option, first.value);
}

void vote_counts_reject(const struct sentence *sentence, struct vote_counts *counts)
{
    if (!(counts->worded || counts->score) || counts->count < 2 ||
        counts->list[0].value <= counts->list[1].value ||
        pattern_is_in(PATTERN_TWO_THIRDS, sentence) ||
        pattern_is_in(PATTERN_THREE_QUARTERS, sentence) ||
        pattern_is_in(PATTERN_NO_MAJORITY, sentence))
        return;
    const int yes = counts->list[0].value;
    counts->list[0].value = counts->list[1].value;
    counts->list[1].value = yes;
    counts->turned = !counts->worded;
}

const char *ballot_label(struct text_span label)
{
    struct sentence sentence;
    const char *option;
    sentence_read_all(label, &sentence);
    if (!sentence.count || sentence.count > 3)
        return NULL;
    const size_t words = option_at(&sentence, 0, &option);
    return words && words == sentence.count ? option : NULL;
}
