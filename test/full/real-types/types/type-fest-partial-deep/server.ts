import { tool } from "@plainmcp/core";
import type { PartialDeep } from "type-fest";

interface Job {
  /** The id. */ id: number;
  inner: { a: string; list: { b: number }[] };
  at: Date;
}

export default class TypeFestPartialDeep {
  /** Changes a job. */
  @tool
  take(value: PartialDeep<Job>): void {
    console.error(value);
  }
}
