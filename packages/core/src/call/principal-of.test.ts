import { describe, expect, it } from "vitest";
import { Asking, accept, askingManifest } from "../ask/asking.fixture.js";
import type { Caller, Context } from "../context.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Jobs, jobsManifest } from "../tasks/jobs.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { principalOf } from "./principal-of.js";

const ANN: Caller = { subject: "ann", issuer: "https://a", clientId: "app", scopes: ["read"] };

/** Callers who share some properties with Ann, but are not Ann. */
const OTHERS: readonly [string, Caller | undefined][] = [
  ["another subject", { ...ANN, subject: "bob" }],
  ["another issuer", { ...ANN, issuer: "https://b" }],
  ["another client", { ...ANN, clientId: "other" }],
  ["no issuer", { subject: "ann", clientId: "app" }],
  ["no client", { subject: "ann", issuer: "https://a" }],
  ["issuer and client exchanged", { ...ANN, issuer: "app", clientId: "https://a" }],
  ["an unidentified caller", undefined],
];

/** Ann again, with other scopes and claims. */
const AGAIN: Caller = { ...ANN, scopes: [], claims: { name: "Ann" } };

describe("the principal of a caller", () => {
  it("is the same, whatever else is known about the caller", () => {
    expect(principalOf(AGAIN)).toEqual(principalOf(ANN));
    expect(principalOf({ subject: "ann" })).toEqual(principalOf({ subject: "ann" }));
  });

  it.each(OTHERS)("is not that of %s", (_, other) => {
    expect(principalOf(other)).not.toEqual(principalOf(ANN));
  });

  it("is not that of an unidentified caller if the subject is empty", () => {
    expect(principalOf({ subject: "" })).not.toEqual(principalOf(undefined));
  });
});

describe.each(OTHERS)("to %s", (_, other) => {
  it("a task of a caller does not exist", async () => {
    const { send } = serveDirectly(new Jobs(), { manifest: jobsManifest() });
    const client = { capabilities: { elicitation: {}, extensions: { "io.modelcontextprotocol/tasks": {} } } };
    const { taskId } = await send("tools/call", { name: "confirm" }, { client, caller: ANN });
    for (const [method, params] of [
      ["tasks/get", {}],
      ["tasks/update", { inputResponses: {} }],
      ["tasks/cancel", {}],
    ] as const) {
      const asked = { taskId, ...params };
      await expect(send(method, asked, { client, caller: other })).rejects.toMatchObject({
        fault: { kind: "invalid-params", message: `There is no task ${taskId}: it may have expired.` },
      });
      await expect(send(method, asked, { client, caller: AGAIN })).resolves.toBeDefined();
    }
  });

  it("the state of a caller's request is invalid", async () => {
    const method = async (ctx: Context) => (await ctx.elicit<{ name: string }>("Your name?")).action;
    const { send } = serveDirectly(new Asking(method), { manifest: askingManifest() });
    const client = { capabilities: { elicitation: {} } };
    const { requestState } = await send("tools/call", { name: "ask" }, { client, caller: ANN });
    const inputResponses = { "elicit: Your name?": accept({ name: "Ada" }) };
    const again = { name: "ask", requestState, inputResponses };
    await expect(send("tools/call", again, { client, caller: other })).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("Invalid requestState") },
    });
    expect(await send("tools/call", again, { client, caller: AGAIN })).toMatchObject({ content: [{ text: "accept" }] });
  });

  it("the cursor of a caller's list is invalid", async () => {
    const { send } = serveDirectly(Weather, { manifest: weatherManifest(), pageSize: 2 });
    const { nextCursor: cursor } = await send("tools/list", {}, { caller: ANN });
    await expect(send("tools/list", { cursor }, { caller: other })).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("cursor") },
    });
    const { tools } = await send("tools/list", { cursor }, { caller: AGAIN });
    expect(tools.map(({ name }: { name: string }) => name)).toEqual(["flat", "when"]);
  });
});
