/* Reads the text beside a name: in brackets, after a comma or a dash (A3). */
#include "members/member_private.h"
#include "members/member_role.h"
#include "phrases/time.h"
#include "phrases/word_class.h"

enum {
    ABSENCE_WORDS_MAX = 4, /* "with apologies for absence" */
    FLAT_BYTES_MAX = 20    /* "1.º izquierda" */
};

bool member_read_presence(struct text_span part, struct member *member)
{
    struct phrase_time time;
    struct sentence sentence;
    size_t at;
    if (!phrase_time_find(part, 0, &time))
        return false;
    sentence_read_all(part, &sentence);
    if (time.end >= 0) {
        member->joined = time.start;
        member->left = time.end;
    } else if (pattern_find(PATTERN_LEFT, &sentence, 0, &at)) {
        member->left = time.start;
    } else if (pattern_find(PATTERN_JOINED, &sentence, 0, &at)) {
        member->joined = time.start;
    } else {
        return false;
    }
    return true;
}

static bool is_pronouns(struct text_span part)
{
    return pattern_is(PATTERN_PRONOUNS, part);
}

/* Returns true if a part is after the name in the same cell or entry: "Example, S.L.". */
static bool follows_name(struct text_span part, const struct member *member)
{
    const struct text_span name = member->name;
    return name.length && part.text > name.text &&
           !memchr(name.text, '\t', (size_t)(part.text - name.text));
}

/* Reads what belongs to the name: "Jr.", which extends it, and an earlier surname, "née Mooring".
 */
static bool read_suffix(struct text_span part, struct member *member)
{
    struct sentence sentence;
    if (pattern_is(PATTERN_NAME_SUFFIX, part) && follows_name(part, member)) {
        member->name.length = (size_t)(part.text - member->name.text) + part.length;
        return true;
    }
    sentence_read_all(part, &sentence);
    if (sentence.count < 2 || !pattern_at(PATTERN_BORN, &sentence, 0))
        return false;
    member->nick = text_span_part(part, sentence.list[1].start, part.length);
    return true;
}

/* Keeps a part as the organization, or extends the organization before it, which a comma divides
 * from it. */
static void keep_organization(struct text_span part, struct member *member)
{
    struct text_span *organization = &member->organization;
    const bool legal = span_is(WORDS_LEGAL_FORM, part);
    const bool small = *part.text >= 'a' && *part.text <= 'z' &&
                       (!memchr(part.text, ' ', part.length) || span_at(WORDS_FUNCTION_WORD, part));
    if (span_is(WORDS_ADOPTED, part) || span_is(WORDS_REJECTED, part))
        return; /* of an election: "Secretary: N - Passed" */
    if (legal && !organization->length && follows_name(part, member))
        member->name.length = (size_t)(part.text - member->name.text) + part.length;
    else if (!organization->length && !small)
        *organization = part;
    else if (legal && part.text > organization->text)
        organization->length = (size_t)(part.text - organization->text) + part.length;
    else if (!member->post.length)
        member->post = part;
}

/* Divides "OpenVDB Representative" and "Observer (Example Inc.)" into organization and post. */
static bool read_representative(struct text_span part, struct member *member)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    if (sentence.count < 2 || sentence.count > 8 ||
        !pattern_at(PATTERN_REPRESENTATIVE, &sentence, sentence.count - 1))
        return false;
    const struct sentence_word *last = &sentence.list[sentence.count - 1];
    if (!member->organization.length)
        member->organization = text_span_strip(text_span_part(part, 0, last->start), ",&-");
    if (!member->post.length)
        member->post = text_span_part(part, last->start, last->end);
    return true;
}

bool member_is_role(struct text_span part, unsigned *ret_roles)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    *ret_roles = 0;
    if (pattern_at(PATTERN_HEAD_OF, &sentence, 0))
        return true;
    if (span_is(WORDS_SECRETARY, part)) { /* "Company Secretary" is no company */
        *ret_roles = member_roles_of(part);
        return true;
    }
    if (!sentence.count || sentence.count > 5 || member_any_word_is(WORDS_LEGAL_FORM, &sentence) ||
        member_any_word_is(WORDS_ORGANIZATION, &sentence))
        return false;
    *ret_roles = member_roles_of(part);
    return *ret_roles || member_any_word_is(WORDS_OFFICE, &sentence);
}

