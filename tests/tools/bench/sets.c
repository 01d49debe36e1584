/* Compares sets of records as bit sets, as CRoaring bitmaps and as sorted lists: intersects two
 * sets and reads a page of the result, out of 350,000 records, which a million records have of one
 * type. Prints nanoseconds of processor time for each.
 *
 *     ninja -C build tests/sets && build/tests/sets      (needs libroaring-dev)
 */
#include "archive/record_set.h"

#include <roaring/roaring.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
    RECORDS = 350000,
    ROUNDS = 200,
    PAGE = 20
};

static uint32_t page[PAGE];

static double processor_time(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* Writes the ordinals of about one in `part` records, in order, to `list`. Returns their number. */
static size_t draw(uint32_t *list, unsigned part)
{
    size_t count = 0;
    for (uint32_t i = 0; i < RECORDS; i++)
        if (rand() % (int)part == 0)
            list[count++] = i;
    return count;
}

static void fill(struct record_set *set, const uint32_t *list, size_t count)
{
    record_set_init(set, RECORDS);
    for (size_t i = 0; i < count; i++)
        record_set_add(set, list[i]);
}

static size_t by_sets(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    struct record_set left, right;
    fill(&left, a, a_count);
    fill(&right, b, b_count);
    record_set_intersect(&left, &right);
    const size_t total = record_set_count(&left);
    record_set_list(&left, total / 2, page, PAGE);
    record_set_finish(&left);
    record_set_finish(&right);
    return total;
}

static size_t by_roaring(const roaring_bitmap_t *a, const roaring_bitmap_t *b)
{
    roaring_bitmap_t *both = roaring_bitmap_and(a, b);
    const size_t total = (size_t)roaring_bitmap_get_cardinality(both);
    roaring_bitmap_range_uint32_array(both, total / 2, PAGE, page);
    roaring_bitmap_free(both);
    return total;
}

static size_t by_lists(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    uint32_t *both = malloc((a_count + 1) * sizeof *both);
    size_t total = 0, j = 0;
    for (size_t i = 0; i < a_count; i++) {
        while (j < b_count && b[j] < a[i])
            j++;
        if (j < b_count && b[j] == a[i])
            both[total++] = a[i];
    }
    for (size_t i = 0; i < PAGE && total / 2 + i < total; i++)
        page[i] = both[total / 2 + i];
    free(both);
    return total;
}

static void measure(unsigned part)
{
    uint32_t *a = malloc(RECORDS * sizeof *a), *b = malloc(RECORDS * sizeof *b);
    const size_t a_count = draw(a, part), b_count = draw(b, part);
    roaring_bitmap_t *x = roaring_bitmap_of_ptr(a_count, a), *y = roaring_bitmap_of_ptr(b_count, b);
    size_t totals[3] = {0};
    double times[4] = {processor_time()};
    for (int i = 0; i < ROUNDS; i++)
        totals[0] = by_sets(a, a_count, b, b_count);
    times[1] = processor_time();
    for (int i = 0; i < ROUNDS; i++)
        totals[1] = by_roaring(x, y);
    times[2] = processor_time();
    for (int i = 0; i < ROUNDS; i++)
        totals[2] = by_lists(a, a_count, b, b_count);
    times[3] = processor_time();
    printf("one in %4u: set %8.0f  CRoaring, built before %8.0f  list %8.0f  (%zu, %zu, %zu)\n",
           part, (times[1] - times[0]) / ROUNDS, (times[2] - times[1]) / ROUNDS,
           (times[3] - times[2]) / ROUNDS, totals[0], totals[1], totals[2]);
    roaring_bitmap_free(x);
    roaring_bitmap_free(y);
    free(a);
    free(b);
}

int main(void)
{
    static const unsigned parts[] = {2, 10, 100, 1000};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        measure(parts[i]);
    return 0;
}
