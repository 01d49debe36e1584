#include "unit/marks/described_marks.h"

#include "marks/marks.h"

#include "unit/listing.h"

static void list_span(struct listing *out, const char *label, struct text_span span)
{
    if (span.length)
        listing_add(out, " %s[%.*s]", label, (int)span.length, span.text);
}

static void list_flags(const struct sentence_marks *marks, struct listing *out)
{
    const struct {
        const char *name;
        bool set;
    } flags[] = {
        {"moved", marks->moved && !marks->movers[0].length},
        {"bracketed", marks->bracketed},
        {"weak", marks->moved_weak},
        {"seconded", marks->seconded && !marks->seconders[0].length},
        {"elsewhere", marks->elsewhere},
        {"certain", marks->result_certain},
        {"alone", marks->result_alone},
        {"amended", marks->amended},
        {"amendment", marks->amendment},
        {"counter", marks->counter},
        {"subsidiary", marks->subsidiary},
        {"amended-motion", marks->amended_motion},
        {"vote", marks->vote},
        {"unanimous", marks->unanimous},
        {"nearly-unanimous", marks->nearly_unanimous},
        {"motion", marks->motion},
        {"minutes", marks->minutes},
        {"doubtful", marks->doubtful},
        {"all", marks->all},
        {"outcome", marks->outcome},
        {"casting", marks->casting},
        {"ballots", marks->ballots},
        {"elects", marks->elects},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].set)
            listing_add(out, " %s", flags[i].name);
}

static void list_counts(const struct vote_counts *counts, struct listing *out)
{
    for (size_t i = 0; i < counts->count; i++)
        listing_add(out, " %s=%d", counts->list[i].option, counts->list[i].value);
    listing_add(out, "%s%s%s%s%s%s", counts->marked ? " marked" : "",
                counts->options ? " options" : "", counts->unclear ? " unclear" : "",
                counts->worded ? " worded" : "", counts->score ? " score" : "",
                counts->turned ? " turned" : "");
}

void describe_marks(const char *text, bool spoken, char *found, size_t size)
{
    struct listing out = {found, 0, size};
    struct sentence sentence;
    struct sentence_marks marks;
    struct text_span words;
    size_t at = 0;
    *found = 0;
    sentence_read_all(text_span_of(text), &sentence);
    sentence_marks_read(&sentence, spoken, &marks);
    for (size_t i = 0; i < marks.mover_count; i++)
        list_span(&out, "mover", marks.movers[i]);
    for (size_t i = 0; i < marks.seconder_count; i++)
        list_span(&out, "seconder", marks.seconders[i]);
    if (marks.result)
        listing_add(&out, " %s", marks.result);
    list_span(&out, "", marks.result_words);
    list_span(&out, "by", marks.other_body);
    if (marks.elects)
        list_span(&out, "elected", marks.elected);
    if (marks.method)
        listing_add(&out, " method=%s", marks.method);
    list_flags(&marks, &out);
    if (marks.prose)
        listing_add(&out, " prose=%zu", marks.prose_end);
    if (marks.resolved)
        listing_add(&out, " resolved=%zu", marks.resolved);
    if (result_find(&sentence, 0, &at, &words) && result_is_stated(&sentence, at))
        listing_add(&out, " stated");
    list_counts(&marks.counts, &out);
}
