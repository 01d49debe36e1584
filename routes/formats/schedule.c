/* Schedules of conferences, as XML and as JSON, of a meeting that has papers with times.
 * programme/programme.h says what a schedule holds. */
#include "formats/format.h"
#include "programme/programme.h"

#define LACKING "it has no paper that takes place at a known time, or it has over 10000 papers"

static struct programme_output programme_output_of(struct format_writer *writer)
{
    return (struct programme_output){writer->out, &writer->json, writer->archive, writer->work};
}

static void schedule_xml_write(struct format_writer *writer, const struct record *record)
{
    const struct programme_output output = programme_output_of(writer);
    programme_write_xml(&output, record);
}

static void schedule_json_write(struct format_writer *writer, const struct record *record)
{
    const struct programme_output output = programme_output_of(writer);
    programme_write_json(&output, record);
}

static const char *const unsupported_xml[] = {"fields", "include", "pretty", NULL};
static const char *const unsupported_json[] = {"fields", "include", NULL};

const struct format format_schedule_xml = {
    .suffix = ".schedule.xml",
    .name = "Schedule in XML",
    .media_type = "application/vnd.c3voc.schedule+xml",
    .documentation = "The schedule of a conference in XML, as frab and pretalx write it, for the "
                     "apps of visitors; of a single meeting with talks at known times.",
    .types = TARGET(TYPE_MEETING),
    .is_available = programme_is_available,
    .lacking = LACKING,
    .unsupported = unsupported_xml,
    .write = schedule_xml_write,
};

const struct format format_schedule_json = {
    .suffix = ".schedule.json",
    .name = "Schedule in JSON",
    .media_type = "application/vnd.c3voc.schedule+json",
    .documentation = "The same schedule in JSON (version 1), which also holds the place of the "
                     "meeting and the biographies of presenters.",
    .types = TARGET(TYPE_MEETING),
    .is_available = programme_is_available,
    .lacking = LACKING,
    .json = true,
    .unsupported = unsupported_json,
    .write = schedule_json_write,
};
