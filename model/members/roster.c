#include "members/roster.h"

#include "base/array.h"
#include "base/buffer.h"
#include "phrases/pattern.h"
#include "unicode/fold.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    ROSTER_KEY_BYTES_MAX = 400,
    ROSTER_WORDS_MAX = 8
};

/* A form of a name, and the first two people who have it. */
struct roster_key {
    const char *text;
    size_t length;
    enum roster_form form;
    uint32_t person, other;
};

void roster_init(struct roster *roster)
{
    *roster = (struct roster){0};
    arena_init(&roster->arena, SIZE_MAX);
}

void roster_finish(struct roster *roster)
{
    free(roster->people);
    free(roster->keys);
    hash_table_finish(&roster->table);
    arena_finish(&roster->arena);
    *roster = (struct roster){0};
}

static uint32_t key_hash(enum roster_form form, const char *text, size_t length)
{
    uint32_t hash = 2166136261u ^ (uint32_t)form;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static bool key_matches(const void *items, uint32_t place, const void *key)
{
    const struct roster_key *item = (const struct roster_key *)items + place, *other = key;
    return item->form == other->form && item->length == other->length &&
           memcmp(item->text, other->text, item->length) == 0;
}

static struct roster_key *roster_find_key(struct roster *roster, const struct roster_key *key)
{
    const uint32_t hash = key_hash(key->form, key->text, key->length);
    const uint32_t place = hash_table_find(&roster->table, hash, key_matches, roster->keys, key);
    return place == HASH_TABLE_ABSENT ? NULL : &roster->keys[place];
}

/* Adds a form of a person's name. */
static void roster_add_key(struct roster *roster, enum roster_form form, const char *text,
                           size_t length, uint32_t person)
{
    struct roster_key key = {.text = text, .length = length, .form = form, .person = person};
    if (!length)
        return;
    struct roster_key *known = roster_find_key(roster, &key);
    if (known) {
        if (known->person != person && !known->other)
            known->other = person;
        return;
    }
    struct roster_key *keys =
        array_reserve(roster->keys, &roster->key_capacity, roster->key_count + 1, sizeof *keys);
    if (keys)
        roster->keys = keys;
    key.text = arena_copy_text(&roster->arena, text, length);
    if (!keys || !key.text || !hash_table_reserve(&roster->table, roster->key_count + 1)) {
        roster->out_of_memory = true;
        return;
    }
    hash_table_add(&roster->table, key_hash(form, text, length), (uint32_t)roster->key_count);
    keys[roster->key_count++] = key;
}

/* Returns the length of the office at the beginning of a text, "Kassenprüfer", or 0. */
static size_t office_at(struct text_span text)
{
    struct sentence first;
    const size_t word = text_span_find(text, 0, " ");
    const size_t office = words_at(WORDS_OFFICE, text.text, text.length);
    if (office || word >= text.length)
        return office;
    sentence_read_all(text_span_part(text, 0, word), &first);
    return first.count == 1 && first.list[0].upper && pattern_at(PATTERN_OFFICE, &first, 0) ? word
                                                                                            : 0;
}

size_t roster_title_length(struct text_span name)
{
    size_t at = words_at(WORDS_PERSON_TITLE, name.text, name.length);
    if (at && at < name.length && name.text[at] == '.')
        at++;
    if (!at && name.length)
        at = office_at(name);
    const size_t blank = at ? words_blank_at(name.text + at, name.length - at) : 0;
    return blank ? at + blank : 0;
}

/* The words of a folded name. */
struct name_words {
    struct buffer fold;
    size_t starts[ROSTER_WORDS_MAX], ends[ROSTER_WORDS_MAX];
    size_t count;
};

/* Folds a name. Returns false if it is empty, too long, or out of memory. */
static bool name_words_read(struct text_span name, struct name_words *ret_words)
{
    buffer_init(&ret_words->fold, (size_t)FOLD_BYTES_PER_BYTE * ROSTER_KEY_BYTES_MAX);
    ret_words->count = 0;
    if (!name.length || name.length > ROSTER_KEY_BYTES_MAX ||
        !text_fold(name.text, name.length, &ret_words->fold))
        return false;
    char *text = ret_words->fold.bytes;
    const size_t length = ret_words->fold.length;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '_')
            text[i] = ' ';
    for (size_t at = 0; at < length && ret_words->count < ROSTER_WORDS_MAX;) {
        while (at < length && text[at] == ' ')
            at++;
        const size_t start = at;
        while (at < length && text[at] != ' ')
            at++;
        if (at > start) {
            ret_words->starts[ret_words->count] = start;
            ret_words->ends[ret_words->count++] = at;
        }
    }
    return ret_words->count > 0;
}

