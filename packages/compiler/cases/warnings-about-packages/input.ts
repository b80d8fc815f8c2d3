import { tool } from "@plainmcp/core";
import type { Handler, Job, Json, Page, Rows } from "tasks";

class Own {
  id = "";
  run(): void {}
}

interface Holder {
  job: Job;
  handler: Handler;
  data: any;
}

export class Jobs {
  /** The user can change nothing about these. */
  @tool
  silent(job: Job, jobs: Job[], page: Page<Job>, json: Json, rows: Rows, some: Partial<Job>): void {}

  /** But about these. */
  @tool
  warned(holder: Holder, handler: Handler, page: Page<any>, own: Page<Own>, list: any[], map: Record<string, any>): void {}
}
