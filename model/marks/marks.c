#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    PROSE_WORDS_MAX = 8,   /* the verb of V8 is among so many words */
    CLAUSE_WORDS_MAX = 16, /* or after a comma among so many */
    RESULT_WORDS_MAX = 8,  /* of "The motion passed unanimously by voice vote" */
    COUNT_WORDS_MAX = 2,   /* of "For: 2", whose words are too common to be asked for */
    TOLD_WORDS_MAX = 6,    /* from "told" to "that" */
    LABEL_WORDS_MAX = 4,   /* of the label of a vote */
    OUTCOME_WORDS_MAX = 4  /* of a sentence that is a unanimous result */
};

/* Returns true if the words of a sentence that decide, from `at` to `end`, are in a clause that
 * reports or asks, or in the perfect tense. */
static bool is_reported(const struct sentence *sentence, size_t at, size_t end)
{
    size_t other;
    for (size_t word = at; word && word + 2 > at; word--)
        if (pattern_at(PATTERN_SUBORDINATE, sentence, word - 1))
            return true;
        else if (!pattern_at(PATTERN_ARTICLE, sentence, word - 1))
            break;
    return pattern_find(PATTERN_NOT_DECIDING, sentence, 0, &other) && other <= end;
}

/* Finds the result of a sentence that decides to defer or to reject (V7). */
static void find_decided_result(const struct sentence *sentence, size_t from, size_t to,
                                struct sentence_marks *marks)
{
    struct text_span words;
    const char *result = result_of_decision(sentence, from, to, &words, &marks->doubtful);
    if (!result && !marks->doubtful)
        return;
    marks->result = result;
    marks->result_words = words;
}

/* Returns true if the subject of the words that decide, at `at`, is denied: "Not everyone agreed",
 * "Few members agreed". A result, "No se aprueba", is told apart from that. */
static bool is_denied(const struct sentence *sentence, size_t at,
                      const struct sentence_marks *marks)
{
    if (marks->result && strcmp(marks->result, "none") != 0)
        return false;
    for (; at && !strchr(",;:(", sentence->list[at].before); at--) {
        if (pattern_at(PATTERN_NOT, sentence, at - 1) || pattern_at(PATTERN_FEW, sentence, at - 1))
            return true;
        if (!pattern_at(PATTERN_ARTICLE, sentence, at - 1) &&
            !span_is(WORDS_COLLECTIVE, sentence_part(sentence, at - 1, at)))
            return false;
    }
    return false;
}

/* Returns the number of words that a sentence has in brackets after its first word. */
static size_t bracket_after_first(const struct sentence *sentence)
{
    size_t at = 1;
    if (sentence->count < 2 || sentence->list[1].before != '(')
        return 0;
    while (at < sentence->count && sentence->list[at].after != ')')
        at++;
    return at < sentence->count ? at : 0;
}

/* Returns what sentence_is_resolved does for a sentence that has no other words in brackets. */
static size_t resolved_at_once(const struct sentence *sentence)
{
    const size_t words = pattern_at(PATTERN_RESOLVED_THAT, sentence, 0);
    return words || !sentence->list[0].capitals ? words
                                                : pattern_at(PATTERN_AGREED_TO, sentence, 0);
}

size_t sentence_is_resolved(const struct sentence *sentence)
{
    if (!sentence->count || !sentence->list[0].upper)
        return 0;
    const size_t at_once = resolved_at_once(sentence);
    const size_t bracket = bracket_after_first(sentence);
    if (at_once || !bracket)
        return at_once;
    struct sentence rest = *sentence; /* "RESOLVED (4 for, 1 against) to move ..." */
    rest.count -= bracket;
    memmove(rest.list + 1, rest.list + 1 + bracket, (rest.count - 1) * sizeof *rest.list);
    const size_t words = resolved_at_once(&rest);
    return words ? words + bracket : 0;
}

/* Finds what a sentence decides after its mover and seconder. */
static void find_resolved(const struct sentence *sentence, struct sentence_marks *marks)
{
    marks->resolved = marks->moved ? sentence_resolved_after_names(sentence) : 0;
    if (!marks->resolved || marks->prose)
        return;
    marks->prose = true;
    marks->prose_end = marks->resolved + 1;
    find_decided_result(sentence, marks->resolved, marks->prose_end, marks);
}

/* Returns the number of words of the opinion that a sentence gives, and nothing else, or 0: "Avis
 * défavorable à l'unanimité". */
