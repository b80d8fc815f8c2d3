import type { ServerTarget } from "../recorded-server.js";

/** The features that every client is tested for, as docs/reference/clients.md names them. */
export const ABILITIES = ["list", "call", "read", "prompt", "complete", "progress", "cancel", "elicit"] as const;
export type Ability = (typeof ABILITIES)[number];

/** A client that people use, in one configuration: a row of docs/reference/clients.md. */
export interface RealClient {
  readonly name: string;
  /** The package it comes from, as test/package.json names it. */
  readonly package: string;
  readonly era: "modern" | "legacy";
  readonly transports: readonly ("stdio" | "http")[];
  /** Those over which `npm test` runs it, where `npm run test:full` runs it over all. @default all */
  readonly transportsInShort?: RealClient["transports"];
  /** The features that it supports. */
  readonly can: readonly Ability[];
  connect(target: ServerTarget): Promise<ClientSession>;
}

/** One client connected to one server. Methods that it does not support are absent. */
export interface ClientSession {
  /** @returns what it asked for, at least the tools */
  list?(): Promise<Pick<Names, "tools"> & Partial<Names>>;
  /** @returns the text of the result */
  call?(tool: string, args: Record<string, unknown>): Promise<string>;
  read?(uri: string): Promise<string>;
  /** @returns the text of the first message */
  prompt?(name: string, args: Record<string, string>): Promise<string>;
  complete?(prompt: string, argument: string, value: string): Promise<readonly string[]>;
  /** @returns the values of all progress that arrived before the result */
  progress?(tool: string, args: Record<string, unknown>): Promise<readonly number[]>;
  /** Calls a tool and cancels the call while it runs. */
  cancel?(tool: string, args: Record<string, unknown>): Promise<void>;
  /** Calls a tool that asks for a name. The client answers "Alice". */
  elicit?(tool: string): Promise<string>;
  close(): Promise<void>;
}

/** What a server offers: names of tools and prompts, and URIs of resources. */
export interface Names {
  readonly tools: readonly string[];
  readonly resources: readonly string[];
  readonly templates: readonly string[];
  readonly prompts: readonly string[];
}

/** The answer of every client to a form. */
export const ANSWER = { action: "accept" as const, content: { name: "Alice" } };

/** The texts of a result's content, or of a resource's contents. */
export function textsOf(blocks: unknown): string {
  const texts = (blocks as readonly { readonly text?: string }[]).flatMap(({ text }) => text ?? []);
  return texts.join("\n");
}

/** Aborts once the call is running, for clients that do not report its start. */
export async function abortSoon<T>(run: (signal: AbortSignal) => Promise<T>): Promise<void> {
  const cancel = new AbortController();
  const running = run(cancel.signal).then(
    () => {
      throw new Error("The call was not cancelled.");
    },
    () => undefined,
  );
  setTimeout(() => cancel.abort(), 300);
  await running;
}
