#include "members/member.h"

#include "members/member_role.h"
#include "phrases/sentence.h"
#include "phrases/time.h"
#include "phrases/word_class.h"

#include <stdio.h>

enum {
    NAME_WORDS_MAX = 5,
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

static bool is_particle(const struct sentence_word *word)
{
    static const char particles[] = "|van|von|vom|de|der|den|del|della|di|da|dos|das|la|le|du|y|e|"
                                    "bin|ibn|al|el|ter|ten|zu|zur|af|av|st|";
    char key[SENTENCE_FOLD_BYTES + 2];
    const int length = snprintf(key, sizeof key, "|%s|", word->fold);
    return length > 2 && strstr(particles, key) != NULL;
}

bool member_is_name(struct text_span text, bool handles)
{
    struct sentence sentence;
    if (!text.length || text.length > 80)
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (strchr(":;!?=<>{}|/\\#%*\"0123456789", text.text[i]) && !(handles && *text.text == '@'))
            return false;
    sentence_read_all(text, &sentence);
    if (!sentence.count || sentence.count > NAME_WORDS_MAX + 2)
        return false;
    if (handles && sentence.count == 1 && text.length <= 39)
        return true;
    size_t capitals = 0;
    for (size_t i = 0; i < sentence.count; i++) {
        if (sentence.list[i].upper || (unsigned char)*sentence.list[i].fold >= 0x80)
            capitals++;
        else if (!is_particle(&sentence.list[i]) && sentence.list[i].before != '\'')
            return false;
    }
    return capitals > 0 && capitals <= NAME_WORDS_MAX && !span_is(WORDS_NO_NAME, text);
}

/* Returns true if any word of a text is of a class. */
static bool any_word_is(enum words_class class, const struct sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const struct sentence_word *word = &sentence->list[i];
        const struct text_span span = text_span_part(sentence->text, word->start, word->end);
        if (span_is(class, span))
            return true;
    }
    return false;
}

bool member_is_organization(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    if (sentence.count < 2 || sentence.count > 10)
        return false;
    if (any_word_is(WORDS_LEGAL_FORM, &sentence) || any_word_is(WORDS_ORGANIZATION, &sentence))
        return true;
    return sentence.list[0].upper &&
           sentence_match(&sentence, 0, "the|la|le|les|l|die|das|los|las") &&
           sentence.list[1].upper && sentence.count > 2;
}

/* Returns true if `letters` are the first letters of the words of a name, in their order. */
static bool is_initials(struct text_span letters, struct text_span name)
{
    struct sentence short_form, words;
    sentence_read_all(letters, &short_form);
    sentence_read_all(name, &words);
    if (short_form.count != 1 || !words.count)
        return false;
    const char *fold = short_form.list[0].fold;
    size_t word = 0;
    if (*fold != *words.list[0].fold)
        return false;
    for (; *fold; fold++) {
        while (word < words.count && *words.list[word].fold != *fold)
            word++;
        if (word++ == words.count)
            return false;
    }
    return true;
}

/* Returns true if a text is 2 to 4 capitals. */
static bool is_short_form(struct text_span text)
{
    struct sentence sentence;
    if (text.length < 2 || text.length > 4)
        return false;
    sentence_read_all(text, &sentence);
    return sentence.count == 1 && sentence.list[0].capitals &&
           sentence.list[0].end - sentence.list[0].start == text.length;
}

/* Reads "bis 11:55 Uhr", "joined at 14:25Z", "left 10:30". */
static bool read_presence(struct text_span part, struct member *member)
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
    } else if (sentence_find(&sentence, 0,
                             "until|till|left|leaves|bis|ging|geht|jusqu|depart|parti|partie|hasta|"
                             "salida|sale",
                             &at)) {
        member->left = time.start;
    } else if (sentence_find(&sentence, 0,
                             "from|joined|joins|arrived|arrives|since|ab|seit|kam|kommt|arrive|"
                             "arrivee|desde|llegada|llega|late",
                             &at)) {
        member->joined = time.start;
    } else {
        return false;
    }
    return true;
}

