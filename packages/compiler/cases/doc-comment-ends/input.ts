import { tool } from "@plainmcp/core";

interface Job {
  /** A cron expression such as `*\/5 * * * *`, or a glob: src/**\/*.ts @default *\/10 * * * * */
  schedule?: string;
  /** Matches /* and *\/. */
  comment: "a" | "b";
}

/** Schedules jobs; "*\/5" is every five minutes. */
export class Scheduler {
  /**
   * Adds a job that runs each `*\/n` minutes.
   * @param job The job
   * @param [glob=**\/*.ts] What it reads
   * @param every How often @example *\/15 * * * *
   * @returns Its schedule, like *\/5
   */
  @tool
  add(job: Job, glob?: string, every?: string, step?: /** Each *\/5. */ "5" | /** Each *\/10. */ "10"): number {
    return 0;
  }
}
