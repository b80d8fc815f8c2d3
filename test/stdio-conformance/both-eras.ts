import { type LineConnection, modernParams } from "../support/line-connection.js";
import type { Message } from "../support/wire-schemas.js";
import type { Servers } from "./requirements.js";

/** Tries the same in both eras; `params` adds to a request's params what its era asks for. */
export async function inBothEras(
  { modern, legacy }: Servers,
  run: (connection: LineConnection, params: (params: object) => object) => Promise<void>,
): Promise<void> {
  await run(legacy, (params) => params);
  await run(modern, (params) => modernParams(params));
}

/** Params of a call that says the text. */
export function echo(text: string): object {
  return { name: "echo", arguments: { text } };
}

/** A call as a line without its end. */
export function line(id: number, params: object): string {
  return JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params });
}

/** What the call said. */
export function textOf({ result }: Message): string | undefined {
  return (result as { content: { text: string }[] } | undefined)?.content[0]?.text;
}
