#include "search/snippet.h"

#include "search/text.h"
#include "words/tokenizer.h"
#include "work/work.h"

#include <string.h>

/* Consecutive words of a column. */
struct snippet_window {
    size_t first, count;
    int phrase_count; /* the different phrases whose match begins in the window */
};

void snippet_init(struct snippet *snippet)
{
    buffer_init(&snippet->text, SEARCH_TEXT_CEILING);
    buffer_init(&snippet->out, SEARCH_TEXT_CEILING);
}

void snippet_finish(struct snippet *snippet)
{
    buffer_finish(&snippet->text);
    buffer_finish(&snippet->out);
}

/* Sets `matched` for the last word, by the Shift-And algorithm: a term is matched if the word
 * matches it and the term before it was matched, or it is the first of its phrase. */
static void advance_matches(struct snippet *snippet)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < snippet->set_words; i++) {
        const uint64_t before = snippet->matched_before.bits[i];
        snippet->matched.bits[i] =
            ((before << 1 | carry) | snippet->phrase_starts.bits[i]) & snippet->terms.bits[i];
        carry = before >> 63;
    }
}

/* Returns true if a match of the phrase ends with the last word that was read. */
static bool phrase_ends_here(const struct snippet *snippet, const struct search_phrase *phrase)
{
    const size_t last = phrase->first + phrase->count - 1u;
    return snippet->matched.bits[last / 64] >> last % 64 & 1;
}

/* Marks a word as part of a match, and the words before it that share its first character. */
static void mark_word(struct snippet_word *word, const struct snippet_word *first)
{
    const uint32_t begin = word->begin;
    word->is_match = true;
    while (word > first && word[-1].end > begin)
        (--word)->is_match = true;
}

static void mark_phrase_match(struct snippet *snippet, size_t index)
{
    const struct search_phrase *phrase = &snippet->query->phrases[index];
    const size_t count = phrase->count;
    struct snippet_word *words = &snippet->words[snippet->word_count - count];
    words[0].starting_phrases |= UINT32_C(1) << index;
    for (size_t i = 0; i < count; i++) {
        mark_word(&words[i], snippet->words);
        words[i].continues_match |= i > 0;
    }
    snippet->last_match_end[index] = snippet->word_count;
    snippet->match_continues |= snippet->query->terms[phrase->first + count - 1].is_pair;
}

/* Limits the words to be read to the length of a snippet if matches of all phrases are close
 * together, because no later place can be better. */
static void limit_words_if_close(struct snippet *snippet)
{
    const size_t enough = snippet->word_count + SNIPPET_WORDS;
    for (size_t i = 0; i < snippet->query->phrase_count; i++)
        if (!snippet->last_match_end[i] ||
            snippet->word_count - snippet->last_match_end[i] >= SNIPPET_WORDS / 2)
            return;
    if (enough < snippet->word_max)
        snippet->word_max = enough;
}

static void mark_ending_phrases(struct snippet *snippet)
{
    for (size_t i = 0; i < snippet->query->phrase_count; i++)
        if (phrase_ends_here(snippet, &snippet->query->phrases[i]))
            mark_phrase_match(snippet, i);
    if (snippet->word_max == SNIPPET_WORDS_READ)
        limit_words_if_close(snippet);
}

/* Adds a word to the snippet. After a match that ends with a pair, it is the second letter of the
 * pair. */
static void begin_word(struct snippet *snippet, const struct tokenizer_word *word)
{
    const size_t bytes = sizeof snippet->matched.bits[0] * snippet->set_words;
    snippet->words[snippet->word_count++] =
        (struct snippet_word){.begin = (uint32_t)word->begin,
                              .end = (uint32_t)word->end,
                              .is_match = snippet->match_continues,
                              .continues_match = snippet->match_continues};
    snippet->match_continues = false;
    memcpy(&snippet->matched_before, &snippet->matched, bytes);
    memset(&snippet->matched, 0, bytes);
    memset(&snippet->terms, 0, bytes);
}

