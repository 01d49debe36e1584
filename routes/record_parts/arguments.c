#include "record_parts/record_parts.h"
#include "schema/types/every_record.h"
#include "work/work.h"

enum {
    LINE_HALVES = 2,   /* the weight of a line that the subject cites, too */
    TIE_LINES = 100,   /* of an argument whose lines the subject all cites */
    TIE_NOTED = 60,    /* of the argument that a proposal on the subject takes up */
    TIE_WORDS = 60,    /* of an argument that has all words of the subject */
    TIE_LEAST = 51,    /* of an argument on the subject */
    TIE_BEST = 25,     /* of the one that is on it if no other is */
    PASSAGES_MAX = 50, /* of a subject or an argument */
    LINES_MAX = 1000,  /* of a passage of an argument, that are compared */
    PROPOSALS_MAX = 60 /* that take up a paper, that are looked at */
};

const struct field *arguments_find_field(void)
{
    const struct field_list fields = paper_type.fields;
    for (size_t i = 0; i < fields.count; i++)
        if (record_page_has_statements(&fields.at[i]))
            return fields.at + i;
    return NULL;
}

const struct value *arguments_of(const struct record *paper)
{
    const struct field *field = arguments_find_field();
    return field ? record_page_value(paper, field) : &value_absent;
}

struct argument arguments_at(const struct value *arguments, size_t at)
{
    const struct field *field = arguments_find_field();
    const struct field *sources = field ? record_page_find_sources(field->members) : NULL;
    const struct members *members = arguments->items[at].members;
    return (struct argument){members_value(members, 0),
                             sources ? members_value(members, (size_t)(sources - field->members.at))
                                     : &value_absent,
                             at + 1, 0};
}

/* Returns the weight of a line of a document that the subject may cite: its neighbours may be about
 * something else at the ends of a passage, so the line there counts half. */
static unsigned weigh_line(const struct value *passages, const struct record *document,
                           uint32_t line)
{
    unsigned most = 0;
    for (size_t i = 0; i < passages->count && i < PASSAGES_MAX; i++) {
        const struct passage cited = passage_of(&passages->items[i]);
        if (cited.document != document || line < cited.from || line > cited.to)
            continue;
        const bool end = cited.from != cited.to && (line == cited.from || line == cited.to);
        const unsigned weight = end ? LINE_HALVES / 2 : LINE_HALVES;
        most = weight > most ? weight : most;
    }
    return most;
}

/* Returns how many of the lines of an argument the subject cites, too: at most TIE_LINES. */
static unsigned weigh_lines(struct record_page *page, const struct value *sources,
                            const struct value *passages)
{
    unsigned halves = 0, lines = 0;
    for (size_t i = 0; i < sources->count && i < PASSAGES_MAX; i++) {
        const struct passage passage = passage_of(&sources->items[i]);
        if (!passage.from || passage.to - passage.from >= LINES_MAX)
            continue;
        for (uint32_t line = passage.from; line <= passage.to; line++, lines++)
            halves += weigh_line(passages, passage.document, line);
        work_spend(page->work, WORK_WRITING,
                   (uint64_t)WORK_ENTRY * (passage.to - passage.from + 1) * (passages->count + 1));
    }
    return lines ? halves * TIE_LINES / (LINE_HALVES * lines) : 0;
}

/* Returns the words in which a proposal says how it takes up a paper; NULL if it does not, or is
 * not on the subject. */
static const struct value *find_note(const struct record *proposal, const struct record *paper,
                                     const struct record *subject)
{
    const struct field *related = related_find_field();
    const struct value *subjects = record_value(proposal, ROLE_SUBJECT);
    const struct value *objects = related ? record_page_value(proposal, related) : &value_absent;
    const struct value *item = record_value(proposal, ROLE_AGENDA_ITEM);
    bool is_on_subject = item->count && item->record == subject;
    for (size_t i = 0; i < subjects->count; i++)
        is_on_subject |= subjects->items[i].record == subject;
    for (size_t i = 0; is_on_subject && i < objects->count; i++) {
        const struct members *object = objects->items[i].members;
        const struct value *note = members_value(object, RELATED_NOTE);
        if (members_value(object, RELATED_RECORD)->record == paper)
            return note->count ? note : record_value(proposal, ROLE_DESCRIPTION);
    }
    return NULL;
}

static size_t count_words(struct record_page *page, struct claim *claim,
                          const struct argument *argument)
{
    work_spend(page->work, WORK_WRITING, (uint64_t)argument->text->count * WORK_TEXT_BYTE);
    return claim_count(claim, argument->text->text, argument->text->count);
}

/* Ties the argument that has the most words of a note. */
static void tie_noted(struct record_page *page, const struct value *note,
                      struct argument *arguments, size_t count)
{
    struct claim claim;
    size_t best = 0, most = 0;
    claim_init(&claim);
    claim_add(&claim, note->text, note->count);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        const size_t words = count_words(page, &claim, &arguments[i]);
        if (words > most) {
            most = words;
            best = i;
        }
    }
    if (most)
        arguments[best].tie += TIE_NOTED;
    page->page->markup.out->failed |= claim.failed;
    claim_finish(&claim);
}

/* Ties the arguments of a paper to a subject, as arguments_find says. */
static void tie(struct record_page *page, const struct record *paper, const struct record *subject,
                struct claim *label, struct argument *arguments, size_t count)
{
    size_t proposals;
    const struct value *passages = record_page_sources(subject);
    const struct record *const *found =
        relations_find_members(page, paper, &proposal_type, &proposals);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++) {
        const size_t words = count_words(page, label, &arguments[i]);
        arguments[i].tie = weigh_lines(page, arguments[i].sources, passages);
        if (label->count)
            arguments[i].tie += (unsigned)(TIE_WORDS * words / label->count);
    }
    for (size_t i = 0; i < proposals && i < PROPOSALS_MAX; i++) {
        const struct value *note = find_note(found[i], paper, subject);
        if (note)
            tie_noted(page, note, arguments, count);
    }
}

size_t arguments_find(struct record_page *page, const struct record *paper,
                      const struct record *subject, struct claim *label,
                      struct argument *ret_arguments)
{
    const struct value *arguments = arguments_of(paper);
    const size_t count = arguments->count < ARGUMENTS_MAX ? arguments->count : ARGUMENTS_MAX;
    size_t best = 0, found = 0;
    for (size_t i = 0; i < count; i++)
        ret_arguments[i] = arguments_at(arguments, i);
    tie(page, paper, subject, label, ret_arguments, count);
    for (size_t i = 0; i < count; i++)
        if (ret_arguments[i].tie > ret_arguments[best].tie)
            best = i;
    const unsigned least = count && ret_arguments[best].tie >= TIE_LEAST ? TIE_LEAST : TIE_BEST;
    for (size_t i = 0; i < count; i++)
        if (ret_arguments[i].tie >= least && (least == TIE_LEAST || i == best))
            ret_arguments[found++] = ret_arguments[i];
    return found;
}
