#include "members/member_private.h"
#include "members/member_role.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 120,
    LABEL_WORDS_MAX = 7,
    INTRODUCTION_BYTES_MAX = 1000, /* of a paragraph whose end introduces the members */
    SENTENCE_LABEL_WORDS_MAX = 14,
    ROLE_LABEL_WORDS_MAX = 5
};

/* The roles that one person or a few have, whose label is followed by names (A7). */
static const unsigned single_roles = ROLE_BIT_CHAIR | ROLE_BIT_CO_CHAIR | ROLE_BIT_VICE_CHAIR |
                                     ROLE_BIT_SECRETARY | ROLE_BIT_MINUTE_TAKER |
                                     ROLE_BIT_MODERATOR | ROLE_BIT_HOST;

/* Returns the offset of the colon that ends a label, or the length of the text. */
static size_t colon_of(struct text_span text)
{
    for (size_t at = 0; at < text.length && at < LABEL_BYTES_MAX; at++)
        if (text.text[at] == ':') {
            const char next = at + 1 < text.length ? text.text[at + 1] : ' ';
            const bool gender =
                at + 2 < text.length && text.text[at + 1] == 'i' && text.text[at + 2] == 'n';
            if (next != '/' && !(next >= '0' && next <= '9') && !gender)
                return at;
        }
    return text.length;
}

/* Returns a label without a remark in brackets at its end, such as "(12)". */
static struct text_span without_bracket(struct text_span label)
{
    if (!label.length || label.text[label.length - 1] != ')')
        return label;
    size_t open = label.length;
    while (open && label.text[open - 1] != '(')
        open--;
    if (open < 2 || label.text[open - 2] != ' ')
        return label;
    return text_span_trim(text_span_part(label, 0, open - 1));
}

/* Classifies a label that states who was present or absent. */
static bool read_status(struct text_span label, struct member_group *group)
{
    if (span_has(WORDS_REGRETS, label)) {
        group->status = span_has(WORDS_ABSENT, label) && !span_is(WORDS_REGRETS, label)
                            ? STATUS_ABSENT
                            : STATUS_EXCUSED;
        if (span_is(WORDS_ABSENT, label))
            group->status = STATUS_ABSENT;
        else if (member_is_excuse(label))
            group->status = STATUS_EXCUSED; /* "Étaient absents excusés" */
        return true;
    }
    if (span_has(WORDS_PRESENT, label) || span_has(WORDS_GUESTS, label) ||
        span_has(WORDS_OBSERVERS, label) || span_is(WORDS_REMOTE, label) ||
        span_is(WORDS_IN_PERSON, label) || pattern_is(PATTERN_BODY_MEMBERS, label)) {
        group->status = STATUS_PRESENT;
        return true;
    }
    return false;
}

/* Reads "The meeting was led by N.", "Minutes taken by N", "sous la présidence de N". */
static bool read_role_sentence(struct text_span text, struct member_group *group)
{
    static const struct {
        enum words_pattern pattern;
        unsigned role;
    } patterns[] = {
        {PATTERN_LED_BY, ROLE_BIT_CHAIR},
        {PATTERN_MODERATED_BY, ROLE_BIT_MODERATOR},
        {PATTERN_HOSTED_BY, ROLE_BIT_HOST},
        {PATTERN_MINUTES_BY, ROLE_BIT_MINUTE_TAKER},
    };
    struct sentence sentence;
    size_t at;
    sentence_read_all(text, &sentence);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const size_t words = pattern_find(patterns[i].pattern, &sentence, 0, &at);
        if (!words || at > 4 || at + words >= sentence.count || sentence.count > 12)
            continue;
        const struct sentence_word *last = &sentence.list[at + words - 1];
        group->roles = patterns[i].role;
        group->single = true;
        group->rest = text_span_strip(text_span_part(text, last->end, text.length), ".,;:");
        if (!sentence.list[at + words].upper && *group->rest.text != '@')
            continue;
        return true;
    }
    return false;
}

/* Reads the label of a role that one person or a few have, such as "Chair" (A7). Without a colon,
 * it must be nothing but the words of the role. */
static bool read_role_label(struct text_span label, size_t words, unsigned roles, bool colon,
                            struct member_group *group)
{
    if (!(roles & single_roles) || words > ROLE_LABEL_WORDS_MAX || span_has(WORDS_PRESENT, label))
        return false;
    group->roles = roles & single_roles;
    group->single = colon || span_is(WORDS_CHAIR, label) || span_is(WORDS_MINUTE_TAKER, label) ||
                    span_is(WORDS_MODERATOR, label) || span_is(WORDS_SECRETARY, label) ||
                    span_is(WORDS_HOST, label);
    return true;
}

/* Returns true if a text is a member with a state, which a comma or dash divides from the name: "N,
 * Member at Large - Excused", "N \xE2\x80\x93 excused". */
