#include "layout/say.h"

enum {
    PAPERS_READ_MAX = 64 /* papers by whose kinds their collection is called */
};

bool say_has_kind(const struct record *record)
{
    static const char *const kinds[] = {"talk",        "lightning_talk", "keynote", "workshop",
                                        "panel",       "poster",         "demo",    "film",
                                        "performance", "break"};
    const struct value *kind = record_value(record, ROLE_KIND);
    if (record->type != &paper_type || !kind->count)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind->text, kinds[i]) == 0)
            return true;
    return false;
}

/* Reports whether most papers of an archive are talks, by the first of them. */
static bool are_talks(const struct archive *archive)
{
    size_t count, talks = 0;
    const struct record *const *papers = archive_all(archive, &paper_type, &count);
    const size_t read = count < PAPERS_READ_MAX ? count : PAPERS_READ_MAX;
    for (size_t i = 0; i < read; i++)
        talks += say_has_kind(papers[i]);
    return 2 * talks > read;
}

const char *say_collection(const struct archive *archive, const char *name, bool capital,
                           char text[SAY_BYTES])
{
    const bool papers = strcmp(name, paper_type.collection) == 0;
    return say_term(papers && archive && are_talks(archive) ? "talks" : name, capital, text);
}

const char *say_type(const struct archive *archive, const struct record_type *type, bool capital,
                     char text[SAY_BYTES])
{
    return say_term(type == &paper_type && archive && are_talks(archive) ? "talk" : type->name,
                    capital, text);
}
