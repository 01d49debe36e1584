/* Included at the top of every mutated source. A mutation there is a conditional expression that
 * chooses by MUTATION(). */
#ifndef MUTATION_H
#define MUTATION_H

/* The number of the selected mutation, from MUTATION; 0 if all is as in the original. */
extern unsigned mutation_selected;

/* One byte per mutation, or NULL if this run does not record the mutations that it reaches. */
extern unsigned char *mutation_map;

/* Records that a mutation is reached, and whether it makes a difference there. Returns 0. */
int mutation_reach(unsigned number, int differs);

/* True if the mutation is selected. The second argument, `differs`, has no side effects, may hold
 * commas, and is evaluated only while reaching is recorded. */
#define MUTATION(number, ...) \
    (mutation_selected == (number) || (mutation_map && mutation_reach((number), (__VA_ARGS__))))

#endif
