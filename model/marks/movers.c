/* Movers and seconders (V3). */
#include "marks/marks.h"
#include "members/member.h"
#include "phrases/word_class.h"

enum {
    BEFORE_MOVED_MAX = 2,  /* words before "proposed by": "It was" */
    BRACKET_BYTES_MAX = 60 /* of the mover and the seconder in brackets */
};

static void add_mover(struct sentence_marks *marks, struct text_span name)
{
    if (marks->mover_count < NAMES_MAX)
        marks->movers[marks->mover_count++] = name;
    marks->moved = true;
}

/* Returns true if a word is "moved" at the end of a clause, before "and" and a seconder, or after
 * "so". */
static bool is_moved_alone(const struct sentence *sentence, size_t at)
{
    if (!pattern_at(PATTERN_MOVED, sentence, at))
        return false;
    if (at + 1 == sentence->count || sentence->list[at + 1].before == ',' ||
        (at && pattern_at(PATTERN_SO, sentence, at - 1)))
        return true;
    return span_is(WORDS_AND, sentence_part(sentence, at + 1, at + 2)) &&
           pattern_is_in(PATTERN_SECONDED, sentence);
}

/* Returns true if "moved to" and a verb begin at a word. "moved to the window", "moved to item 3"
 * and "moved to Berlin" have no verb. */
static bool moves_to_verb(const struct sentence *sentence, size_t at)
{
    const size_t words = pattern_at(PATTERN_MOVES_TO, sentence, at);
    if (!words || at + words + 1 >= sentence->count)
        return false;
    const struct sentence_word *verb = &sentence->list[at + words];
    const struct text_span span = sentence_part(sentence, at + words, at + words + 1);
    return !verb->upper && !verb->number && verb->before == ' ' &&
           !span_is(WORDS_FUNCTION_WORD, span) &&
           !pattern_at(PATTERN_MOVED_PLACE, sentence, at + words);
}

/* Returns true if the word after a verb begins its object: "the work", "400 shells". */
static bool has_object(const struct sentence *sentence, size_t at)
{
    return at < sentence->count &&
           (sentence->list[at].number ||
            span_is(WORDS_FUNCTION_WORD, sentence_part(sentence, at, at + 1)));
}

/* Finds "N moved to ..." (V3). */
static void find_mover_before(const struct sentence *sentence, bool spoken,
                              struct sentence_marks *marks)
{
    for (size_t at = 0; at < sentence->count && !marks->moved; at++) {
        struct text_span name = {NULL, 0};
        const bool moves_to = moves_to_verb(sentence, at);
        const bool sure = is_moved_alone(sentence, at) || pattern_at(PATTERN_MOVES, sentence, at) ||
                          (moves_to && has_object(sentence, at + 3));
        if (!sure && !moves_to && !pattern_at(PATTERN_PROPOSES, sentence, at))
            continue;
        const bool first_person = spoken && at && pattern_at(PATTERN_I, sentence, at - 1);
        if (!sentence_name_before(sentence, at, &name) && !first_person)
            continue;
        add_mover(marks, name);
        marks->moved_weak = !sure;
    }
    if (!marks->moved && spoken && pattern_is_in(PATTERN_I_MOVE, sentence))
        add_mover(marks, (struct text_span){NULL, 0});
}

/* Finds "It was proposed to ...", "Se propone ...", "Motion to ..." at the beginning of a sentence,
 * which names no mover. */
static void find_proposal(const struct sentence *sentence, bool spoken,
                          struct sentence_marks *marks)
{
    if (marks->moved || spoken ||
        (!pattern_at(PATTERN_IS_PROPOSED, sentence, 0) &&
         !pattern_at(PATTERN_MOTION_TO, sentence, 0)))
        return;
    marks->moved = marks->moved_weak = true;
}

/* Adds the movers whose names begin at a word. */
static void add_movers_after(const struct sentence *sentence, size_t at,
                             struct sentence_marks *marks)
{
    struct text_span names[NAMES_MAX];
    const size_t count = sentence_names_after(sentence, at, names);
    for (size_t i = 0; i < count; i++)
        add_mover(marks, names[i]);
}

/* Finds "Motion to adjourn by N". */
static void find_motion_by(const struct sentence *sentence, struct sentence_marks *marks)
{
    size_t at;
    if (!marks->moved && pattern_at(PATTERN_MOTION_TO, sentence, 0) &&
        pattern_find(PATTERN_MOTION_BY, sentence, 2, &at) && at <= CERTAIN_WORDS_MAX)
        add_movers_after(sentence, at + 1, marks);
}

