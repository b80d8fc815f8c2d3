import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

// The official conformance suite tests the rest: `npm run conformance`.

const INFO = { name: "everything-test", version: "1.0.0" };
const answers: object[] = [];
const questions: string[] = [];
const client = new Client(INFO, {
  capabilities: { elicitation: {} },
  versionNegotiation: { mode: "auto" },
});
client.setRequestHandler("elicitation/create", async ({ params }) => {
  questions.push(params.message);
  return (answers.shift() ?? { action: "cancel" }) as { action: "accept" };
});

beforeAll(() => {
  const command = { command: "npx", args: ["plainmcp", "serve", "server.ts"], cwd: import.meta.dirname };
  return client.connect(new StdioClientTransport(command));
});
beforeEach(() => {
  questions.length = 0;
});
afterAll(() => client.close());

async function call(name: string, args: Record<string, unknown> = {}): Promise<string> {
  const { content } = await client.callTool({ name, arguments: args });
  return content.map((block) => (block.type === "text" ? block.text : block.type)).join();
}

test("asks one question after the other, and stops when the person declines", async () => {
  answers.push({ action: "accept", content: { name: "Ada" } }, { action: "accept", content: { color: "green" } });
  expect(await call("test_input_required_result_multi_round")).toBe("Ada likes green.");
  expect(questions).toEqual(["Step 1: What is your name?", "Step 2: What is your favorite color?"]);

  answers.push({ action: "decline" });
  expect(await call("test_input_required_result_multi_round")).toBe("No name.");
});

test("keeps a file unless the person says otherwise", async () => {
  answers.push({ action: "accept", content: { confirm: false } });
  expect(await call("confirm_delete", { filename: "notes.txt" })).toBe("Kept notes.txt.");
  answers.push({ action: "accept", content: { confirm: true } });
  expect(await call("confirm_delete", { filename: "notes.txt" })).toBe("Deleted notes.txt.");
  expect(questions).toEqual(["Delete notes.txt?", "Delete notes.txt?"]);
});

test("tells when a tool comes and goes", async () => {
  const changed = vi.fn();
  client.setNotificationHandler("notifications/tools/list_changed", changed);
  const subscription = await client.listen({ toolsListChanged: true });
  const names = async () => (await client.listTools()).tools.map(({ name }) => name);
  expect(await names()).toContain("test_sometimes");

  await call("test_trigger_tool_change");
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(await names()).not.toContain("test_sometimes");
  await expect(call("test_sometimes")).rejects.toMatchObject({ code: -32602 });

  await call("test_trigger_tool_change");
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
  expect(await call("test_sometimes")).toBe("Here I am.");
  await subscription.close();
});

test("tells when a resource changes", async () => {
  const uri = "test://watched-resource";
  const updated = vi.fn();
  client.setNotificationHandler("notifications/resources/updated", ({ params }) => updated(params.uri));
  const subscription = await client.listen({ resourceSubscriptions: [uri] });
  await call("test_change_resource", { text: "Something has happened." });
  await vi.waitFor(() => expect(updated).toHaveBeenCalledWith(uri));
  expect((await client.readResource({ uri })).contents).toMatchObject([{ text: "Something has happened." }]);
  await subscription.close();
});

test("completes, and lists the instances of a template", async () => {
  const ref = { type: "ref/resource" as const, uri: "test://template/{id}/data" };
  const { completion } = await client.complete({ ref, argument: { name: "id", value: "1" } });
  expect(completion.values).toEqual(["1", "10", "100"]);
  const { resources } = await client.listResources();
  expect(resources).toContainEqual(expect.objectContaining({ uri: "test://template/10/data", title: "Item 10" }));
});