static size_t opinion_alone(const struct sentence *sentence)
{
    const size_t words = pattern_at(PATTERN_OPINION, sentence, 0);
    size_t at = words;
    for (size_t more; words && (more = pattern_at(PATTERN_UNANIMOUSLY, sentence, at));)
        at += more;
    return at == sentence->count || strchr(",:(", sentence->list[at].before) ? words : 0;
}

/* Returns true if a sentence, from a word on, ends with a negation of its verb: "stimmt dem Kauf
 * nicht zu". */
static bool is_refused_at_end(const struct sentence *sentence, size_t from)
{
    for (size_t at = from; at < sentence->count; at++) {
        const size_t end = at + pattern_at(PATTERN_REFUSED_AT_END, sentence, at);
        if (end > at && (end == sentence->count || strchr(",;(", sentence->list[end].before)))
            return true;
    }
    return false;
}

static void set_refused(const struct sentence *sentence, size_t at, struct sentence_marks *marks)
{
    marks->result = "rejected";
    marks->result_words = sentence_part(sentence, at, sentence->count);
    marks->doubtful = false;
}

/* Finds a sentence that decides (V8). */
static void find_prose(const struct sentence *sentence, struct sentence_marks *marks)
{
    bool inside = false;
    size_t read = 0; /* words, without those in brackets */
    for (size_t at = 0; at < sentence->count && read < CLAUSE_WORDS_MAX && !marks->prose; at++) {
        const bool clause = strchr(",)", sentence->list[at].before) != NULL;
        inside = sentence->list[at].before == '(' ||
                 (inside && at && sentence->list[at - 1].after != ')');
        read += !inside;
        if (at >= PROSE_WORDS_MAX && !clause)
            continue;
        size_t words = pattern_at(PATTERN_DECIDES, sentence, at);
        if (!words && (clause || !at))
            words = pattern_at(PATTERN_DECIDES_ALONE, sentence, at);
        if (!words && !at)
            words = sentence_is_resolved(sentence);
        if (!words && !at)
            words = opinion_alone(sentence);
        const size_t refuses = pattern_at(PATTERN_REFUSES, sentence, at);
        words = refuses > words ? refuses : words;
        marks->prose = words && (clause || !at || at + words <= PROSE_WORDS_MAX) &&
                       !is_reported(sentence, at, at + words) && !is_denied(sentence, at, marks);
        if (!marks->prose)
            continue;
        marks->prose_end = at + words;
        find_decided_result(sentence, at, at + words, marks);
        if (refuses || is_refused_at_end(sentence, at + words))
            set_refused(sentence, at, marks);
    }
}

bool sentence_has_vote_label(const struct sentence *sentence)
{
    for (size_t i = 1; i < sentence->count && i <= LABEL_WORDS_MAX; i++)
        if (sentence->list[i].before == ':')
            return span_is(WORDS_VOTE, sentence_part(sentence, 0, i));
    return false;
}

/* Returns true if a sentence begins with the label of ballots, and their voters. */
static bool begins_ballots(const struct sentence *sentence)
{
    size_t first;
    const struct text_span rest = text_span_part(sentence->text, sentence->list[0].start,
                                                 sentence->list[sentence->count - 1].end);
    return ballots_at(rest) || roll_call_at(rest, &first);
}

void sentence_marks_read_counts(const struct sentence *sentence, bool vote,
                                struct sentence_marks *marks)
{
    vote_counts_read(sentence, vote, &marks->counts);
    marks->counts.worded |= pattern_is_in(PATTERN_VOTED_SCORE, sentence);
    if (marks->result && !strcmp(marks->result, "rejected"))
        vote_counts_reject(sentence, &marks->counts);
}

/* Returns true if a clause of a sentence, after a word, decides or moves: "Cleo reported that the
 * roof leaks, and it was agreed to mend it". */
static bool decides_after(const struct sentence *sentence, size_t from)
{
    for (size_t at = from + 1; at < sentence->count; at++) {
        const bool clause = strchr(",;", sentence->list[at].before) ||
                            span_is(WORDS_AND, sentence_part(sentence, at - 1, at));
        if (clause &&
            (pattern_at(PATTERN_DECIDES, sentence, at) || pattern_at(PATTERN_MOVES, sentence, at)))
            return true;
    }
    return false;
}

/* Returns true if a sentence begins with another meeting or an earlier time, or if a person tells
 * in it what was done: "Cleo said that the motion was carried". */
static bool is_of_the_past(const struct sentence *sentence)
{
    size_t at, that;
    if (pattern_at(PATTERN_EARLIER, sentence, 0) || pattern_at(PATTERN_EARLIER_TIME, sentence, 0))
        return true;
    for (at = 1; at < sentence->count && at < PROSE_WORDS_MAX; at++) {
        const size_t words = pattern_at(PATTERN_TELLS, sentence, at);
        if (words > 1)
            return !decides_after(sentence, at);
        if (words && pattern_find(PATTERN_SUBORDINATE, sentence, at + 1, &that) &&
            that - at <= TOLD_WORDS_MAX)
            return !decides_after(sentence, that);
    }
    return false;
}

