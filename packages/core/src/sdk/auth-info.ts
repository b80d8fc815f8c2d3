import type { AuthInfo } from "@modelcontextprotocol/server";
import type { Caller } from "../context.js";

/** The caller in the form in which the SDK takes it along. */
export function toAuthInfo(caller: Caller): AuthInfo {
  return { token: "", clientId: caller.clientId ?? "", scopes: [...(caller.scopes ?? [])], extra: { caller } };
}

/** The caller of a request, as {@link toAuthInfo} wrote it. */
export function callerOf(authInfo: AuthInfo | undefined): Caller | undefined {
  return authInfo?.extra?.caller as Caller | undefined;
}
