/* Blocks whose label says that they are a decision or a proposal (L2, L3). */
#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    TAIL_BYTES_MAX = 80,             /* of an outcome after a dash */
    TEXT_WORDS_MIN = 5,              /* of a statement that says what was decided */
    NOTHING_WORDS_MAX = 2,           /* before "no decision" */
    NOTHING_SENTENCE_WORDS_MAX = 12, /* of a sentence that says so */
    SHORT_TEXT_WORDS_MIN = 3         /* of one before an outcome */
};

const char *decision_label_kind(struct text_span label)
{
    struct sentence sentence;
    size_t at;
    sentence_read_all(text_span_part(label, 0, label.length < 80 ? label.length : 80), &sentence);
    if (pattern_find(PATTERN_RESOLUTION, &sentence, 0, &at) && at < 6)
        return "resolution";
    if (pattern_find(PATTERN_CONSENSUS, &sentence, 0, &at) && at < 4)
        return "consensus";
    return NULL;
}

/* Returns the result that the first sentence of a statement names near its beginning, or NULL. "No
 * consensus" is one. */
static const char *stated_result(const struct sentence *sentence, struct text_span *ret_words)
{
    size_t at = 0;
    const char *result = sentence->count ? result_find(sentence, 0, &at, ret_words) : NULL;
    if (!result && pattern_find(PATTERN_CONSENSUS, sentence, 0, &at) && at < 4 &&
        sentence_is_negated(sentence, at)) {
        *ret_words = sentence_part(sentence, 0, sentence->count);
        return "none";
    }
    const bool far = at > 5 && sentence->count > 8;
    return result && far && !(strcmp(result, "adopted") != 0 && result_is_stated(sentence, at))
               ? NULL
               : result;
}

/* Returns true if a text decides to reject something: "Reject the offer". */
static bool is_refusal(struct text_span text)
{
    struct sentence sentence;
    struct text_span words;
    bool doubtful;
    sentence_read(text, 0, &sentence);
    const char *result = result_of_decision(&sentence, 0, 0, &words, &doubtful);
    return result && !strcmp(result, "rejected");
}

/* Returns true if words with which a sentence rejects are said of a subject, "is refused", and not
 * of an object behind them: "refuse the offer". */
static bool is_rejected(const struct sentence *sentence, struct text_span words)
{
    const char *end = words.text + words.length;
    size_t at = 0, passive;
    while (at < sentence->count && sentence->text.text + sentence->list[at].start < end)
        at++;
    if (at < sentence->count && pattern_at(PATTERN_ARTICLE, sentence, at))
        return false;
    return span_is(WORDS_REJECTED, words) ||
           (pattern_find(PATTERN_PASSIVE, sentence, 0, &passive) && passive < at);
}

/* Returns true if a statement decides to reject something, "Deny the permit", and does not reject
 * a motion: it names none, and no motion is open that is not itself one to reject. */
static bool decides_to_reject(const struct decision_reader *reader, const struct sentence *sentence,
                              struct text_span words)
{
    if (sentence->count == 1 || is_rejected(sentence, words) ||
        pattern_is_in(PATTERN_MOTION, sentence) || pattern_is_in(PATTERN_VOTED_NOUN, sentence))
        return false;
    if (!decision_reader_in_reach(reader) || reader->state.statement)
        return true;
    const struct decision *decision = &reader->out->list[reader->out->count - 1];
    return decision->result || !decision->text.length || is_refusal(decision->text);
}

/* Returns the result of a statement that decides to defer or to reject, or NULL. */
static const char *decided_result(const struct sentence *sentence, struct text_span *ret_words,
                                  bool *ret_doubtful)
{
    struct sentence_marks marks;
    sentence_marks_read(sentence, false, &marks);
    if (!marks.prose)
        return result_of_decision(sentence, 0, 0, ret_words, ret_doubtful);
    *ret_words = marks.result_words;
    *ret_doubtful = marks.doubtful;
    return marks.result && strcmp(marks.result, "adopted") != 0 ? marks.result : NULL;
}

