import { expect } from "vitest";
import { MODERN } from "../../support/revisions.js";
import type { WireClient } from "../../support/wire-client.js";
import type { Message } from "../../support/wire-schemas.js";
import type { Group } from "../contract.js";
import { EVERY, legacyFrom, textOf } from "./words.js";

const READING = { celsius: 21, at: "1970-01-01T00:00:00.000Z" };
const PNG = { type: "image", mimeType: "image/png", data: "iVBORw0KGgo=" };

const text = (value: string) => ({ type: "text", text: value });

/** What `read` is asked for, and what it sends. */
const READ: readonly [as: string, content: object[], rest?: object][] = [
  ["data", [text(JSON.stringify(READING))], { structuredContent: READING }],
  ["both", [text("warm")], { structuredContent: READING, _meta: { "example.com/by": "hand" } }],
  ["image", [PNG, text(JSON.stringify(READING))], { structuredContent: READING }],
  ["error", [text("broken")], { isError: true }],
  ["checked error", [text("broken")], { structuredContent: READING, isError: true }],
];

export const results: Group = {
  title: "Whole results and pages",
  revisions: EVERY,
  requirements: {
    "data-of-a-whole-result": {
      says: "sends the data of a whole result as `structuredContent`, with the content beside it; an error may lack data",
      async run({ open, revision }) {
        const client = await open({ fixture: "whole-results" });
        for (const [as, content, rest = {}] of READ) {
          const { result } = await client.call("read", { as });
          expect(result).toMatchObject({ content });
          const { structuredContent, ...others } = rest as { structuredContent?: object };
          expect(result).toMatchObject(others);
          expect(result?.structuredContent).toEqual(revision < "2025-06-18" ? undefined : structuredContent);
        }
      },
    },

    "no-data-in-a-whole-result": {
      says: "answers with a masked error if a whole result has no data, or data that its schema does not allow",
      async run({ open }) {
        const client = await open({ fixture: "whole-results" });
        for (const [tool, as] of [
          ["read", "none"],
          ["read", "wrong"],
          ["given", "none"],
          ["given", "wrong"],
        ] as const) {
          const answer = await client.call(tool, { as });
          expect(answer.result).toMatchObject({ isError: true });
          expect(textOf(answer)).toMatch(/reference/);
          expect(answer.result?.structuredContent).toBeUndefined();
        }
      },
    },

    "schema-of-a-whole-result": {
      says: "lists the type of a whole result's data as the output schema, since 2025-06-18",
      revisions: [MODERN, ...legacyFrom("2025-06-18")],
      async run({ open }) {
        const client = await open({ fixture: "whole-results" });
        const { result } = await client.request("tools/list");
        const tools = result?.tools as { name: string; outputSchema?: { properties: object } }[];
        const schemaOf = (name: string) => tools.find((tool) => tool.name === name)?.outputSchema;
        expect(schemaOf("read")).toMatchObject({ type: "object", required: ["celsius", "at"] });
        expect(schemaOf("plain")).toBeUndefined();
        expect(schemaOf("items")?.properties).toMatchObject({
          nextCursor: { description: expect.stringMatching(/cursor/) },
        });
      },
    },

    "whole-results-by-hand": {
      says: "sends whole results of a tool whose output schema was written by hand, in every call",
      async run({ open, revision }) {
        const client = await open({ fixture: "whole-results" });
        for (const as of ["data", "data", "error"]) {
          const { result } = await client.call("given", { as });
          expect(result).toMatchObject({ content: [text(as)] });
          const sent = as === "data" && revision >= "2025-06-18" ? { n: 1 } : undefined;
          expect(result?.structuredContent).toEqual(sent);
        }
      },
    },

    "wrapped-whole-results": {
      says: "wraps data of a whole result that is not an object as that of a plain result, and adds its text if there is none",
      async run({ open, isModern, revision }) {
        const client = await open({ fixture: "whole-results" });
        const wrapped = (value: unknown) =>
          revision < "2025-06-18" ? undefined : isModern ? value : { result: value };
        for (const [tool, args, shown, value] of [
          ["count", { withText: true }, "three", 3],
          ["count", { withText: false }, "3", 3],
          ["givenCount", {}, "one", 1],
        ] as const) {
          const { result } = await client.call(tool, args);
          expect(result?.content).toEqual([text(shown)]);
          expect(result?.structuredContent).toEqual(wrapped(value));
        }
      },
    },

    pages: {
      says: "gives the parts of a large result one after the other, from a tool and from a resource",
      async run({ open }) {
        const client = await open({ fixture: "whole-results" });
        for (const read of [itemsOf(client), resourceOf(client)]) {
          const parts: unknown[] = [];
          let cursor: string | undefined;
          do {
            const page = toPage(await read(cursor));
            parts.push(page.items);
            cursor = page.nextCursor;
          } while (cursor !== undefined);
          expect(parts).toEqual([["a", "b"], ["c", "d"], ["e"]]);
          expect(toPage(await read("")).items).toEqual(["a", "b"]);
        }
      },
    },

    "foreign-cursors": {
      says: "refuses a cursor that was changed, or is of another tool or resource, in words for the model",
      async run({ open }) {
        const client = await open({ fixture: "whole-results" });
        const { nextCursor = "" } = toPage(await itemsOf(client)());
        const changed = nextCursor.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
        for (const [tool, cursor] of [
          ["items", changed],
          ["items", "2"],
          ["others", nextCursor],
        ] as const) {
          const answer = await client.call(tool, { cursor });
          expect(answer.result).toMatchObject({ isError: true });
          expect(textOf(answer)).toMatch(/Begin again without a cursor/);
        }
        const { error } = await resourceOf(client)(nextCursor);
        expect(error?.message).toMatch(/Begin again without a cursor/);
      },
    },
  },
};

type Read = (cursor?: string) => Promise<Message>;

function itemsOf(client: WireClient): Read {
  return (cursor) => client.call("items", cursor === undefined ? {} : { cursor });
}

function resourceOf(client: WireClient): Read {
  return (cursor) => {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    return client.request("resources/read", { uri: `items://all${query}` });
  };
}

function toPage({ result }: Message): { readonly items: unknown[]; readonly nextCursor?: string } {
  const [part] = (result?.content ?? result?.contents ?? []) as { text: string }[];
  return JSON.parse(part?.text ?? "");
}
