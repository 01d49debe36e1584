#include "outline/outline.h"

#include "unit/listing.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void list_line(const struct outline *outline, size_t at, struct text_span text,
                      struct listing *out)
{
    static const char *const zones[] = {
        "header",     "attendance", "agenda",  "minutes", "actions",   "steps",       "review",
        "conclusion", "decisions",  "summary", "skipped", "procedure", "next meeting"};
    const struct outline_line *line = &outline->lines[at];
    listing_add(out, "%s %u", zones[line->zone], line->item);
    if (line->heading || line->rule)
        listing_add(out, " %s%s %u", line->heading ? "heading " : "", line->rule ? line->rule : "-",
                    line->level);
    listing_add(out, "%s%s%s: %.*s\n", line->title ? " title" : "", line->part ? " part" : "",
                line->unheld ? " unheld" : "", (int)(text.length < 20 ? text.length : 20),
                text.text);
}

static void list_item(const struct outline_item *item, struct listing *out)
{
    listing_add(out, "%u in %u [%.*s] %.*s entry %u planned %u %s\n", item->level, item->parent,
                (int)item->number.length, item->number.length ? item->number.text : "",
                (int)item->title.length, item->title.text, item->entry_number, item->planned_line,
                item->rule);
}

/* Writes the zone of each line of a document, with the number of its item, and its items. */
static void describe(const char *text, char *found, size_t size)
{
    struct listing out = {found, 0, size};
    struct markdown markdown;
    struct outline outline;
    markdown_read(&markdown, text, strlen(text), 1);
    outline_divide_tables(&markdown);
    outline_divide_run_in_titles(&markdown);
    outline_read(&markdown, &outline);
    *found = 0;
    for (size_t i = 0; i < markdown.count; i++)
        list_line(&outline, i, markdown_text(&markdown, i, i + 1), &out);
    for (size_t i = 0; i < outline.item_count; i++)
        list_item(&outline.items[i], &out);
    listing_add(&out, "%s", outline.chat ? "chat" : "");
    if (out.length && found[out.length - 1] == '\n')
        found[out.length - 1] = 0;
    outline_finish(&outline);
    markdown_finish(&markdown);
}

