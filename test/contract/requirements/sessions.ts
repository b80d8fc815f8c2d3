import { expect } from "vitest";
import type { HttpConnection } from "../../support/http-connection.js";
import { type LegacySession, openLegacySession } from "../../support/legacy-session.js";
import { allMessages, type Event, nextMessage } from "../../support/read-events.js";
import { LEGACY_REVISIONS } from "../../support/revisions.js";
import type { Fixture, Group, Trial } from "../contract.js";
import { legacyFrom, textOf } from "./words.js";

export const sessions: Group<HttpConnection> = {
  title: "Sessions over HTTP",
  revisions: LEGACY_REVISIONS,
  only: {
    ways: ["fetch", "node"],
    because: "Only over HTTP do legacy clients have sessions, with messages on several streams.",
  },
  requirements: {
    "asked-on-its-stream": {
      says: "asks on the stream of the call, and accepts the answer in another request",
      revisions: legacyFrom("2025-06-18"),
      run: (trial) =>
        inSession(trial, "protocol", async ({ call, get, post, eventsOf }) => {
          const standing = await get();
          const stream = eventsOf(await call(1, "ask"));
          const { message: question } = await nextMessage(stream);
          expect(question).toMatchObject({ method: "elicitation/create", params: { message: "Who is there?" } });
          const answered = await post({ id: question.id, result: { action: "accept", content: { name: "Ada" } } });
          expect(answered.status).toBe(202);
          const { message: answer } = await nextMessage(stream);
          expect(answer).toMatchObject({ id: 1, result: { content: [{ text: "Hello Ada" }] } });
          await standing.body?.cancel();
        }),
    },

    "stream-resumed": {
      says: "sends a client that reconnects what it missed on its stream, and nothing of another stream",
      run: (trial) =>
        inSession(trial, "protocol", async ({ call, get, eventsOf }) => {
          const first = eventsOf(await call(1, "steps", {}, { progressToken: "first" }));
          const { id } = await nextMessage(first);
          await first.return(undefined);
          const other = eventsOf(await call(2, "steps", {}, { progressToken: "second" }));
          const resumed = await allMessages(eventsOf(await get(id)));
          for await (const _ of other);
          expect(resumed.at(-1)).toMatchObject({ id: 1, result: { content: [{ text: "done" }] } });
          expect(resumed.slice(0, -1).map(({ params }) => params?.progressToken)).not.toContain("second");
        }),
    },

    "stream-released": {
      says: "ends a stream early if the method asks for it; the client reconnects for the answer",
      revisions: ["2025-11-25"],
      run: (trial) =>
        inSession(trial, "protocol", async ({ call, get, eventsOf }) => {
          const events = await allEvents(eventsOf(await call(1, "later")));
          expect(events).toEqual([{ id: expect.any(String) }, { retry: "250" }]);
          const { message } = await nextMessage(eventsOf(await get(events[0]?.id)));
          expect(message).toMatchObject({ id: 1, result: { content: [{ text: "later" }] } });
        }),
    },

    "stream-kept": {
      says: "does not end a stream early if the client cannot reconnect",
      revisions: LEGACY_REVISIONS.filter((revision) => revision < "2025-11-25"),
      run: (trial) =>
        inSession(trial, "protocol", async ({ call, eventsOf }) => {
          const events = await allEvents(eventsOf(await call(1, "later")));
          expect(events).toMatchObject([{ message: { id: 1, result: { content: [{ text: "later" }] } } }]);
        }),
    },

    "left-is-not-cancelled": {
      says: "continues a call whose connection is lost, until a notification cancels it",
      run: (trial) =>
        inSession(trial, "protocol", async ({ call, post }, { newId, logs }) => {
          const id = newId();
          const stream = await call(id, "hang");
          await stream.body?.cancel();
          await expect.poll(logs).toContain(`hanging ${id}\n`);
          await (await call(newId(), "echo", { text: "a" })).text();
          expect(logs()).not.toContain(`aborted ${id}\n`);
          await post({ method: "notifications/cancelled", params: { requestId: id } });
          await expect.poll(logs).toContain(`aborted ${id}\n`);
        }),
    },

    "standing-stream": {
      says: "notifies of changes on the standing stream, not on the stream of a call",
      run: (trial) =>
        inSession(trial, "protocol", async ({ get, post, call, eventsOf }) => {
          const standing = eventsOf(await get());
          await (await post({ id: 1, method: "resources/subscribe", params: { uri: "protocol://text" } })).text();
          await (await call(2, "touch", { uri: "protocol://text" })).text();
          const { message } = await nextMessage(standing);
          expect(message).toMatchObject({
            method: "notifications/resources/updated",
            params: { uri: "protocol://text" },
          });
          await standing.return(undefined);
        }),
    },

    "session-deleted": {
      says: "ends a session at DELETE, and answers 404 from then on",
      run: (trial) =>
        inSession(trial, "protocol", async ({ send, call, eventsOf }) => {
          expect(await allMessages(eventsOf(await call(1, "point")))).toHaveLength(1);
          expect((await send({ method: "DELETE" })).ok).toBe(true);
          expect((await call(1, "point")).status).toBe(404);
        }),
    },

    "same-id-own-streams": {
      says: "answers requests with the same id each on its own stream, with its own progress",
      run: (trial) =>
        inSession(trial, "calls", async ({ call, post, eventsOf }) => {
          const messagesOf = async (response: Response | Promise<Response>) => allMessages(eventsOf(await response));
          const calls = [200, 50].map((ms) => call(1, "steps", { ms, tag: `${ms}` }, { progressToken: 1 }));
          const [list, ping] = [await post({ id: 1, method: "tools/list" }), await post({ id: 1, method: "ping" })];
          for (const [index, [progress, answer, ...rest]] of (await Promise.all(calls.map(messagesOf))).entries()) {
            const tag = ["200", "50"][index];
            expect(progress?.params).toMatchObject({ progressToken: 1, progress: 1 });
            expect(answer?.id).toBe(1);
            expect(answer && textOf(answer)).toBe(tag);
            expect(rest).toEqual([]);
          }
          expect((await messagesOf(list))[0]?.result).toHaveProperty("tools");
          expect((await messagesOf(ping))[0]?.result).toEqual({});
        }),
    },

    "same-id-many": {
      says: "answers 20 concurrent requests with the same id, each on its own stream",
      run: (trial) =>
        inSession(trial, "calls", async ({ call, eventsOf }) => {
          const tags = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
          const calls = tags.map((tag, n) => call(1, "slow", { ms: 10 * ((n * 7) % 20), tag }));
          const answers = await Promise.all(calls.map(async (response) => allMessages(eventsOf(await response))));
          expect(answers.map(([answer]) => answer && textOf(answer))).toEqual(tags);
        }),
    },

    "same-id-questions": {
      says: "gives each of several calls with the same id the answer to its own question",
      revisions: legacyFrom("2025-06-18"),
      run: (trial) =>
        inSession(trial, "calls", async ({ call, post, eventsOf }) => {
          const streams: AsyncGenerator<Event>[] = [];
          for (const tag of ["A", "B"]) streams.push(eventsOf(await call(1, "ask", { tag })));
          const questions = await Promise.all(streams.map(nextMessage));
          expect(questions.map(({ message }) => message.params?.message)).toEqual([
            "Who is there, A?",
            "Who is there, B?",
          ]);
          for (const [index, name] of [
            [1, "Bob"],
            [0, "Ann"],
          ] as const) {
            await post({ id: questions[index]?.message.id, result: { action: "accept", content: { name } } });
          }
          const answers = await Promise.all(streams.map(nextMessage));
          expect(answers.map(({ message }) => textOf(message))).toEqual(["A: Ann", "B: Bob"]);
        }),
    },

    "same-id-cancelled-stream": {
      says: "ends the stream of the latest of several requests with the same id when the id is cancelled",
      revisions: legacyFrom("2025-06-18"),
      run: (trial) =>
        inSession(trial, "calls", async ({ call, post, eventsOf }) => {
          const a = eventsOf(await call(1, "slow", { ms: 300, tag: "A" }));
          const b = eventsOf(await call(1, "ask", { tag: "B" }));
          await nextMessage(b);
          await post({ method: "notifications/cancelled", params: { requestId: 1 } });
          expect(await allMessages(b)).toEqual([]);
          expect((await allMessages(a)).map(textOf)).toEqual(["A"]);
        }),
    },
  },
};

/** Opens a session whose streams the requirement reads itself, and validates its messages against their schema. */
async function inSession(
  { open, revision }: Trial<HttpConnection>,
  fixture: Fixture,
  run: (session: LegacySession, client: { newId(): number; logs(): string }) => Promise<void>,
): Promise<void> {
  const client = await open({ fixture, isSilent: true });
  const session = await openLegacySession(client.target.url, revision, client.target.fetch);
  await run(session, { newId: () => client.newId(), logs: () => client.logs() });
  expect(session.log.problems()).toEqual([]);
  await session.send({ method: "DELETE" });
}

async function allEvents(events: AsyncGenerator<Event>): Promise<Event[]> {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  return all;
}
