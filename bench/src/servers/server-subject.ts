import type { Era } from "../protocol/messages.js";

export type Transport = "http" | "stdio";

/** What a server is started for. */
export interface ServerSetting {
  readonly transport: Transport;
  /** How many tools it has. */
  readonly tools: number;
  /** Where it listens, over HTTP. */
  readonly port?: number;
}

/** How a server's process is started. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A server that is measured, whose tools `add0`, `add1` and so on add two numbers. */
export interface ServerSubject {
  readonly name: string;
  /** The bare server that it is compared with, on the same Node. */
  readonly base: string;
  /** What it is made with, such as `fastmcp 4.20.16`, as far as that is installed. */
  readonly version: () => string;
  /** Where its endpoint is over HTTP. @default "/mcp" */
  readonly path?: string;
  /** Where it listens, if it cannot be told when it starts. */
  readonly port?: number;
  /** Arguments that let it keep thousands of sessions, if it keeps fewer otherwise. */
  readonly manySessions?: readonly string[];
  /** Why it cannot be measured in this way, in words; undefined if it can. */
  lacks(transport: Transport, era: Era): string | undefined;
  /** What its numbers do not show, in words. */
  note?(transport: Transport, era: Era): string | undefined;
  /** Installs or builds what it needs, and returns how to start it. */
  command(setting: ServerSetting): Promise<Command>;
}
