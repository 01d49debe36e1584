/* One address of each kind of page, for four records: the shipped one, the minutes of a council, a schedule of talks, and two
   meetings. */
import path from "node:path";
import { source } from "./served.js";

const file = (name) => ["--data", path.join(source, name)];

export const records = {
  shipped: {
    options: [],
    pages: {
      home: "",
      meeting: "meetings/beijing-2006",
      "meeting that is only mentioned": "meetings/tokyo-first",
      session: "sessions/beijing-2006-session-1",
      paper: "papers/beijing-2006-paper-04",
      discussion: "discussions/beijing-2006-discussion-1-01",
      person: "people/shen-shishun",
      organization: "organizations/cscap",
      topic: "topics/six-party-talks",
      proposal: "proposals/beijing-2006-proposal-01",
      decision: "decisions/beijing-2006-decision-1",
      action: "actions/beijing-2006-action-1",
      event: "events/first-meeting-tokyo",
      document: "documents/beijing-2006-report",
      comparison: "compare?people=james-cotton,shen-shishun,jo-kyong-wan",
      list: "papers",
      "list of people": "people",
      "list with facets": "discussions?facet=topics,kind",
      "second page of a list": "papers?limit=5&offset=5",
      "list without records": "agenda_items",
      "records of a relation": "meetings/beijing-2006/proposals",
      "search with hits": "search?q=energy",
      "search with a suggestion": "search?q=enrgy",
      "search without hits": "search?q=zzzzzzzz",
      "search without words": "search",
      "wrong parameter": "papers?limit=x",
      "unknown record": "papers/unknown",
      "unknown address": "unknown",
      reference: "docs",
    },
  },
  council: {
    options: file("data/examples/port-fable.json"),
    pages: {
      home: "",
      meeting: "meetings/port-fable-2031-03-11",
      "planned meeting": "meetings/port-fable-2031-04-08",
      session: "sessions/port-fable-2031-03-11-session-1",
      "agenda item": "agenda_items/port-fable-2031-03-11-item-3",
      paper: "papers/port-fable-2031-03-11-paper-1",
      person: "people/odile-renard",
      organization: "organizations/port-fable-town-council",
      topic: "topics/harbour-light",
      proposal: "proposals/port-fable-2031-03-11-proposal-1",
      decision: "decisions/port-fable-2031-03-11-decision-2031-12",
      action: "actions/port-fable-2031-03-11-action-1",
      document: "documents/port-fable-2031-03-11-minutes",
      comparison: "compare?people=odile-renard,rosa-lark&topic=harbour-light",
      list: "decisions",
      "search with hits": "search?q=lamp",
    },
  },
  schedule: {
    options: file("tests/cases/import/schedules/harbour-days.xml"),
    pages: {
      home: "",
      meeting: "meetings/hd-31",
      session: "sessions/hd-31-2031-06-01",
      paper: "papers/hd-31-2",
      person: "people/hd-31-6",
      topic: "topics/hd-31-deep",
      document: "documents/hd-31-schedule",
      list: "papers",
    },
  },
  meetings: {
    options: file("tests/cases/valid/two-meetings.json"),
    pages: {
      home: "",
      meeting: "meetings/lisbon-2001",
      list: "meetings",
      "ambiguous number": "sessions/1",
      paper: "papers/tides-at-night",
    },
  },
};