/* Returns true if the words from `at` to `end` introduce a mover: they end in "by" or the like;
 * they begin the sentence or a bracket, and a colon follows; or they begin a sentence that also
 * names the seconder: "Proposed N, seconded N". "1st" does so only at the beginning of a clause. */
static bool introduces_mover(const struct sentence *sentence, size_t at, size_t end)
{
    const char before = sentence->list[at].before;
    if (end >= sentence->count)
        return false;
    const bool bare = (!at || before == '(') && strchr(" .", sentence->list[end].before) &&
                      sentence->list[end].upper && pattern_is_in(PATTERN_SECONDS, sentence);
    if (!bare && !pattern_at(PATTERN_OF_MOVER, sentence, end - 1) &&
        ((at && before != '(') || sentence->list[end].before != ':'))
        return false;
    return !at || before == ',' || before == ';' || !pattern_at(PATTERN_FIRST, sentence, at);
}

/* Finds "moved by N", "Moved: N", "proposé par N". */
static void find_mover_after(const struct sentence *sentence, struct sentence_marks *marks)
{
    for (size_t at = 0; at < sentence->count && !marks->moved; at++) {
        const size_t words = pattern_at(PATTERN_MOVED_BY, sentence, at);
        if (words && introduces_mover(sentence, at, at + words))
            add_movers_after(sentence, at + words, marks);
    }
}

static void add_seconder(struct sentence_marks *marks, struct text_span name)
{
    if (marks->seconder_count < NAMES_MAX && name.length)
        marks->seconders[marks->seconder_count++] = name;
    marks->seconded = true;
}

/* Adds the seconders after a word about them: "seconded by N", "2nd: N". Returns false if there are
 * none. */
static bool add_seconders_after(const struct sentence *sentence, size_t at, bool by,
                                struct sentence_marks *marks)
{
    struct text_span names[NAMES_MAX];
    const bool colon = at + 1 < sentence->count && sentence->list[at + 1].before == ':';
    size_t mover;
    const bool behind = pattern_find(PATTERN_MOVED_BY, sentence, 0, &mover) && mover < at &&
                        at + 1 < sentence->count && sentence->list[at + 1].upper;
    const bool begins = !at || behind || strchr(",;/", sentence->list[at].before);
    if (!by && !colon && !pattern_at(PATTERN_SECONDER, sentence, at) &&
        !(begins && pattern_at(PATTERN_SECONDED, sentence, at)))
        return false;
    const size_t count = sentence_names_after(sentence, at + 1 + by, names);
    for (size_t i = 0; i < count; i++)
        add_seconder(marks, names[i]);
    return count > 0;
}

/* Reads a word about a seconder. "second" counts only after a name, before "by" or "the motion", or
 * at the beginning. Returns false if it is an ordinal number. */
static bool read_seconder_at(const struct sentence *sentence, size_t at, bool spoken,
                             struct sentence_marks *marks)
{
    struct text_span name;
    const bool by = pattern_at(PATTERN_BY, sentence, at + 1) > 0;
    const bool sure = pattern_at(PATTERN_SECONDED, sentence, at) > 0;
    const bool ordinal =
        !sure && at + 1 < sentence->count && !pattern_at(PATTERN_AFTER_SECOND, sentence, at + 1);
    if (add_seconders_after(sentence, at, by, marks))
        return true;
    if (!ordinal && sentence_name_before(sentence, at, &name)) {
        add_seconder(marks, name);
        return true;
    }
    const bool alone =
        sentence->count - at <= 2 || pattern_at(PATTERN_THE_MOTION, sentence, at + 1);
    if (!(sure && (at == 0 || sentence->list[at].before == ',' || by)) &&
        !(at == 0 && alone && !ordinal) &&
        !(spoken && at && pattern_at(PATTERN_I, sentence, at - 1) && alone))
        return false;
    add_seconder(marks, (struct text_span){NULL, 0});
    return true;
}

/* Finds "N seconded", "seconded by N", "2nd: N" (V3). */
static void find_seconder(const struct sentence *sentence, bool spoken,
                          struct sentence_marks *marks)
{
    for (size_t at = 0; at < sentence->count; at++)
        if (pattern_at(PATTERN_SECONDS, sentence, at) &&
            read_seconder_at(sentence, at, spoken, marks))
            return;
}

