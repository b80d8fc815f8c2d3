import type { operations } from "@octokit/openapi-types";
import { tool } from "@plainmcp/core";

export default class GithubIssue {
  /** Opens an issue. */
  @tool
  take(value: operations["issues/create"]["requestBody"]["content"]["application/json"]): void {
    console.error(value);
  }
}