/* Returns the result that the first sentence of a statement states or decides, or NULL. */
static const char *result_of_statement(const struct decision_reader *reader,
                                       const struct sentence *sentence, struct text_span *ret_words,
                                       bool *ret_doubtful)
{
    const char *result = decided_result(sentence, ret_words, ret_doubtful);
    const char *verb = ret_words->text;
    const bool rejects =
        result && !strcmp(result, "rejected") && decides_to_reject(reader, sentence, *ret_words);
    if (result && !rejects)
        return result;
    result = stated_result(sentence, ret_words);
    return rejects && ret_words->text == verb ? NULL : result;
}

/* Returns true if a sentence after the first one of a statement is an outcome that states a result:
 * "Deny the permit. Carried 3-1." */
static bool has_outcome(struct text_span rest)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t at = decision_length_without_outcome(rest);
    if (at >= rest.length)
        return false;
    sentence_read(rest, at, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.result && (marks.result_certain || marks.result_alone);
}

bool decision_says_nothing(struct text_span text)
{
    struct sentence sentence;
    size_t at;
    text = text_span_strip(text, "*_");
    if (span_is(WORDS_NONE, text))
        return true;
    return sentence_read(text, 0, &sentence) >= text.length &&
           sentence.count <= NOTHING_SENTENCE_WORDS_MAX &&
           pattern_find(PATTERN_NO_DECISION, &sentence, 0, &at) && at <= NOTHING_WORDS_MAX;
}

/* Reads a statement that there is no decision: "Decision: none". It is the result of an open
 * proposal. Returns false if the statement says something else. */
static bool read_nothing(struct decision_reader *reader, size_t block, struct text_span rest,
                         bool proposed)
{
    if (!decision_says_nothing(rest))
        return false;
    if (proposed)
        decision_reader_set_result(reader, block, span_is(WORDS_NO, rest) ? "rejected" : "none",
                                   rest);
    return true;
}

/* Adds the movers and seconders of a sentence. */
static void add_names(struct decision_reader *reader, size_t block,
                      const struct sentence_marks *marks)
{
    for (size_t i = 0; i < marks->mover_count; i++)
        decision_reader_add_part(reader, block, PART_MOVER, marks->movers[i], NULL, 0);
    for (size_t i = 0; i < marks->seconder_count; i++)
        decision_reader_add_part(reader, block, PART_SECONDER, marks->seconders[i], NULL, 0);
}

/* Reads the marks of a sentence after a proposal, of which "agreed", and nothing else, is the
 * result, too. */
static void marks_after_proposal(const struct sentence *sentence, struct sentence_marks *marks)
{
    const size_t words = marks->result ? 0 : pattern_at(PATTERN_AGREED_ALONE, sentence, 0);
    if (!words || words < sentence->count)
        return;
    marks->result = "adopted";
    marks->result_alone = marks->outcome = true;
    marks->result_words = sentence_part(sentence, 0, words);
}

/* Returns the offset of the outcome after a dash at the end of a text, "Buy a boat - carried 5-1",
 * or the length of the text. */
static size_t outcome_after_dash(struct text_span text)
{
    static const char *const dashes[] = {" - ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                         " -- ", " \xE2\x86\x92 ", " -> "};
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t first = text.length > TAIL_BYTES_MAX ? text.length - TAIL_BYTES_MAX : 1;
    for (size_t at = text.length; at > first; at--)
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
            const struct text_span tail = text_span_part(text, at - 1, text.length);
            if (!text_span_begins(tail, dashes[i]))
                continue;
            sentence_read(tail, strlen(dashes[i]), &sentence);
            sentence_marks_read(&sentence, false, &marks);
            marks_after_proposal(&sentence, &marks);
            return sentence.count && sentence_marks_are_outcome(&sentence, &marks) ? at - 1
                                                                                   : text.length;
        }
    return text.length;
}

