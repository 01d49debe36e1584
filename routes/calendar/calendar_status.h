/* The status of an entry (RFC 5545, section 3.8.1.11). */
#pragma once

/* Returns the STATUS for a recorded status, such as CONFIRMED for "held", or NULL if iCalendar has
 * none for it. Words of tasks have those of a VTODO, other words have those of a VEVENT. */
const char *calendar_status(const char *recorded);
