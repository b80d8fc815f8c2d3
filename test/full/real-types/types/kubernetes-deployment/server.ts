import type { V1Deployment } from "@kubernetes/client-node";
import { tool } from "@plainmcp/core";

export default class KubernetesDeployment {
  /** A deployment. */
  @tool
  give(): V1Deployment {
    throw new Error("Only compiled.");
  }
}
