import type { Awaitable } from "../promises/awaitable.js";
import { checkParams, TEXT } from "./check-params.js";

/** Checks the params of `initialize`. @throws FaultError that lists what is wrong with them */
export const checkInitialize: (params: unknown) => Awaitable<void> = checkParams(
  "initialize",
  {
    protocolVersion: TEXT,
    capabilities: { type: "object" },
    clientInfo: { type: "object", properties: { name: TEXT, version: TEXT }, required: ["name", "version"] },
  },
  ["protocolVersion", "capabilities", "clientInfo"],
);
