/* The client of the official TypeScript SDK for the Model Context Protocol runs every tool, over both transports. */
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { program, serve, source } from "./served.js";

const council = path.join(source, "data/examples/port-fable.json");

/* One call of every tool: its arguments, and a check of the answer. */
const calls = {
  search_record: [{ query: "lens", limit: 2 }, (answer) => assert.ok(answer.total > 2 && answer.next_offset === 2)],
  get_record: [{ id: "people/ines-fourmi" }, (answer) => assert.equal(answer.record.label.text, "Ines Fourmi")],
  list_records: [{ collection: "people", filters: { "attendance.status": "excused" } }, (answer) => assert.equal(answer.statements[0].label.text, "Paul Cigale")],
  who_said_what: [{ topic: "lens", person: "Nell Plover" }, (answer) => assert.equal(answer.statements[0].by[0].id, "nell-plover")],
  what_was_decided: [{ meeting: "port-fable-2031-03-11" }, (answer) => assert.equal(answer.statements[0].votes[0].method, "voice")],
  person_part: [{ person: "Rosa Lark" }, (answer) => assert.ok(answer.counts.decisions > 0)],
  cited_lines: [{ document: "port-fable-2031-03-11-minutes", from: 61, to: 63 }, (answer) => assert.match(answer.lines[0].text.text, /minutes/i)],
  describe_archive: [{}, (answer) => assert.equal(answer.documents[0].type, "document")],
};

/* Every statement in an answer, at any depth: an object with sources. */
function* statements(value) {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value.sources) && value.type) yield value;
  for (const member of Object.values(value)) yield* statements(member);
}

let server;
before(async () => {
  server = await serve("--mcp", "--data", council);
});
after(() => server?.stop());

const transports = {
  "standard input and output": () => new StdioClientTransport({ command: program, args: ["mcp", "--data", council], stderr: "inherit" }),
  HTTP: () => new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)),
};

for (const [name, connect] of Object.entries(transports))
  describe(name, () => {
    const client = new Client({ name: "rapporteur-tests", version: "1.0.0" });
    before(() => client.connect(connect()));
    after(() => client.close());

    test("tells clients to cite and to say if the record is silent", () => {
      assert.match(client.getInstructions(), /Cite the source/);
      assert.match(client.getInstructions(), /record is silent/);
    });

    test("every tool answers with content that its output schema accepts", async () => {
      const { tools } = await client.listTools(); // from here on the client checks each result against the schema
      assert.deepEqual(tools.map((tool) => tool.name), Object.keys(calls));
      assert.ok(JSON.stringify(tools).length < 20_000);
      for (const tool of tools) {
        const [given, check] = calls[tool.name];
        assert.ok(tool.outputSchema, tool.name);
        const { structuredContent, content, isError } = await client.callTool({ name: tool.name, arguments: given });
        assert.ok(!isError, content[0]?.text);
        assert.equal(content[0].type, "text");
        check(structuredContent);
        for (const statement of statements(structuredContent)) {
          assert.ok(statement.sources.every(({ document, lines }) => document && lines), `${tool.name}: ${statement.id}`);
          assert.ok(statement.url.endsWith(statement.id), statement.url);
        }
      }
    });

    test("wrong arguments are a result that says what to do", async () => {
      const answer = await client.callTool({ name: "who_said_what", arguments: { topic: "mooring", person: "Nell Plovr" } });
      assert.equal(answer.isError, true);
      assert.match(answer.content[0].text, /nell-plover|Nell Plover/);
    });

    test("records and documents are resources", async () => {
      const { resources } = await client.listResources();
      assert.ok(resources.some(({ uri }) => uri === "rapporteur:/meetings/port-fable-2031-03-11"));
      const { resourceTemplates } = await client.listResourceTemplates();
      assert.deepEqual(resourceTemplates.map(({ name }) => name), ["record", "document_text"]);
      const { contents } = await client.readResource({ uri: "rapporteur:/people/ines-fourmi" });
      assert.equal(JSON.parse(contents[0].text).id, "ines-fourmi");
      const text = await client.readResource({ uri: "rapporteur:/documents/port-fable-2031-03-11-minutes.txt" });
      assert.match(text.contents[0].text, /Port Fable/);
    });

    test("prompts name the tools to use", async () => {
      const { prompts } = await client.listPrompts();
      assert.deepEqual(prompts.map((prompt) => prompt.name), ["brief_meeting", "compare_positions", "still_to_do"]);
      const { messages } = await client.getPrompt({ name: "brief_meeting", arguments: { meeting: "port-fable-2031-03-11" } });
      assert.match(messages[0].content.text, /port-fable-2031-03-11/);
    });
  });
