import {
  type ConnectedMcpSessionPort,
  type JsonRpcResponse,
  type TaskEnabledSession,
  type WithTasksOptions,
  withTasks,
} from "@modelcontextprotocol/ext-tasks/client";
import type { TransportName } from "./connect.js";
import { LineConnection } from "./line-connection.js";
import { CAPABILITIES, modernParams } from "./modern-message.js";
import { modernPost } from "./post.js";
import { recordingFetch } from "./recording-fetch.js";
import { PLAINMCP, startHttp } from "./serve.js";
import { WireLog } from "./wire-log.js";
import type { Message } from "./wire-schemas.js";

const TASKS = "io.modelcontextprotocol/tasks";

/** The client by the authors of the tasks extension, connected to a server. */
export interface TaskClient {
  readonly session: TaskEnabledSession;
  /** Sends any request. */
  request(method: string, params: Readonly<Record<string, unknown>>): Promise<Message>;
  /** Subscribes to these notifications, under this id. */
  listen(id: number, notifications: object, meta?: object): Promise<void>;
  /** All messages of the server so far. */
  messages(): readonly Message[];
  /** Ends client and server, and returns what is wrong with the messages that the server sent. */
  close(): Promise<string[]>;
}

/** Starts the server and connects the client. We send the messages and headers, because its SDK does not pass tasks. */
export async function connectTaskClient(
  over: TransportName,
  file: string,
  options: WithTasksOptions = {},
): Promise<TaskClient> {
  const line = over === "stdio" ? openStdio(file) : await openHttp(file);
  const request: TaskClient["request"] = (method, params) => line.request(method, params);
  const port: ConnectedMcpSessionPort = {
    endpointId: "test",
    invalidated: false,
    taskCapabilities: { generation: "v2", capabilities: {} },
    async dispatch(asked) {
      const { method, params } = asked as { method: string; params: Record<string, unknown> };
      const { result, error } = await request(method, params);
      return (error ? { kind: "error", error } : { kind: "result", result }) as JsonRpcResponse;
    },
    onServerRequest: () => () => undefined,
    onNotification: () => () => undefined,
    onInvalidated: () => () => undefined,
  };
  const session = withTasks(port, options);
  return {
    session,
    request,
    listen: (id, notifications, meta) => line.listen(id, notifications, meta),
    messages: () => line.messages(),
    async close() {
      await session.close();
      return line.close();
    },
  };
}

interface Line extends Pick<TaskClient, "request" | "listen" | "messages"> {
  close(): Promise<string[]>;
}

/** What the client declares in each request. */
const META = {
  [CAPABILITIES]: { elicitation: {}, extensions: { [TASKS]: {} } },
};

function withMeta(params: Readonly<Record<string, unknown>>, meta: object = META): object {
  return modernParams(params, meta);
}

function openStdio(file: string): Line {
  const connection = new LineConnection([PLAINMCP, "serve", file]);
  return {
    request: (method, params) => connection.ask(method, withMeta(params)),
    async listen(id, notifications, meta) {
      connection.send({ id, method: "subscriptions/listen", params: withMeta({ notifications }, meta) });
    },
    messages: () => connection.messages(),
    async close() {
      connection.end();
      await connection.exited;
      return connection.log.problems();
    },
  };
}

async function openHttp(file: string): Promise<Line> {
  const server = await startHttp([PLAINMCP, "serve", file, "--http", "--port", "0"]);
  const log = new WireLog();
  const send = recordingFetch(log);
  let lastId = 0;
  const leaving = new AbortController();

  const post = (id: number, method: string, params: object, meta: object = META): Promise<Response> =>
    send(server.url, { ...modernPost(id, method, params, meta), signal: leaving.signal });

  return {
    async request(method, params) {
      return (await (await post(++lastId, method, params)).json()) as Message;
    },
    async listen(id, notifications, meta) {
      await post(id, "subscriptions/listen", { notifications }, meta);
    },
    messages: () => log.fromServer,
    async close() {
      leaving.abort();
      await server.stop();
      return log.problems();
    },
  };
}
