import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import { describe, expect, test } from "vitest";
import { standingStreamId } from "../stream-ids.js";
import { EventLog } from "./event-log.js";

const note = (data: unknown): JSONRPCMessage => ({
  jsonrpc: "2.0",
  method: "notifications/message",
  params: { level: "info", data },
});

const answer = (id: number, text: string): JSONRPCMessage => ({ jsonrpc: "2.0", id, result: { text } });

/** What a client that comes back gets: the data of notes, the texts of answers, the messages of errors. */
async function missed(log: EventLog, lastEventId: string) {
  const found = await log.after(lastEventId);
  if ("refusal" in found) return found.refusal;
  const told = found.events.map(({ message }) => {
    if ("method" in message) return message.params?.data;
    return "result" in message ? message.result.text : message.error.message;
  });
  return found.isLossy ? ["(lost)", ...told] : told;
}

test("finds the later events of the same stream only", async () => {
  const log = new EventLog(1_000);
  const begun = await log.begin("a");
  const first = await log.add("a", note(1));
  await log.add("b", note(2));
  const third = await log.add("a", note(3));
  expect(new Set([begun, first, third]).size).toBe(3);
  expect(await missed(log, begun)).toEqual([1, 3]);
  expect(await missed(log, first)).toEqual([3]);
  expect(await missed(log, third)).toEqual([]);
});

test.each(["nonsense", "../../etc", "a/x", "a/99999999999999999999", ""])("knows no event %j", async (eventId) => {
  expect(await missed(new EventLog(1_000), eventId)).toMatch(/has no event with this Last-Event-ID/);
});

test("keeps the latest messages other than answers, by number and size, and says that some are missing", async () => {
  const log = new EventLog(1_000);
  const first = await log.add("a", note(0));
  for (let i = 1; i <= 300; i++) await log.add("a", note(i));
  expect(await missed(log, first)).toEqual(["(lost)", ...Array.from({ length: 256 }, (_, i) => i + 45)]);
  await log.add("a", note("x".repeat(200_000)));
  await log.add("a", note("y".repeat(200_000)));
  expect(await missed(log, first)).toEqual(["(lost)", "y".repeat(200_000)]);
});

test("resumes a standing stream however much of it is lost", async () => {
  const log = new EventLog(1_000);
  const standing = standingStreamId();
  const silent = await log.begin(standingStreamId());
  const first = await log.add(standing, note("first"));
  await log.add(standing, note("second"));
  const third = await log.add(standing, note("third"));
  for (let i = 1; i <= 300; i++) await log.add("a", note(i));
  expect(await missed(log, first)).toEqual(["(lost)"]);
  expect(await missed(log, third)).toEqual([]);
  expect(await missed(log, silent)).toEqual([]);
});

describe("answers", () => {
  test("stay until they are fetched, whatever else is sent", async () => {
    const log = new EventLog(1_000_000);
    const begun = await log.begin("a");
    await log.add("a", answer(1, "x".repeat(400_000)));
    for (let i = 0; i < 600; i++) await log.add("b", note(i));
    expect(await missed(log, begun)).toEqual(["x".repeat(400_000)]);
  });

  test("are dropped only once they are fetched, the oldest first", async () => {
    const log = new EventLog(1_000);
    const begun = await Promise.all(["a", "b", "c"].map((stream) => log.begin(stream)));
    for (const [id, stream] of ["a", "b"].entries()) {
      await log.add(stream, answer(id, stream.repeat(400)));
      log.fetched(stream);
    }
    expect(await missed(log, begun[0] as string)).toEqual(["a".repeat(400)]);
    await log.add("c", answer(3, "c".repeat(400)));
    expect(await missed(log, begun[0] as string)).toMatch(/including the answer, are no longer stored/);
    expect(await missed(log, begun[1] as string)).toEqual(["b".repeat(400)]);
    expect(await missed(log, begun[2] as string)).toEqual(["c".repeat(400)]);
  });

  test("above the limit become errors that say what to do", async () => {
    const log = new EventLog(1_000);
    const [a, b] = [await log.begin("a"), await log.begin("b")];
    await log.add("a", answer(1, "a".repeat(900)));
    await log.add("b", answer(2, "b".repeat(900)));
    expect(await missed(log, a)).toEqual(["a".repeat(900)]);
    expect(await missed(log, b)).toEqual([expect.stringMatching(/may store 1000 bytes.*limits\.maxUnfetchedSize/)]);
  });

  test("become errors, too, when all sessions together store too much, and log messages are not stored", async () => {
    const counted: number[] = [];
    const log = new EventLog(1_000_000, (bytes) => {
      counted.push(bytes);
      return bytes < 1_000;
    });
    const begun = await log.begin("a");
    await log.add("a", note("x".repeat(200)));
    await log.add("a", note("y".repeat(2_000)));
    await log.add("a", answer(1, "z".repeat(2_000)));
    expect(await missed(log, begun)).toEqual([
      "(lost)",
      "x".repeat(200),
      expect.stringMatching(/limits\.maxSessionsSize/),
    ]);
    expect(counted[0]).toBeGreaterThan(200);
  });

  test("count in bytes, not in characters", async () => {
    const log = new EventLog(1_000);
    const begun = await log.begin("a");
    await log.add("a", answer(1, "é".repeat(600)));
    expect(await missed(log, begun)).toEqual([expect.stringMatching(/was not stored/)]);
  });

  test("that nobody fetches are limited in number, too", async () => {
    const log = new EventLog(1_000_000);
    const begun = await log.begin("s0");
    for (let i = 0; i < 1_100; i++) await log.add(`s${i}`, answer(i, "x"));
    expect(await missed(log, begun)).toMatch(/no longer stored/);
    expect(await missed(log, "s1099/1")).toEqual(["x"]);
  });

  test("that can never fit do not displace others", async () => {
    const log = new EventLog(1_000);
    const begun = await log.begin("a");
    await log.add("a", answer(1, "a".repeat(500)));
    log.fetched("a");
    await log.add("b", answer(2, "b".repeat(2_000)));
    expect(await missed(log, begun)).toEqual(["a".repeat(500)]);
  });

  test("of streams that ended long ago are forgotten", async () => {
    const log = new EventLog(1_000_000);
    const begun = await log.begin("s0");
    for (let i = 0; i < 300; i++) {
      await log.add(`s${i}`, answer(i, "x"));
      log.fetched(`s${i}`);
    }
    expect(await missed(log, begun)).toMatch(/no longer stored/);
    expect(await missed(log, "s299/1")).toEqual(["x"]);
  });
});
