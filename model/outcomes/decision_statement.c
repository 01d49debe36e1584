/* Blocks whose label says that they are a decision (L2). */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    TEXT_WORDS_MIN = 5,             /* of a statement that says what was decided */
    NOTHING_WORDS_MAX = 2,          /* before "no decision" */
    NOTHING_SENTENCE_WORDS_MAX = 12 /* of a sentence that says so */
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

void decision_reader_add_names(struct decision_reader *reader, size_t block,
                               const struct sentence_marks *marks)
{
    for (size_t i = 0; i < marks->mover_count; i++)
        decision_reader_add_part(reader, block, PART_MOVER, marks->movers[i], NULL, marks->slashed);
    for (size_t i = 0; i < marks->seconder_count; i++)
        decision_reader_add_part(reader, block, PART_SECONDER, marks->seconders[i], NULL,
                                 marks->slashed);
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
    const size_t tail = decision_outcome_after_dash(rest);
    for (size_t from = 0; from < rest.length;) {
        const size_t start = from;
        from = decision_next_sentence(rest, from, tail, &sentence);
        decision_marks_read(reader, &sentence, false, &marks);
        decision_reader_note_majority(reader, block, &sentence);
        struct decision *decision = decision_reader_current(reader);
        decision->unanimous = decision->unanimous || marks.unanimous;
        if (!marks.counts.count && (of_result || is_score(&sentence)))
            vote_counts_read(&sentence, true, &marks.counts);
        decision_reader_add_counts(reader, block, &marks.counts);
        if (marks.counts.count)
            decision_read_voters(reader, block, &sentence);
        decision_reader_add_names(reader, block, &marks);
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

bool decision_label_is(enum words_pattern pattern, struct text_span text)
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
    decision_reader_add_names(reader, block, &marks);
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
        decision_result_of_statement(reader, sentence, &statement->words, &statement->doubtful);
    if (statement->doubtful && result &&
        statement->words.text != sentence->text.text + sentence->list[0].start)
        result = NULL; /* "Postponed to June" says what */
    if (result && !strcmp(result, "rejected") && decision_has_outcome(rest))
        result = NULL; /* the decision to reject has a result of its own */
    statement->kind = decision_label_kind(text);
    if (decision_label_is(PATTERN_NOT_ADOPTED, text) && text.text != rest.text) {
        result = "rejected";
        statement->words =
            text_span_strip(text_span_part(text, 0, text_span_find(text, 0, ":")), "*_ ");
        statement->kind = NULL;
        statement->doubtful = false;
    }
    statement->result = result;
    statement->of_result = decision_label_is(PATTERN_RESULT_LABEL, text);
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
