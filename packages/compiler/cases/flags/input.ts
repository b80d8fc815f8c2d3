import { tool } from "@plainmcp/core";

enum Shifted {
  None = 0,
  Read = 1 << 0,
  /** Changes it. */
  Write = 1 << 1,
  Share = 1 << 2,
}

enum Joined {
  Bold = 1,
  Italic = 2,
  Both = Bold | Italic,
}

enum Hexadecimal {
  A = 0x01,
  B = 0x04,
}

const enum Powers {
  One = 1,
  Two = 2,
  Four = 4,
}

/**
 * Hints.
 * @flags
 */
enum Said {
  First = 1,
  Second = 2,
  All = 3,
}

enum Signed {
  Low = 1 << 0,
  High = 1 << 31,
}

enum Large {
  A = 1,
  B = 2,
  C = 1125899906842624,
}

const Intent = { Guilds: 1, /** Who is there. */ Members: 2, Bans: 4 } as const;
type Intent = (typeof Intent)[keyof typeof Intent];

enum Plain {
  A = 1,
  B,
  C,
}

enum FromZero {
  A,
  B,
  C,
}

enum Codes {
  A = 0x01,
  B = 0x02,
  C = 0x03,
}

const Level = { Low: 1, Middle: 2, High: 3 } as const;
type Level = (typeof Level)[keyof typeof Level];

export class Flags {
  /** Sets of flags. */
  @tool
  sets(
    shifted: Shifted,
    joined: Joined,
    hexadecimal: Hexadecimal,
    powers: Powers,
    said: Said,
    signed: Signed,
    large: Large,
    intent: Intent,
    both: Shifted = Shifted.Read | Shifted.Write,
    none?: Shifted | null,
  ): Shifted {
    return both;
  }

  /** Choices. */
  @tool
  choices(
    plain: Plain,
    fromZero: FromZero,
    codes: Codes,
    level: Level,
    some: Shifted.Read | Shifted.Write,
    written: 1 | 2 | 4,
  ): void {}
}