struct text_span member_strip_part(struct text_span part)
{
    part = text_span_strip(part, ";,-");
    size_t start = part.length;
    while (start && part.text[start - 1] != ' ')
        start--;
    return span_is(WORDS_LEGAL_FORM, text_span_part(part, start, part.length))
               ? part
               : text_span_strip(part, ";,-.");
}

/* Returns true if a text is a word for a profession: "Stadtplanerin". */
static bool is_profession(struct text_span part)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    return sentence.count && sentence.count <= 2 &&
           pattern_at(PATTERN_OFFICE, &sentence, sentence.count - 1);
}

/* Returns true if a text gives the reason of an absence: "Urlaub", "on holiday". */
static bool is_reason(struct text_span part)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    if (part.length < 3 || sentence.count > 4 || pattern_is_in(PATTERN_JOINED, &sentence))
        return false;
    return pattern_at(PATTERN_EXCUSED_CELL, &sentence, 0) ||
           (sentence.count > 1 && !sentence.list[0].upper &&
            pattern_at(PATTERN_EXCUSED_CELL, &sentence, 1));
}

/* Returns true if a text says at which item a member came or left, or that it was early or late:
 * "left after item 2", "ab TOP 3". */
static bool is_passage(struct text_span part)
{
    struct sentence sentence;
    bool numbered = false, small = true;
    sentence_read_all(part, &sentence);
    const bool excuse = sentence.count && pattern_at(PATTERN_EXCUSED_CELL, &sentence, 0) &&
                        pattern_is_in(PATTERN_JOINED, &sentence); /* "apologies for lateness" */
    if (!sentence.count || (!excuse && !pattern_at(PATTERN_LEFT, &sentence, 0) &&
                            !pattern_at(PATTERN_JOINED, &sentence, 0)))
        return false;
    for (size_t i = 0; i < sentence.count; i++) {
        numbered |= sentence.list[i].number;
        small &= !sentence.list[i].upper;
    }
    return numbered || small;
}

/* Returns true if a text is a note about a part of the meeting, not the name of an organization:
 * "item 2", "for item 3 only", "7.30 pm", "part of the meeting". */
static bool is_note(struct text_span part)
{
    struct sentence sentence;
    bool numbered = false, small = true, named = false;
    sentence_read_all(part, &sentence);
    if (member_is_role(part, &(unsigned){0}))
        return false; /* "secrétaire de séance" */
    for (size_t i = 0; i < sentence.count; i++) {
        const struct sentence_word *word = &sentence.list[i];
        named |= span_is(WORDS_ITEM_PREFIX, text_span_part(part, word->start, word->end)) ||
                 pattern_at(PATTERN_SESSION, &sentence, i);
        small &= !word->upper || named;
        numbered |= *word->fold >= '0' && *word->fold <= '9';
    }
    return sentence.count > 1 && small && (numbered || named);
}

/* Returns true if a text is the number of a flat: "1.º A", "2º". */
static bool is_flat(struct text_span part)
{
    static const char *const marks[] = {"\xC2\xBA", "\xC2\xAA", "\xC2\xB0"};
    int value;
    size_t at = text_span_digits(part, 0, &value);
    if (!at || part.length > FLAT_BYTES_MAX)
        return false;
    at += at < part.length && part.text[at] == '.';
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_span_begins(text_span_part(part, at, part.length), marks[i]))
            return true;
    return false;
}

/* Returns true if a text is nothing but a number, such as that of the lines of a log that a member
 * said. */
static bool is_number(struct text_span part)
{
    int value;
    return part.length && text_span_digits(part, 0, &value) == part.length;
}

/* Reads a remark about the presence of a member, without a time. Returns false if it is not one. */
static bool read_remark(struct text_span part, struct member *member)
{
    const bool reason = is_reason(part);
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    const bool as = sentence.count > 1 && pattern_at(PATTERN_AS, &sentence, 0);
    if (!reason && !as && !is_passage(part) && !is_note(part) && !is_flat(part) && !is_number(part))
        return false;
    if (reason && member->status != STATUS_PRESENT)
        member->status = STATUS_EXCUSED;
    member->remark = part;
    return true;
}

/* Reads whom a member represents, a role, an abbreviation, or an organization. */
static void read_role(struct text_span part, bool bracket, struct member *member)
{
    unsigned roles;
    if (read_representative(part, member))
        return;
    if (member_is_role(part, &roles) || is_profession(part)) {
        member->roles |= roles;
        if (!member->post.length)
            member->post = part;
    } else if (bracket && member_is_short_form(part) && !member->abbreviation.length &&
               !span_is(WORDS_LEGAL_FORM, part)) {
        member->abbreviation = part;
        member->abbreviation_guessed = true;
    } else {
        keep_organization(part, member);
    }
}

