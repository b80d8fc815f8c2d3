import { Client, type Transport } from "@modelcontextprotocol/client";
import { expect } from "vitest";

/** All tools of a server by name: arguments, and the text that a call with them returns. */
export type Calls = Readonly<Record<string, readonly [args: Readonly<Record<string, unknown>>, text: string]>>;

/** The user's answer to every form. */
export interface Form {
  readonly answer?: Readonly<Record<string, string | number | boolean>>;
}

/** Connects the SDK's client, and expects that the server has exactly these tools, and that each returns its text. */
export async function makeCalls(transport: Transport, calls: Calls, { answer = {} }: Form = {}): Promise<void> {
  // A fixed revision, because the client would start the server twice to detect it.
  const versionNegotiation = { mode: "legacy" } as const;
  const capabilities = { elicitation: { form: {} } };
  const client = new Client({ name: "projects", version: "1.0.0" }, { capabilities, versionNegotiation });
  client.setRequestHandler("elicitation/create", () => ({ action: "accept", content: { ...answer } }));
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(calls).sort());
  for (const [name, [args, text]] of Object.entries(calls)) {
    const { content } = await client.callTool({ name, arguments: { ...args } });
    expect({ [name]: content }).toEqual({ [name]: [{ type: "text", text }] });
  }
  await client.close();
}
