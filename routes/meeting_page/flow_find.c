#include "meeting_page/flow.h"
#include "work/work.h"

/* Returns the row of a proposal, or `proposal_count`. */
static size_t find_proposal(const struct flow *flow, const struct record *record)
{
    size_t row = 0;
    while (row < flow->proposal_count && flow->proposals[row] != record)
        row++;
    return row;
}

/* Returns the row of a source, which is added. Returns FLOW_ROWS_MAX if there is no room. */
static size_t add_source(struct flow *flow, const struct record *record)
{
    for (size_t i = 0; i < flow->source_count; i++)
        if (flow->sources[i] == record)
            return i;
    if (flow->source_count == FLOW_ROWS_MAX)
        return FLOW_ROWS_MAX;
    flow->sources[flow->source_count] = record;
    return flow->source_count++;
}

static void add_link(struct flow *flow, size_t row, const struct value *object)
{
    const struct record *record = members_value(object->members, RELATED_RECORD)->record;
    const struct value *basis = members_value(object->members, RELATED_BASIS);
    const size_t proposal = find_proposal(flow, record);
    const bool within = proposal < flow->proposal_count;
    const size_t from = within ? proposal : add_source(flow, record);
    if (flow->taken_up.count == FLOW_LINKS_MAX || (!within && from == FLOW_ROWS_MAX))
        return;
    flow->taken_up.at[flow->taken_up.count++] =
        (struct flow_link){from, row, within, strcmp(basis->text, "inferred") == 0,
                           members_value(object->members, RELATED_NOTE)};
}

static void find_sources(struct flow *flow, const struct field *related)
{
    for (size_t row = 0; row < flow->proposal_count; row++) {
        const struct value *objects = record_page_value(flow->proposals[row], related);
        for (size_t i = 0; i < objects->count; i++)
            add_link(flow, row, &objects->items[i]);
    }
}

/* Orders the sources by the mean row of their targets, so that few curves cross. */
static void order_sources(struct flow *flow)
{
    size_t place[FLOW_ROWS_MAX] = {0}, order[FLOW_ROWS_MAX] = {0};
    const struct record *sources[FLOW_ROWS_MAX] = {NULL};
    double sums[FLOW_ROWS_MAX] = {0}, counts[FLOW_ROWS_MAX] = {0};
    for (size_t i = 0; i < flow->taken_up.count; i++)
        if (!flow->taken_up.at[i].within) {
            sums[flow->taken_up.at[i].from] += (double)flow->taken_up.at[i].to;
            counts[flow->taken_up.at[i].from] += 1;
        }
    for (size_t i = 0; i < flow->source_count; i++) {
        size_t at = i;
        flow->mean[i] = sums[i] / counts[i];
        for (; at > 0 && flow->mean[order[at - 1]] > flow->mean[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < flow->source_count; i++) {
        sources[i] = flow->sources[order[i]];
        place[order[i]] = i;
    }
    memcpy(flow->sources, sources, flow->source_count * sizeof *sources);
    for (size_t i = 0; i < flow->taken_up.count; i++)
        if (!flow->taken_up.at[i].within)
            flow->taken_up.at[i].from = place[flow->taken_up.at[i].from];
}

/* Reports whether a field of a record refers to another record. */
static bool refers(const struct record *record, const struct field *field,
                   const struct record *other)
{
    size_t count = 0;
    const struct value *items =
        field ? record_items(field, record_page_value(record, field), &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (items[i].count && items[i].record == other)
            return true;
    return false;
}

static const struct field *find_field(const struct record *record, const char *name)
{
    return field_list_find(record->type->fields, name, strlen(name));
}

/* Returns whether a decision was taken on a proposal, as one of the two says. *ret_inferred is true
 * if no source states it. */
static bool is_decided(const struct record *proposal, const struct record *decision,
                       bool *ret_inferred)
{
    const struct field *decided = find_field(proposal, "decision");
    const struct field *decides = find_field(decision, "decides_on");
    const bool of_proposal = refers(proposal, decided, decision);
    const bool of_decision = refers(decision, decides, proposal);
    *ret_inferred = !(of_proposal && !record_infers(proposal, decided)) &&
                    !(of_decision && !record_infers(decision, decides));
    return of_proposal || of_decision;
}

static void add_decision(struct flow *flow, const struct record *decision)
{
    for (size_t i = 0; i < flow->decision_count; i++)
        if (flow->decisions[i] == decision)
            return;
    if (flow->decision_count < FLOW_ROWS_MAX)
        flow->decisions[flow->decision_count++] = decision;
}

/* Finds the decisions on the proposals, in the order of these. */
static void find_decisions(struct record_page *page, struct flow *flow)
{
    for (size_t row = 0; row < flow->proposal_count; row++) {
        const struct record *proposal = flow->proposals[row];
        const struct field *decided = find_field(proposal, "decision");
        const struct value *decision = decided ? record_page_value(proposal, decided) : NULL;
        size_t count;
        const struct record *const *decisions =
            relations_find_members(page, proposal, &decision_type, &count);
        if (decision && decision->count)
            add_decision(flow, decision->record);
        for (size_t i = 0; i < count && i < FLOW_ROWS_MAX; i++)
            add_decision(flow, decisions[i]);
        work_spend(page->work, WORK_WRITING, WORK_RECORD);
    }
}

static void link_decisions(struct record_page *page, struct flow *flow)
{
    struct flow_links *links = &flow->decided;
    for (size_t to = 0; to < flow->decision_count; to++)
        for (size_t from = 0; from < flow->proposal_count; from++) {
            bool inferred;
            work_spend(page->work, WORK_WRITING, WORK_TEST);
            if (links->count < FLOW_LINKS_MAX &&
                is_decided(flow->proposals[from], flow->decisions[to], &inferred))
                links->at[links->count++] = (struct flow_link){
                    .from = from, .to = to, .inferred = inferred, .note = &value_absent};
        }
}

void flow_find(struct record_page *page, struct flow *flow)
{
    const struct field *related = related_find_field();
    if (!related)
        return;
    find_sources(flow, related);
    order_sources(flow);
    find_decisions(page, flow);
    link_decisions(page, flow);
}
