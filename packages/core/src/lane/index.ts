export { ConnectionLane } from "./connection-lane.js";
export type { ConnectSdk, SdkSide, Send } from "./fallback.js";
export type { Origin } from "./lane-request.js";
export { LegacyLane } from "./legacy-lane.js";
export { type ModernClient, ModernLane, type OpenedRequest } from "./modern-lane.js";
export { claimsModern, readEnvelope } from "./read-envelope.js";
