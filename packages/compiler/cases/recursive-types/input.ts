import { tool } from "@plainmcp/core";


interface Tree {
  value: string;
  children: Tree[];
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

interface Person {
  name: string;
  employer?: Company;
}

interface Company {
  staff: Person[];
}

interface List<T> {
  value: T;
  rest: List<T> | null;
}

type Expression = { op: "number"; value: number } | { op: "add"; left: Expression; right: Expression };

export class Recursive {
  /** A tree in, the same tree out. */
  @tool
  tree(root: Tree, other?: Tree): Tree {
    return root;
  }

  /** Any JSON value, required and not. */
  @tool
  json(value: Json, maybe?: Json): Json {
    return value;
  }

  /** Two types that contain each other. */
  @tool
  mutual(person: Person, company: Company): Company {
    return company;
  }

  /** Two instances of one generic type. */
  @tool
  lists(texts: List<string>, numbers: List<number>): void {}

  /** The type of the arguments contains itself. */
  @tool
  flat({ value, children }: Tree): void {}

  /** Alternatives that contain each other. */
  @tool
  evaluate(expression: Expression): Expression {
    return expression;
  }
}
