import { env, tool } from "@plainmcp/core";

const names = process.argv;

/** Variables that cannot work. */
export class Mistakes {
  static readonly env = env({
    "NO-NAME": { description: "A name with a hyphen" },
    NO_DESCRIPTION: { description: " " },
    SECRET_DEFAULT: { description: "A secret with a default", secret: true, default: "hunter2" },
    OPTIONAL_DEFAULT: { description: "Optional, with a default", optional: true, default: "x" },
    OTHER_DEFAULT: { description: "A default that is not in the enum", enum: ["a", "b"], default: "c" },
    EMPTY_DEFAULT: { description: "An empty default", default: "" },
    EMPTY_ENUM: { description: "An empty enum", enum: [] },
    // @ts-expect-error A format that does not exist.
    NO_FORMAT: { description: "An unknown format", format: "phone" },
    NOT_CONSTANT: { description: names[2] ?? "" },
    // @ts-expect-error A property that does not exist.
    NO_PROPERTY: { description: "An unknown property", required: true },
  });

  readonly variables = env({ PLACE: { description: "Not a static field" } });

  /** Says hello. */
  @tool
  hello(): string {
    return this.variables.PLACE;
  }
}

/** The whole object is not known. */
export class Computed {
  static readonly env = env(Object.fromEntries(names.map((name) => [name, { description: name }])));

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

const config = env({ CONFIG: { description: "Of no class" } });
export const { EXPORTED } = env({ EXPORTED: { description: "Of no class, and read at once" } });

class Settings {
  static readonly env = env({ SETTING: { description: "Of a class without tools" } });
}

class Helper {
  readonly #variables = env({ HELPER: { description: "Of a class that is not served" } } as const);
  value(): string {
    return this.#variables.HELPER;
  }
}

/** It uses variables that it does not have. */
export class Unlisted {
  /** Says hello. */
  @tool
  hello(): string {
    const local = env({ LOCAL: { description: "In a method" } });
    return `${config.CONFIG} ${Settings.env.SETTING} ${new Helper().value()} ${local.LOCAL}`;
  }
}
