import type { AuthInfo } from "@modelcontextprotocol/server";
import type { Caller } from "../context.js";

/** Converts the caller to the form that the SDK passes on. */
export function toAuthInfo(caller: Caller): AuthInfo {
  return { token: "", clientId: caller.clientId ?? "", scopes: [...(caller.scopes ?? [])], extra: { caller } };
}

/** Reads back the caller that {@link toAuthInfo} wrote. */
export function callerOf(authInfo: AuthInfo | undefined): Caller | undefined {
  return authInfo?.extra?.caller as Caller | undefined;
}