/* Returns true if the words of a sentence from `at` on say how a member took part: "via Zoom". */
static bool is_mode(const struct sentence *sentence, size_t at)
{
    const size_t rest = sentence->count - at;
    const struct text_span words = text_span_part(sentence->text, sentence->list[at].start,
                                                  sentence->list[sentence->count - 1].end);
    return pattern_at(PATTERN_REMOTE, sentence, at) == rest ||
           pattern_at(PATTERN_IN_PERSON, sentence, at) == rest || span_is(WORDS_REMOTE, words) ||
           span_is(WORDS_IN_PERSON, words);
}

size_t member_remark_at(struct text_span text)
{
    struct sentence sentence;
    struct member member;
    sentence_read_all(text, &sentence);
    for (size_t i = 1; i < sentence.count; i++) {
        const struct sentence_word *word = &sentence.list[i];
        const struct text_span part = text_span_part(text, word->start, text.length);
        if (word->upper || word->number ||
            !member_is_name(text_span_trim(text_span_part(text, 0, word->start)), false))
            continue;
        if (is_mode(&sentence, i) || is_passage(part) || pattern_at(PATTERN_AS, &sentence, i) ||
            member_read_presence(part, &member))
            return word->start;
    }
    return text.length;
}

/* Returns true if a few words in small letters say that a member was absent, and not late: "sent
 * apologies", but not "apologies for lateness". */
static bool is_absence(const struct sentence *sentence)
{
    return sentence->count && sentence->count <= ABSENCE_WORDS_MAX && !sentence->list[0].upper &&
           span_has(WORDS_REGRETS, sentence->text) && !pattern_is_in(PATTERN_JOINED, sentence);
}

bool member_is_beside(struct text_span text)
{
    struct sentence sentence;
    struct member member;
    unsigned roles;
    sentence_read_all(text, &sentence);
    if (!sentence.count || sentence.list[0].number || pattern_at(PATTERN_ARTICLE, &sentence, 0))
        return false;
    if (member_is_office(text))
        return member_is_role(text, &roles) && !(roles & ROLE_BIT_GUEST);
    return !sentence.list[0].upper &&
           (is_mode(&sentence, 0) || is_passage(text) || is_absence(&sentence) ||
            member_read_presence(text, &member));
}

/* Reads that a member was absent: "apologies", "Entschuldigt", "sent apologies". */
static bool read_absence(struct text_span part, struct member *member)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    if (!is_absence(&sentence) && !span_is(WORDS_REGRETS, part))
        return false;
    member->status =
        span_has(WORDS_ABSENT, part) && !member_is_excuse(part) ? STATUS_ABSENT : STATUS_EXCUSED;
    return true;
}

/* Reads what is beside a name: in brackets, after a comma or a dash (A3). */
static void read_part(struct text_span part, bool bracket, struct member *member)
{
    part = member_strip_part(part);
    if (!part.length || is_pronouns(part) || read_absence(part, member) ||
        span_is(WORDS_NO_NAME, part) || pattern_is(PATTERN_LETTERS_AFTER, part) ||
        read_suffix(part, member))
        return;
    if (*part.text == '@') {
        if (!member->handle.length)
            member->handle = part;
    } else if (member_read_presence(part, member) || member_read_proxy(part, member)) {
        return;
    } else if (member_is_initials(part, member->name) && part.length >= 2 && part.length <= 5) {
        member->abbreviation = part;
    } else if (part.length < 40 && member_mode_of(part) && !member_is_organization(part)) {
        member->mode = member_mode_of(part);
    } else if (span_is(WORDS_PRESENT, part)) {
        member->status = STATUS_PRESENT;
    } else if (!read_remark(part, member)) {
        read_role(part, bracket, member);
    }
}

void member_read_parts(struct text_span text, bool bracket, struct member *member)
{
    size_t start = 0;
    for (size_t at = 0; at <= text.length; at++) {
        const bool end = at == text.length;
        const bool slash = !end && at && text.text[at] == '/' && text.text[at - 1] == ' ';
        if (!end && !slash && text.text[at] != ',' && text.text[at] != ';')
            continue;
        if (at > start)
            read_part(text_span_part(text, start, at), bracket, member);
        start = at + 1;
    }
}
