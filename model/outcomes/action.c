#include "outcomes/action.h"

#include "members/member.h"
#include "phrases/sentence.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40,
    OWNER_BYTES_MAX = 80,
    NICK_BYTES_MAX = 20,
    HEADING_WORDS_MAX = 7,
    DUE_BYTES_MAX = 60 /* before the end of the text */
};

enum action_zone action_zone_of(struct text_span heading)
{
    struct sentence sentence;
    heading = text_span_strip(heading, ":*_#");
    sentence_read_all(heading, &sentence);
    if (!sentence.count || sentence.count > HEADING_WORDS_MAX)
        return ACTION_ZONE_NONE;
    size_t at;
    const bool action = sentence_find(&sentence, 0,
                                      "action|actions|todo|todos|to-do|to-dos|tasks|joblist|"
                                      "aufgaben|massnahmen|taches|acciones|tareas|compromisos|ais",
                                      &at) ||
                        span_is(WORDS_ACTIONS, heading);
    const bool review = sentence_find(&sentence, 0,
                                      "review|previous|prior|past|last|earlier|old|outstanding|"
                                      "alte|letzte|offene|vorherige|precedentes|anteriores|"
                                      "completed|status|suivi",
                                      &at) > 0;
    if (action && review)
        return ACTION_ZONE_REVIEW;
    if (span_is(WORDS_ACTIONS, heading))
        return ACTION_ZONE_ACTIONS;
    if (span_is(WORDS_NEXT_STEPS, heading) || span_is(WORDS_ACTION, heading))
        return ACTION_ZONE_STEPS;
    return ACTION_ZONE_NONE;
}

/* Reads the label of an action: "ACTION:", "Action #3:", "AI --", "[ACTION]", "TODO -" (X1, X2).
 * Returns false if the text has none. */
static bool read_label(struct text_span text, bool bold, struct text_span *ret_rest,
                       struct text_span *ret_number)
{
    static const char *const ends[] = {":", "]", " -- ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    size_t end = text.length, mark = 0;
    const size_t max = text.length < LABEL_BYTES_MAX ? text.length : LABEL_BYTES_MAX;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t at = text_span_find(text_span_part(text, 0, max), 0, ends[i]);
        if (at < max && at < end && (*ends[i] != ']' || *text.text == '[')) {
            end = at;
            mark = strlen(ends[i]);
        }
    }
    struct text_span label = text_span_strip(text_span_part(text, 0, end), "[]*_");
    size_t length = span_at(WORDS_ACTION, label);
    if (!mark && bold && length && length < text.length) {
        *ret_number = (struct text_span){NULL, 0};
        *ret_rest = text_span_trim(text_span_part(text, length, text.length));
        return true;
    }
    if (!mark || !length)
        return false;
    const struct text_span rest =
        text_span_strip(text_span_part(label, length, label.length), "#.");
    struct sentence sentence;
    sentence_read_all(rest, &sentence);
    const bool number = sentence.count == 1 && rest.length < 12 &&
                        rest.text[rest.length - 1] >= '0' && rest.text[rest.length - 1] <= '9';
    if (sentence.count && !number && !text_matches(rest, "for|on ?the|all"))
        return false;
    *ret_number = number ? rest : (struct text_span){NULL, 0};
    *ret_rest = text_span_strip(text_span_part(text, end + mark, text.length), ":*_-");
    return ret_rest->length > 0;
}

/* Reads "[N][ACTION] text" (X2): the label is the second bracket. */
static bool read_second_bracket(struct text_span text, struct text_span *ret_owner,
                                struct text_span *ret_rest)
{
    if (!text.length || *text.text != '[')
        return false;
    const size_t close = text_span_find(text, 0, "]");
    if (close >= OWNER_BYTES_MAX || close >= text.length)
        return false;
    const struct text_span rest = text_span_trim(text_span_part(text, close + 1, text.length));
    if (!rest.length || *rest.text != '[')
        return false;
    const size_t second = text_span_find(rest, 0, "]");
    if (second == rest.length || !span_is(WORDS_ACTION, text_span_part(rest, 1, second)))
        return false;
    *ret_owner = text_span_trim(text_span_part(text, 1, close));
    *ret_rest = text_span_strip(text_span_part(rest, second + 1, rest.length), ":");
    return true;
}

static void add_owner(struct action *action, struct text_span owner)
{
    for (size_t i = 0; i < action->owner_count; i++)
        if (action->owners[i].length == owner.length &&
            !memcmp(action->owners[i].text, owner.text, owner.length))
            return;
    if (action->owner_count < ACTION_OWNERS_MAX)
        action->owners[action->owner_count++] = owner;
}

