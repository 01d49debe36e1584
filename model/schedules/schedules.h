/* Readers of the schedules of conferences that pentabarf, frab, pretalx, the CCC's hub and other
 * programs write (https://c3voc.de/wiki/schedule): as XML, and as JSON of version 1 and 2; and of
 * programmes as tables, such as Sessionize, Indico and spreadsheets write them.
 *
 * A parser fills the intermediate form of schedule.h, which is the same for all of them, and
 * schedule_draft.c makes records of it: a conference becomes a meeting; a day a session, and each
 * room on that day a session in it; an event a paper; a track a topic. So the same schedule gives
 * the same records from each format.
 *
 * May include: base, unicode, values, html, schema, draft, wording, phrases, tables.
 */
#pragma once

#include "draft/draft.h"
#include "schedules/plain_text.h"

/* Reports whether the source is an XML document whose root element is <schedule>. */
bool schedules_xml_recognises(const struct draft_source *source);

/* Reports whether the source is a JSON object with the member "schedule" at its top level, which
 * begins in the first 64 KiB, or with the sessions of Sessionize ("view/All"). */
bool schedules_json_recognises(const struct draft_source *source);

/* Reports whether the source is a table of events in CSV or TSV: its first row has a column for the
 * titles, one for the day or the time, and one for speakers or tracks, by usual headings
 * (tables/known_heading.h). */
bool schedules_table_recognises(const struct draft_source *source);

/* Add the records of a schedule to a draft, or refuse the source. Entities that the document
 * declares are expanded up to a limit; files and URLs that it names are never read. */
void schedules_xml_read(struct draft *draft);
void schedules_json_read(struct draft *draft);
void schedules_table_read(struct draft *draft);
