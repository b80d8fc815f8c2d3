/** The result of one scenario. */
export interface ScenarioReport {
  readonly scenario: string;
  readonly checks: readonly Check[];
}

/** One check of the suite. */
export interface Check {
  readonly id: string;
  readonly description: string;
  readonly status: "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";
  readonly errorMessage?: string;
}

/** The result of one set. */
export interface SetReport {
  readonly scenarios: ReadonlyMap<string, ScenarioReport>;
  /** Whether the suite itself succeeded. With an empty list of expected failures, it treats warnings as failures. */
  readonly isAccepted: boolean;
}
