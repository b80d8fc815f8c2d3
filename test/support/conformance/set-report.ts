/** What came of one scenario. */
export interface ScenarioReport {
  readonly scenario: string;
  readonly checks: readonly Check[];
}

/** One thing that the suite looked at. */
export interface Check {
  readonly id: string;
  readonly description: string;
  readonly status: "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";
  readonly errorMessage?: string;
}

/** What came of one set. */
export interface SetReport {
  readonly scenarios: ReadonlyMap<string, ScenarioReport>;
  /** Whether the suite itself was content: with an empty list of expected failures it takes warnings for failures. */
  readonly isAccepted: boolean;
}