/* Finds "M/S N/N to ...", the mover and the seconder, perhaps "M/S/C". */
static void find_movers_after_letters(const struct sentence *sentence, struct sentence_marks *marks)
{
    struct text_span name[NAMES_MAX];
    for (size_t at = 0; at + 3 < sentence->count && !marks->moved; at++) {
        if (strcmp(sentence->list[at].fold, "m") != 0 || !sentence->list[at].upper ||
            strcmp(sentence->list[at + 1].fold, "s") != 0 || sentence->list[at + 1].before != '/')
            continue;
        const size_t first =
            at + 2 +
            (sentence->list[at + 2].before == '/' && !strcmp(sentence->list[at + 2].fold, "c"));
        if (sentence_names_after(sentence, first, name) != 1)
            return;
        size_t next = first;
        while (next < sentence->count &&
               sentence->text.text + sentence->list[next].start < name[0].text + name[0].length)
            next++;
        if (next >= sentence->count || sentence->list[next].before != '/')
            return;
        add_mover(marks, name[0]);
        if (sentence_names_after(sentence, next, name))
            add_seconder(marks, name[0]);
    }
}

/* Reads a name with a capital, or a handle, that ends before a byte. */
static bool take_name(struct text_span text, size_t from, size_t to, struct text_span *ret_name)
{
    *ret_name = text_span_strip(text_span_part(text, from, to), " .");
    return ret_name->length && member_is_name(*ret_name, *ret_name->text == '@');
}

bool text_has_movers_in_brackets(struct text_span text, struct text_span *ret_mover,
                                 struct text_span *ret_seconder)
{
    const size_t open = text_span_find(text, 0, "("), close = text_span_find(text, open, ")");
    const size_t slash = text_span_find(text, open, "/");
    return close < text.length && slash < close && close - open <= BRACKET_BYTES_MAX &&
           text_span_find(text, slash + 1, "/") > close &&
           take_name(text, open + 1, slash, ret_mover) &&
           take_name(text, slash + 1, close, ret_seconder);
}

/* Finds "(N/N)", the mover and the seconder, at the beginning or the end of a sentence with a
 * result or the word "motion". */
static void find_movers_in_brackets(const struct sentence *sentence, struct sentence_marks *marks)
{
    struct text_span mover, seconder;
    size_t at;
    const struct text_span text =
        text_span_part(sentence->text, sentence->list[0].start ? sentence->list[0].start - 1 : 0,
                       sentence->list[sentence->count - 1].end +
                           (sentence->list[sentence->count - 1].after == ')'));
    if (marks->mover_count || !text_has_movers_in_brackets(text, &mover, &seconder) ||
        !(result_find(sentence, 0, &at, &(struct text_span){NULL, 0}) ||
          pattern_is_in(PATTERN_MOTION, sentence)))
        return;
    add_mover(marks, mover);
    add_seconder(marks, seconder);
    marks->slashed = true;
    marks->bracketed = text_span_begins(text, "(");
}

void sentence_marks_find_movers(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks)
{
    find_mover_after(sentence, marks);
    find_movers_after_letters(sentence, marks);
    find_motion_by(sentence, marks);
    find_mover_before(sentence, spoken, marks);
    find_proposal(sentence, spoken, marks);
    find_seconder(sentence, spoken, marks);
    find_movers_in_brackets(sentence, marks);
}

/* Returns true if a word of a sentence with names is one, or joins them. */
static bool is_word_of_names(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const struct text_span span = text_span_part(sentence->text, word->start, word->end);
    return word->upper || pattern_at(PATTERN_SECONDS, sentence, at) ||
           pattern_at(PATTERN_BY, sentence, at) || span_is(WORDS_AND, span);
}

bool sentence_is_names(const struct sentence *sentence)
{
    size_t at = pattern_at(PATTERN_MOVED_BY, sentence, 0);
    if (!at || at >= sentence->count || !introduces_mover(sentence, 0, at))
        return false;
    while (at < sentence->count && is_word_of_names(sentence, at))
        at++;
    return at == sentence->count;
}

/* Returns true if words that decide begin at a word: "RESOLVED that", "it was agreed to". */
static bool decides_at(const struct sentence *sentence, size_t at)
{
    return pattern_at(PATTERN_RESOLVED_THAT, sentence, at) ||
           pattern_at(PATTERN_AGREED_TO, sentence, at) || pattern_at(PATTERN_DECIDES, sentence, at);
}

size_t sentence_resolved_after_names(const struct sentence *sentence)
{
    size_t at;
    const size_t words = pattern_find(PATTERN_MOVED_BY, sentence, 0, &at);
    if (!words || at > BEFORE_MOVED_MAX)
        return 0;
    for (at += words; at < sentence->count; at++)
        if (decides_at(sentence, at))
            return at;
        else if (!is_word_of_names(sentence, at) && !pattern_at(PATTERN_UNANIMOUSLY, sentence, at))
            return 0;
    return 0;
}
