import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { modernPost } from "./support/post.js";
import { PLAINMCP, startHttp } from "./support/serve.js";

const TARGET = { args: [PLAINMCP, "serve", "test/fixtures/values.ts"] };

describe.each(CLIENTS)("values of real types, for %s", (client) => {
  // Each era over another transport: what a value becomes does not depend on it.
  const over = TRANSPORTS[CLIENTS.indexOf(client) % 2] as (typeof TRANSPORTS)[number];
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect(client, over, TARGET);
  });
  afterAll(async () => {
    expect(await connection.close()).toEqual([]);
  });

  const day = "2026-01-31T12:00:00.000Z";

  it.each([
    ["put", { part: { name: "a", made: day } }, { what: "made 2026" }],
    ["put", { part: { name: "a", made: day, body: "aGk=", match: "b+" } }, { what: "2 bytes, /b+/u" }],
    ["putOther", { part: { name: "a", made: day, body: "aGk=" } }, { what: "2 bytes, undefined" }],
    ["enter", { entry: { id: "1", when: day }, other: { id: "1", when: day } }, { kinds: ["date", "date"] }],
    [
      "enter",
      { entry: { id: "1", when: day, text: "" }, other: { id: "1", when: day, text: "" } },
      { kinds: ["string", "string"] },
    ],
    ["get", {}, { name: "a", made: "1970-01-01T00:00:00.000Z", body: "AQID", match: "a+" }],
    ["account", {}, { id: 1, mail: "a@b.c", owner: { name: "Ada" } }],
    ["accounts", {}, { byName: { a: { id: 1, mail: "a@b.c", owner: { name: "Ada", salary: 1 } } } }],
    ["price", {}, { kind: "paid", price: "2.5 EUR", seal: "AQ==" }],
    ["anything", {}, { data: { bytes: "aGk=", find: "a", big: "5" } }],
    ["remove", { where: { title: "x" } }, { removed: "title" }],
  ])("%s(%j)", async (name, args, expected) => {
    expect((await connection.callTool(name, args)).structuredContent).toEqual(expected);
  });

  it.each([
    ["getPart", [{ name: "a", made: "1970-01-01T00:00:00.000Z" }]],
    ["each", [{ id: 1 }, { id: 1 }]],
  ])("%s() gives a list of what is declared", async (name, list) => {
    const { content } = await connection.callTool(name, {});
    expect(JSON.parse((content as unknown as [{ text: string }])[0].text)).toEqual(list);
  });

  it("a misspelt property is refused, with the name that was meant", async () => {
    const result = await connection.callTool("remove", { where: { titel: "x" } });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toMatch(/titel.*did you mean.*title/);
  });

  it.each([
    ["average", "result.average is NaN"],
    ["loop", "result.list[0].back contains itself"],
  ])("%s() fails with an error that names the place", async (name, message) => {
    const result = await connection.callTool(name, {});
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain(message);
  });

  it("a resource carries what its type declares", async () => {
    const { contents } = await connection.client.readResource({ uri: "account://me" });
    expect(JSON.parse((contents as unknown as [{ text: string }])[0].text)).toEqual({ id: 1, mail: "a@b.c" });
  });
});

it("tells the operator once of each property that is left out", async () => {
  const server = await startHttp([...TARGET.args, "--http", "--port", "0"]);
  try {
    for (let calls = 0; calls < 3; calls += 1) {
      for (const name of ["account", "accounts", "each"]) await post(server.url, name);
    }
    const left = [...server.stderr().matchAll(/(tool "\w+") returned (\S+),/g)].map(
      ([, tool, path]) => `${tool} ${path}`,
    );
    expect(left.sort()).toEqual([
      'tool "account" result.owner.salary',
      'tool "account" result.passwordHash',
      'tool "accounts" result.byName.*.passwordHash',
      'tool "each" result[].mail',
      'tool "each" result[].owner',
      'tool "each" result[].passwordHash',
    ]);
  } finally {
    await server.stop();
  }
});

async function post(url: string, name: string): Promise<void> {
  const response = await fetch(url, modernPost(1, "tools/call", { name, arguments: {} }));
  expect(await response.text()).not.toContain("s3cret");
}