static bool is_member_with_state(struct text_span text)
{
    static const char *const marks[] = {",",    " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                        " -- ", " ("};
    size_t end = text.length;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t at = text_span_find(text, 0, marks[i]);
        end = at < end ? at : end;
    }
    const struct text_span name = text_span_part(text, 0, end);
    struct sentence sentence;
    sentence_read_all(name, &sentence);
    return end < text.length && sentence.count > 1 && member_is_name(name, false) &&
           !span_has(WORDS_PRESENT, name) && !span_has(WORDS_REGRETS, name) &&
           !span_has(WORDS_GUESTS, name) && !span_has(WORDS_MEMBER, name);
}

/* Returns true if a text begins with the label of voters, "Ayes: A", "Ja - A", or with a voter and
 * the vote: "A, aye". "Yes" may also say that somebody is there. */
static bool begins_voters(struct text_span text)
{
    static const enum words_class options[] = {WORDS_YES, WORDS_NO, WORDS_ABSTAIN};
    struct member_list list;
    struct text_span entry = {NULL, 0};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const size_t length = span_at(options[i], text);
        const struct text_span rest = text_span_trim(text_span_part(text, length, text.length));
        if (length && rest.length && strchr(":-(0123456789\xE2", *rest.text))
            return true;
    }
    member_list_begin(&list, text);
    if (!member_list_next(&list, &entry) || entry.length > LABEL_BYTES_MAX)
        return false;
    for (size_t at = 1; at < entry.length; at++) {
        const struct text_span vote = text_span_part(entry, at, entry.length);
        if (entry.text[at - 1] == ' ' && !pattern_is(PATTERN_PRESENT_CELL, vote) &&
            !pattern_is(PATTERN_ABSENT_CELL, vote))
            for (size_t i = 0; i < sizeof options / sizeof *options; i++)
                if (span_is(options[i], vote))
                    return true;
    }
    return false;
}

/* Returns true if a label is that of a vote: "Roll call vote: A yes", "Roll call: Ayes: A". */
static bool is_vote(struct text_span label, struct text_span rest)
{
    return (span_is(WORDS_VOTE, label) && !span_is(WORDS_PRESENT, label)) || begins_voters(rest);
}

/* Returns true if a label cannot begin a group: it has too many words, is a heading of minutes, or
 * a number follows. */
static bool is_no_label(struct text_span label, size_t words, bool colon,
                        const struct member_group *group)
{
    struct sentence rest;
    const bool introduces = colon && !group->rest.length;
    if ((!colon && is_member_with_state(label)) || is_vote(label, group->rest))
        return true;
    if (!words || words > (introduces ? SENTENCE_LABEL_WORDS_MAX : LABEL_WORDS_MAX))
        return true;
    sentence_read_all(group->rest, &rest);
    return (!colon && span_is(WORDS_MINUTES, label)) || (rest.count == 1 && rest.list[0].number);
}

/* Reads a label of `words` words that is not a sentence about a role. */
static bool read_label(struct text_span label, size_t words, bool colon, struct member_group *group)
{
    if (is_no_label(label, words, colon, group))
        return false;
    const unsigned roles = member_roles_of(label);
    if (read_role_label(label, words, roles, colon, group))
        return group->single;
    group->proxies = span_is(WORDS_PROXIES, label);
    if (group->proxies)
        group->status = STATUS_EXCUSED;
    else if (!read_status(label, group))
        return false;
    group->roles = roles & (ROLE_BIT_MEMBER | ROLE_BIT_OBSERVER | ROLE_BIT_GUEST);
    if (group->status != STATUS_PRESENT)
        group->roles &= ROLE_BIT_MEMBER;
    return true;
}

bool member_group_introduced(struct text_span text, struct member_group *ret_group)
{
    struct member_group group;
    size_t start = text.length;
    if (!text.length || text.text[text.length - 1] != ':' || text.length > INTRODUCTION_BYTES_MAX)
        return false;
    while (start > 1 && !(text.text[start - 1] == ' ' && strchr(",;.", text.text[start - 2])))
        start--;
    if (start < 2 || !member_group_read(text_span_part(text, start, text.length), &group) ||
        group.rest.length || group.single)
        return false;
    *ret_group = group;
    return true;
}

bool member_group_read(struct text_span text, struct member_group *ret_group)
{
    struct member_group group = {0};
    struct sentence sentence;
    text = text_span_trim(text);
    const size_t end = colon_of(text);
    const bool colon = end < text.length;
    const struct text_span label = without_bracket(text_span_trim(text_span_part(text, 0, end)));
    if (colon)
        group.rest = text_span_trim(text_span_part(text, end + 1, text.length));
    if (!label.length || label.length > LABEL_BYTES_MAX)
        return false;
    sentence_read_all(label, &sentence);
    group.sentence = colon && sentence.count > 4;
    group.mode = member_mode_of(label);
    if ((colon || !read_role_sentence(text, &group)) &&
        !read_label(label, sentence.count, colon, &group))
        return false;
    *ret_group = group;
    return true;
}
