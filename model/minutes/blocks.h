/* The blocks of the proceedings (P5): a paragraph, hard line, list entry, table row, or the part of
 * a paragraph after a change of the speaker (S6). */
#pragma once

#include "minutes/voices.h"

struct minutes_block {
    struct text_span text;  /* with its label or speaker */
    struct line_span lines; /* of the source */
    size_t line;            /* of the document: its first line */
    struct speech speech;   /* with `voice` or a continuation; else its form is SPEECH_NONE */
    struct voice *voice;    /* the accepted speaker, or NULL */
    struct speech label;    /* with `labelled`: what the block is if that is a speaker */
    struct voice *labelled; /* a label that ends the speech of another, or NULL */
    bool heading, rule;
    bool taken;      /* it became an action */
    bool consumed;   /* it is a part of a decision, or of an action of several blocks */
    size_t from, to; /* offsets in `text` of what decisions have of it; 0 and 0 if all or nothing */
};

struct minutes_blocks {
    struct minutes_block *list;
    size_t count, capacity;
    struct voices voices;
    bool out_of_memory;
    bool full; /* true if there are more than MINUTES_LINES_MAX */
};

/* Divides the proceedings into blocks, at most MINUTES_LINES_MAX. The caller finishes them in any
 * case. */
void blocks_read(struct minutes_blocks *blocks, struct minutes *minutes);
void blocks_finish(struct minutes_blocks *blocks);
