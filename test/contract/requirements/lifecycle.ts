import { expect } from "vitest";
import { HttpConnection } from "../../support/http-connection.js";
import { LEGACY_REVISIONS, MODERN } from "../../support/revisions.js";
import type { WireClient } from "../../support/wire-client.js";
import type { Group } from "../contract.js";
import { EVERY, textOf } from "./words.js";

const LOG_LEVEL = "io.modelcontextprotocol/logLevel";
const EVERYTHING = { [LOG_LEVEL]: "debug" };

export const lifecycle: Group = {
  title: "The life of a class",
  revisions: EVERY,
  requirements: {
    "init-before-the-first-call": {
      says: "lists without `init`, runs it once for concurrent first calls, masks its failure, and tries again",
      async run({ open }) {
        const client = await open({ fixture: "lifecycle" });
        expect((await client.request("tools/list")).result?.tools).not.toEqual([]);
        const first = await Promise.all([client.call("starts"), client.call("starts")]);
        for (const { result } of first) {
          expect(result).toMatchObject({ isError: true });
          expect(JSON.stringify(result)).not.toContain("secret");
        }
        expect(new Set(first.map((answer) => textOf(answer)?.match(/reference (\w+)/)?.[1])).size).toBe(1);
        expect(textOf(await client.call("starts"))).toBe("2 hello");
        expect(textOf(await client.call("starts"))).toBe("2 hello");
      },
    },

    "close-at-the-end": {
      says: "runs `close` when it is told to end",
      async run({ open }) {
        const client = await openStarted(open);
        const tag = `${client.newId()}`;
        await client.call("mark", { tag });
        await client.endServer();
        await client.logged(`closed ${tag}\n`);
      },
    },

    session: {
      says: "gives methods the session of an older client, which stays the same",
      revisions: LEGACY_REVISIONS,
      async run({ open }) {
        const client = await openStarted(open);
        const id = textOf(await client.call("session"));
        expect(id).toMatch(/^[\da-f-]{36}$/);
        expect(textOf(await client.call("session"))).toBe(id);
        if (client instanceof HttpConnection) expect(id).toBe(client.session);
      },
    },

    "no-session": {
      says: "has no sessions since 2026-07-28",
      revisions: [MODERN],
      async run({ open }) {
        expect(textOf(await (await openStarted(open)).call("session"))).toBe("none");
      },
    },

    "changed-roots": {
      says: "asks for the roots of an older client when they change, and tells the class",
      revisions: LEGACY_REVISIONS,
      async run({ open }) {
        const client = await openStarted(open, { roots: { listChanged: true } });
        for (const uri of ["file:///a", "file:///b"]) {
          const asked = client.told("roots/list").length;
          await client.notify("notifications/roots/list_changed");
          const question = await client.until(() => client.told("roots/list")[asked]);
          await client.send({ id: question.id, result: { roots: [{ uri }] } });
          for (let roots: unknown; roots !== uri; ) roots = textOf(await client.call("roots"));
        }
      },
    },

    "named-loggers": {
      says: "logs under the name of a logger",
      async run({ open }) {
        const client = await openStarted(open);
        await client.call("say", {}, EVERYTHING);
        const told = client.told("notifications/message").map(({ params }) => params);
        expect(told).toEqual([
          { level: "error", data: "plain" },
          { level: "error", logger: "db", data: "named" },
        ]);
      },
    },

    "late-messages": {
      says: "does not send what a method logs after it has returned, and warns the operator",
      async run({ open }) {
        const client = await openStarted(open);
        await client.call("late", {}, { ...EVERYTHING, progressToken: 1 });
        await client.logged("was late\n");
        await client.logged('The tool "late" sent a log message after its call was answered');
        expect(textOf(await client.call("starts"))).toBe("2 hello");
        const told = [...client.told("notifications/message"), ...client.told("notifications/progress")];
        expect(told.map(({ params }) => params?.data)).toEqual(["in time"]);
      },
    },
  },
};

/** Opens a connection whose server has started: its first call has failed. */
async function openStarted(
  open: (options: { readonly fixture: "lifecycle"; readonly capabilities?: object }) => Promise<WireClient>,
  capabilities?: object,
): Promise<WireClient> {
  const client = await open({ fixture: "lifecycle", ...(capabilities && { capabilities }) });
  await client.call("starts");
  return client;
}