/* Reads the next sentence of a text whose outcome after a dash, at `tail`, is one of its own.
 * Returns the offset from which the one after it is read. */
static size_t next_sentence(struct text_span text, size_t from, size_t tail,
                            struct sentence *ret_sentence)
{
    return sentence_read(text_span_part(text, 0, from < tail ? tail : text.length), from,
                         ret_sentence);
}

/* Returns true if a sentence is nothing but numbers: "(9:0:2)". */
static bool is_score(const struct sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (!sentence->list[i].number)
            return false;
    return sentence->count == 2 || sentence->count == 3;
}

/* Adds what the sentences of a statement say of the vote and, after the first one, of the result.
 * If `of_result` is true, the label is "Result", after which "1-1" counts votes beside other words.
 */
static void read_vote_of_statement(struct decision_reader *reader, size_t block,
                                   struct text_span rest, bool of_result)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t tail = outcome_after_dash(rest);
    for (size_t from = 0; from < rest.length;) {
        const size_t start = from;
        from = next_sentence(rest, from, tail, &sentence);
        decision_marks_read(reader, &sentence, false, &marks);
        decision_reader_note_majority(reader, block, &sentence);
        struct decision *decision = decision_reader_current(reader);
        decision->unanimous = decision->unanimous || marks.unanimous;
        if (!marks.counts.count && (of_result || is_score(&sentence)))
            vote_counts_read(&sentence, true, &marks.counts);
        decision_reader_add_counts(reader, block, &marks.counts);
        if (marks.counts.count)
            decision_read_voters(reader, block, &sentence);
        add_names(reader, block, &marks);
        if (start && marks.ballots)
            decision_read_ballots(reader, block,
                                  text_span_trim(text_span_part(rest, start, rest.length)));
        if (start && (marks.result_certain || marks.result_alone) &&
            (!decision->result || reader->state.assumed))
            decision_reader_set_result(reader, block, marks.result, marks.result_words);
        else if (marks.prose && !marks.doubtful && !decision->result)
            decision->result = "adopted";
    }
}

size_t decision_length_without_outcome(struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t tail = outcome_after_dash(text);
    for (size_t from = 0; from < text.length;) {
        const size_t start = from;
        from = next_sentence(text, from, tail, &sentence);
        sentence_marks_read(&sentence, false, &marks);
        marks_after_proposal(&sentence, &marks);
        if (start && sentence_marks_are_outcome(&sentence, &marks))
            return start;
    }
    return text.length;
}

/* Reports whether a pattern is in the label of a text. */
static bool label_is(enum words_pattern pattern, struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text_span_part(text, 0, text_span_find(text, 0, ":")), &sentence);
    return pattern_is_in(pattern, &sentence);
}

/* Reports whether a statement about the open decision says what was decided, and not only the
 * result. A short sentence does so before the outcome, "Buy two lamps. Carried 3-1.", or with a
 * number that the proposal lacks. "Result: tie, 1-1, casting vote against" does not, however long.
 */
static bool is_decided_text(struct decision_reader *reader, const struct sentence *sentence,
                            struct text_span rest, const char *result, bool of_result)
{
    struct sentence_marks marks;
    struct vote_counts counts = {0};
    if (!rest.length || result)
        return false;
    vote_counts_read(sentence, true, &counts);
    if (of_result && counts.count)
        return false;
    sentence_marks_read(sentence, false, &marks);
    return sentence->count >= TEXT_WORDS_MIN ||
           (!marks.counts.count && decision_has_other_number(reader, sentence)) ||
           (sentence->count >= SHORT_TEXT_WORDS_MIN &&
            decision_length_without_outcome(rest) < rest.length);
}

/* Makes the statement a part of the open decision, which it states. It replaces the text of the
 * motion if it says what was decided. */
