import type { components } from "@octokit/openapi-types";
import { tool } from "@plainmcp/core";

export default class GithubPullRequest {
  /** A pull request. */
  @tool
  give(): components["schemas"]["pull-request"] {
    throw new Error("Only compiled.");
  }
}