static const struct text_case documents[] = {
    {"# Pier Board\n\n"
     "12:01 <ada> Hello\n\n"
     "12:02 <bob> Lamps\n\n"
     "12:03 <cy> Red",
     "header 0 heading D4 1 title: Pier Board\n"
     "minutes 0: 12:01 <ada> Hello\n"
     "minutes 0: 12:02 <bob> Lamps\n"
     "minutes 0: 12:03 <cy> Red\n"
     "chat"},
    {"# Pier Board\n\n"
     "[12:01:33] ada: Hello\n\n"
     "[12:02:33] bob: Lamps\n\n"
     "[12:03:33] cy: Red",
     "header 0 heading D4 1 title: Pier Board\n"
     "minutes 0: [12:01:33] ada: Hell\n"
     "minutes 0: [12:02:33] bob: Lamp\n"
     "minutes 0: [12:03:33] cy: Red\n"
     "chat"},
    {"# Pier Board\n\n"
     "12:01 ada: Hello\n\n"
     "bob: Lamps\n\n"
     "12:03 cy: Red\n\n"
     "12:04 dot: Blue",
     "header 0 heading D4 1 title: Pier Board\n"
     "minutes 0: 12:01 ada: Hello\n"
     "minutes 0: bob: Lamps\n"
     "minutes 0: 12:03 cy: Red\n"
     "minutes 0: 12:04 dot: Blue\n"
     "chat"},
    {"# Pier Board\n\n"
     "<ada> Hello\n\n"
     "<bob> Lamps",
     "header 0 heading D4 1 title: Pier Board\n"
     "header 0: <ada> Hello\n"
     "header 0: <bob> Lamps"},
    {"12:01:02:003 a: Hi\n\n12:01:02:003 b: Hi\n\n12:01:02:003 c: Hi",
     "minutes 0: 12:01:02:003 a: Hi\nminutes 0: 12:01:02:003 b: Hi\nminutes 0: 12:01:02:003 c: "
     "Hi\nchat"},
    {"12:01:02:0034 a: Hi\n\n12:01:02:0034 b: Hi\n\n12:01:02:0034 c: Hi",
     "header 0: 12:01:02:0034 a: Hi\nheader 0: 12:01:02:0034 b: Hi\nheader 0: 12:01:02:0034 c: "
     "Hi"},
    {"12:01a: Hi\n\n12:01b: Hi\n\n12:01c: Hi",
     "header 0: 12:01a: Hi\nheader 0: 12:01b: Hi\nheader 0: 12:01c: Hi"},
    {"12:01 a: Hi\n\n12:01 b: Hi\n\n12:01",
     "header 0: 12:01 a: Hi\nheader 0: 12:01 b: Hi\nheader 0: 12:01"},
    {"[12:01 a: Hi\n\n[12:01 b: Hi\n\n[12:01 c: Hi",
     "header 0: [12:01 a: Hi\nheader 0: [12:01 b: Hi\nheader 0: [12:01 c: Hi"},
    {"12 a: Hi\n\n12 b: Hi\n\n12 c: Hi",
     "header 0: 12 a: Hi\nheader 0: 12 b: Hi\nheader 0: 12 c: Hi"},
    {"12:01 ada reef: Hi\n\n12:01 bob: Hi\n\n12:01 cy: Hi",
     "header 0: 12:01 ada reef: Hi\nheader 0: 12:01 bob: Hi\nheader 0: 12:01 cy: Hi"},
    {"# Board\n\n"
     "1. **Report.** Ada spoke.\n"
     "2. **Lamps:** Red.\n"
     "3. **Pier**",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I1 5: 1. Report\n"
     "minutes 1: Ada spoke.\n"
     "minutes 2 heading I1 5: 2. Lamps\n"
     "minutes 2: Red.\n"
     "minutes 3 heading I1 5: 3. Pier\n"
     "5 in 0 [1] Report entry 0 planned 0 I1\n"
     "5 in 0 [2] Lamps entry 0 planned 0 I1\n"
     "5 in 0 [3] Pier entry 0 planned 0 I1"},
    {"# Board\n\n"
     "1. **Report** Ada spoke.\n"
     "2. **Lamps** Red.\n"
     "3. **Pier** Blue.",
     "header 0 heading D4 1 title: Board\n"
     "header 0: Report Ada spoke.\n"
     "header 0: Lamps Red.\n"
     "header 0: Pier Blue."},
    {"# Board\n\n"
     "1. **Report**: Ada spoke.\n"
     "2. **Lamps.**\n"
     "   - Red.\n"
     "3. **Pier.** Blue.",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I1 5: 1. Report\n"
     "minutes 1: Ada spoke.\n"
     "minutes 2 heading I1 5: 2. Lamps\n"
     "minutes 2: Red.\n"
     "minutes 3 heading I1 5: 3. Pier\n"
     "minutes 3: Blue.\n"
     "5 in 0 [1] Report entry 0 planned 0 I1\n"
     "5 in 0 [2] Lamps entry 0 planned 0 I1\n"
     "5 in 0 [3] Pier entry 0 planned 0 I1"},
    {"# Board\n\n"
     "1. **Report.**\n"
     "2. **Lamps.**\n"
     "3. **Pier.**",
     "header 0 heading D4 1 title: Board\n"
     "header 0: Report.\n"
     "header 0: Lamps.\n"
     "header 0: Pier."},
    {"# Board\n\n"
     "Agenda\n\n"
     "- Lamps\n"
     "- Pier\n\n"
     "## Lamps\n\n"
     "Red.\n\n"
     "## Pier\n\n"
     "Blue.",
     "header 0 heading D4 1 title: Board\n"
     "agenda 0 heading Z2 10: Agenda\n"
     "agenda 0: Lamps\n"
     "agenda 0: Pier\n"
     "minutes 1 heading I1 2: Lamps\n"
     "minutes 1: Red.\n"
     "minutes 2 heading I1 2: Pier\n"
     "minutes 2: Blue.\n"
     "2 in 0 [] Lamps entry 0 planned 5 I1\n"
     "2 in 0 [] Pier entry 0 planned 6 I1"},
    {"# Board\n\n"
     "## Agenda\n\n"
     "1. Lamps\n"
     "2. Pier\n"
     "3. Boats\n\n"
     "## Lamps\n\n"
     "Red.\n\n"
     "## Next meeting\n\n"
     "May.",
     "header 0 heading D4 1 title: Board\n"
     "agenda 0 heading Z2 2: Agenda\n"
     "agenda 0: Lamps\n"
     "agenda 0 unheld: Pier\n"
     "agenda 0 unheld: Boats\n"
     "minutes 1 heading I1 2: Lamps\n"
     "minutes 1: Red.\n"
     "next meeting 0 heading Z1 2: Next meeting\n"
     "next meeting 0: May.\n"
     "2 in 0 [] Lamps entry 0 planned 5 I1"},
    {"# Board\n\n"
     "Agenda",
     "header 0 heading D4 1 title: Board\n"
     "header 0: Agenda"},
    {"# Board\n\n"
     "## Minutes\n\n"
     "- Lamps\n"
     "  - Red\n"
     "- Pier\n"
     "  - Blue\n"
     "- Boats\n\n"
     "## Actions\n\n"
     "- Ada to buy oil",
     "header 0 heading D4 1 title: Board\n"
     "minutes 0 heading Z1 2: Minutes\n"
     "minutes 1 heading I4 0: Lamps\n"
     "minutes 1: Red\n"
     "minutes 2 heading I4 0: Pier\n"
     "minutes 2: Blue\n"
     "minutes 3 heading I4 0: Boats\n"
     "actions 0 heading Z1 2: Actions\n"
     "actions 0: Ada to buy oil\n"
     "8 in 0 [] Lamps entry 0 planned 0 I4\n"
     "8 in 0 [] Pier entry 0 planned 0 I4\n"
     "8 in 0 [] Boats entry 0 planned 0 I4"},
    {"# Board\n\n"
     "## Minutes\n\n"
     "- Lamps\n"
     "  - Red\n"
     "- Pier\n"
     "- Boats",
     "header 0 heading D4 1 title: Board\n"
     "minutes 0 heading Z1 2: Minutes\n"
     "minutes 0: Lamps\n"
     "minutes 0: Red\n"
     "minutes 0: Pier\n"
     "minutes 0: Boats"},
    {"# Board\n\n"
     "## Agenda\n\n"
     "- Lamps\n"
     "  - Red\n"
     "- Pier\n"
     "  - Blue",
     "header 0 heading D4 1 title: Board\n"
     "minutes 0 heading Z2 2: Agenda\n"
     "minutes 1 heading I4 0: Lamps\n"
     "minutes 1: Red\n"
     "minutes 2 heading I4 0: Pier\n"
     "minutes 2: Blue\n"
     "8 in 0 [] Lamps entry 0 planned 0 I4\n"
     "8 in 0 [] Pier entry 0 planned 0 I4"},
    {"# Board\n\n"
     "## 1. Lamps\n\n"
     "### Discussion\n\n"
     "Red.\n\n"
     "### Decision\n\n"
     "Buy.\n\n"
     "Actions:\n\n"
     "- Ada to buy\n\n"
     "## 2. Pier\n\n"
     "Blue.",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I1 2: 1. Lamps\n"
     "minutes 1 heading I1 3 part: Discussion\n"
     "minutes 1: Red.\n"
     "conclusion 1 heading Z1 3 part: Decision\n"
     "conclusion 1: Buy.\n"
     "actions 1 heading Z1 10 part: Actions:\n"
     "actions 1: Ada to buy\n"
     "minutes 2 heading I1 2: 2. Pier\n"
     "minutes 2: Blue.\n"
     "2 in 0 [1] Lamps entry 0 planned 0 I1\n"
     "2 in 0 [2] Pier entry 0 planned 0 I1"},
    {"# Board\n\n"
     "**1. Lamps**\n\n"
     "Red.\n\n"
     "**Actions:**\n\n"
     "- Ada to buy oil\n\n"
     "**Decisions**\n\n"
     "- Buy.",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I2 7: 1. Lamps\n"
     "minutes 1: Red.\n"
     "actions 0 heading Z1 7: Actions:\n"
     "actions 0: Ada to buy oil\n"
     "decisions 0 heading Z1 7: Decisions\n"
     "decisions 0: Buy.\n"
     "7 in 0 [1] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n"
     "| Item | Discussion | Decision |\n"
     "|---|---|---|\n"
     "| Lamps | Red | Buy |\n"
     "| Pier | Blue | Sell |",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I1 5: Lamps\n"
     "minutes 1: Red\n"
     "conclusion 1 heading Z1 6 part: Decision\n"
     "conclusion 1: Buy\n"
     "minutes 2 heading I1 5: Pier\n"
     "minutes 2: Blue\n"
     "conclusion 2 heading Z1 6 part: Decision\n"
     "conclusion 2: Sell\n"
     "5 in 0 [] Lamps entry 0 planned 0 I1\n"
     "5 in 0 [] Pier entry 0 planned 0 I1"},
    {"# Board\n\n"
     "## Links\n\n"
     "- a\n\n"
     "### More\n\n"
     "Text\n\n"
     "## 2. Pier\n\n"
     "## Adjournment\n\n"
     "Done.",
     "header 0 heading D4 1 title: Board\n"
     "skipped 0 heading Z1 2: Links\n"
     "skipped 0: a\n"
     "skipped 0 heading I1 3: More\n"
     "skipped 0: Text\n"
     "minutes 1 heading I1 2: 2. Pier\n"
     "procedure 0 heading I4 2: Adjournment\n"
     "procedure 0: Done.\n"
     "2 in 0 [2] Pier entry 0 planned 0 I1"},
    {"# Rat\n\n"
     "## Anwesend\n\n"
     "- Ada\n\n"
     "TOP 1: Lampen\n\n"
     "Rot.\n\n"
     "TOP 2: Steg\n\n"
     "Blau.",
     "header 0 heading D4 1 title: Rat\n"
     "attendance 0 heading Z1 2: Anwesend\n"
     "attendance 0: Ada\n"
     "minutes 1 heading I3 7: TOP 1: Lampen\n"
     "minutes 1: Rot.\n"
     "minutes 2 heading I3 7: TOP 2: Steg\n"
     "minutes 2: Blau.\n"
     "7 in 0 [1] Lampen entry 0 planned 0 I3\n"
     "7 in 0 [2] Steg entry 0 planned 0 I3"},
    {"# Conseil\n\n"
     "Premier point : le phare\n\n"
     "Rouge.\n\n"
     "Deuxième point : le port\n\n"
     "Bleu.",
     "header 0 heading D4 1 title: Conseil\n"
     "minutes 1 heading I3 7: Premier point : le p\n"
     "minutes 1: Rouge.\n"
     "minutes 2 heading I3 7: Deuxième point : le\n"
     "minutes 2: Bleu.\n"
     "7 in 0 [Premier] le phare entry 0 planned 0 I3\n"
     "7 in 0 [Deuxième] le port entry 0 planned 0 I3"},
    {"# Junta\n\n"
     "PRIMERO.- Faroles\n\n"
     "Rojo.\n\n"
     "SEGUNDO.- Puerto\n\n"
     "Azul.",
     "header 0 heading D4 1 title: Junta\n"
     "minutes 1 heading I3 7: PRIMERO.- Faroles\n"
     "minutes 1: Rojo.\n"
     "minutes 2 heading I3 7: SEGUNDO.- Puerto\n"
     "minutes 2: Azul.\n"
     "7 in 0 [PRIMERO] Faroles entry 0 planned 0 I3\n"
     "7 in 0 [SEGUNDO] Puerto entry 0 planned 0 I3"},
    {"# Board\n\n"
     "- [Ada] Lamps\n"
     "  - Red\n"
     "- [Bob] Boats\n"
     "  - Blue",
     "header 0 heading D4 1 title: Board\n"
     "header 0: [Ada] Lamps\n"
     "header 0: Red\n"
     "header 0: [Bob] Boats\n"
     "header 0: Blue"},
    {"# Board\n\n"
     "- [Lamps #12](http://a)\n"
     "  - Red\n"
     "- [Boats #13](http://b)\n"
     "  - Blue",
     "header 0 heading D4 1 title: Board\n"
     "header 0: Lamps #12\n"
     "header 0: Red\n"
     "header 0: Boats #13\n"
     "header 0: Blue"},
    {"# Board\n\n"
     "Date: 1 May 2031\n\n"
     "## Date: 1 May 2031\n\n"
     "## Place: Pier\n\n"
     "## 1. Lamps\n\n"
     "Red.",
     "header 0 heading D4 1 title: Board\n"
     "header 0: Date: 1 May 2031\n"
     "header 0 P3 2: Date: 1 May 2031\n"
     "header 0 P3 2: Place: Pier\n"
     "minutes 1 heading I1 2: 1. Lamps\n"
     "minutes 1: Red.\n"
     "2 in 0 [1] Lamps entry 0 planned 0 I1"},
    {"# Board\n\n"
     "## Present\n\n"
     "- Ada\n\n"
     "## Summary\n\n"
     "All red.\n\n"
     "## Conclusions\n\n"
     "Buy.\n\n"
     "## Next steps\n\n"
     "- Ada to buy",
     "header 0 heading D4 1 title: Board\n"
     "attendance 0 heading Z1 2: Present\n"
     "attendance 0: Ada\n"
     "summary 0 heading Z1 2: Summary\n"
     "summary 0: All red.\n"
     "decisions 0 heading Z1 2: Conclusions\n"
     "decisions 0: Buy.\n"
     "steps 0 heading Z1 2: Next steps\n"
     "steps 0: Ada to buy"},
    {"# Board\n\n"
     "ACTION ITEMS:\n\n"
     "- Ada to buy\n\n"
     "Minutes:\n\n"
     "- Lamps are red",
     "header 0 heading D4 1 title: Board\n"
     "actions 0 heading Z1 10: ACTION ITEMS:\n"
     "actions 0: Ada to buy\n"
     "minutes 0 heading Z1 10: Minutes:\n"
     "minutes 0: Lamps are red"},
    {"# Board\n\n"
     "1 Lamps\n\n"
     "Red.\n\n"
     "2 Pier\n\n"
     "Blue.\n\n"
     "3 Boats\n\n"
     "Green.",
     "header 0 heading D4 1 title: Board\n"
     "header 0: 1 Lamps\n"
     "header 0: Red.\n"
     "header 0: 2 Pier\n"
     "header 0: Blue.\n"
     "header 0: 3 Boats\n"
     "header 0: Green."},
    {"# Board\n\n"
     "# 1. Lamps\n\n"
     "## 1.1 Red\n\n"
     "Red.\n\n"
     "## 1.2 Blue\n\n"
     "Blue.\n\n"
     "# 2. Pier",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I1 1: 1. Lamps\n"
     "minutes 2 heading I1 2: 1.1 Red\n"
     "minutes 2: Red.\n"
     "minutes 3 heading I1 2: 1.2 Blue\n"
     "minutes 3: Blue.\n"
     "minutes 4 heading I1 1: 2. Pier\n"
     "1 in 0 [1] Lamps entry 0 planned 0 I1\n"
     "2 in 1 [1.1] Red entry 0 planned 0 I1\n"
     "2 in 1 [1.2] Blue entry 0 planned 0 I1\n"
     "1 in 0 [2] Pier entry 0 planned 0 I1"},
    {"# Board\n\n"
     "> # 1. Lamps\n\n"
     "## 1. Lamps\n\n"
     "End: 19:00",
     "header 0 heading D4 1 title: Board\n"
     "header 0: 1. Lamps\n"
     "minutes 1 heading I1 2: 1. Lamps\n"
     "minutes 1: End: 19:00\n"
     "2 in 0 [1] Lamps entry 0 planned 0 I1"},
    {"# Board\n\n"
     "**1.** Lamps\n\nRed.\n\n"
     "**2 lamps** Red\n\nBlue.\n\n"
     "**999.** Piers\n\nRed.\n\n"
     "**1000.** Boats\n\nRed.",
     "header 0 heading D4 1 title: Board\n"
     "minutes 1 heading I2 7: 1. Lamps\n"
     "minutes 1: Red.\n"
     "minutes 1: 2 lamps Red\n"
     "minutes 1: Blue.\n"
     "minutes 2 heading I2 7: 999. Piers\n"
     "minutes 2: Red.\n"
     "minutes 2: 1000. Boats\n"
     "minutes 2: Red.\n"
     "7 in 0 [1] Lamps entry 0 planned 0 I2\n"
     "7 in 0 [999] Piers entry 0 planned 0 I2"},
};

