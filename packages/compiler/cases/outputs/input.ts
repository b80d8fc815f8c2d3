import { tool } from "@plainmcp/core";


interface Reading {
  value: number;
  note?: string;
  unit: string | undefined;
}

/** A place on the map. */
interface Place {
  name: string;
}

export class Outputs {
  /** Nothing. */
  @tool
  nothing(): void {}

  /** Nothing, later. */
  @tool
  async later(): Promise<void> {}

  /** Nothing, ever. */
  @tool
  never(): never {
    throw new Error();
  }

  /** Nothing, written out. */
  @tool
  none(): undefined {}

  /** An object. @returns What was read */
  @tool
  async object(): Promise<Reading> {
    return null!;
  }

  /** The type's own comment. */
  @tool
  place(): Place {
    return null!;
  }

  /** Not objects. */
  @tool
  text(): string {
    return "";
  }

  /** A list. @returns All of them */
  @tool
  list(): Place[] {
    return [];
  }

  /** An object or nothing: nothing is sent as null. */
  @tool
  maybe(): Place | undefined {
    return undefined;
  }

  /** An object or null. */
  @tool
  async nullable(): Promise<Place | null> {
    return null;
  }

  /** Two kinds of object. */
  @tool
  either(): Place | Reading {
    return null!;
  }

  /** Inferred. */
  @tool
  inferred(a = 1) {
    return a > 1 ? { ok: true as const, a } : { ok: false as const, why: "small" };
  }

  /** Anything. */
  @tool
  anything(): unknown {
    return 1;
  }

  /** A promise or not. */
  @tool
  sometimes(): number | Promise<number> {
    return 1;
  }
}
