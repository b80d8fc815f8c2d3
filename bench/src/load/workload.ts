import { isDeepStrictEqual } from "node:util";
import { type Connection, resultOf } from "../protocol/connection.js";
import type { Message } from "../protocol/messages.js";

/** Requests of one kind, and what their answers must be. */
export interface Workload {
  /** The request with this number, from 1. */
  request(number: number): Message;
  /** Whether an answer can be right, as far as can be told without reading all of it. */
  isRight(answer: string, number: number): boolean;
  /** Reads a whole answer. @throws Error with the answer when it is wrong */
  verify(connection: Connection): Promise<void>;
}

/** The methods that are measured. */
export type Method = "tools/call" | "tools/list";

/** What is asked of a server with this many tools. */
export function createWorkload(method: Method, tools: number): Workload {
  return method === "tools/call" ? callsOf(tools) : listsOf(tools);
}

/** Calls of all tools in turn, each with other numbers. */
function callsOf(tools: number): Workload {
  const request = (id: number): Message => {
    const params = { name: `add${id % tools}`, arguments: { a: id, b: 0.5 } };
    return { id, method: "tools/call", params };
  };
  return {
    request,
    isRight: (answer, number) => answer.includes(`:${number + 0.5}}`),
    verify: async (connection) => {
      for (const id of new Set([1, tools])) {
        const answer = await connection.ask(request(id));
        const { content, structuredContent } = resultOf<CallResult>(answer);
        const sum = { sum: id + 0.5 };
        const expected = { content: [{ type: "text", text: JSON.stringify(sum) }], structuredContent: sum };
        if (!isDeepStrictEqual({ content, structuredContent }, expected)) throw wrong(answer, JSON.stringify(expected));
      }
    },
  };
}

/** Lists, all alike. */
function listsOf(tools: number): Workload {
  const request = (id: number): Message => ({ id, method: "tools/list" });
  const last = `"name":"add${tools - 1}"`;
  return {
    request,
    isRight: (answer) => answer.includes(last),
    verify: async (connection) => {
      const answer = await connection.ask(request(1));
      const listed = resultOf<ListResult>(answer).tools;
      const names = listed.map(({ name }) => name).toSorted();
      const expected = Array.from({ length: tools }, (_, n) => `add${n}`).toSorted();
      if (!isDeepStrictEqual(names, expected)) throw wrong(answer, `${tools} tools, add0 to add${tools - 1}`);
      for (const { description, inputSchema } of listed) {
        const isWhole =
          description?.startsWith("Adds two numbers") && isDeepStrictEqual(inputSchema?.required, ["a", "b"]);
        if (!isWhole) throw wrong(answer, "a description and two required arguments for each tool");
      }
    },
  };
}

interface CallResult {
  readonly content?: unknown;
  readonly structuredContent?: unknown;
}

interface ListResult {
  readonly tools: readonly {
    readonly name: string;
    readonly description?: string;
    readonly inputSchema?: { readonly required?: unknown };
  }[];
}

function wrong(answer: string, expected: string): Error {
  return new Error(`A wrong answer. Expected: ${expected}\nWhat came back: ${answer.slice(0, 2000)}`);
}