Test(outline, lines_have_zones_and_items)
{
    expect_texts(describe, documents, sizeof documents / sizeof *documents);
}

Test(outline, a_heading_has_at_most_300_bytes)
{
    for (size_t length = 300; length <= 301; length++) {
        char text[320] = "# Board\n\n## ";
        struct markdown markdown;
        struct outline outline;
        memset(text + strlen(text), 'x', length);
        markdown_read(&markdown, text, strlen(text), 1);
        outline_read(&markdown, &outline);
        cr_expect_eq(outline.item_count, length == 300);
        outline_finish(&outline);
        markdown_finish(&markdown);
    }
}

static const struct text_case limits[] = {
    {"# Board\n\n**4 lamps** are red\n\nOff.",
     "header 0 heading D4 1 title: Board\nheader 0: 4 lamps are red\nheader 0: Off."},
    {"# Board\n\n**4.** Lamps\n\nOff.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 4. Lamps\nminutes 1: Off.\n7 in "
     "0 [4] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n**444.** Lamps\n\nOff.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 444. Lamps\nminutes 1: Off.\n7 "
     "in 0 [444] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n**4444.** Lamps\n\nOff.",
     "header 0 heading D4 1 title: Board\nheader 0: 4444. Lamps\nheader 0: Off."},
    {"# Minutes\n\n## Pier Board\n\nDate: 3 March 2031\n\nPlace: Quay\n\n## Present\n\nAda "
     "Reef\n\n## Lamps\n\nRed.",
     "header 0 heading D4 1 title: Minutes\nheader 0 P3 2: Pier Board\nheader 0: Date: 3 March "
     "2031\nheader 0: Place: Quay\nattendance 0 heading Z1 2: Present\nattendance 0: Ada "
     "Reef\nminutes 1 heading I1 2: Lamps\nminutes 1: Red.\n2 in 0 [] Lamps entry 0 planned 0 I1"},
    {"# Minutes\n\n## Pier Board\n\n- Date: 3 March 2031\n\n## Present\n\nAda Reef\n\n## "
     "Lamps\n\nRed.",
     "header 0 heading D4 1 title: Minutes\nheader 0 P3 2: Pier Board\nheader 0: Date: 3 March "
     "2031\nattendance 0 heading Z1 2: Present\nattendance 0: Ada Reef\nminutes 1 heading I1 2: "
     "Lamps\nminutes 1: Red.\n2 in 0 [] Lamps entry 0 planned 0 I1"},
    {"# Minutes\n\n## Pier Board\n\n## Present\n\nAda Reef\n\n## Lamps\n\nRed.",
     "header 0 heading D4 1 title: Minutes\nminutes 1 heading I1 2: Pier Board\nattendance 0 "
     "heading Z1 2: Present\nattendance 0: Ada Reef\nminutes 2 heading I1 2: Lamps\nminutes 2: "
     "Red.\n2 in 0 [] Pier Board entry 0 planned 0 I1\n2 in 0 [] Lamps entry 0 planned 0 I1"},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n> LAMPS\n> Red.\n\n> PIERS\n> Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: LAMPS\nheader 0: "
     "Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLamps of the Pier\nThe lamps are red and off.\n\nBoats of "
     "the Pier\nThe boats are blue and slow.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps of the Pier\nminutes 1: The lamps are red an\nminutes 2 heading I2 7: Boats of the "
     "Pier\nminutes 2: The boats are blue a\n7 in 0 [] Lamps of the Pier entry 0 planned 0 I2\n7 "
     "in 0 [] Boats of the Pier entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps** of the Pier\nThe lamps are red and "
     "off.\n\n**Boats** of the Pier\nThe boats are blue and slow.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: Lamps of the "
     "Pier\nminutes 0: The lamps are red an\nminutes 0: Boats of the Pier\nminutes 0: The boats "
     "are blue a"},
    {"Draft\n\n# Minutes\n\n# Pier Board\n\nDate: 3 March 2031\n\n## Present\n\nAda Reef\n\n## "
     "Lamps\n\nRed.",
     "header 0: Draft\nheader 0 heading D4 1 title: Minutes\nheader 0 P3 1: Pier Board\nheader 0: "
     "Date: 3 March 2031\nattendance 0 heading Z1 2: Present\nattendance 0: Ada Reef\nminutes 1 "
     "heading I1 2: Lamps\nminutes 1: Red.\n2 in 0 [] Lamps entry 0 planned 0 I1"},
    {"Draft\n\n# Minutes\n\n## Pier Board\n\nDate: 3 March 2031\n\n## Present\n\nAda Reef\n\n## "
     "Lamps\n\nRed.",
     "header 0: Draft\nheader 0 heading D4 1 title: Minutes\nheader 0 P3 2: Pier Board\nheader 0: "
     "Date: 3 March 2031\nattendance 0 heading Z1 2: Present\nattendance 0: Ada Reef\nminutes 1 "
     "heading I1 2: Lamps\nminutes 1: Red.\n2 in 0 [] Lamps entry 0 planned 0 I1"},
    {"Draft\n\n# Minutes\n\n# Pier Board\n\n---\n\nDate: 3 March 2031\n\n## Present\n\nAda "
     "Reef\n\n## Lamps\n\nRed.",
     "header 0: Draft\nminutes 0 heading Z1 1: Minutes\nheader 0 heading D4 1 title: Pier "
     "Board\nheader 0: \nheader 0: Date: 3 March 2031\nattendance 0 heading Z1 2: "
     "Present\nattendance 0: Ada Reef\nminutes 1 heading I1 2: Lamps\nminutes 1: Red.\n2 in 0 [] "
     "Lamps entry 0 planned 0 I1"},
};

