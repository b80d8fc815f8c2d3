import type { V1Pod } from "@kubernetes/client-node";
import { tool } from "@plainmcp/core";

export default class KubernetesPod {
  /** Starts a pod. */
  @tool
  take(value: V1Pod): void {
    console.error(value);
  }
}
