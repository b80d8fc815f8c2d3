import { describe, expect, it } from "vitest";
import { Asking, accept, askingManifest } from "../ask/asking.fixture.js";
import type { Caller, Context } from "../context.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Jobs, jobsManifest } from "../tasks/jobs.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { principalOf } from "./principal-of.js";

const ANN: Caller = { subject: "ann", issuer: "https://a", clientId: "app", scopes: ["read"] };

/** Who is not Ann, although much is the same. */
const OTHERS: readonly [string, Caller | undefined][] = [
  ["another subject", { ...ANN, subject: "bob" }],
  ["another issuer", { ...ANN, issuer: "https://b" }],
  ["another client", { ...ANN, clientId: "other" }],
  ["no issuer", { subject: "ann", clientId: "app" }],
  ["no client", { subject: "ann", issuer: "https://a" }],
  ["issuer and client exchanged", { ...ANN, issuer: "app", clientId: "https://a" }],
  ["nobody that is known", undefined],
];

/** Who is Ann, whatever else is known of her by now. */
const AGAIN: Caller = { ...ANN, scopes: [], claims: { name: "Ann" } };

describe("the principal of a caller", () => {
  it("is the same however much is known of it", () => {
    expect(principalOf(AGAIN)).toEqual(principalOf(ANN));
    expect(principalOf({ subject: "ann" })).toEqual(principalOf({ subject: "ann" }));
  });

  it.each(OTHERS)("is not that of %s", (_, other) => {
    expect(principalOf(other)).not.toEqual(principalOf(ANN));
  });

  it("is not nobody's where the subject has no name", () => {
    expect(principalOf({ subject: "" })).not.toEqual(principalOf(undefined));
  });
});

describe.each(OTHERS)("to %s", (_, other) => {
  it("a task of a caller is not there", async () => {
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

  it("the state of a caller's request is worth nothing", async () => {
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

  it("the cursor of a caller's list is worth nothing", async () => {
    const { send } = serveDirectly(Weather, { manifest: weatherManifest(), pageSize: 2 });
    const { nextCursor: cursor } = await send("tools/list", {}, { caller: ANN });
    await expect(send("tools/list", { cursor }, { caller: other })).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("cursor") },
    });
    const { tools } = await send("tools/list", { cursor }, { caller: AGAIN });
    expect(tools.map(({ name }: { name: string }) => name)).toEqual(["flat", "when"]);
  });
});
