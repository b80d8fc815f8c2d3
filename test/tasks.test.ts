import { TaskFailedError } from "@modelcontextprotocol/ext-tasks/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CLIENTS, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP } from "./support/serve.js";
import { connectTaskClient, type TaskClient } from "./support/task-client.js";

const SERVER = "test/fixtures/extensions.ts";

describe.each(TRANSPORTS)("the tasks extension's own client over %s", (transport) => {
  let client: TaskClient;
  /** What the person answers to each form. */
  const forms: Record<string, Record<string, string | boolean>> = {
    "Delete a.txt?": { confirm: true },
    "Your first name?": { name: "Ada" },
    "Your last name?": { name: "Lovelace" },
    "Your name?": { name: "Alice" },
  };
  const asked: string[] = [];

  beforeAll(async () => {
    client = await connectTaskClient(transport, SERVER, {
      onInputRequest: async (request, { scope }) => {
        const message = String((request.params as { message?: unknown }).message);
        asked.push(`${scope}: ${message}`);
        return { action: "accept", content: forms[message] } as never;
      },
    });
  });
  afterAll(async () => expect(await client.close()).toEqual([]));

  const run = async (name: string, args: Record<string, unknown> = {}) => {
    const execution = await client.session.callTool(name, args as never);
    return { kind: execution.kind, outcome: await execution.result() };
  };
  const text = (value: string) => ({ status: "completed", result: { content: [{ type: "text", text: value }] } });

  it("gets a plain answer from a tool without a task", async () => {
    expect(await run("greet", { name: "Ada" })).toMatchObject({ kind: "immediate", outcome: text("Hello, Ada!") });
  });

  it("waits for a task's result", async () => {
    const { kind, outcome } = await run("slow_compute", { seconds: 0.1, label: "It" });
    expect(kind).toBe("task");
    expect(outcome).toMatchObject(text("It took 0.1 s"));
  });

  it("answers what a task asks, one thing and two at once", async () => {
    expect((await run("confirm_delete", { filename: "a.txt" })).outcome).toMatchObject(text("Deleted a.txt"));
    expect((await run("multi_input")).outcome).toMatchObject(text("Ada Lovelace"));
    expect(asked).toEqual(expect.arrayContaining(["task: Delete a.txt?", "task: Your first name?"]));
  });

  it("answers what is asked before there is a task", async () => {
    const { kind, outcome } = await run("test_tool_with_task");
    expect(asked).toContain("request: Your name?");
    expect(kind).toBe("task");
    expect(outcome).toMatchObject(text("Hello, Alice!"));
  });

  it("learns how a task failed: by the tool, or by the server", async () => {
    const failed = { status: "completed", result: { isError: true, content: [{ text: "The job failed." }] } };
    expect((await run("failing_job")).outcome).toMatchObject(failed);
    const { outcome } = await run("protocol_error_job");
    expect(outcome).toMatchObject({ status: "failed", error: expect.any(TaskFailedError) });
    expect(outcome.status === "failed" && outcome.error.code).toBe(-32603);
    expect(JSON.stringify(outcome.task)).not.toContain("A bug");
  });

  it("cancels a task", async () => {
    const execution = await client.session.callTool("slow_compute", { seconds: 600, label: "never" });
    await execution.cancel();
    expect((await execution.result()).status).toBe("cancelled");
  });

  it("is told what becomes of the tasks it subscribes to, and of no others", async () => {
    const start = async (seconds: number) => {
      const { result } = await client.request("tools/call", {
        name: "slow_compute",
        arguments: { seconds, label: "it" },
      });
      return String(result?.taskId);
    };
    const [short, long] = [await start(0.2), await start(600)];
    await client.listen(1001, { taskIds: [short, "unknown"], toolsListChanged: true });
    const told = () => client.messages().filter(({ params }) => subscriptionOf(params) === 1001);
    await vi.waitFor(() => expect(told().at(-1)?.params).toMatchObject({ status: "completed" }), 50_000);
    const [acknowledged, ...states] = told();
    expect(acknowledged).toMatchObject({
      method: "notifications/subscriptions/acknowledged",
      params: { notifications: { taskIds: [short], toolsListChanged: true } },
    });
    expect(states.map(({ method, params }) => [method, params?.taskId])).toEqual(
      states.map(() => ["notifications/tasks", short]),
    );
    expect(states[0]?.params).toMatchObject({ status: "working", statusMessage: "Computing it" });
    expect(states.at(-1)?.params).toMatchObject(text("it took 0.2 s"));

    await client.listen(1002, { taskIds: [short] });
    const again = () => client.messages().filter(({ params }) => subscriptionOf(params) === 1002);
    await vi.waitFor(() => expect(again()[1]?.params).toMatchObject({ taskId: short, status: "completed" }), 50_000);
    await client.request("tasks/cancel", { taskId: long });
  });

  it("is refused tasks that it does not declare to know", async () => {
    await client.listen(1003, { taskIds: ["any"] }, {});
    await vi.waitFor(() => expect(client.messages().find(({ id }) => id === 1003)?.error?.code).toBe(-32021), 50_000);
  });

  it("sees what a task is doing", async () => {
    const { result = {} } = await client.request("tools/call", {
      name: "slow_compute",
      arguments: { seconds: 600, label: "pi" },
    });
    const { taskId } = result;
    const { result: task } = await client.request("tasks/get", { taskId });
    expect(task).toMatchObject({ status: "working", statusMessage: "Computing pi", pollIntervalMs: 50 });
    await client.request("tasks/cancel", { taskId });
  });
});

function subscriptionOf(params: Record<string, unknown> | undefined): unknown {
  return (params?._meta as Record<string, unknown> | undefined)?.["io.modelcontextprotocol/subscriptionId"];
}

const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));

describe.each(CELLS)("$client over $transport, which does not know tasks", ({ client, transport }) => {
  it("gets answers when the work is done, and is told where that is not offered", async () => {
    const connection = await connect(client, transport, { args: [PLAINMCP, "serve", SERVER] });
    const done = await connection.callTool("slow_compute", { seconds: 0.01, label: "It" });
    expect(done.content).toEqual([{ type: "text", text: "It took 0.01 s" }]);
    const refused = connection.callTool("failing_job", {});
    if (connection.era === "modern") await expect(refused).rejects.toMatchObject({ code: -32021 });
    else
      expect(await refused).toMatchObject({
        isError: true,
        content: [{ text: expect.stringMatching(/lacks an extension that this needs/) }],
      });
    expect(await connection.close()).toEqual([]);
  });
});
