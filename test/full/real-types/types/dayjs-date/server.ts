import { tool } from "@plainmcp/core";
import type { Dayjs } from "dayjs";

export default class DayjsDate {
  /** A time. */
  @tool
  give(): { at: Dayjs } {
    throw new Error("Only compiled.");
  }
}