/* Adds the initials of a name of several words: of all words, and of the first and the last. A
 * double given name counts as one and as two. */
static void roster_add_initials(struct roster *roster, const struct name_words *words,
                                uint32_t person)
{
    char all[ROSTER_WORDS_MAX] = {0}, ends[2], parts[2 * ROSTER_WORDS_MAX];
    size_t given = 0; /* parts of the first word */
    size_t count = 0, part_count = 0;
    const char *const text = words->fold.bytes;
    for (size_t i = 0; i < words->count; i++) {
        all[count++] = text[words->starts[i]];
        for (size_t at = words->starts[i]; at < words->ends[i]; at++)
            if ((at == words->starts[i] || text[at - 1] == '-') && part_count < sizeof parts)
                parts[part_count++] = text[at];
        given = i ? given : part_count;
    }
    ends[0] = all[0];
    ends[1] = all[count - 1];
    roster_add_key(roster, ROSTER_INITIALS, all, count, person);
    roster_add_key(roster, ROSTER_INITIALS, ends, 2, person);
    roster_add_key(roster, ROSTER_INITIALS, parts, part_count, person);
    if (given > 1)
        roster_add_key(roster, ROSTER_INITIALS, parts, given, person);
}

/* Adds "b. salt" and "b salt" for Bruno Salt. */
static void roster_add_initial_and_surname(struct roster *roster, const struct name_words *words,
                                           uint32_t person)
{
    const char *const text = words->fold.bytes;
    const size_t last = words->count - 1, surname = words->ends[last] - words->starts[last];
    char name[ROSTER_KEY_BYTES_MAX + 3] = {*text, '.', ' '};
    if (surname > ROSTER_KEY_BYTES_MAX || (unsigned char)*text >= 0x80)
        return;
    memcpy(name + 3, text + words->starts[last], surname);
    roster_add_key(roster, ROSTER_INITIAL_AND_SURNAME, name, surname + 3, person);
    name[1] = *text;
    roster_add_key(roster, ROSTER_INITIAL_AND_SURNAME, name + 1, surname + 2, person);
}

/* Adds the shorter forms of a name of three words or more: "carlos encina" for Carlos Encina Pino,
 * "anna kiefer" for Anna Maria Kiefer. */
static void roster_add_shorter_names(struct roster *roster, const struct name_words *words,
                                     uint32_t person)
{
    const char *const text = words->fold.bytes;
    const size_t given = words->ends[0] - words->starts[0], last = words->count - 1;
    const size_t surname = words->ends[last] - words->starts[last];
    char name[2 * ROSTER_KEY_BYTES_MAX + 2];
    for (size_t i = 1; i < last; i++)
        roster_add_key(roster, ROSTER_GIVEN_AND_SURNAME, text + words->starts[0],
                       words->ends[i] - words->starts[0], person);
    if (last < 2 || given > ROSTER_KEY_BYTES_MAX || surname > ROSTER_KEY_BYTES_MAX)
        return;
    memcpy(name, text + words->starts[0], given);
    name[given] = ' ';
    memcpy(name + given + 1, text + words->starts[last], surname);
    roster_add_key(roster, ROSTER_GIVEN_AND_SURNAME, name, given + 1 + surname, person);
}

/* Adds the forms of a name of several words. */
static void roster_add_forms(struct roster *roster, const struct name_words *words, uint32_t person)
{
    const char *const text = words->fold.bytes;
    const size_t given = words->ends[0] - words->starts[0], last = words->count - 1;
    char initial[ROSTER_KEY_BYTES_MAX + 3];
    roster_add_key(roster, ROSTER_GIVEN_NAME, text + words->starts[0], given, person);
    if (words->count < 2)
        return;
    roster_add_key(roster, ROSTER_SURNAME, text + words->starts[last],
                   words->ends[last] - words->starts[last], person);
    if (words->count > 2)
        roster_add_key(roster, ROSTER_SURNAME, text + words->starts[1],
                       words->ends[last] - words->starts[1], person);
    if (given <= ROSTER_KEY_BYTES_MAX) {
        memcpy(initial, text + words->starts[0], given);
        initial[given] = ' ';
        initial[given + 1] = text[words->starts[last]];
        roster_add_key(roster, ROSTER_GIVEN_AND_INITIAL, initial, given + 2, person);
    }
    roster_add_shorter_names(roster, words, person);
    roster_add_initial_and_surname(roster, words, person);
    roster_add_initials(roster, words, person);
}

/* Adds a word that the attendance gives for a person. */
static void roster_add_word(struct roster *roster, enum roster_form form, struct text_span word,
                            uint32_t person)
{
    struct name_words words;
    if (word.length && *word.text == '@')
        word = text_span_part(word, 1, word.length);
    if (name_words_read(word, &words))
        roster_add_key(roster, form, words.fold.bytes, words.fold.length, person);
    roster->out_of_memory |= words.fold.failed;
    buffer_finish(&words.fold);
}

