// A small program that uses the API with the types generated from its description (see client.test.js).
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

declare const process: { argv: string[] };

const client = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: process.argv[2]!,
  querySerializer: { array: { style: "form", explode: false } },
});

const isComplete = (person: components["schemas"]["Related"]) => "attendance" in person;

const papers = await client.GET("/papers", { params: { query: { limit: 2, sort: ["-number"], fields: ["title", "number"] } } });
console.log(`${papers.data!.meta.total} papers, ${papers.data!.data.length} of them requested`);

const given = await client.GET("/{collection}/{id}/{relation}", {
  params: { path: { collection: "sessions", id: "3", relation: "papers" }, query: { sort: ["position"] } },
});
const first = given.data!.data[0]!;
if (first.type !== "paper") throw new Error(`${first.type} is not a paper`);
const presenter = first.presenters![0]!;
console.log(`${first.session!.id} has ${given.data!.meta.total} papers, the first by ${"label" in presenter ? presenter.label : presenter.name}`);

const session = await client.GET("/sessions/{id}", { params: { path: { id: "1" }, query: { include: ["chair"] } } });
console.log(`the chair of session 1 is a complete record: ${isComplete(session.data!.chair!)}`);

const wrong = await client.GET("/papers", { params: { query: { nonsense: 1 } as object } });
console.log(`${wrong.error!.status}: ${wrong.error!.detail}`);

const found = await client.GET("/search", { params: { query: { q: "nuclear", type: ["paper"] } } });
console.log(`found a ${found.data!.data[0]!.type}`);