static void state_open_decision(struct decision_reader *reader, size_t block, struct text_span rest,
                                bool is_text)
{
    struct decision *decision = decision_reader_current(reader);
    if (is_text) {
        decision->text =
            text_span_strip(text_span_part(rest, 0, decision_length_without_outcome(rest)), " ");
        decision->text_block = block;
        decision->text_blocks = 1;
    }
    decision_reader_add_part(reader, block, PART_TEXT, rest, NULL, 0);
}

/* Reports whether a statement is another decision than the open statement, and not its outcome. */
static bool is_another_statement(struct decision_reader *reader, const struct sentence *sentence,
                                 const char *result, const char *kind)
{
    struct sentence_marks marks;
    if (kind && !strcmp(kind, "consensus"))
        return false;
    if (!reader->state.statement || sentence->count < 2 ||
        !decision_reader_current(reader)->text.length)
        return false;
    sentence_marks_read(sentence, false, &marks);
    if (result)
        return !decision_is_about(reader, sentence, &marks);
    return !marks.counts.count && !marks.unanimous && !marks.ballots && !marks.mover_count &&
           !marks.seconder_count;
}

/* Reports whether somebody voted against the open proposal, and a statement says something else: it
 * is another proposal, on which nobody voted. */
static bool is_against_the_vote(const struct decision_reader *reader, struct text_span rest)
{
    static const struct text_span none = {NULL, 0};
    const struct decisions *out = reader->out;
    if (!reader->state.open)
        return false;
    const struct decision *decision = &out->list[out->count - 1];
    bool against = false;
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &out->parts[decision->first_part + i];
        against |= part->role == PART_BALLOT && part->option && !strcmp(part->option, "no");
    }
    return against && decision->text.length && rest.length &&
           !decision_is_repeated(none, decision->text, none, rest);
}

/* Reports whether the open decision has no result yet, or only one that its label gives and a
 * statement that is nothing but a result replaces. */
static bool awaits_result(struct decision_reader *reader, const struct sentence *sentence,
                          const char *result)
{
    struct sentence_marks marks;
    if (!reader->state.open || !decision_reader_current(reader)->result)
        return reader->state.open;
    sentence_marks_read(sentence, false, &marks);
    return reader->state.assumed && result && marks.outcome;
}

/* Adds the outcome in the brackets of a label: "Beschluss (einstimmig): ...". */
static void add_outcome_of_label(struct decision_reader *reader, size_t block,
                                 struct text_span outcome)
{
    struct sentence_marks marks;
    struct decision *decision = decision_reader_current(reader);
    decision_outcome_marks(outcome, &marks);
    if (marks.result)
        decision_reader_set_result(reader, block, marks.result, marks.result_words);
    else if (marks.unanimous || pattern_is(PATTERN_BY_MAJORITY, outcome))
        decision_reader_set_result(reader, block, "adopted", outcome);
    decision->unanimous |= marks.unanimous;
    decision->method = marks.method ? marks.method : decision->method;
    decision_reader_add_counts(reader, block, &marks.counts);
}

/* Adds the mover, the seconder and the outcome in the brackets of a label: "Resolved (prop. N, sec.
 * N): ...". */
