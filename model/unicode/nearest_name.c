#include "unicode/nearest_name.h"

#include "unicode/fold.h"

enum {
    STEPS_MAX = 4000000 /* some milliseconds */
};

void nearest_name_init(struct nearest_name *nearest, const char *wanted, size_t length)
{
    *nearest = (struct nearest_name){.steps_left = STEPS_MAX};
    struct buffer folded = {.bytes = nearest->wanted,
                            .capacity = sizeof nearest->wanted,
                            .ceiling = sizeof nearest->wanted};
    if (!text_fold(wanted, length, &folded))
        nearest->steps_left = 0; /* too long */
    nearest->wanted_length = folded.length;
    nearest->best_distance = (folded.length / 3 > 1 ? folded.length / 3 : 1) + 1;
}

static size_t smaller_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Returns the optimal string alignment distance, or any distance from `enough` on if it is at least
 * that. It needs only three rows of the matrix. */
static size_t osa_distance(const char *a, size_t a_length, const char *b, size_t b_length,
                           size_t enough, size_t *steps)
{
    size_t rows[3][NEAREST_NAME_BYTES_MAX + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t least = row[0] = i;
        *steps += b_length;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = smaller_of(above[j - 1] + (a[i - 1] != b[j - 1]),
                                smaller_of(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller_of(row[j], before[j - 2] + 1);
            least = smaller_of(least, row[j]);
        }
        if (least > enough)
            return least;
        size_t *const oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_length];
}

static void copy_lower_case(char *copy, const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++)
        copy[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] | 0x20 : name[i]);
}

void nearest_name_offer(struct nearest_name *nearest, const char *known)
{
    if (nearest->steps_left == 0)
        return;
    nearest->steps_left--;
    const size_t length = strlen(known), wanted = nearest->wanted_length;
    if (length > NEAREST_NAME_BYTES_MAX)
        return;
    if ((length > wanted ? length - wanted : wanted - length) >= nearest->best_distance)
        return; /* the difference of the lengths is a lower bound of the distance */
    char lower[NEAREST_NAME_BYTES_MAX];
    size_t steps = 0;
    copy_lower_case(lower, known, length);
    const size_t far =
        osa_distance(nearest->wanted, wanted, lower, length, nearest->best_distance, &steps);
    nearest->steps_left -= smaller_of(steps, nearest->steps_left);
    if (far < nearest->best_distance) {
        nearest->best = known;
        nearest->best_distance = far;
    }
}