/* Reads "voix donnée à N", "proxy: N", "for N", "vertreten durch N" (A3). */
static bool read_proxy(struct text_span part, struct member *member)
{
    size_t length = span_at(WORDS_PROXY, part);
    struct sentence sentence;
    if (!length)
        return false;
    const struct text_span words = text_span_part(part, 0, length);
    const struct text_span name =
        text_span_strip(text_span_part(part, length, part.length), ":,. ");
    if (!name.length || !member_is_name(name, true))
        return false;
    sentence_read_all(words, &sentence);
    size_t at;
    if (sentence_find(&sentence, 0, "for|behalf|fur|representing|vertritt|vertretung|de", &at) &&
        !sentence_find(&sentence, 0, "a|delega|given|donnee", &at))
        member->on_behalf_of = name;
    else
        member->proxy = name;
    return true;
}

static bool is_pronouns(struct text_span part)
{
    return text_matches(part, "he|she|they|er|sie|ihm|il|elle|el|ella ?him|her|them|ihm|iel|lui|his"
                              " ?his|hers|theirs|they|them");
}

/* Keeps a part as the organization, or extends the organization before it, which a comma divides
 * from it. */
static void keep_organization(struct text_span part, struct member *member)
{
    struct text_span *organization = &member->organization;
    const bool legal = span_is(WORDS_LEGAL_FORM, part);
    const bool small =
        *part.text >= 'a' && *part.text <= 'z' && !memchr(part.text, ' ', part.length);
    if (!organization->length && !small)
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
        !sentence_match(&sentence, sentence.count - 1, "representative|rep|liaison|delegate"))
        return false;
    const struct sentence_word *last = &sentence.list[sentence.count - 1];
    if (!member->organization.length)
        member->organization = text_span_strip(text_span_part(part, 0, last->start), ",&-");
    if (!member->post.length)
        member->post = text_span_part(part, last->start, last->end);
    return true;
}

/* Returns true if a text is a role or an office, of at most five words. */
static bool is_role(struct text_span part, unsigned *ret_roles)
{
    struct sentence sentence;
    sentence_read_all(part, &sentence);
    *ret_roles = 0;
    if (!sentence.count || sentence.count > 5 || any_word_is(WORDS_LEGAL_FORM, &sentence) ||
        any_word_is(WORDS_ORGANIZATION, &sentence))
        return false;
    *ret_roles = member_roles_of(part);
    return *ret_roles || any_word_is(WORDS_OFFICE, &sentence);
}

/* Returns a text without the marks at its ends; the point of a legal form stays. */
static struct text_span strip_part(struct text_span part)
{
    part = text_span_strip(part, ";,-");
    size_t start = part.length;
    while (start && part.text[start - 1] != ' ')
        start--;
    return span_is(WORDS_LEGAL_FORM, text_span_part(part, start, part.length))
               ? part
               : text_span_strip(part, ";,-.");
}

/* Reads whom a member represents, a role, an abbreviation, or an organization. */
static void read_role(struct text_span part, bool bracket, struct member *member)
{
    unsigned roles;
    if (read_representative(part, member))
        return;
    if (is_role(part, &roles)) {
        member->roles |= roles;
        if (!member->post.length)
            member->post = part;
    } else if (bracket && is_short_form(part) && !member->abbreviation.length) {
        member->abbreviation = part;
        member->abbreviation_guessed = true;
    } else {
        keep_organization(part, member);
    }
}

/* Reads what is beside a name: in brackets, after a comma or a dash (A3). */
static void read_part(struct text_span part, bool bracket, struct member *member)
{
    part = strip_part(part);
    if (!part.length || is_pronouns(part) || span_is(WORDS_NO_NAME, part))
        return;
    if (*part.text == '@') {
        if (!member->handle.length)
            member->handle = part;
    } else if (read_presence(part, member) || read_proxy(part, member)) {
        return;
    } else if (is_initials(part, member->name) && part.length >= 2 && part.length <= 5) {
        member->abbreviation = part;
    } else if (span_is(WORDS_REGRETS, part)) {
        member->status = span_is(WORDS_ABSENT, part) ? STATUS_ABSENT : STATUS_EXCUSED;
    } else if (part.length < 40 && member_mode_of(part) && !member_is_organization(part)) {
        member->mode = member_mode_of(part);
    } else if (span_is(WORDS_PRESENT, part)) {
        member->status = STATUS_PRESENT;
    } else {
        read_role(part, bracket, member);
    }
}

