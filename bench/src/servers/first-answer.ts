import { createWorkload } from "../load/workload.js";
import type { Connection } from "../protocol/connection.js";
import { type RunningServer, type RunOptions, runServer } from "./run-server.js";
import type { ServerSubject } from "./server-subject.js";

/** A server that has answered its first call. */
export interface AnsweredServer {
  /** From the start of its process. */
  readonly milliseconds: number;
  readonly server: RunningServer;
  readonly connection: Connection;
}

/** Starts a server and calls a tool as soon as it can be reached. */
export async function firstAnswer(subject: ServerSubject, options: RunOptions): Promise<AnsweredServer> {
  const server = await runServer(subject, options);
  try {
    const connection = await server.connect();
    await createWorkload("tools/call", 1).verify(connection);
    return { milliseconds: performance.now() - server.started, server, connection };
  } catch (error) {
    await server.end();
    throw error;
  }
}
