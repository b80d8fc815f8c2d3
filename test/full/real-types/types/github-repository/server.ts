import type { components } from "@octokit/openapi-types";
import { tool } from "@plainmcp/core";

export default class GithubRepository {
  /** A repository. */
  @tool
  give(): components["schemas"]["repository"] {
    throw new Error("Only compiled.");
  }
}