/* Reads the parts of a text that commas and " / " divide. */
static void read_parts(struct text_span text, bool bracket, struct member *member)
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
                read_parts(text_span_part(tail, start, at), false, member);
                start = at + dash;
            }
            at += dash ? dash : 1;
            continue;
        }
        read_parts(text_span_part(tail, start, at), false, member);
        const char *end = memchr(tail.text + at, close, tail.length - at);
        const size_t stop = end ? (size_t)(end - tail.text) : tail.length;
        if (byte != '<')
            read_parts(text_span_part(tail, at + 1, stop), true, member);
        at = start = stop < tail.length ? stop + 1 : stop;
    }
    read_parts(text_span_part(tail, start, tail.length), false, member);
}

/* Takes the title before a name, such as "Dr." or "Chair", with the role that it names. */
static void take_title(struct member *member)
{
    for (int i = 0; i < 2; i++) {
        const size_t length = span_at(WORDS_PERSON_TITLE, member->name);
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

/* Reads "22 socias" or "7 membres". */
static bool read_count(struct text_span text, struct member *member)
{
    struct sentence sentence;
    int value;
    sentence_read_all(text, &sentence);
    if (sentence.count < 2 || sentence.count > 4 || !sentence.list[0].number ||
        sentence.list[0].start || sentence.list[1].upper || !text_span_digits(text, 0, &value))
        return false;
    member->count = value;
    return true;
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

/* Returns true if the text before brackets may be a name. */
static bool is_head(struct text_span head)
{
    struct sentence sentence;
    sentence_read_all(head, &sentence);
    if (!sentence.count || sentence.count > ENTRY_WORDS_MAX)
        return false;
    if (span_is(WORDS_PRESENT, head) || span_is(WORDS_REGRETS, head) || span_is(WORDS_GUESTS, head))
        return false;
    return member_is_name(head, true) || member_is_organization(head);
}

/* Exchanges an office and a name: "President: N", "Chair - N". */
static void swap_office(struct member *member)
{
    unsigned roles;
    if (!member->organization.length || !is_role(member->name, &roles) ||
        !member_is_name(member->organization, false) ||
        is_role(member->organization, &(unsigned){0}))
        return;
    member->post = member->name;
    member->roles |= roles;
    member->name = member->organization;
    member->organization = (struct text_span){NULL, 0};
}

enum member_kind member_read(const struct member_entry *entry, struct member *ret_member)
{
    struct member member = {.joined = -1, .left = -1};
    const struct text_span text = strip_part(entry->text);
    *ret_member = member;
    if (is_refused(text))
        return MEMBER_NONE;
    if (read_count(text, &member)) {
        member.kind = MEMBER_COUNT;
        *ret_member = member;
        return MEMBER_COUNT;
    }
    if (entry->struck || (entry->checkbox && !entry->checked && entry->group_checked))
        member.status = STATUS_ABSENT;
    else if (entry->checkbox && entry->checked)
        member.status = STATUS_PRESENT;
    const size_t head = head_end(text);
    member.name = text_span_strip(text_span_part(text, 0, head), "-:.");
    if (*text.text == '@')
        member.handle = member.name;
    if (!is_head(member.name))
        return MEMBER_NONE;
    read_tail(text_span_part(text, head, text.length), &member);
    swap_office(&member);
    take_title(&member);
    member.kind = member_is_organization(member.name) && !member.title.length ? MEMBER_ORGANIZATION
                                                                              : MEMBER_PERSON;
    *ret_member = member;
    return member.kind;
}

enum member_column member_column_of(struct text_span header)
{
    static const struct {
        const char *pattern;
        enum member_column column;
    } columns[] = {
        {"first|given name*", COLUMN_GIVEN_NAME},
        {"firstname|vorname|prenom|given", COLUMN_GIVEN_NAME},
        {"last|family name*", COLUMN_FAMILY_NAME},
        {"lastname|surname|nachname|familienname|apellido*", COLUMN_FAMILY_NAME},
        {"abbreviation*|initials|abbr|kurzel|acronym|initiales|iniciales", COLUMN_ABBREVIATION},
        {"irc|github|slack|user|twitter|nick ?nick|name|handle|id", COLUMN_HANDLE},
        {"handle|username|nickname|alias|login", COLUMN_HANDLE},
        {"company|organisation|organization|affiliation|employer|org|firma|organisme|structure|"
         "entidad|organizacion|association|institution|verein|empresa",
         COLUMN_ORGANIZATION},
        {"status|attendance|attended|present|presence|anwesend*|asistencia|here|attending",
         COLUMN_STATUS},
        {"role|roles|position|function|funktion|fonction|cargo|rol|rolle|amt|type|membership|"
         "office",
         COLUMN_ROLE},
        {"mode|location|how|remote", COLUMN_MODE},
        {"name|names|nom|noms|nombre|who|attendee*|participant*|member*|mitglied*|person|people|"
         "teilnehm*|asistente*",
         COLUMN_NAME},
    };
    struct sentence sentence;
    size_t at;
    sentence_read_all(header, &sentence);
    if (!sentence.count || sentence.count > 5)
        return COLUMN_OTHER;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (sentence_find(&sentence, 0, columns[i].pattern, &at))
            return columns[i].column;
    return COLUMN_OTHER;
}

static enum member_status status_of_cell(struct text_span cell)
{
    static const char *const ticks[] = {"\xE2\x9C\x85", "\xE2\x9C\x93", "\xE2\x9C\x94",
                                        "\xE2\x98\x91", "\xF0\x9F\x91\x8D"};
    cell = text_span_strip(cell, "[]");
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        if (text_span_begins(cell, ticks[i]))
            return STATUS_PRESENT;
    if (text_matches(cell, "regrets|excused|apologies|entschuldigt|excuse|excusee|excusado|"
                           "excusada|leave"))
        return STATUS_EXCUSED;
    if (text_matches(cell,
                     "yes|y|x|p|present|ja|oui|si|attended|here|anwesend|presente|true|remote|"
                     "online|attending ?present|remotely|online"))
        return STATUS_PRESENT;
    return STATUS_ABSENT;
}

static void read_cell(enum member_column column, struct text_span cell, struct member *member)
{
    switch (column) {
    case COLUMN_ABBREVIATION:
        member->abbreviation = cell;
        break;
    case COLUMN_ORGANIZATION:
        member->organization = cell;
        break;
    case COLUMN_ROLE:
        member->roles |= member_roles_of(cell);
        member->post = cell;
        break;
    case COLUMN_STATUS:
        member->status = status_of_cell(cell);
        break;
    case COLUMN_HANDLE:
        member->handle = cell;
        break;
    case COLUMN_MODE:
        member->mode = member_mode_of(cell);
        break;
    default:
        break;
    }
}

/* Joins the cells of the given name and of the family name if they are in one text. */
static struct text_span join_names(struct text_span given, struct text_span family)
{
    if (!given.length || !family.length)
        return given.length ? given : family;
    if (family.text > given.text && family.text - given.text < 120)
        return (struct text_span){given.text, (size_t)(family.text - given.text) + family.length};
    return family;
}

enum member_kind member_read_row(const enum member_column *columns, const struct text_span *cells,
                                 size_t count, struct member *ret_member)
{
    struct member_entry entry = {0};
    struct text_span given = {NULL, 0}, family = {NULL, 0}, handle = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (columns[i] == COLUMN_NAME && !entry.text.length)
            entry.text = cell;
        else if (columns[i] == COLUMN_GIVEN_NAME)
            given = cell;
        else if (columns[i] == COLUMN_FAMILY_NAME)
            family = cell;
        else if (columns[i] == COLUMN_HANDLE)
            handle = cell;
    }
    if (!entry.text.length)
        entry.text = join_names(given, family);
    if (!entry.text.length)
        entry.text = handle;
    if (member_read(&entry, ret_member) == MEMBER_NONE)
        return MEMBER_NONE;
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (columns[i] == COLUMN_STATUS || cell.length)
            read_cell(columns[i], cell, ret_member);
    }
    return ret_member->kind;
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
