export { ConnectionLane } from "./connection-lane.js";
export type { ConnectSdk, Origin, SdkSide, Send } from "./fallback.js";
export type { Carrier } from "./lane-request.js";
export { type LegacyLane, LegacyLanes } from "./legacy-lane.js";
export { ModernLane, type OpenedRequest } from "./modern-lane.js";
