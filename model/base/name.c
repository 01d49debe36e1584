#include "base/name.h"

#include <string.h>

enum {
    NAME_MAX_LENGTH = 64,
    STEPS_MAX = 4000000 /* some milliseconds */
};

bool name_is(const char *known, const char *name, size_t length)
{
    /* Most names differ in the first character. */
    return (length == 0 || *known == *name) && strncmp(known, name, length) == 0 &&
           known[length] == '\0';
}

const char *name_article(const char *noun)
{
    return strchr("aeiou", *noun) ? "an" : "a";
}

void name_nearest_init(struct nearest_name *nearest, const char *wanted, size_t length)
{
    const size_t tolerated = length / 3 > 1 ? length / 3 : 1;
    *nearest = (struct nearest_name){.wanted = wanted,
                                     .wanted_length = length,
                                     .best_distance = tolerated + 1,
                                     .steps_left = STEPS_MAX};
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
    size_t rows[3][NAME_MAX_LENGTH + 1];
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

void name_nearest_offer(struct nearest_name *nearest, const char *known)
{
    if (nearest->steps_left == 0)
        return;
    nearest->steps_left--;
    const size_t length = strlen(known), wanted = nearest->wanted_length;
    if (length > NAME_MAX_LENGTH || wanted > NAME_MAX_LENGTH)
        return;
    if ((length > wanted ? length - wanted : wanted - length) >= nearest->best_distance)
        return; /* the difference of the lengths is a lower bound of the distance */
    size_t steps = 0;
    const size_t far =
        osa_distance(nearest->wanted, wanted, known, length, nearest->best_distance, &steps);
    nearest->steps_left -= smaller_of(steps, nearest->steps_left);
    if (far < nearest->best_distance) {
        nearest->best = known;
        nearest->best_distance = far;
    }
}
