import type { Connection } from "../protocol/connection.js";
import { HttpConnection } from "../protocol/http-connection.js";

/** A client that begins a session for each call and ends it afterwards, as those of the published method do. */
export async function visiting(connection: Connection): Promise<Connection> {
  if (!(connection instanceof HttpConnection)) throw new Error("Only connections over HTTP have sessions.");
  await connection.endSession();
  return {
    ask: async (request) => {
      await connection.beginSession();
      const answer = await connection.ask(request);
      await connection.endSession();
      return answer;
    },
    renew: () => connection.renew(),
    close: () => connection.close(),
  };
}
