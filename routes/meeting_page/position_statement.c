#include "meeting_page/positions.h"

static struct statement choose_argument(struct record_page *page, const struct record *paper,
                                        const struct record *subject, struct claim *claim)
{
    struct argument found[ARGUMENTS_MAX];
    const struct value *arguments = arguments_of(paper);
    const struct value *abstract = record_value(paper, ROLE_DESCRIPTION);
    const size_t count = arguments_find(page, paper, subject, claim, found);
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (found[i].tie > found[best].tie)
            best = i;
    if (!count && (abstract->count || !arguments->count))
        return (struct statement){
            .text = abstract->text,
            .length = abstract->count,
            .sources = record_page_sources(paper),
        };
    const struct argument chosen = count ? found[best] : arguments_at(arguments, 0);
    return (struct statement){
        .text = chosen.text->text,
        .length = chosen.text->count,
        .sources = chosen.sources,
        .argument = chosen.number,
        .of = arguments->count,
        .more = count ? count - 1 : 0,
    };
}

struct statement position_statement(struct record_page *page, const struct record *record,
                                    const struct record *subject, struct claim *claim)
{
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    if (record->type == &paper_type)
        return choose_argument(page, record, subject, claim);
    return (struct statement){
        .text = text->text,
        .length = text->count,
        .sources = record_page_sources(record),
    };
}

bool position_has_statement(const struct record *record)
{
    return (record->type == &paper_type ? arguments_of(record)
                                        : record_value(record, ROLE_DESCRIPTION))
               ->count > 0;
}