void sentence_marks_read(const struct sentence *sentence, bool spoken, struct sentence_marks *ret)
{
    struct sentence_marks marks = {0};
    *ret = marks;
    if (!sentence->count || is_of_the_past(sentence) ||
        (sentence->count > COUNT_WORDS_MAX && !pattern_is_in(PATTERN_OUTCOME, sentence)))
        return;
    sentence_marks_find_movers(sentence, spoken, &marks);
    sentence_marks_find_vote(sentence, &marks);
    sentence_marks_find_result(sentence, spoken, &marks);
    marks.motion = pattern_is_in(PATTERN_MOTION, sentence);
    marks.amended_motion = pattern_is_in(PATTERN_AMENDED_MOTION, sentence);
    marks.amendment = !marks.amended_motion && pattern_is_in(PATTERN_AMENDMENT, sentence);
    marks.counter = pattern_is_in(PATTERN_COUNTER, sentence);
    marks.subsidiary = !marks.amended_motion && pattern_is_in(PATTERN_SUBSIDIARY, sentence);
    marks.minutes = pattern_is_in(PATTERN_MINUTES, sentence);
    if (!spoken) {
        if (!sentence_is_not_unanimous(sentence))
            find_prose(sentence, &marks);
        find_resolved(sentence, &marks);
        marks.elects = sentence_find_elected(sentence, &marks.elected);
    }
    const bool result = marks.result_certain || marks.result_alone;
    const bool label = sentence_has_vote_label(sentence);
    const bool consent = marks.method && !strcmp(marks.method, "general_consent");
    const bool score = marks.prose && pattern_is_in(PATTERN_VOTED_SCORE, sentence);
    sentence_marks_read_counts(
        sentence, (marks.vote && !consent) || result || marks.unanimous || label || score, &marks);
    marks.vote |= score && marks.counts.count > 1;
    if (label && marks.counts.count > 1)
        marks.vote = marks.counts.marked = true;
    if (marks.counts.count > 1 && pattern_is_in(PATTERN_VOTE_NOUN, sentence))
        marks.vote = true;
    if (marks.counts.count > 1 && marks.result && !spoken)
        marks.result_certain = true;
    marks.ballots = begins_ballots(sentence);
    marks.all = marks.result && pattern_is_in(PATTERN_ALL_MOTIONS, sentence);
    if (marks.elsewhere)
        sentence_marks_drop_outcome(&marks);
    marks.outcome = sentence_marks_are_outcome(sentence, &marks);
    *ret = marks;
}

void sentence_marks_drop_outcome(struct sentence_marks *marks)
{
    marks->result = marks->method = NULL;
    marks->result_words = (struct text_span){NULL, 0};
    marks->result_certain = marks->result_alone = marks->vote = marks->all = false;
    marks->unanimous = marks->nearly_unanimous = marks->elects = false;
    marks->prose = marks->outcome = marks->doubtful = false;
    marks->counts = (struct vote_counts){0};
}

bool sentence_marks_are_outcome(const struct sentence *sentence, const struct sentence_marks *marks)
{
    if (marks->bracketed)
        return true;
    if (marks->moved || marks->seconded)
        return pattern_at(PATTERN_MOVED_BY, sentence, 0) ||
               pattern_at(PATTERN_MOVED_LABEL, sentence, 0) ||
               pattern_at(PATTERN_SECONDS, sentence, 0);
    const bool motion = pattern_at(PATTERN_VOTED_NOUN, sentence, 0) ||
                        (sentence->count > 1 && pattern_at(PATTERN_ARTICLE, sentence, 0) &&
                         pattern_at(PATTERN_VOTED_NOUN, sentence, 1));
    const bool first =
        marks->result && marks->result_words.text == sentence->text.text + sentence->list[0].start;
    return marks->result_alone || marks->counts.marked || (first && marks->counts.count > 1) ||
           marks->ballots ||
           (motion && marks->result &&
            (sentence->count <= RESULT_WORDS_MAX || marks->counts.count > 1)) ||
           (marks->result && (marks->unanimous || marks->nearly_unanimous) &&
            (sentence->count <= OUTCOME_WORDS_MAX ||
             (sentence->count <= RESULT_WORDS_MAX &&
              (first || pattern_at(PATTERN_UNANIMOUSLY, sentence, 0)))));
}
