/* The stances of people on the same record, and whether stances and votes are the same. */
#include "comparison/comparison.h"

/* Returns the record on which a point has a stance: the one that it is about, else its item of the
 * agenda. Returns NULL if the record does not say. */
static const struct record *find_about(const struct record *point)
{
    const struct field *field = field_list_find(point->type->fields, "about", sizeof "about" - 1);
    const struct value *about = field ? record_page_value(point, field) : &value_absent;
    const struct value *item = record_value(point, ROLE_AGENDA_ITEM);
    return about->count ? about->record : item->count ? item->record : NULL;
}

static size_t count_points(const struct compared_stance *stance)
{
    size_t count = 0;
    for (size_t i = 0; i < COMPARED_PEOPLE_MAX; i++)
        count += stance->points[i] != NULL;
    return count;
}

size_t comparison_stances(const struct comparison *comparison, size_t subject,
                          struct compared_stance ret_stances[COMPARED_STANCES_MAX])
{
    size_t count = 0, several = 0;
    for (size_t i = 0; i < comparison->statement_count; i++) {
        const struct compared_statement *statement = &comparison->statements[i];
        const struct record *about = find_about(statement->record);
        size_t at = 0;
        if (statement->subject != subject || !about ||
            !record_value(statement->record, ROLE_STANCE)->count)
            continue;
        while (at < count && ret_stances[at].about != about)
            at++;
        if (at == COMPARED_STANCES_MAX)
            continue;
        if (at == count)
            ret_stances[count++] = (struct compared_stance){.about = about};
        ret_stances[at].points[statement->person] = statement->record;
    }
    for (size_t i = 0; i < count; i++)
        if (count_points(&ret_stances[i]) >= COMPARED_PEOPLE_LEAST)
            ret_stances[several++] = ret_stances[i];
    return several;
}

/* Returns whether words are the same; NULL: no word. */
static enum agreement judge(const struct value *const words[COMPARED_PEOPLE_MAX])
{
    const struct value *first = NULL;
    for (size_t i = 0; i < COMPARED_PEOPLE_MAX; i++) {
        if (!words[i])
            continue;
        if (first && strcmp(first->text, words[i]->text) != 0)
            return AGREEMENT_DIFFERENT;
        first = words[i];
    }
    return AGREEMENT_SAME;
}

enum agreement comparison_of_stances(const struct compared_stance *stance)
{
    const struct value *words[COMPARED_PEOPLE_MAX] = {NULL};
    for (size_t i = 0; i < COMPARED_PEOPLE_MAX; i++)
        if (stance->points[i])
            words[i] = record_value(stance->points[i], ROLE_STANCE);
    return judge(words);
}

enum agreement comparison_of_votes(const struct compared_decision *decision)
{
    return judge(decision->options);
}
