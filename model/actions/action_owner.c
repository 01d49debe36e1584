/* The owners of actions (X6). */
#include "actions/action_private.h"
#include "members/member.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    NICK_BYTES_MAX = 20,
    OFFICE_WORDS_MAX = 3
};

static void add_owner(struct action *action, struct text_span owner)
{
    for (size_t i = 0; i < action->owner_count; i++)
        if (action->owners[i].length == owner.length &&
            !memcmp(action->owners[i].text, owner.text, owner.length))
            return;
    if (action->owner_count < ACTION_OWNERS_MAX)
        action->owners[action->owner_count++] = owner;
}

/* Reports whether a text may be an owner: a name, an office or a group, such as "Clerk", "alle". */
static bool is_owner(struct text_span text, bool handle)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    if (sentence.count <= OFFICE_WORDS_MAX &&
        (member_is_office(text) || span_is(WORDS_CHAIR, text)))
        return true;
    return member_is_name(text, handle) && !span_is(WORDS_NO_SPEAKER, text);
}

static bool is_date(struct text_span text)
{
    struct phrase_date date;
    return phrase_date_find(text, 0, DATE_ORDER_UNKNOWN, &date) && date.span.length == text.length;
}

bool action_nicks_read(struct text_span text, struct action *action)
{
    static const enum words_class others[] = {WORDS_NO_SPEAKER, WORDS_DONE, WORDS_DROPPED,
                                              WORDS_REVIEW, WORDS_FUNCTION_WORD};
    struct action found = *action;
    struct member_list list;
    struct text_span nick;
    member_list_begin(&list, text_span_strip(text, "()"));
    while (member_list_next(&list, &nick)) {
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (span_is(others[i], nick))
                return false;
        if (nick.length > NICK_BYTES_MAX || memchr(nick.text, ' ', nick.length) ||
            !member_is_name(nick, true))
            return false;
        add_owner(&found, nick);
    }
    if (found.owner_count == action->owner_count)
        return false;
    *action = found;
    return true;
}

bool action_owners_read(struct text_span text, struct action *action)
{
    struct action found = *action;
    struct member_list list;
    struct text_span name;
    text = text_span_strip(text, "[]()*_");
    if (!text.length || text.length > OWNER_BYTES_MAX)
        return false;
    if (span_is(WORDS_OPEN_OWNER, text) || pattern_is(PATTERN_OPEN_OWNER, text) ||
        text_span_begins(text, "??")) {
        action->owner_open = true;
        return true;
    }
    member_list_begin(&list, text);
    while (member_list_next(&list, &name)) {
        for (size_t at = 0, end; at < name.length; at = end + 1) {
            end = text_span_find(name, at, "/");
            const struct text_span one = text_span_trim(text_span_part(name, at, end));
            const bool handle = *name.text == '@';
            if (found.owner_count && (span_at(WORDS_DUE, one) || is_date(one)))
                continue;
            if (!is_owner(one, handle) || span_is(WORDS_DONE, one))
                return false;
            add_owner(&found, one);
        }
    }
    if (found.owner_count == action->owner_count)
        return false;
    *action = found;
    return true;
}

/* Returns the offset of the first mark between the owner and the task, or text.length. */
static size_t owner_end(struct text_span text, size_t *ret_mark)
{
    static const char *const marks[] = {": ",   " -- ",          " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                        " - ",  ":\n",           " \xE2\x86\x92 ", " -> ",
                                        " => ", " \xE2\x9E\x9C "};
    size_t end = text.length;
    const size_t max = text.length < OWNER_BYTES_MAX ? text.length : OWNER_BYTES_MAX;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t at = text_span_find(text_span_part(text, 0, max), 0, marks[i]);
        if (at < max && at < end) {
            end = at;
            *ret_mark = strlen(marks[i]);
        }
    }
    return end;
}

/* Returns true if a word of `length` bytes begins a text, and a blank follows. */
static bool word_ends_at(struct text_span text, size_t length)
{
    return length && length < text.length && text.text[length] == ' ';
}