static void read_brackets_of_label(struct decision_reader *reader, size_t block,
                                   struct text_span text, struct text_span rest)
{
    struct sentence sentence;
    struct sentence_marks marks;
    if (rest.text <= text.text || rest.text > text.text + text.length)
        return;
    const struct text_span label = text_span_part(text, 0, (size_t)(rest.text - text.text));
    if (text_span_find(label, 0, "(") == label.length)
        return;
    sentence_read_all(label, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    add_names(reader, block, &marks);
    const struct text_span outcome = decision_label_outcome(label);
    if (outcome.length)
        add_outcome_of_label(reader, block, outcome);
}

/* A text that states a decision by its label. */
struct statement {
    struct text_span text, rest; /* with its label, and after it */
    struct sentence sentence;    /* the first one of `rest` */
    const char *kind;            /* that the label names, or NULL */
    const char *result;          /* or NULL */
    struct text_span words;      /* of the result */
    bool doubtful;               /* true if the result may be said of something else */
    bool of_result;              /* true if the label is "Result" */
};

/* Reads the kind and the result of a statement. */
static void read_result_of_statement(const struct decision_reader *reader,
                                     struct statement *statement)
{
    const struct text_span text = statement->text, rest = statement->rest;
    const struct sentence *sentence = &statement->sentence;
    const char *result =
        result_of_statement(reader, sentence, &statement->words, &statement->doubtful);
    if (statement->doubtful && result &&
        statement->words.text != sentence->text.text + sentence->list[0].start)
        result = NULL; /* "Postponed to June" says what */
    if (result && !strcmp(result, "rejected") && has_outcome(rest))
        result = NULL; /* the decision to reject has a result of its own */
    statement->kind = decision_label_kind(text);
    if (label_is(PATTERN_NOT_ADOPTED, text) && text.text != rest.text) {
        result = "rejected";
        statement->words =
            text_span_strip(text_span_part(text, 0, text_span_find(text, 0, ":")), "*_ ");
        statement->kind = NULL;
        statement->doubtful = false;
    }
    statement->result = result;
    statement->of_result = label_is(PATTERN_RESULT_LABEL, text);
}

/* Reports whether a statement is about the open decision. */
static bool is_about_open(struct decision_reader *reader, size_t block,
                          const struct statement *statement)
{
    const struct sentence *sentence = &statement->sentence;
    return awaits_result(reader, sentence, statement->result) &&
           (reader->state.labelled || decision_reader_in_reach(reader)) &&
           !is_another_statement(reader, sentence, statement->result, statement->kind) &&
           !decision_resolves_other(reader, block, sentence) &&
           !(statement->kind && !statement->result && is_against_the_vote(reader, statement->rest));
}

/* Makes a statement the open decision, or a part of it if `proposed` is true. Returns false if out
 * of memory. */
static bool open_statement(struct decision_reader *reader, size_t block,
                           const struct statement *statement, bool proposed)
{
    const struct text_span rest = statement->rest;
    if (proposed) {
        state_open_decision(reader, block, rest,
                            is_decided_text(reader, &statement->sentence, rest, statement->result,
                                            statement->of_result));
        return true;
    }
    return decision_reader_open(
        reader, block,
        text_span_strip(text_span_part(rest, 0, decision_length_without_outcome(rest)), " "));
}

/* Gives the open decision the result and the kind of a statement. */
static void take_result_of_statement(struct decision_reader *reader, size_t block,
                                     const struct statement *statement)
{
    struct decision *decision = decision_reader_current(reader);
    decision->kind = statement->kind ? statement->kind : decision->kind;
    decision->doubtful = statement->doubtful;
    if (statement->result)
        decision_reader_set_result(reader, block, statement->result, statement->words);
    else if (statement->kind && !statement->doubtful && !decision->result) {
        decision->result = "adopted";
        reader->state.assumed = true;
    }
    if (decision->kind && !strcmp(decision->kind, "consensus") && !decision->method)
        decision->method = "consensus";
}

void decision_read_statement(struct decision_reader *reader, size_t block, struct text_span text,
                             struct text_span rest, struct text_span number)
{
    struct statement statement = {.text = text, .rest = rest};
    sentence_read(rest, 0, &statement.sentence);
    read_result_of_statement(reader, &statement);
    decision_reader_leave_decided_amendment(reader, block, rest);
    const bool proposed = is_about_open(reader, block, &statement);
    if (read_nothing(reader, block, rest, proposed) ||
        !open_statement(reader, block, &statement, proposed))
        return;
    read_brackets_of_label(reader, block, text, rest);
    if (number.length)
        decision_reader_current(reader)->number = number;
    reader->state.statement = true;
    reader->state.labelled = false;
    reader->state.text_open = !rest.length && !proposed;
    take_result_of_statement(reader, block, &statement);
    read_vote_of_statement(reader, block, rest, statement.of_result);
}

/* Divides the name in brackets at the end of a proposal, its mover, from the text. */
static struct text_span take_mover_in_brackets(struct text_span text, struct text_span *ret_name)
{
    *ret_name = (struct text_span){NULL, 0};
    text = text_span_strip(text, "*_");
    if (!text.length || text.text[text.length - 1] != ')')
        return text;
    size_t open = text.length;
    while (open && text.length - open < 60 && text.text[open - 1] != '(')
        open--;
    if (!open || text.text[open - 1] != '(')
        return text;
    const struct text_span name = text_span_trim(text_span_part(text, open, text.length - 1));
    if (!member_is_name(name, false))
        return text;
    *ret_name = name;
    return text_span_strip(text_span_part(text, 0, open - 1), "*_");
}

/* Returns true if a sentence of a proposal is about another motion: against it, about what to do
 * with it, the result of an amendment, or what somebody proposes instead. */
static bool is_other_motion(struct decision_reader *reader, const struct sentence_marks *marks)
{
    return (marks->subsidiary && !reader->state.subsidiary) ||
           (marks->counter && !decision_reader_current(reader)->counter) ||
           (marks->amendment && marks->result && !reader->state.amendment) ||
           (marks->moved_weak && marks->mover_count);
}

/* Ends the text of the open decision, which begins as `text` does, before an offset. */
static void end_text(struct decision_reader *reader, struct text_span text, size_t end)
{
    struct decision *decision = decision_reader_current(reader);
    if (decision->text.text == text.text && decision->text.length > end)
        decision->text = text_span_trim(text_span_part(text, 0, end));
}

/* Reports whether the first sentence of a proposal, which may itself read like a result, "Der
 * Haushalt wird angenommen", is more than what is proposed. */
static bool tells_vote(const struct sentence *sentence, const struct sentence_marks *marks)
{
    return marks->counts.count || marks->unanimous || marks->nearly_unanimous || marks->method ||
           marks->moved || marks->seconded || pattern_is_in(PATTERN_MOTION, sentence) ||
           pattern_is_in(PATTERN_VOTED_NOUN, sentence) || sentence->count <= SHORT_TEXT_WORDS_MIN;
}

/* Reads the sentences of a proposal. Returns the offset of the first one that begins with the label
 * of another proposal, or the length of the text. */
static size_t read_sentences_of_proposal(struct decision_reader *reader, size_t block,
                                         struct text_span text)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t tail = outcome_after_dash(text);
    for (size_t from = 0; from < text.length;) {
        const size_t start = from;
        from = next_sentence(text, from, tail, &sentence);
        const struct text_span words = text_span_trim(text_span_part(text, start, from));
        if (start && !pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) &&
            block_label_read(words, NULL, NULL) == LABEL_PROPOSAL)
            return start;
        decision_marks_read(reader, &sentence, false, &marks);
        marks_after_proposal(&sentence, &marks);
        if (start && is_other_motion(reader, &marks)) {
            end_text(reader, text, start);
            decision_read_sentences(reader, block, text_span_part(text, start, text.length));
            break;
        }
        decision_reader_note_majority(reader, block, &sentence);
        if (start && (marks.result || marks.counts.count))
            decision_reader_leave_amendment(reader, block, words, &marks);
        add_names(reader, block, &marks);
        reader->state.seconded = reader->state.seconded || marks.seconded;
        if (marks.result && (start ? marks.result_certain || marks.result_alone
                                   : marks.result_certain && tells_vote(&sentence, &marks)))
            decision_reader_set_result(reader, block, marks.result, marks.result_words);
        decision_reader_add_counts(reader, block, &marks.counts);
        if (marks.counts.count)
            decision_read_voters(reader, block, &sentence);
        if (marks.unanimous)
            decision_reader_current(reader)->unanimous = decision_reader_current(reader)->voted =
                true;
        if (marks.method)
            decision_reader_current(reader)->method = marks.method;
        if (start && marks.ballots)
            decision_read_ballots(reader, block,
                                  text_span_trim(text_span_part(text, start, text.length)));
    }
    return text.length;
}