/* Adds a word to the snippet, or a variant to the last word. A tokenizer_visitor. It stops before
 * the word that is one too many, so that the last one has its variant. */
static bool snippet_add_word(void *context, const struct tokenizer_word *word)
{
    struct snippet *snippet = context;
    if (!word_is_form(word)) {
        if (snippet->word_count == snippet->word_max)
            return false;
        begin_word(snippet, word);
    }
    if (search_query_match(snippet->query, word->text, word->length, &snippet->terms)) {
        advance_matches(snippet);
        mark_ending_phrases(snippet);
    }
    return work_spend(snippet->query->work, WORK_SNIPPETS, snippet->word_work);
}

/* Prepares the sets of terms for a query. */
static void begin_query(struct snippet *snippet, const struct search_query *query)
{
    snippet->query = query;
    snippet->set_words = (query->term_count + 63) / 64;
    snippet->phrase_starts = (struct search_term_set){0};
    for (size_t i = 0; i < query->phrase_count; i++)
        snippet->phrase_starts.bits[query->phrases[i].first / 64] |=
            UINT64_C(1) << query->phrases[i].first % 64;
}

static bool read_column(struct snippet *snippet, struct tokenizer *tokenizer,
                        const struct record *record, enum search_column column)
{
    snippet->word_count = 0;
    snippet->word_max = SNIPPET_WORDS_READ;
    snippet->matched = (struct search_term_set){0};
    snippet->match_continues = false;
    memset(snippet->last_match_end, 0, sizeof snippet->last_match_end);
    if (!search_text_write(&snippet->text, record, column) ||
        !work_spend(snippet->query->work, WORK_SNIPPETS, snippet->text.length * WORK_TEXT_BYTE))
        return false;
    return !snippet->text.length || tokenizer_read(tokenizer, snippet->text.bytes,
                                                   snippet->text.length, snippet_add_word, snippet);
}

/* Returns the window for the match at `first`: from there on, moved back so that its matches are in
 * the middle. */
static struct snippet_window window_at(const struct snippet *snippet, size_t first)
{
    const size_t left = snippet->word_count - first;
    const size_t count = left < SNIPPET_WORDS ? left : SNIPPET_WORDS;
    uint32_t phrases = 0;
    size_t span = 0;
    for (size_t i = 0; i < count; i++) {
        phrases |= snippet->words[first + i].starting_phrases;
        if (snippet->words[first + i].is_match)
            span = i + 1;
    }
    const size_t room = (SNIPPET_WORDS - span) / 2, before = room < first ? room : first;
    const size_t begin = first - before, all = snippet->word_count - begin;
    return (struct snippet_window){begin, all < SNIPPET_WORDS ? all : SNIPPET_WORDS,
                                   __builtin_popcount(phrases)};
}

/* Returns the first window with the most phrases; without a match, the beginning of the text. */
static struct snippet_window best_window(const struct snippet *snippet)
{
    struct snippet_window best = {.count = snippet->word_count < SNIPPET_WORDS ? snippet->word_count
                                                                               : SNIPPET_WORDS};
    for (size_t i = 0;
         i < snippet->word_count && best.phrase_count < (int)snippet->query->phrase_count; i++) {
        if (!snippet->words[i].starting_phrases)
            continue;
        const struct snippet_window window = window_at(snippet, i);
        if (window.phrase_count > best.phrase_count)
            best = window;
    }
    return best;
}

/* Appends a part of the text in one line: white space becomes blanks. */
static void snippet_append_text(struct snippet *snippet, size_t begin, size_t end)
{
    const size_t from = snippet->out.length;
    buffer_append(&snippet->out, snippet->text.bytes + begin, end - begin);
    for (size_t i = from; i < snippet->out.length; i++)
        if (snippet->out.bytes[i] == '\n' || snippet->out.bytes[i] == '\t')
            snippet->out.bytes[i] = ' ';
}

