#include "members/member.h"

#include "members/member_private.h"
#include "members/member_role.h"
#include "members/roster.h"
#include "phrases/word_class.h"

enum {
    TITLES_MAX = 4,       /* before a name: "Prof. Dr." */
    DOOR_BYTES_MAX = 5,   /* of the door of a flat: "dcha." */
    ENTRY_WORDS_MAX = 7,  /* of the text before brackets and commas (A5) */
    ENTRY_BYTES_MAX = 400 /* longer entries are sentences */
};

const char *member_status_name(enum member_status status)
{
    static const char *const names[] = {NULL, "present", "absent", "excused"};
    return names[status];
}

const char *member_mode_name(enum member_mode mode)
{
    static const char *const names[] = {NULL, "in_person", "remote"};
    return names[mode];
}

/* Returns the length of a dash that divides a name from what follows, or 0. */
static size_t dash_at(struct text_span text, size_t at)
{
    static const char *const dashes[] = {
        " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " -- ", " // ", " / ", ": "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_span_begins(text_span_part(text, at, text.length), dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

/* Returns where the name at the beginning of an entry ends. */
static size_t head_end(struct text_span text)
{
    for (size_t at = 0; at < text.length; at++)
        if (strchr("([,;<", text.text[at]) || dash_at(text, at) || (text.text[at] == '/' && at) ||
            (text.text[at] == '@' && at))
            return at;
    return text.length;
}

/* Reads all that follows the name. */
static void read_tail(struct text_span tail, struct member *member)
{
    size_t start = 0, at = 0;
    while (at < tail.length) {
        const char byte = tail.text[at];
        const char close = byte == '(' ? ')' : byte == '[' ? ']' : byte == '<' ? '>' : 0;
        if (!close) {
            size_t dash = dash_at(tail, at);
            if (!dash && byte == '/' && at == start)
                dash = 1;
            if (dash) {
                member_read_parts(text_span_part(tail, start, at), false, member);
                start = at + dash;
            }
            at += dash ? dash : 1;
            continue;
        }
        member_read_parts(text_span_part(tail, start, at), false, member);
        const char *end = memchr(tail.text + at, close, tail.length - at);
        const size_t stop = end ? (size_t)(end - tail.text) : tail.length;
        if (byte != '<')
            member_read_parts(text_span_part(tail, at + 1, stop), true, member);
        at = start = stop < tail.length ? stop + 1 : stop;
    }
    member_read_parts(text_span_part(tail, start, tail.length), false, member);
}

/* Returns the length of the title at the beginning of a name, or 0. A single letter is a title in
 * its language only, and else an initial: "M. Val" in French, "M. Vale" in English. */
static size_t title_at(struct text_span name, enum words_language language)
{
    const size_t length = span_at(WORDS_PERSON_TITLE, name);
    const bool letter = length == 1 || (length == 2 && name.text[1] == '.');
    return letter ? words_at_in(language, WORDS_PERSON_TITLE, name.text, name.length) : length;
}

/* Takes the title before a name, such as "Dr." or "Chair", with the role that it names. */
static void take_title(enum words_language language, struct member *member)
{
    for (int i = 0; i < TITLES_MAX; i++) {
        const size_t length = title_at(member->name, language);
        if (!length || length >= member->name.length ||
            words_blank_at(member->name.text + length, member->name.length - length) == 0)
            return;
        const struct text_span title = text_span_part(member->name, 0, length);
        const struct text_span rest =
            text_span_strip(text_span_part(member->name, length, member->name.length), ".");
        if (!member_is_name(rest, false))
            return;
        member->title =
            i ? text_span_part((struct text_span){member->title.text,
                                                  (size_t)(rest.text - member->title.text)},
                               0, (size_t)(title.text + length - member->title.text))
              : title;
        member->roles |= member_roles_of(title);
        member->name = rest;
    }
}

/* Returns true if an entry cannot be a name (A5). */
static bool is_refused(struct text_span text)
{
    struct sentence sentence;
    if (!text.length || text.length > ENTRY_BYTES_MAX || span_is(WORDS_NO_NAME, text) ||
        span_is(WORDS_NONE, text) || text_span_find(text, 0, "://") < text.length ||
        text.text[text.length - 1] == ':' || text.text[text.length - 1] == '?')
        return true;
    sentence_read_all(text, &sentence);
    return !sentence.count || (sentence.count == 1 && sentence.list[0].number);
}

/* Takes what is after a name off it: degrees and honours, and an earlier surname, which is kept as
 * a second name: "Fern Harbour née Mooring PhD". */
static void take_letters(struct member *member)
{
    struct sentence sentence;
    sentence_read_all(member->name, &sentence);
    size_t count = sentence.count;
    while (count > 2 && pattern_at(PATTERN_LETTERS_AFTER, &sentence, count - 1) == 1)
        count--;
    const size_t end = count ? sentence.list[count - 1].end : 0;
    for (size_t i = 1; i + 1 < count; i++)
        if (pattern_at(PATTERN_BORN, &sentence, i) && !sentence.list[i].upper) {
            member->nick = text_span_part(member->name, sentence.list[i + 1].start, end);
            count = i;
        }
    if (count < sentence.count)
        member->name = text_span_part(member->name, 0, sentence.list[count - 1].end);
}

/* Returns true if the text before brackets may be a name. */
static bool is_head(struct text_span head)
{
    struct sentence sentence;
    sentence_read_all(head, &sentence);
    if (!sentence.count || sentence.count > ENTRY_WORDS_MAX)
        return false;
    if (span_is(WORDS_PRESENT, head) || span_is(WORDS_REGRETS, head) || span_is(WORDS_GUESTS, head))
        return false;
    for (size_t title; (title = roster_title_length(head)) > 0 && title < head.length;)
        head = text_span_trim(text_span_part(head, title, head.length));
    return member_is_name(head, true) || member_is_organization(head) ||
           member_is_role(head, &(unsigned){0});
}

/* Returns the length of the flat at the beginning of a text: "1.º A", "2º izq.". Spanish minutes
 * name owners by their flats. Returns 0 if the text begins with something else. */
static size_t flat_at(struct text_span text)
{
    size_t at = 0, letters = 0;
    while (at < text.length && text.text[at] >= '0' && text.text[at] <= '9')
        at++;
    if (!at)
        return 0;
    at += at < text.length && text.text[at] == '.';
    const struct text_span rest = text_span_part(text, at, text.length);
    if (!text_span_begins(rest, "\xC2\xBA") && !text_span_begins(rest, "\xC2\xAA") &&
        !text_span_begins(rest, "\xC2\xB0"))
        return 0;
    const struct text_span door = text_span_trim(text_span_part(rest, 2, rest.length));
    while (letters < door.length && door.text[letters] != ' ')
        letters++;
    return letters && letters <= DOOR_BYTES_MAX && letters < door.length
               ? (size_t)(door.text - text.text) + letters
               : 0;
}

enum member_kind member_read(const struct member_entry *entry, struct member *ret_member)
{
    struct member member = {.joined = -1, .left = -1};
    struct text_span text = member_strip_part(entry->text);
    enum member_status marked = STATUS_UNKNOWN;
    *ret_member = member;
    const size_t mark = member_mark_at(text, &marked);
    text = text_span_trim(text_span_part(text, mark, text.length));
    const size_t flat = flat_at(text);
    member.remark = text_span_part(text, 0, flat);
    text = text_span_trim(text_span_part(text, flat, text.length));
    if (is_refused(text))
        return MEMBER_NONE;
    if (member_read_count(text, &member)) {
        member.kind = MEMBER_COUNT;
        *ret_member = member;
        return MEMBER_COUNT;
    }
    if (entry->struck || (entry->checkbox && !entry->checked && entry->group_checked))
        member.status = STATUS_ABSENT;
    else
        member.status = entry->checkbox && entry->checked ? STATUS_PRESENT : marked;
    if (entry->proxies)
        text = member_divide_proxy(text, &member);
    const size_t head = member_remark_at(text_span_part(text, 0, head_end(text)));
    member.name = text_span_strip(text_span_part(text, 0, head), "-:.");
    if (*text.text == '@')
        member.handle = member.name;
    take_letters(&member);
    if (!is_head(member.name))
        return MEMBER_NONE;
    read_tail(text_span_part(text, head, text.length), &member);
    member_swap_name(&member);
    take_title(entry->language, &member);
    if (member_is_office(member.name) ||
        (!member_is_name(member.name, true) && !member_is_organization(member.name)))
        return MEMBER_NONE;
    member.kind = member_is_organization(member.name) && !member.title.length ? MEMBER_ORGANIZATION
                                                                              : MEMBER_PERSON;
    *ret_member = member;
    return member.kind;
}

bool member_read_legend(struct text_span text, struct member *ret_member)
{
    const size_t mark = text_span_find(text, 0, "=");
    if (mark == text.length || mark > 8)
        return false;
    const struct text_span letters = text_span_trim(text_span_part(text, 0, mark));
    const struct member_entry entry = {.text = text_span_part(text, mark + 1, text.length)};
    if (letters.length < 2 || letters.length > 5 || !member_is_name(letters, false) ||
        member_read(&entry, ret_member) != MEMBER_PERSON)
        return false;
    ret_member->abbreviation = letters;
    ret_member->abbreviation_guessed = false;
    return true;
}
