import { toJsonPointer } from "./json-pointer.js";

/** One problem, before it becomes text. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  readonly expected: string;
  readonly got: string;
}

/** One reason why a value does not match its schema. */
export interface ValidationIssue {
  /** The JSON Pointer to the wrong part of the value; `""` is the value itself. */
  readonly path: string;
  /** The schema keyword that failed. */
  readonly keyword: string;
  /** `expected …, got …` */
  readonly message: string;
}

/** Collects findings, with the path of the current value. */
export class Report {
  readonly path: (string | number)[] = [];
  findings: Finding[] = [];
  /** How many more union branches may be checked to find the closest one. Limits the work for nested unions. */
  branchesLeft = 200;

  add(keyword: string, expected: string, got: string): void {
    if (!this.isFull()) this.findings.push({ path: [...this.path], keyword, expected, got });
  }

  addAll(findings: readonly Finding[]): void {
    for (const finding of findings) if (!this.isFull()) this.findings.push(finding);
  }

  isFull(): boolean {
    return this.findings.length >= MAX_FINDINGS;
  }

  toIssues(): readonly ValidationIssue[] {
    return this.findings.map(({ path, keyword, expected, got }) => ({
      path: toJsonPointer(path),
      keyword,
      message: `expected ${expected}, got ${got}`,
    }));
  }
}

const MAX_FINDINGS = 20;