static void snippet_append_ellipsis(struct snippet *snippet)
{
    buffer_append_text(&snippet->out, "\xe2\x80\xa6");
}

/* Returns the next word that has bytes after `written`, or `last` + 1. */
static size_t next_visible_word(const struct snippet *snippet, size_t index, size_t last,
                                size_t written)
{
    while (index <= last && snippet->words[index].end <= written)
        index++;
    return index;
}

/* Appends a word from the byte `begin` on, with marks if a match begins or ends with it, and the
 * text up to the next word, except after the last. Returns the index of the next word. Words that
 * are in the last character of this one are skipped. */
static size_t snippet_append_word(struct snippet *snippet, size_t index, size_t last, size_t begin)
{
    const struct snippet_word *word = &snippet->words[index];
    const size_t next = next_visible_word(snippet, index + 1, last, word->end);
    const struct snippet_word *after = &snippet->words[next];
    const bool match_continues =
        word->is_match && next <= last && after->is_match && after->continues_match;
    if (word->is_match && !word->continues_match)
        buffer_append_byte(&snippet->out, SEARCH_MARK_BEGIN);
    snippet_append_text(snippet, begin, word->end);
    if (word->is_match && !match_continues)
        buffer_append_byte(&snippet->out, SEARCH_MARK_END);
    if (next <= last && after->begin > word->end)
        snippet_append_text(snippet, word->end, after->begin);
    return next;
}

static void snippet_append_window(struct snippet *snippet, const struct snippet_window *window)
{
    const size_t last = window->first + window->count - 1;
    const bool to_end = last + 1 == snippet->word_count && snippet->word_count < snippet->word_max;
    if (window->first == 0)
        snippet_append_text(snippet, 0, snippet->words[0].begin);
    else
        snippet_append_ellipsis(snippet);
    /* A match that begins before the window is marked from its first word in the window. */
    snippet->words[window->first].continues_match = false;
    size_t written = snippet->words[window->first].begin;
    for (size_t i = window->first; i <= last;) {
        const struct snippet_word *word = &snippet->words[i];
        const size_t begin = word->begin > written ? word->begin : written;
        written = word->end;
        i = snippet_append_word(snippet, i, last, begin);
    }
    if (to_end)
        snippet_append_text(snippet, written, snippet->text.length);
    else
        snippet_append_ellipsis(snippet);
}

bool snippet_write(struct snippet *snippet, struct tokenizer *tokenizer,
                   const struct search_query *query, const struct record *record)
{
    /* Tries the title last, because a list of hits shows it anyway. */
    static const enum search_column columns[] = {SEARCH_TEXT, SEARCH_NOTES, SEARCH_TITLE};
    const int all = (int)query->phrase_count;
    enum search_column chosen = SEARCH_NOWHERE, column = SEARCH_NOWHERE;
    struct snippet_window best = {.phrase_count = -1};
    begin_query(snippet, query);
    tokenizer->language = search_text_language(record);
    tokenizer->whole_words = query->has_whole_words;
    snippet->word_work = WORK_SNIPPET_WORD + WORK_SNIPPET_TERM * query->term_count;
    buffer_clear(&snippet->out);
    for (size_t i = 0; i < sizeof columns / sizeof *columns && best.phrase_count < all; i++) {
        column = columns[i];
        if (!read_column(snippet, tokenizer, record, column))
            return false;
        const struct snippet_window window = best_window(snippet);
        if (window.count == 0 || window.phrase_count <= best.phrase_count)
            continue;
        best = window;
        chosen = column;
    }
    if (chosen == SEARCH_NOWHERE)
        return true;
    if (chosen != column && !read_column(snippet, tokenizer, record, chosen))
        return false;
    snippet_append_window(snippet, &best);
    snippet_cut(&snippet->out);
    return !snippet->out.failed && !work_is_used_up(query->work);
}
