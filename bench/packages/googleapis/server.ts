import { tool } from "@plainmcp/core";
import { google } from "googleapis";

/** Files in a drive. */
export default class Drive {
  readonly #drive = google.drive("v3");

  /**
   * Searches for files.
   * @param q What to look for
   */
  @tool
  async search(q: string): Promise<{ id: string; name: string }[]> {
    const { data } = await this.#drive.files.list({ q });
    return (data.files ?? []).map(({ id, name }) => ({ id: id ?? "", name: name ?? "" }));
  }
}
