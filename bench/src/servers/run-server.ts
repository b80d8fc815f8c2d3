import type { Connection } from "../protocol/connection.js";
import { HttpConnection, START_LIMIT } from "../protocol/http-connection.js";
import type { Era } from "../protocol/messages.js";
import { StdioConnection } from "../protocol/stdio-connection.js";
import { withDeadline } from "../shared/with-deadline.js";
import { nextPort } from "./next-port.js";
import type { Command, ServerSetting, ServerSubject } from "./server-subject.js";
import { startServerProcess } from "./start-server-process.js";

/** A server in its own process, ready for requests of one era. */
export interface RunningServer {
  readonly pid: number;
  /** When its process was started, as `performance.now()` tells it. */
  readonly started: number;
  /** Over stdio it is the same one each time. */
  connect(): Promise<Connection>;
  end(): Promise<void>;
}

/** How a server is run. */
export interface RunOptions extends Omit<ServerSetting, "port"> {
  readonly era: Era;
  /** What to change of its command. */
  readonly adapt?: (command: Command) => Command;
}

/** Starts a server and connects to it as soon as it listens. @throws Error with what it printed, when it ends */
export async function runServer(subject: ServerSubject, options: RunOptions): Promise<RunningServer> {
  const { transport, tools, era, adapt = (command: Command) => command } = options;
  const port = transport === "http" ? (subject.port ?? (await nextPort())) : undefined;
  const command = adapt(await subject.command({ transport, tools, ...(port !== undefined && { port }) }));
  const started = performance.now();
  const { child, ended, end } = startServerProcess(command);
  try {
    const { pid = 0, stdin, stdout } = child;
    if (port === undefined) {
      const opened = StdioConnection.open(stdin, stdout, era);
      const connection = await withDeadline(Promise.race([opened, ended]), START_LIMIT, NO_ANSWER);
      return { pid, started, connect: async () => connection, end };
    }
    stdout.resume();
    const address = { port, path: subject.path ?? "/mcp" };
    const connect = (): Promise<HttpConnection> => HttpConnection.open(address, era);
    const first = await withDeadline(Promise.race([connect(), ended]), START_LIMIT, NO_ANSWER);
    let isFirst = true;
    const next = async (): Promise<HttpConnection> => {
      if (!isFirst) return await connect();
      isFirst = false;
      return first;
    };
    return { pid, started, connect: next, end };
  } catch (error) {
    await end();
    throw new Error(`${subject.name}: ${error instanceof Error ? error.message : error}`);
  }
}

const NO_ANSWER = "The server did not answer after its start.";
