/* The cells of a table of members that say who was there (A1). */
#include "members/member_private.h"
#include "members/member_role.h"
#include "phrases/word_class.h"

static bool begins_with_any(struct text_span cell, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_span_begins(cell, marks[i]))
            return true;
    return false;
}

static bool is_tick(struct text_span cell)
{
    static const char *const ticks[] = {
        "\xE2\x9C\x85", "\xE2\x9C\x93",     "\xE2\x9C\x94", "\xE2\x98\x91",
        "\xE2\x98\x92", "\xF0\x9F\x91\x8D", "\xE2\x97\x8F", "+"};
    return begins_with_any(cell, ticks, sizeof ticks / sizeof *ticks);
}

/* Reports whether a cell is empty, or a mark that says no. */
static bool is_cross(struct text_span cell)
{
    static const char *const crosses[] = {"\xE2\x9D\x8C", "\xE2\x9C\x97", "\xE2\x9C\x98",
                                          "\xE2\x9C\x96", "\xE2\x98\x90", "\xE2\x80\x93",
                                          "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x97\x8B"};
    return !cell.length || begins_with_any(cell, crosses, sizeof crosses / sizeof *crosses) ||
           text_span_strip(cell, "-./?").length == 0;
}

size_t member_mark_at(struct text_span text, enum member_status *ret_status)
{
    const bool tick = is_tick(text), cross = !tick && is_cross(text);
    const size_t blank = text_span_find(text, 0, " ");
    if ((!tick && !cross) || blank == text.length || *text.text == '+' || *text.text == '-' ||
        text_span_begins(text, "\xE2\x80") || text_span_begins(text, "\xE2\x88\x92"))
        return 0;
    *ret_status = tick ? STATUS_PRESENT : STATUS_ABSENT;
    return blank;
}

/* Returns true if a pattern is at a word. A single letter counts only as the whole cell. */
static bool has_at(enum words_pattern pattern, const struct sentence *sentence, size_t at)
{
    const size_t words = pattern_at(pattern, sentence, at);
    const struct sentence_word *first = &sentence->list[at];
    return words && (words > 1 || words == sentence->count || first->end - first->start > 1);
}

bool member_is_excuse(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    for (size_t i = 0; i < sentence.count; i++)
        if (has_at(PATTERN_EXCUSED_CELL, &sentence, i))
            return true;
    return false;
}

/* Returns the status that the words of a cell name, or STATUS_UNKNOWN. */
static enum member_status status_in_words(struct text_span cell)
{
    struct sentence sentence;
    sentence_read_all(cell, &sentence);
    if (!sentence.count)
        return STATUS_UNKNOWN;
    if (has_at(PATTERN_PRESENT_CELL, &sentence, 0))
        return STATUS_PRESENT;
    if (member_is_excuse(cell))
        return STATUS_EXCUSED;
    if (has_at(PATTERN_ABSENT_CELL, &sentence, 0) || span_has(WORDS_ABSENT, cell))
        return STATUS_ABSENT;
    if (span_has(WORDS_REGRETS, cell))
        return STATUS_EXCUSED;
    return span_has(WORDS_PRESENT, cell) ? STATUS_PRESENT : STATUS_UNKNOWN;
}

void member_read_status(struct text_span cell, struct member *member)
{
    const enum member_mode mode = member_mode_of(cell);
    cell = text_span_strip(cell, "[]()");
    if (is_tick(cell) || is_cross(cell)) {
        member->status = is_tick(cell) ? STATUS_PRESENT : STATUS_ABSENT;
        member_read_presence(cell, member);
        return;
    }
    const bool only_mode = pattern_is(PATTERN_REMOTE, cell) || pattern_is(PATTERN_IN_PERSON, cell);
    const bool has_presence = member_read_presence(cell, member);
    const bool told = member_read_proxy(cell, member) || has_presence;
    member->status = only_mode ? STATUS_PRESENT : status_in_words(cell);
    if (!member->status && member->proxy.length)
        member->status = STATUS_EXCUSED;
    if (member->status == STATUS_ABSENT || member->status == STATUS_EXCUSED)
        return;
    const unsigned roles = member_roles_of(cell);
    member->mode = mode ? mode : member->mode;
    member->roles |= roles;
    if (!member->status && !told && !mode && !roles)
        member->unknown = cell;
    member->status = STATUS_PRESENT;
}

bool member_is_marked(struct text_span cell)
{
    struct member member = {0};
    cell = text_span_strip(cell, "[]()");
    if (is_tick(cell) || is_cross(cell))
        return is_tick(cell);
    member_read_status(cell, &member);
    return member.status == STATUS_PRESENT;
}
