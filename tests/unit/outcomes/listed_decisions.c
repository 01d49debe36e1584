#include "listed_decisions.h"

#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 2, 3))) static void list(struct listing *out, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    out->length +=
        (size_t)vsnprintf(out->text + out->length, sizeof out->text - out->length, format, values);
    va_end(values);
}

static void list_parts(const struct decisions *decisions, const struct decision *decision,
                       struct listing *out)
{
    for (size_t i = 0; i < decision->part_count; i++) {
        const struct decision_part *part = &decisions->parts[decision->first_part + i];
        const int length = (int)part->span.length;
        const char *text = length ? part->span.text : "";
        if (part->role == PART_MOVER)
            list(out, " mover=%.*s", length, text);
        else if (part->role == PART_SECONDER)
            list(out, " seconder=%.*s", length, text);
        else if (part->role == PART_BALLOT)
            list(out, " %.*s:%s", length, text, part->option);
        else if (part->role == PART_COUNT && part->option)
            list(out, " %s=%d", part->option, part->value);
        else if (part->role == PART_COUNT)
            list(out, " %.*s=%d", length, text, part->value);
        else if (part->role == PART_ELECTED)
            list(out, " elected=%.*s", length, text);
    }
}

void list_decisions(const struct decisions *decisions, struct listing *out)
{
    for (size_t i = 0; i < decisions->count; i++) {
        const struct decision *decision = &decisions->list[i];
        if (decision->number.length)
            list(out, "#%.*s ", (int)decision->number.length, decision->number.text);
        list(out, "(%s) %s", decision->kind ? decision->kind : "",
             decision->result ? decision->result : "-");
        if (decision->method)
            list(out, " [%s]", decision->method);
        if (decision->voted)
            list(out, " voted");
        if (decision->unanimous)
            list(out, " unanimous");
        if (decision->inferred)
            list(out, " inferred");
        if (decision->counted)
            list(out, " counted");
        if (decision->without_proposal)
            list(out, " without_proposal");
        list_parts(decisions, decision, out);
        if (decision->text.length)
            list(out, " | %.*s", (int)(decision->text.length < 40 ? decision->text.length : 40),
                 decision->text.text);
        if (decision->text_blocks > 1)
            list(out, " +%zu", decision->text_blocks - 1);
        list(out, "\n");
    }
}
