#include "search/snippet.h"

#include "search/words.h"

#include <string.h>

/* A run of words, and how many different phrases begin in it. */
struct window {
    size_t first, count;
    int phrases;
};

void snippet_finish(struct snippet *snippet)
{
    search_text_finish(&snippet->text);
    search_text_finish(&snippet->out);
}

/* Whether a phrase ends with the last word that was read. */
static bool ends_here(const struct snippet *snippet, const struct search_phrase *phrase)
{
    if (phrase->count > snippet->word_count)
        return false;
    const struct snippet_word *words = &snippet->words[snippet->word_count - phrase->count];
    for (size_t i = 0; i < phrase->count; i++)
        if (!(words[i].matched >> (phrase->first + i) & 1))
            return false;
    return true;
}

static void mark_phrase(struct snippet *snippet, size_t index)
{
    const size_t count = snippet->query->phrases[index].count;
    struct snippet_word *words = &snippet->words[snippet->word_count - count];
    words[0].begins |= UINT32_C(1) << index;
    for (size_t i = 0; i < count; i++) {
        words[i].hit = true;
        words[i].goes_on |= i > 0;
    }
    snippet->met[index] = snippet->word_count;
}

/* Where all phrases stand close together it is worth reading no more than a snippet shows. */
static void stop_when_close(struct snippet *snippet)
{
    const size_t enough = snippet->word_count + SNIPPET_WORDS;
    for (size_t i = 0; i < snippet->query->phrase_count; i++)
        if (!snippet->met[i] || snippet->word_count - snippet->met[i] >= SNIPPET_WORDS / 2)
            return;
    if (enough < snippet->word_max)
        snippet->word_max = enough;
}

static void find_phrases(struct snippet *snippet)
{
    for (size_t i = 0; i < snippet->query->phrase_count; i++)
        if (ends_here(snippet, &snippet->query->phrases[i]))
            mark_phrase(snippet, i);
    if (snippet->word_max == SNIPPET_WORDS_READ)
        stop_when_close(snippet);
}

static bool add_word(void *context, const char *word, size_t length, size_t begin, size_t end)
{
    struct snippet *snippet = context;
    const uint32_t matched = search_query_match(snippet->query, word, length);
    snippet->words[snippet->word_count++] =
        (struct snippet_word){.begin = (uint32_t)begin, .end = (uint32_t)end, .matched = matched};
    if (matched)
        find_phrases(snippet);
    return snippet->word_count < snippet->word_max;
}

static bool read_column(struct snippet *snippet, struct search_words *words,
                        const struct record *record, enum search_column column)
{
    snippet->word_count = 0;
    snippet->word_max = SNIPPET_WORDS_READ;
    memset(snippet->met, 0, sizeof snippet->met);
    if (!search_text_write(&snippet->text, record, column))
        return false;
    return !snippet->text.length ||
           search_words_read(words, snippet->text.bytes, snippet->text.length, add_word, snippet);
}

/* The window that begins with a hit at `first`, moved so that what it shows is in its middle. */
static struct window window_at(const struct snippet *snippet, size_t first)
{
    const size_t left = snippet->word_count - first;
    const size_t count = left < SNIPPET_WORDS ? left : SNIPPET_WORDS;
    uint32_t phrases = 0;
    size_t span = 0;
    for (size_t i = 0; i < count; i++) {
        phrases |= snippet->words[first + i].begins;
        if (snippet->words[first + i].hit)
            span = i + 1;
    }
    const size_t room = (SNIPPET_WORDS - span) / 2, before = room < first ? room : first;
    const size_t begin = first - before, all = snippet->word_count - begin;
    return (struct window){begin, all < SNIPPET_WORDS ? all : SNIPPET_WORDS,
                           __builtin_popcount(phrases)};
}

static struct window best_window(const struct snippet *snippet)
{
    struct window best = {.count = snippet->word_count < SNIPPET_WORDS ? snippet->word_count
                                                                       : SNIPPET_WORDS};
    for (size_t i = 0; i < snippet->word_count && best.phrases < (int)snippet->query->phrase_count;
         i++) {
        if (!snippet->words[i].begins)
            continue;
        const struct window window = window_at(snippet, i);
        if (window.phrases > best.phrases)
            best = window;
    }
    return best;
}

static bool append_byte(struct snippet *snippet, char byte)
{
    return search_text_append(&snippet->out, &byte, 1);
}

/* In one line: whatever white space there is becomes a blank. */
static bool append_text(struct snippet *snippet, size_t begin, size_t end)
{
    const size_t from = snippet->out.length;
    if (!search_text_append(&snippet->out, snippet->text.bytes + begin, end - begin))
        return false;
    for (size_t i = from; i < snippet->out.length; i++)
        if (snippet->out.bytes[i] == '\n' || snippet->out.bytes[i] == '\t')
            snippet->out.bytes[i] = ' ';
    return true;
}

static bool append_ellipsis(struct snippet *snippet, bool is_cut)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    return !is_cut || search_text_append(&snippet->out, ellipsis, sizeof ellipsis - 1);
}

static bool append_word(struct snippet *snippet, size_t index, size_t last)
{
    const struct snippet_word *word = &snippet->words[index];
    const bool goes_on = word->hit && index < last && word[1].hit && word[1].goes_on;
    if (word->hit && !word->goes_on && !append_byte(snippet, SEARCH_MARK_BEGIN))
        return false;
    if (!append_text(snippet, word->begin, word->end))
        return false;
    if (word->hit && !goes_on && !append_byte(snippet, SEARCH_MARK_END))
        return false;
    return index == last || append_text(snippet, word->end, word[1].begin);
}

static bool append_window(struct snippet *snippet, const struct window *window)
{
    const size_t last = window->first + window->count - 1;
    const bool from_start = window->first == 0,
               to_end = last + 1 == snippet->word_count && snippet->word_count < snippet->word_max;
    if (!append_ellipsis(snippet, !from_start) ||
        (from_start && !append_text(snippet, 0, snippet->words[0].begin)))
        return false;
    /* A phrase that began before the window is marked from its first word in it. */
    snippet->words[window->first].goes_on = false;
    for (size_t i = window->first; i <= last; i++)
        if (!append_word(snippet, i, last))
            return false;
    return to_end ? append_text(snippet, snippet->words[last].end, snippet->text.length)
                  : append_ellipsis(snippet, true);
}

bool snippet_write(struct snippet *snippet, struct search_words *words,
                   const struct search_query *query, const struct record *record)
{
    /* The title, which a list of hits shows anyhow, comes last. */
    static const enum search_column columns[] = {SEARCH_TEXT, SEARCH_NOTES, SEARCH_TITLE};
    const int all = (int)query->phrase_count;
    enum search_column chosen = SEARCH_NOWHERE, column = SEARCH_NOWHERE;
    struct window best = {.phrases = -1};
    snippet->query = query;
    snippet->out.length = 0;
    for (size_t i = 0; i < sizeof columns / sizeof *columns && best.phrases < all; i++) {
        column = columns[i];
        if (!read_column(snippet, words, record, column))
            return false;
        const struct window window = best_window(snippet);
        if (window.count == 0 || window.phrases <= best.phrases)
            continue;
        best = window;
        chosen = column;
    }
    if (chosen == SEARCH_NOWHERE)
        return true;
    return (chosen == column || read_column(snippet, words, record, chosen)) &&
           append_window(snippet, &best);
}