static void roster_add_keys(struct roster *roster, uint32_t number)
{
    struct name_words words;
    const struct roster_person *person = roster_person(roster, number);
    if (name_words_read(person->name, &words)) {
        roster_add_key(roster, ROSTER_FULL_NAME, words.fold.bytes, words.fold.length, number);
        if (!person->organization_itself)
            roster_add_forms(roster, &words, number);
    }
    roster->out_of_memory |= words.fold.failed;
    buffer_finish(&words.fold);
    roster_add_word(roster, ROSTER_ABBREVIATION, person->abbreviation, number);
    roster_add_word(roster, ROSTER_HANDLE, person->handle, number);
    roster_add_word(roster, ROSTER_NICK, person->nick, number);
}

/* Adds what a second entry says of a person. */
static void roster_merge(struct roster *roster, uint32_t number, const struct roster_person *other)
{
    struct roster_person *person = roster_person(roster, number);
    struct text_span *const spans[] = {
        &person->title,        &person->nick, &person->handle, &person->abbreviation,
        &person->organization, &person->post, &person->proxy,  &person->on_behalf_of};
    const struct text_span others[] = {other->title,        other->nick,         other->handle,
                                       other->abbreviation, other->organization, other->post,
                                       other->proxy,        other->on_behalf_of};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        if (!spans[i]->length)
            *spans[i] = others[i];
    if (other->line != person->line && person->further_count < ROSTER_LINES_MAX)
        person->further_lines[person->further_count++] = other->line;
    person->roles |= other->roles;
    person->attends |= other->attends;
    if (!person->status)
        person->status = other->status;
    if (!person->mode)
        person->mode = other->mode;
    if (person->joined < 0)
        person->joined = other->joined;
    if (person->left < 0)
        person->left = other->left;
    roster_add_keys(roster, number);
}

uint32_t roster_add(struct roster *roster, const struct roster_person *person, bool *ret_known)
{
    struct name_words words;
    struct roster_key *known = NULL;
    if (name_words_read(person->name, &words))
        known = roster_find_key(roster, &(struct roster_key){.text = words.fold.bytes,
                                                             .length = words.fold.length,
                                                             .form = ROSTER_FULL_NAME});
    roster->out_of_memory |= words.fold.failed;
    buffer_finish(&words.fold);
    if (ret_known)
        *ret_known = known != NULL;
    if (known) {
        const uint32_t number = known->person;
        roster_merge(roster, number, person);
        return number;
    }
    struct roster_person *people =
        array_reserve(roster->people, &roster->capacity, roster->count + 1, sizeof *people);
    if (!people) {
        roster->out_of_memory = true;
        return ROSTER_NOBODY;
    }
    roster->people = people;
    people[roster->count++] = *person;
    roster_add_keys(roster, (uint32_t)roster->count);
    return (uint32_t)roster->count;
}

bool roster_is_initials(struct text_span name)
{
    size_t capitals = 0;
    for (size_t i = 0; i < name.length; i++)
        if (name.text[i] >= 'A' && name.text[i] <= 'Z')
            capitals++;
        else if (name.text[i] != '.' && name.text[i] != ' ')
            return false;
    return capitals >= 2 && capitals <= 4;
}

/* Looks up a name as it is. */
static struct roster_match find_untitled(struct roster *roster, struct text_span name)
{
    struct name_words words;
    struct roster_match match = {0};
    const bool initials = roster_is_initials(name);
    bool read = name_words_read(name, &words);
    while (read && words.fold.length && words.fold.bytes[words.fold.length - 1] == '.')
        words.fold.length--;
    for (int form = 0; read && form < ROSTER_FORM_COUNT && !match.person; form++) {
        if (form == ROSTER_INITIALS && !initials)
            continue;
        const struct roster_key *key =
            roster_find_key(roster, &(struct roster_key){.text = words.fold.bytes,
                                                         .length = words.fold.length,
                                                         .form = (enum roster_form)form});
        if (key)
            match = (struct roster_match){
                .person = key->person, .other = key->other, .form = (enum roster_form)form};
    }
    roster->out_of_memory |= words.fold.failed;
    buffer_finish(&words.fold);
    return match;
}

struct roster_match roster_find(struct roster *roster, struct text_span name)
{
    name = text_span_strip(name, " *_:");
    const size_t title = roster_title_length(name);
    if (name.length && *name.text == '@')
        name = text_span_part(name, 1, name.length);
    const struct roster_match whole = find_untitled(roster, name); /* "D. Black" */
    return whole.person || !title ? whole
                                  : find_untitled(roster, text_span_part(name, title, name.length));
}
