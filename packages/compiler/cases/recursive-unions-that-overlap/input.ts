import { tool } from "@plainmcp/core";

interface And {
  and: Filter[];
}

interface Or {
  or: (And | Or | Is)[];
  first?: And | Or;
}

interface Is {
  field: string;
  since?: Date;
}

type Filter = And | Or | Is;

export class Filters {
  /** Unions inside of unions, which refer to each other. */
  @tool
  apply(filter: Filter, other?: And | Or): void {}
}
