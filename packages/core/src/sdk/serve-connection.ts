import type { Transport } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { QuestionRequest } from "../ask/question.js";
import type { Session } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import type { ConnectSdk } from "../lane/fallback.js";
import type { Origin } from "../lane/lane-request.js";
import type { RequestId } from "../wire/message.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { Channel } from "./channel.js";
import { createSdkServers } from "./create-sdk-servers.js";
import type { EngineServer } from "./engine-server.js";
import { SubscriptionTransport } from "./subscription-transport.js";

/** A served connection. */
export interface ServedConnection {
  /** Asks a legacy client, and waits for the answer. */
  ask(question: QuestionRequest, signal: AbortSignal, relatedRequestId?: RequestId): Promise<unknown>;
  /** Closes the connection, after telling the client that its subscriptions have ended. */
  close(): Promise<void>;
}

/** Options of {@link serveConnection}. */
export interface ServeConnectionOptions {
  /** The client's own ids of its requests, if the transport replaced them. */
  readonly ids?: ClientIds;
  /** The session of a legacy client. @default one of its own */
  readonly session?: () => Session | undefined;
  /** Receives errors of the connection. */
  readonly onError?: (error: Error) => void;
}

/** Serves one client over a lasting transport. The SDK detects the era from the first message. */
export function serveConnection(
  engine: Engine,
  inner: Transport,
  { ids, session = ownSession(), onError = () => undefined }: ServeConnectionOptions = {},
): ServedConnection {
  const servers = createSdkServers(engine);
  const transport = new SubscriptionTransport(inner, engine);
  let server: EngineServer | undefined;
  const connection = serveStdio(
    (context) => {
      transport.era = context.era;
      server = servers.forConnection(context, ids, session);
      return server;
    },
    { transport, onerror: onError },
  );
  return {
    ask: async (...asked) => {
      if (server === undefined) throw new Error("No client has connected yet.");
      return server.ask(...asked);
    },
    close: async () => {
      await transport.endSubscriptions();
      await connection.close();
    },
  };
}

/** Makes the SDK's side of a lasting connection, for messages that the lane does not know. */
export function sdkSide(engine: Engine, options: ServeConnectionOptions): ConnectSdk<Origin> {
  return async (send, session) => {
    const channel = new Channel(send);
    const { ask, close } = serveConnection(engine, channel, { ...options, session });
    return { ask, close, deliver: (message) => channel.deliver(message) };
  };
}

function ownSession(): () => Session {
  let session: Session | undefined;
  return () => {
    session ??= { id: crypto.randomUUID() };
    return session;
  };
}
