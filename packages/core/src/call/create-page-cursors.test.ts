import { describe, expect, it } from "vitest";
import type { Caller, Context } from "../context.js";
import type { ErrorReport } from "../reporting/error-report.js";
import { serveModern, textOf } from "../sdk/serve-asking.fixture.js";
import { createSecretKey } from "../secret/create-secret-key.js";
import { ToolError } from "../tool-error.js";
import { createPageCursors, type PagedCall } from "./create-page-cursors.js";

const SECRET = "0123456789abcdef0123456789abcdef";
const OTHER = "f".repeat(32);

function setUp(secret: string | string[] | undefined = SECRET, serverName = "notes") {
  const reports: Pick<ErrorReport, "error" | "source">[] = [];
  const cursors = createPageCursors(serverName, createSecretKey(secret), (error, source) => {
    reports.push({ error, source });
    return "reference";
  });
  return { cursors, reports };
}

function callOf(pagesOf = 'tool "search"', caller?: Caller, isConnected = true): PagedCall {
  return { pagesOf, request: { caller, isConnected } };
}

const ADA: Caller = { subject: "ada", issuer: "https://id.example" };

describe("a cursor", () => {
  it.each<unknown>([0, "a", false, { from: 20, q: "ü" }, [1, null]])("holds %j", async (next) => {
    const { cursors } = setUp();
    const cursor = await cursors.write(next, callOf());
    expect(await cursors.read(cursor, callOf())).toEqual(next);
    expect(Buffer.from(cursor.slice(3), "base64url").toString()).not.toContain("from");
  });

  it("can be read by another process with the secret, and after the secret was replaced", async () => {
    const cursor = await setUp().cursors.write(1, callOf("t", ADA));
    expect(await setUp().cursors.read(cursor, callOf("t", { ...ADA, scopes: ["more"] }))).toBe(1);
    expect(await setUp([OTHER, SECRET]).cursors.read(cursor, callOf("t", ADA))).toBe(1);
  });

  it("is of no use for anything else", async () => {
    const { cursors } = setUp();
    const cursor = await cursors.write(1, callOf("t", ADA));
    const middle = cursor.length / 2;
    const changed = `${cursor.slice(0, middle)}${cursor.at(middle) === "A" ? "B" : "A"}${cursor.slice(middle + 1)}`;
    for (const [text, call, own] of [
      [cursor, callOf("other", ADA), cursors],
      [cursor, callOf("t", { ...ADA, subject: "bob" }), cursors],
      [cursor, callOf("t"), cursors],
      [cursor, callOf("t", ADA), setUp(OTHER).cursors],
      [cursor, callOf("t", ADA), setUp(SECRET, "mails").cursors],
      [changed, callOf("t", ADA), cursors],
      ["20", callOf("t", ADA), cursors],
    ] as const) {
      const reading = own.read(text, call);
      await expect(reading).rejects.toThrow(ToolError);
      await expect(reading).rejects.toThrow("Begin again without a cursor");
    }
  });

  it("is not for much, and only for JSON", async () => {
    const { cursors } = setUp();
    await expect(cursors.write("a".repeat(2000), callOf())).rejects.toThrow("2002 characters, 2000 at most");
    for (const next of [() => 1, Number.NaN, { from: [Number.POSITIVE_INFINITY] }, 10n]) {
      await expect(cursors.write(next, callOf())).rejects.toThrow("next must be JSON, not ");
    }
  });
});

it("warns once if other processes cannot read the cursors of a server over HTTP", async () => {
  const { cursors, reports } = setUp([]);
  await cursors.write(1, callOf("t", undefined, true));
  expect(reports).toEqual([]);
  await cursors.write(1, callOf("t", undefined, false));
  await cursors.write(1, callOf("t", undefined, false));
  expect(reports).toEqual([{ error: expect.objectContaining({ name: "OperatorWarning" }), source: "t" }]);

  const shared = setUp();
  await shared.cursors.write(1, callOf("t", undefined, false));
  expect(shared.reports).toEqual([]);
});

describe("a method", () => {
  const list = (cursor?: string) => async (ctx: Context) => {
    const from = (await ctx.readCursor<number>(cursor)) ?? 0;
    return JSON.stringify(await ctx.page([from], from < 1 ? from + 1 : from < 2 ? null : undefined));
  };

  it("makes pages for one caller, and begins without a cursor", async () => {
    const first = JSON.parse(textOf(await serveModern(list(), { secret: SECRET }).call({ subject: "ada" })) ?? "");
    expect(first).toEqual({ items: [0], nextCursor: expect.any(String) });
    const next = serveModern(list(first.nextCursor), { secret: SECRET });
    expect(textOf(await next.call({ subject: "ada" }))).toBe('{"items":[1]}');
    expect((await next.call({ subject: "bob" })).result).toMatchObject({ isError: true });
    expect(next.reports).toEqual([]);
    expect(textOf(await serveModern(list(""), { secret: SECRET }).call())).toContain("[0]");
  });
});