/* Begins the decision of a proposal, or gives the open one, which has a mover, its text. */
static bool open_proposal(struct decision_reader *reader, size_t block, struct text_span text)
{
    if (decision_reader_take_text(reader, block, text))
        return true;
    reader->state.superseded = true;
    return decision_reader_open(reader, block, text);
}

/* Reads one proposal, whose label begins `label`. Returns the offset in `rest` at which another one
 * begins, or the length of `rest`. */
static size_t read_one_proposal(struct decision_reader *reader, size_t block,
                                struct text_span label, struct text_span rest,
                                struct text_span number)
{
    struct text_span name, text = take_mover_in_brackets(rest, &name);
    struct sentence sentence;
    const struct text_span mover =
        decision_label_mover(text_span_part(label, 0, text_span_find(label, 0, ":")));
    sentence_read(label, 0, &sentence);
    const bool moved = pattern_at(PATTERN_MOVED_LABEL, &sentence, 0) > 0;
    if (moved && member_is_name(text, true)) {
        name = text;
        text.length = 0;
    }
    if (!open_proposal(
            reader, block,
            text_span_strip(text_span_part(text, 0, decision_length_without_outcome(text)), " ")))
        return rest.length;
    reader->state.labelled = true;
    reader->state.text_open = !text.length && !moved;
    if (number.length)
        decision_reader_current(reader)->number = number;
    if (pattern_at(PATTERN_MOTION_LABEL, &sentence, 0))
        decision_reader_current(reader)->kind = "motion";
    const bool amended = label_is(PATTERN_AMENDED_MOTION, label);
    reader->state.amended = amended;
    sentence_read(text, 0, &sentence);
    sentence_read(label, 0, &sentence);
    reader->state.subsidiary = pattern_is_in(PATTERN_SUBSIDIARY, &sentence);
    sentence_read(text, 0, &sentence);
    decision_reader_current(reader)->counter = label_is(PATTERN_COUNTER, label);
    reader->state.substitute = label_is(PATTERN_SUBSTITUTE, label);
    reader->state.amendment = !amended && (label_is(PATTERN_AMENDMENT, label) ||
                                           pattern_at(PATTERN_AMENDS, &sentence, 0));
    name = name.length ? name : mover;
    if (name.length)
        decision_reader_add_part(reader, block, PART_MOVER, name, NULL, 0);
    struct sentence_marks names;
    const bool both =
        decision_label_names(text_span_part(label, 0, text_span_find(label, 0, ":")), &names);
    if (both)
        add_names(reader, block, &names);
    reader->state.seconded |= both;
    reader->state.moved = reader->state.moved || name.length > 0 || both;
    const size_t next = read_sentences_of_proposal(reader, block, text);
    if (next == text.length)
        return rest.length;
    const struct text_span own = text_span_part(text, 0, next);  /* up to the next one */
    if (decision_reader_current(reader)->text.text == text.text) /* not an earlier motion */
        decision_reader_current(reader)->text =
            text_span_trim(text_span_part(own, 0, decision_length_without_outcome(own)));
    return (size_t)(text.text + next - rest.text);
}

void decision_read_proposal(struct decision_reader *reader, size_t block, struct text_span label,
                            struct text_span rest, struct text_span number)
{
    for (;;) {
        const size_t next = read_one_proposal(reader, block, label, rest, number);
        if (next >= rest.length)
            return;
        label = text_span_trim(text_span_part(rest, next, rest.length));
        block_label_read(label, &rest, &number);
    }
}