/* Reads "N: text" (a nick after a label), "N & N: text", "N -- text", "@h text", "[N] text". */
static bool read_owner_first(struct action *action, bool labelled)
{
    struct text_span text = action->text;
    size_t mark = 0, end = owner_end(text, &mark);
    const struct text_span owner = text_span_part(text, 0, end);
    if (end < text.length && action_owners_read(owner, action)) {
        action->text = text_span_trim(text_span_part(text, end + mark, text.length));
        return true;
    }
    if (labelled && end < text.length && !memchr(owner.text, ' ', end) && end <= NICK_BYTES_MAX &&
        member_is_name(owner, true) && !span_is(WORDS_NO_SPEAKER, owner)) {
        add_owner(action, owner);
        action->text = text_span_trim(text_span_part(text, end + mark, text.length));
        return true;
    }
    const bool square = text_span_begins(text, "[");
    if (square || text_span_begins(text, "(")) {
        const char *close = memchr(text.text, square ? ']' : ')', text.length);
        end = close ? (size_t)(close - text.text) : text.length;
        if (end < text.length && action_owners_read(text_span_part(text, 1, end), action)) {
            action->text = text_span_strip(text_span_part(text, end + 1, text.length), ":-");
            return true;
        }
    }
    bool found = false;
    while (text.length && *text.text == '@') {
        end = 0;
        while (end < text.length && !strchr(" :,", text.text[end]))
            end++;
        add_owner(action, text_span_part(text, 0, end));
        text = text_span_strip(text_span_part(text, end, text.length), ",:");
        if (word_ends_at(text, span_at(WORDS_AND, text)) || text_span_begins(text, "& "))
            text = text_span_trim(text_span_part(text, text_span_find(text, 0, " "), text.length));
        found = true;
    }
    if (found) {
        const size_t to = span_at(WORDS_TASK_TO, text);
        if (word_ends_at(text, to))
            text = text_span_trim(text_span_part(text, to, text.length));
        action->text = text;
    }
    return found;
}

/* Reads the subject before "to", "will", "soll", "doit", "se encarga": "N, N to add ...". Returns
 * the offset after that word, or 0. */
static size_t read_owner_subject(struct action *action)
{
    struct sentence sentence;
    const struct text_span text = action->text;
    sentence_read(text, 0, &sentence);
    for (size_t at = 1; at < sentence.count && at <= 8; at++) {
        const struct sentence_word *word = &sentence.list[at];
        if (word->start > OWNER_BYTES_MAX)
            return 0;
        const size_t length = span_at(WORDS_WILL, text_span_part(text, word->start, text.length));
        if (!length)
            continue;
        return action_owners_read(text_span_part(text, 0, word->start), action)
                   ? word->start + length
                   : 0;
    }
    return 0;
}

/* Reads "text -> N" at the end. */
static bool read_owner_after_arrow(struct action *action)
{
    const struct text_span text = action->text;
    for (size_t at = text.length; at-- > 1 && text.length - at < OWNER_BYTES_MAX;) {
        const struct text_span rest = text_span_part(text, at, text.length);
        const struct text_span owner = action_without_arrow(rest);
        if (owner.length == rest.length || text.text[at - 1] != ' ')
            continue;
        if (!action_owners_read(text_span_strip(owner, "."), action))
            return false;
        action->text = text_span_trim(text_span_part(text, 0, at));
        return true;
    }
    return false;
}

/* Reads "(N)" or "@h" at the end. */
static bool read_owner_last(struct action *action)
{
    struct text_span text = text_span_strip(action->text, ".");
    if (!text.length)
        return false;
    const char close = text.text[text.length - 1];
    if (close == ')' || close == ']') {
        size_t open = text.length - 1;
        while (open && text.length - open < OWNER_BYTES_MAX && text.text[open] != '(' &&
               text.text[open] != '[')
            open--;
        if (!open || !action_owners_read(text_span_part(text, open + 1, text.length - 1), action))
            return false;
        const bool due_within = action->due_text.length && !action->due.month &&
                                action->due_text.text >= text.text + open;
        if (!due_within) /* else the brackets hold what no other field says */
            action->text = text_span_strip(text_span_part(text, 0, open), "-");
        return true;
    }
    size_t start = text.length;
    while (start && text.text[start - 1] != ' ')
        start--;
    if (start && text.text[start] == '@' && text.length - start > 1) {
        add_owner(action, text_span_part(text, start, text.length));
        action->text = text_span_strip(text_span_part(text, 0, start), "-(,");
        return true;
    }
    return false;
}

void action_find_owners(struct action *action, bool labelled)
{
    const bool first = action->owner_count || read_owner_first(action, labelled);
    const bool found = first || read_owner_last(action) || read_owner_after_arrow(action);
    if (!found || (!action->owner_count && !action->owner_open))
        read_owner_subject(action);
}

struct text_span action_task(struct text_span text)
{
    struct action action = {.text = text};
    action_find_due(&action);
    const size_t from = read_owner_subject(&action);
    const size_t due = action.due_text.length ? (size_t)(action.due_text.text - text.text) : 0;
    const size_t end = due > from ? due : text.length;
    return text_span_strip(text_span_part(text, from, end), "( ");
}
