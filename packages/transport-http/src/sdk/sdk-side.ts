import type { Engine, Reporter } from "@plainmcp/core/internal/engine";
import { createSdkServers } from "@plainmcp/core/internal/sdk";
import type { Exchange } from "../exchange.js";
import type { ConnectLegacy } from "../legacy/legacy-connector.js";
import type { Route } from "../route-message.js";
import type { PlainAnswer } from "../stream/answer.js";
import { connectLegacy } from "./connect-legacy.js";
import { LegacyRefusals } from "./legacy-refusals.js";
import { routeBySdk } from "./route-by-sdk.js";
import { SdkCalls } from "./sdk-calls.js";

/** What the SDK does for an engine. */
export interface SdkSide {
  /** Decides which endpoint answers a POST. A response refuses it. */
  route(exchange: Exchange): Route | PlainAnswer;
  /** Answers the requests of modern clients. */
  readonly calls: SdkCalls;
  /** Connects legacy clients. */
  readonly connect: ConnectLegacy;
  /** Refuses legacy clients. */
  readonly refusals: LegacyRefusals;
}

/** Makes the SDK's side of an engine. */
export function createSdkSide(engine: Engine, reporter: Reporter): SdkSide {
  const servers = createSdkServers(engine);
  return {
    route: routeBySdk,
    calls: new SdkCalls(servers, reporter),
    connect: connectLegacy(servers),
    refusals: new LegacyRefusals(servers, reporter.refusal),
  };
}