/* Reads the names of a text that is nothing but owners. Returns false if it is not that. */
bool action_owners_read(struct text_span text, struct action *action)
{
    struct action found = *action;
    struct member_list list;
    struct text_span name;
    text = text_span_strip(text, "[]()*_");
    if (!text.length || text.length > OWNER_BYTES_MAX)
        return false;
    if (span_is(WORDS_OPEN_OWNER, text) || text_matches(text, "tbd|tba") ||
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
            if (span_at(WORDS_DUE, one) && found.owner_count)
                continue;
            if (!member_is_name(one, handle) || span_is(WORDS_NO_SPEAKER, one))
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
    static const char *const marks[] = {": ",  " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                        " - ", ":\n"};
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
    if (text.length && (*text.text == '[' || *text.text == '(')) {
        const char *close = memchr(text.text, *text.text == '[' ? ']' : ')', text.length);
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
        if (text_span_begins(text, "and ") || text_span_begins(text, "& "))
            text = text_span_trim(text_span_part(text, text_span_find(text, 0, " "), text.length));
        found = true;
    }
    if (found) {
        if (text_span_begins(text, "to "))
            text = text_span_trim(text_span_part(text, 3, text.length));
        action->text = text;
    }
    return found;
}

/* Reads the subject before "to", "will", "soll", "doit", "se encarga": "N, N to add ...". */
static bool read_owner_subject(struct action *action)
{
    struct sentence sentence;
    const struct text_span text = action->text;
    sentence_read(text, 0, &sentence);
    for (size_t at = 1; at < sentence.count && at <= 8; at++) {
        const struct sentence_word *word = &sentence.list[at];
        if (word->start > OWNER_BYTES_MAX)
            return false;
        const size_t length = span_at(WORDS_WILL, text_span_part(text, word->start, text.length));
        if (!length)
            continue;
        if (!action_owners_read(text_span_part(text, 0, word->start), action))
            return false;
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

/* Returns the length of what a due word introduces, if it is a date, a weekday or "next meeting";
 * else 0. */
static size_t due_length(struct text_span rest, struct phrase_date *ret_due)
{
    struct phrase_date date;
    struct sentence sentence;
    unsigned day;
    const struct text_span part =
        text_span_part(rest, 0, rest.length < DUE_BYTES_MAX ? rest.length : DUE_BYTES_MAX);
    if (phrase_date_find(part, 0, DATE_ORDER_UNKNOWN, &date) && date.span.text - rest.text <= 12) {
        *ret_due = date;
        return (size_t)(date.span.text - rest.text) + date.span.length;
    }
    sentence_read_all(part, &sentence);
    static const char *const phrases[] = {
        "?the next|following ?board|tsc|monthly|weekly meeting|call|session|board|ca|tac",
        "?the next|following ?board|tsc|monthly|weekly week|month",
        "?the end ?of ?the ?next|this week|month|year|day|meeting|quarter|q1|q2|q3|q4",
        "?zur|?nachste* nachste* sitzung|treffen|woche|plenum",
        "nachsten* sitzung|treffen|woche|plenum",
        "?la prochaine|prochain|proxima|proximo reunion|ca|seance|semana|semaine",
        "tomorrow|today|eow|eod|eom|asap",
        "q1|q2|q3|q4 ?#",
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const size_t words = sentence_match(&sentence, 0, phrases[i]);
        if (words)
            return sentence.list[words - 1].end;
    }
    if (!sentence.count)
        return 0;
    const size_t skipped = sentence_match(&sentence, 0, "next|this|the|le|el|den");
    if (skipped >= sentence.count)
        return 0;
    const struct sentence_word *word = &sentence.list[skipped];
    return words_weekday_at(part.text + word->start, part.length - word->start, &day) && word->upper
               ? word->end
               : 0;
}

/* Finds "by Friday", "bis 3. Mai", "avant le 12 décembre", "(due 2024-05-01)". */
static void find_due(struct action *action)
{
    struct sentence sentence;
    for (size_t from = 0; from < action->text.length && !action->due_text.length;) {
        from = sentence_read(action->text, from, &sentence);
        for (size_t at = 0; at < sentence.count; at++) {
            const size_t start = sentence.list[at].start;
            const struct text_span rest = text_span_part(action->text, start, action->text.length);
            const size_t word = span_at(WORDS_DUE, rest);
            if (!word)
                continue;
            const struct text_span after =
                text_span_strip(text_span_part(rest, word, rest.length), ":");
            if (!after.length)
                continue;
            const size_t length = due_length(after, &action->due);
            if (!length)
                continue;
            action->due_text = text_span_part(rest, 0, (size_t)(after.text - rest.text) + length);
            return;
        }
    }
}

static const char *const ticks[] = {"\xE2\x9C\x85", "\xE2\x9C\x94", "\xE2\x9C\x93", "\xE2\x98\x91"};

enum {
    TICK_COUNT = sizeof ticks / sizeof *ticks
};

/* Returns a text without the check mark at its beginning. */
static struct text_span without_tick(struct text_span text)
{
    for (size_t i = 0; i < TICK_COUNT; i++)
        if (text_span_begins(text, ticks[i]))
            return text_span_trim(text_span_part(text, strlen(ticks[i]), text.length));
    return text;
}

/* Reads the state: "(done)", "-- done", a check mark, "erledigt". */
static bool is_done(const struct action_block *block, struct text_span text)
{
    if ((block->checkbox && block->checked) || block->struck)
        return true;
    for (size_t i = 0; i < TICK_COUNT; i++)
        if (text_span_begins(text, ticks[i]) ||
            (text.length > 8 && text_span_find(text, text.length - 8, ticks[i]) < text.length))
            return true;
    struct text_span end = text_span_strip(text, ".)]!*");
    size_t start = end.length;
    while (start && !strchr("([,;:", end.text[start - 1]) && end.length - start < 24 &&
           !(start > 1 && end.text[start - 1] == ' ' && end.text[start - 2] == '-'))
        start--;
    if (start && end.length - start < 24 && start < end.length &&
        span_is(WORDS_DONE, text_span_part(end, start, end.length)))
        return true;
    struct sentence sentence;
    sentence_read_all(text_span_part(text, 0, text.length < 40 ? text.length : 40), &sentence);
    return sentence.count > 1 &&
           sentence_match(&sentence, 0, "done|erledigt|completed|hecho|fait") &&
           sentence.list[1].before != ' ';
}

/* Returns true if a text begins with a verb in the form of a request: a capital word that is no
 * name, before other words. */
static bool begins_with_verb(struct text_span text)
{
    static const char verbs[] =
        "add|ask|arrange|book|bring|build|call|change|check|clarify|close|collect|complete|confirm|"
        "contact|continue|coordinate|create|decide|define|deploy|develop|discuss|document|draft|"
        "email|ensure|evaluate|explore|file|finalize|finalise|find|finish|fix|follow|gather|get|"
        "give|"
        "identify|implement|inform|investigate|invite|look|make|meet|merge|move|notify|open|"
        "organize|organise|plan|post|prepare|present|propose|provide|publish|put|reach|release|"
        "remove|"
        "report|request|research|respond|review|revise|revisit|run|schedule|send|set|share|start|"
        "submit|summarize|take|talk|test|track|try|update|upload|verify|work|write|"
        "contactar|enviar|preparar|responder|revisar|crear|hacer|pedir|buscar|organizar|publicar|"
        "contacter|envoyer|preparer|organiser|demander|faire|rediger|relancer|creer|verifier|"
        "prevoir";
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return sentence.count > 1 && sentence_match(&sentence, 0, verbs);
}

/* Reads owner, due date and state of an action whose label is gone. */
static void read_details(const struct action_block *block, struct action *action)
{
    const struct text_span whole = action->text;
    action->text = without_tick(whole);
    const bool labelled = !strcmp(action->rule, "X1") || !strcmp(action->rule, "X2");
    const bool first = action->owner_count || read_owner_first(action, labelled);
    const bool found = first || read_owner_last(action);
    if (!found || (!action->owner_count && !action->owner_open))
        read_owner_subject(action);
    find_due(action);
    if (is_done(block, whole))
        action->status = "done";
    else if (block->checkbox || block->zone != ACTION_ZONE_REVIEW)
        action->status = "open";
    if (!action->text.length)
        action->text = whole;
}

static bool is_nothing(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return !sentence.count || span_is(WORDS_NONE, text) || text.text[text.length - 1] == ':' ||
           sentence_match(&sentence, 0, "no ?new ?open action|actions") > 0;
}

bool action_read(const struct action_block *block, struct action *ret_action)
{
    struct action action = {0};
    struct text_span owner = {NULL, 0}, rest;
    const struct text_span text = text_span_trim(block->text);
    if (!text.length)
        return false;
    const bool something = !is_nothing(text);
    if (read_second_bracket(text, &owner, &rest)) {
        action.text = rest;
        action_owners_read(owner, &action);
        action.rule = "X2";
    } else if (read_label(text, block->bold, &rest, &action.number)) {
        action.text = rest;
        action.rule = *text.text == '[' ? "X2" : "X1";
    } else if (!something) {
        action.text.length = 0;
    } else if (block->zone == ACTION_ZONE_ACTIONS || block->zone == ACTION_ZONE_REVIEW) {
        action.text = text;
        action.rule = block->zone == ACTION_ZONE_REVIEW ? "X7" : "X3";
    } else if (block->checkbox && !block->list_without_owner) {
        action.text = text;
        action.rule = "X4";
    } else if (block->zone == ACTION_ZONE_STEPS) {
        action.text = text;
        action.rule = "X5";
    }
    if (!action.text.length || is_nothing(action.text))
        return false;
    read_details(block, &action);
    if (block->zone == ACTION_ZONE_STEPS && !strcmp(action.rule, "X5")) {
        if (!action.owner_count && !begins_with_verb(action.text))
            return false;
        action.inferred = true;
    }
    *ret_action = action;
    return true;
}
