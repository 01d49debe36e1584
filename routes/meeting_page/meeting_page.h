/* The sections of the page of a meeting.
 *
 * May include: http, layout, markup, query, record_parts.
 */
#pragma once

struct record_page;

/* Writes the sections of a meeting: its outcomes, its programme, its people, the events before and
 * after it, and links to its other records. */
void meeting_write(struct record_page *page);

/* Writes what the record has of a meeting, in one or two sentences. Writes nothing if it has
 * nothing.
 */
void meeting_write_lead(struct record_page *page);
