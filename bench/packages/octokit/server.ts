import { tool } from "@plainmcp/core";
import { Octokit } from "octokit";

/** Issues of a repository. */
export default class Issues {
  readonly #octokit = new Octokit();

  /**
   * Lists the open issues.
   * @param owner Whose repository
   * @param repo Its name
   */
  @tool
  async open(owner: string, repo: string): Promise<{ number: number; title: string }[]> {
    const { data } = await this.#octokit.rest.issues.listForRepo({ owner, repo });
    return data.map(({ number, title }) => ({ number, title }));
  }
}