Test(outline, titles_and_resolutions_in_plain_lines_have_their_form)
{
    expect_exact_texts(describe, limits, sizeof limits / sizeof *limits);
}

/* Reports whether three lines of a speaker whose nick has so many letters are a chat. */
static bool is_chat(int letters)
{
    char text[400];
    struct markdown markdown;
    struct outline outline;
    snprintf(text, sizeof text, "12:01 <%0*d> Hello\n\n12:02 <%0*d> Lamps\n\n12:03 <%0*d> Red",
             letters, 1, letters, 2, letters, 3);
    markdown_read(&markdown, text, strlen(text), 1);
    outline_read(&markdown, &outline);
    const bool chat = outline.chat;
    outline_finish(&outline);
    markdown_finish(&markdown);
    return chat;
}

Test(outline, a_nick_of_a_chat_has_at_most_39_bytes)
{
    cr_expect(is_chat(39));
    cr_expect_not(is_chat(40));
}

/* Writes the block of each line of a document. */
static void describe_blocks(const char *text, char *found, size_t size)
{
    struct listing out = {found, 0, size};
    struct markdown markdown;
    struct outline outline;
    markdown_read(&markdown, text, strlen(text), 1);
    outline_read(&markdown, &outline);
    *found = 0;
    for (size_t i = 0; i < markdown.count; i++)
        listing_add(&out, " %u%s", markdown.lines[i].block, markdown.lines[i].soft ? "s" : "");
    outline_finish(&outline);
    markdown_finish(&markdown);
}

Test(outline, a_resolution_in_capitals_joins_the_paragraph_whose_sentence_it_ends)
{
    static const struct text_case cases[] = {
        {"it was then asked by\n\nIMO whether to dredge.", " 1 2"},
        {"it was then unanimously\n\nRESOLVED, that a boat be bought.", " 1 1s"},
        {"it was then unanimously\n\nResolved, that a boat be bought.", " 1 2"},
        {"- it was then unanimously\n\nRESOLVED, that a boat be bought.", " 1 2"},
        {"> it was then unanimously\n\nRESOLVED, that a boat be bought.", " 1 2"},
        {"it was then unanimously\n\n- RESOLVED, that a boat be bought.", " 1 2"},
        {"it was unanimously\n\nRESOLVED, that a boat be bought.", " 1 1s"},
        {"was unanimously\n\nRESOLVED, that a boat be bought.", " 1 2"},
        {"it was unanimously.\n\nRESOLVED, that a boat be bought.", " 1 2"},
        {"it was then Unanimously\n\nRESOLVED, that a boat be bought.", " 1 2"},
    };
    expect_exact_texts(describe_blocks, cases, sizeof cases / sizeof *cases);
}

Test(outline, a_nick_of_a_chat_has_at_most_40_bytes)
{
    for (int length = 40; length <= 41; length++) {
        char text[200], found[1000], nick[41];
        memset(nick, 'x', sizeof nick);
        snprintf(text, sizeof text,
                 "# Board\n\n12:01 %.*s: Red\n\n12:02 %.*s: Blue\n\n12:03 ada: Red\n", length, nick,
                 length, nick);
        describe(text, found, sizeof found);
        cr_expect_eq(strstr(found, "chat") != NULL, length == 40, "%d gives %s", length, found);
    }
}

