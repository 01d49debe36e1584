/* Readers of the schedules of conferences that pentabarf, frab, pretalx, the CCC's hub and other
 * programs write (https://c3voc.de/wiki/schedule): as XML, and as JSON of version 1 and 2; and of
 * programmes as tables, such as Sessionize, Indico and spreadsheets write them.
 *
 * A parser fills the intermediate form of model/conference, which makes records of it.
 *
 * May include: base, values, draft, wording, phrases, tables, conference.
 */
#pragma once

#include "conference/plain_text.h"
#include "draft/draft.h"

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
