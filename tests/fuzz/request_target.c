/* Fuzzes the parser of request targets, and that of the parameters for lists, records and searches.
 */
#include "answer/request_grammar.h"
#include "formats/format.h"
#include "input.h"
#include "query/query.h"
#include "small_archive.h"

#include <string.h>

static void check_text(const struct target *target, const char *text)
{
    const char *end = target->text + sizeof target->text;
    MUST(*text == '\0' || (text >= target->text && text < end));
    for (; *text; text++)
        MUST((unsigned char)*text >= ' ' && *text != 0x7f);
}

static void check_target(const struct target *target)
{
    MUST(target->segment_count <= TARGET_SEGMENTS_MAX);
    MUST(target->parameter_count <= TARGET_PARAMETERS_MAX);
    for (size_t i = 0; i < target->segment_count; i++)
        check_text(target, target->segments[i]);
    for (size_t i = 0; i < target->parameter_count; i++) {
        check_text(target, target->parameters[i].name);
        check_text(target, target->parameters[i].value);
    }
}

static void check_query(const struct query *query)
{
    MUST(query->limit >= 0 && query->offset >= 0 && query->offset <= QUERY_OFFSET_MAX);
    MUST(query->filter_count <= QUERY_FILTERS_MAX && query->facet_count <= QUERY_FACETS_MAX);
    MUST(query->key_count <= SORT_KEYS_MAX && query->text_used <= sizeof query->text);
}

static void read_query(const struct target *target, const struct record_type *type,
                       enum query_scope scope)
{
    const struct query_subject subject = {
        .archive = small_archive_view()->archive, .type = type, .scope = scope};
    struct query *query = malloc(sizeof *query);
    struct parameter_faults *faults = calloc(1, sizeof *faults);
    MUST(query && faults);
    const bool sound = query_parse(&subject, target, query, faults);
    MUST(sound == (faults->count == 0));
    if (sound)
        check_query(query);
    free(query);
    free(faults);
}

/* Returns the type of the collection at the start of the path, or else papers, which have
 * parameters of all kinds. */
static const struct record_type *type_of(const struct target *target)
{
    const char *name = target->segment_count ? target->segments[0] : "";
    const struct collection *collection =
        archive_collection(small_archive_view()->archive, name, format_stem(name));
    return collection ? collection->type : &paper_type;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size);
    struct target *target = malloc(sizeof *target);
    MUST(target);
    MUST(!request_grammar_is_target_of(METHOD_GET, text) || target_path(text));
    if (target_parse(text, target) == TARGET_OK) {
        check_target(target);
        read_query(target, type_of(target), QUERY_LIST);
        read_query(target, type_of(target), QUERY_RECORD);
        read_query(target, NULL, QUERY_SEARCH);
    }
    free(target);
    free(text);
    return 0;
}