static const struct text_case numbers_and_labels[] = {
    {"# Board\n\nTOP 3\nLamps of the pier and of the quay and of the boats in the harbour and of "
     "the hox\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps of the p\nminutes 1: "
     "Lamps of the pier an\nminutes 1: Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: "
     "Boats\nminutes 2: Blue.\n7 in 0 [3] Lamps of the pier and of the quay and of the boats in "
     "the harbour and of the hox entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\n1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "hox\n2. Boats\n   - Blue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: Lamps of the pier an\nminutes 2 "
     "heading I3 7: Boats\nminutes 2: Blue.\n7 in 0 [] Lamps of the pier and of the quay and of "
     "the boats in the harbour and of the hox entry 1 planned 0 I3\n7 in 0 [] Boats entry 2 "
     "planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps of the pier and of the quay and of the boats in the harbour and of "
     "the houx\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps of the pier an\nheader "
     "0: Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\n1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "houx\n2. Boats\n   - Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps of the pier an\nheader 0: Boats\nheader "
     "0: Blue."},
    {"# Board\n\nTOP 3\nLamps.\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps.\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps?\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps?\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps!\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps!\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps;\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps;\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps,\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps,\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps:\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps:\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nDate: 3 May 2031\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Date: 3 May 2031\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\n- Lamps\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\n\nLamps\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\n> Lamps\n\nRed.\n\nTOP 4\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3\nheader 0: Lamps\nheader 0: "
     "Red.\nminutes 1 heading I3 7: TOP 4 Boats\nminutes 1: Boats\nminutes 1: Blue.\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps\nRed.\n\nTOP 4\nBoats\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps\nminutes 1: "
     "Lamps\nminutes 1: Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Boats\nminutes 2: "
     "Blue.\n7 in 0 [3] Lamps entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3\nLamps\n\nRed.\n\nTOP 4",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps\nminutes 1: "
     "Lamps\nminutes 1: Red.\nminutes 1: TOP 4\n7 in 0 [3] Lamps entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps\n\nRed.\n\nTOP 4",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps\nminutes 1: "
     "Red.\nminutes 1: TOP 4\n7 in 0 [3] Lamps entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps", "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps"},
    {"# Board\n\nTOP 3 Lamps\n\nRed.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps\nminutes 1: Red.\n7 "
     "in 0 [3] Lamps entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps\n\nTOP 4 Boats",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps\nheader 0: TOP 4 Boats"},
    {"# Board\n\nTOP 3 Lamps\n\nTOP 4 Boats\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps\nheader 0: TOP 4 Boats\nheader 0: "
     "Red."},
    {"# Board\n\n1.) Lamps\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1.) Lamps\nheader 0: Red."},
    {"# Board\n\n1.) Lamps\n\nRed.\n\n2.) Boats",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: 1.) Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: 2.) Boats\n7 in 0 [1] Lamps entry 0 planned 0 I3\n7 in 0 [2] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\n1.) Lamps\n\n2.) Boats\n\n3.) Piers\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1.) Lamps\nheader 0: 2.) Boats\nheader 0: 3.) "
     "Piers\nheader 0: Red."},
    {"# Board\n\n1.) Lamps\n\nRed.\n\n2.) Boats\n\n3.) Piers",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: 1.) Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: 2.) Boats\nminutes 3 heading I3 7: 3.) Piers\n7 in 0 [1] Lamps "
     "entry 0 planned 0 I3\n7 in 0 [2] Boats entry 0 planned 0 I3\n7 in 0 [3] Piers entry 0 "
     "planned 0 I3"},
    {"# Board\n\n2.) Lamps\n\nRed.\n\n3.) Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: 2.) Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: 3.) Boats\nminutes 2: Blue.\n7 in 0 [2] Lamps entry 0 planned "
     "0 I3\n7 in 0 [3] Boats entry 0 planned 0 I3"},
    {"# Board\n\nB. Lamps\n\nRed.\n\nC. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: B. Lamps\nheader 0: Red.\nheader 0: C. "
     "Boats\nheader 0: Blue."},
    {"# Board\n\nA. Lamps\n\nRed.\n\nB. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: A. Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: B. Boats\nminutes 2: Blue.\n7 in 0 [A] Lamps entry 0 planned 0 "
     "I3\n7 in 0 [B] Boats entry 0 planned 0 I3"},
    {"# Board\n\nII. Lamps\n\nRed.\n\nIII. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: II. Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: III. Boats\nminutes 2: Blue.\n7 in 0 [II] Lamps entry 0 "
     "planned 0 I3\n7 in 0 [III] Boats entry 0 planned 0 I3"},
    {"# Board\n\na) Lamps\n\nRed.\n\nb) Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: a) Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: b) Boats\nminutes 2: Blue.\n7 in 0 [a] Lamps entry 0 planned 0 "
     "I3\n7 in 0 [b] Boats entry 0 planned 0 I3"},
    {"# Board\n\nb) Lamps\n\nRed.\n\nc) Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: b) Lamps\nheader 0: Red.\nheader 0: c) "
     "Boats\nheader 0: Blue."},
    {"# Board\n\n## 1. Lamps\n\na) Red\n\nRed.\n\nb) Blue\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: 1. Lamps\nminutes 2 heading I3 "
     "8: a) Red\nminutes 2: Red.\nminutes 3 heading I3 8: b) Blue\nminutes 3: Blue.\n2 in 0 [1] "
     "Lamps entry 0 planned 0 I1\n8 in 1 [a] Red entry 0 planned 0 I3\n8 in 1 [b] Blue entry 0 "
     "planned 0 I3"},
    {"# Board\n\n## 1. Lamps\n\n1.) Red\n\nRed.\n\n2.) Blue\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: 1. Lamps\nminutes 1: 1.) "
     "Red\nminutes 1: Red.\nminutes 1: 2.) Blue\nminutes 1: Blue.\n2 in 0 [1] Lamps entry 0 "
     "planned 0 I1"},
    {"# Board\n\n1.1 Lamps\n\nRed.\n\n1.2 Boats\n\nBlue.\n\n2.1 Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 8: 1.1 Lamps\nminutes 1: "
     "Red.\nminutes 2 heading I3 8: 1.2 Boats\nminutes 2: Blue.\nminutes 3 heading I3 8: 2.1 "
     "Piers\nminutes 3: Green.\n8 in 0 [1.1] Lamps entry 0 planned 0 I3\n8 in 0 [1.2] Boats entry "
     "0 planned 0 I3\n8 in 0 [2.1] Piers entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 It was agreed to order paint. Ada to buy it\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 It was agreed \nheader 0: Red.\nminutes "
     "1 heading I3 7: TOP 4 Boats\nminutes 1: Blue.\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 It was agreed so. Ada to buy it\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 It was agreed \nminutes 1: "
     "Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Blue.\n7 in 0 [3] It was agreed so. "
     "Ada to buy it entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Hearing of Mr. X.\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Hearing of Mr.\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Blue.\n7 in 0 [3] Hearing of Mr. X "
     "entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Hearing of all.\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Hearing of all\nheader 0: Red.\nminutes "
     "1 heading I3 7: TOP 4 Boats\nminutes 1: Blue.\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of No. 5.\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps of No. 5\nheader 0: Red.\nminutes "
     "1 heading I3 7: TOP 4 Boats\nminutes 1: Blue.\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of the pier and of the quay and of the boats in the harbour and of "
     "the houses behind it and of thexx\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps of the p\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Blue.\n7 in 0 [3] Lamps of the pier "
     "and of the quay and of the boats in the harbour and of the houses behind it and of thexx "
     "entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of the pier and of the quay and of the boats in the harbour and of "
     "the houses behind it and of the roads tox\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps of the p\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Blue.\n7 in 0 [3] Lamps of the pier "
     "and of the quay and of the boats in the harbour and of the houses behind it and of the roads "
     "tox entry 0 planned 0 I3\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of the pier and of the quay and of the boats in the harbour and of "
     "the houses behind it and of the roads toxx\n\nRed.\n\nTOP 4 Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps of the p\nheader 0: Red.\nminutes "
     "1 heading I3 7: TOP 4 Boats\nminutes 1: Blue.\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of the pier and of the quay and of the boats in the harbour and "
     "ofxx\nRed.\n\nTOP 4 Boats\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: TOP 3 Lamps of the p\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: TOP 4 Boats\nminutes 2: Blue.\n7 in 0 [3] Lamps of the pier "
     "and of the quay and of the boats in the harbour and ofxx entry 0 planned 0 I3\n7 in 0 [4] "
     "Boats entry 0 planned 0 I3"},
    {"# Board\n\nTOP 3 Lamps of the pier and of the quay and of the boats in the harbour and of "
     "tx\nRed.\n\nTOP 4 Boats\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: TOP 3 Lamps of the p\nheader 0: Red.\nminutes "
     "1 heading I3 7: TOP 4 Boats\nminutes 1: Blue.\n7 in 0 [4] Boats entry 0 planned 0 I3"},
    {"# Board\n\n## Agenda\n\n1.) Lamps\n\n2.) Boats\n\n## Minutes\n\nRed.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0 unheld: 1.) "
     "Lamps\nagenda 0 unheld: 2.) Boats\nminutes 0 heading Z1 2: Minutes\nminutes 0: Red."},
    {"# Board\n\n1. Lamps\n   Red and blue and green.\n\nText.\n\n2. Boats\n   Blue and red and "
     "green.\n\nText.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: Lamps\nminutes 1: Red and blue "
     "and gre\nminutes 1: Text.\nminutes 2 heading I3 7: Boats\nminutes 2: Blue and red and "
     "gre\nminutes 2: Text.\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 in 0 [] Boats entry 2 planned "
     "0 I3"},
    {"# Board\n\n1. Lamps\n\nRed.\n\n2. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: Lamps\nminutes 1: Red.\nminutes "
     "2 heading I3 7: Boats\nminutes 2: Blue.\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 in 0 [] "
     "Boats entry 2 planned 0 I3"},
    {"# Board\n\n1. Lamps.\n\nRed.\n\n2. Boats.\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps.\nheader 0: Red.\nheader 0: "
     "Boats.\nheader 0: Blue."},
    {"# Board\n\n1. lamps\n   red and blue and green.\n\nText.\n\n2. boats\n   blue and "
     "red.\n\nText.",
     "header 0 heading D4 1 title: Board\nheader 0: lamps\nheader 0: red and blue and gre\nheader "
     "0: Text.\nheader 0: boats\nheader 0: blue and red.\nheader 0: Text."},
    {"# Board\n\n1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "houses behind it and of the roads to themxx\n\nRed.\n\n2. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: Lamps of the pier an\nminutes 1: "
     "Red.\nminutes 2 heading I3 7: Boats\nminutes 2: Blue.\n7 in 0 [] Lamps of the pier and of "
     "the quay and of the boats in the harbour and of the houses behind it and of the roads to "
     "themxx entry 1 planned 0 I3\n7 in 0 [] Boats entry 2 planned 0 I3"},
    {"# Board\n\n1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "houses behind it and of the roads to them ax\n\nRed.\n\n2. Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps of the pier an\nheader 0: Red.\nheader "
     "0: Boats\nheader 0: Blue."},
    {"# Board\n\n## 1. "
     "Lamps\n\nRed.\n\nActions:::::::::::::::::::::::::::::::::::::::::::::::::::::\n\n- Ada to "
     "buy oil",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: 1. Lamps\nminutes 1: "
     "Red.\nactions 0 heading Z1 10: Actions:::::::::::::\nactions 0: Ada to buy oil\n2 in 0 [1] "
     "Lamps entry 0 planned 0 I1"},
    {"# Board\n\n## 1. "
     "Lamps\n\nRed.\n\nActions::::::::::::::::::::::::::::::::::::::::::::::::::::::\n\n- Ada to "
     "buy oil",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: 1. Lamps\nminutes 1: "
     "Red.\nminutes 1: Actions:::::::::::::\nminutes 1: Ada to buy oil\n2 in 0 [1] Lamps entry 0 "
     "planned 0 I1"},
    {"# Board\n\n**1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "houses behind it and of the roads to thx**\n\nRed.\n\n**2. Boats**\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 1. Lamps of the pier\nminutes 1: "
     "Red.\nminutes 2 heading I2 7: 2. Boats\nminutes 2: Blue.\n7 in 0 [1] Lamps of the pier and "
     "of the quay and of the boats in the harbour and of the houses behind it and of the roads to "
     "thx entry 0 planned 0 I2\n7 in 0 [2] Boats entry 0 planned 0 I2"},
    {"# Board\n\n**1. Lamps of the pier and of the quay and of the boats in the harbour and of the "
     "houses behind it and of the roads to thex**\n\nRed.\n\n**2. Boats**\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps of the pier\nheader 0: Red.\nminutes "
     "1 heading I2 7: 2. Boats\nminutes 1: Blue.\n7 in 0 [2] Boats entry 0 planned 0 I2"},
    {"# Board\n\n**1. Lamps.**\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps.\nheader 0: Red."},
    {"# Board\n\n**1. Lamps?**\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps?\nheader 0: Red."},
    {"# Board\n\n**1. Lamps!**\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps!\nheader 0: Red."},
    {"# Board\n\n**1. Lamps;**\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps;\nheader 0: Red."},
    {"# Board\n\n**1. Lamps,**\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps,\nheader 0: Red."},
    {"# Board\n\n**1. Lamps:**\n\nRed.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 1. Lamps:\nminutes 1: Red.\n7 in "
     "0 [1] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n**1. Lamps**\n**2. Boats**\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps\nminutes 1 heading I2 7: 2. "
     "Boats\nminutes 1: Blue.\n7 in 0 [2] Boats entry 0 planned 0 I2"},
    {"# Board\n\n**1. Lamps**\nBoats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 1. Lamps\nminutes 1: "
     "Boats\nminutes 1: Blue.\n7 in 0 [1] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n> **1. Lamps**\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps\nheader 0: Blue."},
    {"# Board\n\n**1. Lamps**:\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: 1. Lamps:\nminutes 1: Blue.\n7 "
     "in 0 [1] Lamps entry 0 planned 0 I2"},
    {"# Board\n\n**1. Lamps** of\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: 1. Lamps of\nheader 0: Blue."},
    {"# Board\n\n1. **Lamps**\n   - Red\n2. **Boats**",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I2 7: Lamps\nminutes 1: Red\nminutes "
     "1: Boats\n7 in 0 [] Lamps entry 1 planned 0 I2"},
    {"# Board\n\n- **Lamps**\n   - Red\n- **Boats**\n   - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Red\nheader 0: Boats\nheader "
     "0: Blue"},
    {"# Board\n\n1. **Lamps**\n2. **Boats**",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Boats"},
    {"# Board\n\n1. Lamps\n   - Red\n2. Boats",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I3 7: Lamps\nminutes 1: Red\nminutes 2 "
     "heading I3 7: Boats\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 in 0 [] Boats entry 2 planned 0 "
     "I3"},
    {"# Board\n\n1. Lamps\n   - Red\n2. Boats\n3. Piers",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Red\nheader 0: Boats\nheader "
     "0: Piers"},
    {"# Board\n\n1. Lamps\n   - Red",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Red"},
    {"# Board\n\n1. [ ] Lamps\n   - Red\n2. Boats\n   - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Red\nheader 0: Boats\nheader "
     "0: Blue"},
    {"# Board\n\n1. Lamps:\n   - Red\n2. Boats\n   - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps:\nheader 0: Red\nheader 0: Boats\nheader "
     "0: Blue"},
    {"# Board\n\n> 1. Lamps\n>    - Red\n> 2. Boats\n>    - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Red\nheader 0: Boats\nheader "
     "0: Blue"},
    {"# Board\n\nAgenda\n\n- [ ] Lamps\n- [ ] Boats",
     "header 0 heading D4 1 title: Board\nheader 0: Agenda\nheader 0: Lamps\nheader 0: Boats"},
    {"# Board\n\nAgenda\n- Lamps\n- Boats",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z2 10: Agenda\nminutes 1 heading I4 0: "
     "Lamps\nminutes 2 heading I4 0: Boats\n8 in 0 [] Lamps entry 0 planned 0 I4\n8 in 0 [] Boats "
     "entry 0 planned 0 I4"},
    {"# Board\n\nText\nAgenda\n- Lamps\n- Boats",
     "header 0 heading D4 1 title: Board\nheader 0: Text\nheader 0: Agenda\nheader 0: "
     "Lamps\nheader 0: Boats"},
    {"# Board\n\n> Agenda\n\n- Lamps\n- Boats",
     "header 0 heading D4 1 title: Board\nheader 0: Agenda\nheader 0: Lamps\nheader 0: Boats"},
    {"# Board\n\n**Agenda**\n\nLamps",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 7: Agenda\nminutes 0: Lamps"},
    {"# Board\n\nAgenda:\n\nLamps",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 10: Agenda:\nminutes 0: Lamps"},
    {"# Board\n\n**Conclusion**\n\nLamps", "header 0 heading D4 1 title: Board\ndecisions 0 "
                                           "heading Z1 7: Conclusion\ndecisions 0: Lamps"},
    {"# Board\n\n**Summary:**\n\nLamps",
     "header 0 heading D4 1 title: Board\nsummary 0 heading Z1 7: Summary:\nsummary 0: Lamps"},
    {"# Board\n\n**Action**\n\nLamps",
     "header 0 heading D4 1 title: Board\nsteps 0 heading Z1 7: Action\nsteps 0: Lamps"},
    {"# Board\n\n**Next steps**\n\n- Lamps",
     "header 0 heading D4 1 title: Board\nsteps 0 heading Z1 7: Next steps\nsteps 0: Lamps"},
    {"# Board\n\n**Minutes**\n\n- Lamps",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 7: Minutes\nminutes 0: Lamps"},
    {"# Board\n\n**Act**ions\n\n- Lamps",
     "header 0 heading D4 1 title: Board\nheader 0: Actions\nheader 0: Lamps"},
    {"# Board\n\n## Agenda\n\n- Lamps\n- Boats\n\n## Lamps\n\n### Agenda\n\n- Red\n\n## "
     "Boats\n\nBlue.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0: Lamps\nagenda "
     "0: Boats\nminutes 1 heading I1 2: Lamps\nagenda 1 heading Z2 3 part: Agenda\nagenda 1 "
     "unheld: Red\nminutes 2 heading I1 2: Boats\nminutes 2: Blue.\n2 in 0 [] Lamps entry 0 "
     "planned 5 I1\n2 in 0 [] Boats entry 0 planned 6 I1"},
    {"# Board\n\n## Agenda\n\n- Lamps\n  - Red\n- Boats\n\n## Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z2 2: Agenda\nminutes 1 heading I4 0: "
     "Lamps\nminutes 1: Red\nminutes 2 heading I4 0: Boats\nminutes 3 heading I1 2: Piers\nminutes "
     "3: Green.\n8 in 0 [] Lamps entry 0 planned 0 I4\n8 in 0 [] Boats entry 0 planned 0 I4\n2 in "
     "0 [] Piers entry 0 planned 0 I1"},
    {"# Board\n\n## Agenda\n\n- Lamps\n  - Red\n- Boats\n- Quays\n\n## Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0 unheld: "
     "Lamps\nagenda 0: Red\nagenda 0 unheld: Boats\nagenda 0 unheld: Quays\nminutes 1 heading I1 "
     "2: Piers\nminutes 1: Green.\n2 in 0 [] Piers entry 0 planned 0 I1"},
    {"# Board\n\n## Agenda\n\n- Lamps\n- Boats\n\n## Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0 unheld: "
     "Lamps\nagenda 0 unheld: Boats\nminutes 1 heading I1 2: Piers\nminutes 1: Green.\n2 in 0 [] "
     "Piers entry 0 planned 0 I1"},
    {"# Board\n\n## Agenda\n\n## Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Agenda\nminutes 1 heading I1 2: "
     "Piers\nminutes 1: Green.\n2 in 0 [] Piers entry 0 planned 0 I1"},
    {"# Board\n\n## Agenda\n\nText.\n\n## Piers\n\nGreen.",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Agenda\nminutes 0: "
     "Text.\nminutes 1 heading I1 2: Piers\nminutes 1: Green.\n2 in 0 [] Piers entry 0 planned 0 "
     "I1"},
    {"# Board\n\n## Agenda\n\n- Lamps\n  - Red\n\n## Minutes\n\nGreen.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0 unheld: "
     "Lamps\nagenda 0: Red\nminutes 0 heading Z1 2: Minutes\nminutes 0: Green."},
    {"# Board\n\n## Agenda\n\n- Lamps\n  - Boats\n\n## Boats\n\nGreen.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0 unheld: "
     "Lamps\nagenda 0: Boats\nminutes 1 heading I1 2: Boats\nminutes 1: Green.\n2 in 0 [] Boats "
     "entry 0 planned 6 I1"},
    {"# Board\n\n## Agenda\n\n1. Lamps\n2. Boats\n   - Blue\n\n## Next meeting\n\nMay.",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z2 2: Agenda\nminutes 1 heading I4 0: "
     "Lamps\nminutes 2 heading I4 0: Boats\nminutes 2: Blue\nnext meeting 0 heading Z1 2: Next "
     "meeting\nnext meeting 0: May.\n8 in 0 [] Lamps entry 1 planned 0 I4\n8 in 0 [] Boats entry 2 "
     "planned 0 I4"},
    {"# Board\n\n## Minutes\n\n- Lamps\n- Boats\n",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 0: "
     "Lamps\nminutes 0: Boats"},
    {"# Board\n\n## Minutes\n\n- Lamps\n  - Red\n- Boats\n- Piers\n",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 0: "
     "Lamps\nminutes 0: Red\nminutes 0: Boats\nminutes 0: Piers"},
    {"# Board\n\n## Minutes\n\n- Lamps\n  - Red\n- Boats\n  - Blue\n- Piers\n- Quays\n",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 1 heading I4 0: "
     "Lamps\nminutes 1: Red\nminutes 2 heading I4 0: Boats\nminutes 2: Blue\nminutes 3 heading I4 "
     "0: Piers\nminutes 4 heading I4 0: Quays\n8 in 0 [] Lamps entry 0 planned 0 I4\n8 in 0 [] "
     "Boats entry 0 planned 0 I4\n8 in 0 [] Piers entry 0 planned 0 I4\n8 in 0 [] Quays entry 0 "
     "planned 0 I4"},
};

Test(outline, numbered_lines_labels_and_agendas_have_their_form)
{
    expect_exact_texts(describe, numbers_and_labels,
                       sizeof numbers_and_labels / sizeof *numbers_and_labels);
}

static const struct text_case titles_and_zones[] = {
    {"# Board\n\nPresent: Ada Reef\n\nONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE "
     "TEN\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: ONE "
     "TWO THREE FOUR F\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 "
     "[] ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN entry 0 planned 0 I2\n7 in 0 [] PIERS "
     "entry 0 planned 0 I2"},
    {"# Agenda of the Board\n\n1. Lamps\n   - Red\n2. Boats\n   - Blue",
     "header 0 heading D4 1 title: Agenda of the Board\nminutes 1 heading I3 7: Lamps\nminutes 1: "
     "Red\nminutes 2 heading I3 7: Boats\nminutes 2: Blue\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 "
     "in 0 [] Boats entry 2 planned 0 I3"},
    {"# Agenda of the Board\n\n1. Lamps\n2. Boats",
     "header 0 heading D4 1 title: Agenda of the Board\nminutes 1 heading I4 0: Lamps\nminutes 2 "
     "heading I4 0: Boats\n8 in 0 [] Lamps entry 1 planned 0 I4\n8 in 0 [] Boats entry 2 planned 0 "
     "I4"},
    {"# Agenda and minutes of the Board\n\n1. Lamps\n2. Boats",
     "header 0 heading D4 1 title: Agenda and minutes o\nheader 0: Lamps\nheader 0: Boats"},
    {"# Agenda of the Board\n\n2. Lamps\n3. Boats",
     "header 0 heading D4 1 title: Agenda of the Board\nheader 0: Lamps\nheader 0: Boats"},
    {"# Agenda of the Board\n\n- Lamps\n- Boats",
     "header 0 heading D4 1 title: Agenda of the Board\nheader 0: Lamps\nheader 0: Boats"},
    {"# Agenda of the Board\n\n1. Lamps\n   1. Oil\n2. Boats",
     "header 0 heading D4 1 title: Agenda of the Board\nminutes 1 heading I3 7: Lamps\nminutes 1: "
     "Oil\nminutes 2 heading I3 7: Boats\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 in 0 [] Boats "
     "entry 2 planned 0 I3"},
    {"# Board\n\n## Present\n\nAda Reef\n\n---\n\nRed.",
     "header 0 heading D4 1 title: Board\nattendance 0 heading Z1 2: Present\nattendance 0: Ada "
     "Reef\nheader 0: \nheader 0: Red."},
    {"# Board\n\n## Links\n\n- a\n\n---\n\nRed.",
     "header 0 heading D4 1 title: Board\nskipped 0 heading Z1 2: Links\nskipped 0: a\nheader 0: "
     "\nheader 0: Red."},
    {"# Board\n\n## Agenda\n\n- Lamps\n\n---\n\nRed.\n\n## Lamps\n\nBlue.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0: Lamps\nheader "
     "0: \nheader 0: Red.\nminutes 1 heading I1 2: Lamps\nminutes 1: Blue.\n2 in 0 [] Lamps entry "
     "0 planned 5 I1"},
    {"# Board\n\n## 1. Lamps\n\nRed.\n\n---\n\nBlue.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: 1. Lamps\nminutes 1: "
     "Red.\nminutes 1: \nminutes 1: Blue.\n2 in 0 [1] Lamps entry 0 planned 0 I1"},
    {"# Board\n\n## Actions\n\n- Ada to buy\n\n---\n\nRed.",
     "header 0 heading D4 1 title: Board\nactions 0 heading Z1 2: Actions\nactions 0: Ada to "
     "buy\nactions 0: \nactions 0: Red."},
    {"# Board\n\n- Present\n  - Ada Reef\n\nRed.",
     "header 0 heading D4 1 title: Board\nattendance 0 heading Z1 8: Present\nattendance 0: Ada "
     "Reef\nheader 0: Red."},
    {"# Board\n\n## Minutes\n\n- [Lamps](https://pier.example/)\n  - Red\n- "
     "[Boats](https://pier.example/)\n  - Blue",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 1 heading I4 0: "
     "Lamps\nminutes 1: Red\nminutes 2 heading I4 0: Boats\nminutes 2: Blue\n8 in 0 [] Lamps entry "
     "0 planned 0 I4\n8 in 0 [] Boats entry 0 planned 0 I4"},
    {"# Board\n\n## Minutes\n\n- [Lamps](https://pier.example/) of\n  - Red\n- "
     "[Boats](https://pier.example/) of\n  - Blue\n- Quay\n- Pier\n- Roof",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 0: Lamps "
     "of\nminutes 0: Red\nminutes 0: Boats of\nminutes 0: Blue\nminutes 0: Quay\nminutes 0: "
     "Pier\nminutes 0: Roof"},
    {"# Board\n\n## Minutes\n\n- [Lamps](https://pier.example/)\n- "
     "[Boats](https://pier.example/)\n- Quay\n- Pier\n- Roof",
     "header 0 heading D4 1 title: Board\nminutes 0 heading Z1 2: Minutes\nminutes 0: "
     "Lamps\nminutes 0: Boats\nminutes 0: Quay\nminutes 0: Pier\nminutes 0: Roof"},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS OF A PIER\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS OF A PIER\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] "
     "LAMPS OF A PIER entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS 2\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS 2\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS 2 "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS.\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: LAMPS.\nheader 0: "
     "Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS:\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS:\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n2\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: 2\nheader 0: "
     "Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nA\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: A\nheader 0: "
     "Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nPRESENT\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: PRESENT\nheader "
     "0: Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS Of\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: LAMPS Of\nheader "
     "0: Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nONE TWO THREE FOUR FIVE SIX\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: ONE "
     "TWO THREE FOUR F\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 "
     "[] ONE TWO THREE FOUR FIVE SIX entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN "
     "ELEVEN\nRed.\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: ONE TWO THREE "
     "FOUR F\nminutes 0: Red.\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS\nRED\n\nPIERS\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: LAMPS\nheader 0: "
     "RED\nheader 0: PIERS\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS\n- Red\n\nPIERS\n- Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS\nminutes 1: Red\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLAMPS\n\nRed.\n\nPIERS\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "LAMPS\nminutes 1: Red.\nminutes 2 heading I2 7: PIERS\nminutes 2: Blue.\n7 in 0 [] LAMPS "
     "entry 0 planned 0 I2\n7 in 0 [] PIERS entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps:\n- Red\n\nPiers:\n- Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps:\nminutes 1: Red\nminutes 2 heading I2 7: Piers:\nminutes 2: Blue\n7 in 0 [] Lamps "
     "entry 0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps:\n\n- Red\n\nPiers:\n\n- Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps:\nminutes 1: Red\nminutes 2 heading I2 7: Piers:\nminutes 2: Blue\n7 in 0 [] Lamps "
     "entry 0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps:\nRed\n\nPiers:\nBlue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps:\nheader 0: "
     "Red\nheader 0: Piers:\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps\n\n- Red\n\nPiers\n\n- Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Red\nheader 0: Piers\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\nDate:\n\n- Red\n\nPiers:\n\n- Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Date:\nheader 0: "
     "Red\nheader 0: Piers:\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\nAda Reef:\n\n- Red\n\nBert Tang:\n\n- Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Ada Reef:\nheader "
     "0: Red\nheader 0: Bert Tang:\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\nLamps:\n\nRed.\n\nPiers:\n\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps:\nheader 0: "
     "Red.\nheader 0: Piers:\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps**\nRed.\n\n**Piers**\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps\nminutes 1: Red.\nminutes 2 heading I2 7: Piers\nminutes 2: Blue.\n7 in 0 [] Lamps "
     "entry 0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps.**\nRed.\n\n**Piers.**\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps.\nheader 0: "
     "Red.\nheader 0: Piers.\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps**\n**Red**\n\n**Piers**\n**Blue**",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Red\nheader 0: Piers\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps** of\nRed.\n\n**Piers** of\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps of\nheader "
     "0: Red.\nheader 0: Piers of\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps**\n- Red.\n\n**Piers**\n- Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps\nminutes 1: Red.\nminutes 2 heading I2 7: Piers\nminutes 2: Blue.\n7 in 0 [] Lamps "
     "entry 0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps**\n**R**ed.\n\n**Piers**\n**B**lue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps\nminutes 1: Red.\nminutes 2 heading I2 7: Piers\nminutes 2: Blue.\n7 in 0 [] Lamps "
     "entry 0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n- Lamps\n  - Red\n- Piers\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I4 8: "
     "Lamps\nminutes 1: Red\nminutes 2 heading I4 8: Piers\nminutes 2: Blue\n8 in 0 [] Lamps entry "
     "0 planned 0 I4\n8 in 0 [] Piers entry 0 planned 0 I4"},
    {"# Board\n\nPresent: Ada Reef\n\n- Lamps:\n  - Red\n- Piers:\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I4 8: "
     "Lamps:\nminutes 1: Red\nminutes 2 heading I4 8: Piers:\nminutes 2: Blue\n8 in 0 [] Lamps "
     "entry 0 planned 0 I4\n8 in 0 [] Piers entry 0 planned 0 I4"},
    {"# Board\n\nPresent: Ada Reef\n\n- Lamps: off\n  - Red\n- Piers: off\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps: "
     "off\nheader 0: Red\nheader 0: Piers: off\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\n- Lamps\n- Piers\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Piers\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\n- Ada Reef\n  - Red\n- Bert Tang\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Ada Reef\nheader "
     "0: Red\nheader 0: Bert Tang\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\n- [ ] Lamps\n  - Red\n- [ ] Piers\n  - Blue",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Red\nheader 0: Piers\nheader 0: Blue"},
    {"# Board\n\nPresent: Ada Reef\n\n- [Ada] Lamps\n- [Bert] Piers",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: [Ada] "
     "Lamps\nheader 0: [Bert] Piers"},
    {"# Board\n\nPresent: Ada Reef\n\n- [Ada] Lamps",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: [Ada] Lamps"},
    {"# Board\n\nPresent: Ada Reef\n\n- [Ada] Lamps are off.\n- [Bert] Piers",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: [Ada] Lamps are "
     "off.\nheader 0: [Bert] Piers"},
    {"# Board\n\nPresent: Ada Reef\n\n- [Harbour Office] Ada Reef\n- [Pier Office] Bert Tang",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: [Harbour Office] "
     "Ada\nheader 0: [Pier Office] Bert T"},
    {"# Board\n\nPresent: Ada Reef\n\n> **Lamps**\n> Red.\n\n> **Piers**\n> Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Lamps\nheader 0: "
     "Red.\nheader 0: Piers\nheader 0: Blue."},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps of the pier "
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx**\nRed.\n\n**Piers**\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 1 heading I2 7: "
     "Lamps of the pier xx\nminutes 1: Red.\nminutes 2 heading I2 7: Piers\nminutes 2: Blue.\n7 in "
     "0 [] Lamps of the pier xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx entry "
     "0 planned 0 I2\n7 in 0 [] Piers entry 0 planned 0 I2"},
    {"# Board\n\nPresent: Ada Reef\n\n**Lamps of the pier "
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx**\nRed.\n\n**Piers**\nBlue.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: Lamps of the "
     "pier xx\nminutes 0: Red.\nheader 0: Piers\nheader 0: Blue."},
    {"# Board\n\n## Minutes: 18:00\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0 P3 2: Minutes: 18:00\nheader 0: Red."},
    {"# Board\n\n## Start: 18:00\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0 P3 2: Start: 18:00\nheader 0: Red."},
    {"# Board\n\n## End: 18:00\n\nRed.",
     "header 0 heading D4 1 title: Board\nheader 0 P3 2: End: 18:00\nheader 0: Red."},
    {"# Board\n\n## Break: 18:00\n\nRed.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: Break: 18:00\nminutes 1: Red.\n2 "
     "in 0 [] Break: 18:00 entry 0 planned 0 I1"},
    {"# Board\n\n## Boats at 18:00\n\nRed.",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 2: Boats at 18:00\nminutes 1: "
     "Red.\n2 in 0 [] Boats at 18:00 entry 0 planned 0 I1"},
    {"# Minutes\n\n## 3 March 2031\n\n## Regular Meeting\n\n## Present\n\nAda Reef\n\n## 1. "
     "Lamps\n\nRed.",
     "header 0 heading D4 1 title: Minutes\nheader 0 P3 2: 3 March 2031\nheader 0 P3 2: Regular "
     "Meeting\nattendance 0 heading Z1 2: Present\nattendance 0: Ada Reef\nminutes 1 heading I1 2: "
     "1. Lamps\nminutes 1: Red.\n2 in 0 [1] Lamps entry 0 planned 0 I1"},
    {"# Board\n\n## Agenda\n\n1. Lamps\n2. Piers\n\nText.\n\n1. Lamps\n\n   Red.\n\n2. Piers\n\n   "
     "Blue.",
     "header 0 heading D4 1 title: Board\nagenda 0 heading Z2 2: Agenda\nagenda 0: Lamps\nagenda "
     "0: Piers\nagenda 0: Text.\nminutes 1 heading I3 7: Lamps\nminutes 1: Red.\nminutes 2 heading "
     "I3 7: Piers\nminutes 2: Blue.\n7 in 0 [] Lamps entry 1 planned 5 I3\n7 in 0 [] Piers entry 2 "
     "planned 6 I3"},
    {"# Board\n\n1. Lamps\n2. Piers\n\nText.\n\n1. Lamps\n   - Red.\n2. Piers\n   - Blue.",
     "header 0 heading D4 1 title: Board\nheader 0: Lamps\nheader 0: Piers\nheader 0: "
     "Text.\nminutes 1 heading I3 7: Lamps\nminutes 1: Red.\nminutes 2 heading I3 7: "
     "Piers\nminutes 2: Blue.\n7 in 0 [] Lamps entry 1 planned 0 I3\n7 in 0 [] Piers entry 2 "
     "planned 0 I3"},
};

Test(outline, titles_without_numbers_have_a_kind_and_zones_an_end)
{
    expect_exact_texts(describe, titles_and_zones,
                       sizeof titles_and_zones / sizeof *titles_and_zones);
}

static const struct text_case texts[] = {
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: The lamps are "
     "red an"},
    {"# Board\n\nPresent: Ada Reef\n\n> The lamps are red and off.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The lamps are red "
     "an"},
    {"# Board\n\nPresent: Ada Reef\n\n- The lamps are red and off.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The lamps are red "
     "an"},
    {"# Board\n\nPresent: Ada Reef\n\n- Decision: The lamps are red.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: Decision: The "
     "lamps "},
    {"# Board\n\nPresent: Ada Reef\n\n- [ ] Decision: The lamps are red.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Decision: The "
     "lamps "},
    {"# Board\n\nPresent: Ada Reef\n\n> Decision: The lamps are red.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Decision: The "
     "lamps "},
    {"# Board\n\nPresent: Ada Reef\n\nNote: The lamps are red.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: Note: The lamps "
     "are "},
    {"# Board\n\nPresent: Ada Reef\n\nDecision:",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Decision:"},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off.\n\nCarried 3-1.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: The lamps are "
     "red an\nminutes 0: Carried 3-1."},
    {"# Board\n\nPresent: Ada Reef\n\nCarried 3-1.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Carried 3-1."},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off.\n\n> Carried 3-1.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: The lamps are "
     "red an\nheader 0: Carried 3-1."},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off.\n\n- Carried 3-1.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: The lamps are "
     "red an\nheader 0: Carried 3-1."},
    {"# Board\n\nPresent: Ada Reef\n\nTime: 18:00\n\nCarried 3-1.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: Time: "
     "18:00\nheader 0: Carried 3-1."},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off.\n\nTime: 18:00",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nminutes 0: The lamps are "
     "red an\nheader 0: Time: 18:00"},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red.\n18:00",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The lamps are "
     "red.\nheader 0: 18:00"},
    {"# Board\n\nPresent: Ada Reef\n\n[The lamps are red and off.](https://pier.example/)",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The lamps are red "
     "an"},
    {"# Board\n\nPresent: Ada Reef\n\nThe lamps are red and off <https://pier.example/>.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The lamps are red "
     "an"},
    {"# Board\n\nPresent: Ada Reef\n\nThe meeting ended and was adjourned at 18:00.",
     "header 0 heading D4 1 title: Board\nheader 0: Present: Ada Reef\nheader 0: The meeting ended "
     "an"},
    {"# Board\n\nThe lamps are red and off.",
     "header 0 heading D4 1 title: Board\nheader 0: The lamps are red an"},
    {"# Board\n\n| Item | Discussion | Decision |\n|---|---|---|\n| Lamps | Red | None |\n| Pier | "
     "Blue | Sell |",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 5: Lamps\nminutes 1: Red\nminutes 2 "
     "heading I1 5: Pier\nminutes 2: Blue\nconclusion 2 heading Z1 6 part: Decision\nconclusion 2: "
     "Sell\n5 in 0 [] Lamps entry 0 planned 0 I1\n5 in 0 [] Pier entry 0 planned 0 I1"},
    {"# Board\n\n| Item | Discussion | Decision |\n|---|---|---|\n| Lamps | Red | - |\n| Pier | "
     "Blue | Sell |",
     "header 0 heading D4 1 title: Board\nminutes 1 heading I1 5: Lamps\nminutes 1: Red\nminutes 2 "
     "heading I1 5: Pier\nminutes 2: Blue\nconclusion 2 heading Z1 6 part: Decision\nconclusion 2: "
     "Sell\n5 in 0 [] Lamps entry 0 planned 0 I1\n5 in 0 [] Pier entry 0 planned 0 I1"},
};

Test(outline, sentences_below_the_attendance_and_what_became_of_motions_are_minutes)
{
    expect_exact_texts(describe, texts, sizeof texts / sizeof *texts);
}
