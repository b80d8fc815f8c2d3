import { describe, expect, it } from "vitest";
import { decoratedMembers } from "./decorated-members.js";
import { resource } from "./resource.js";
import { tool } from "./tool.js";

function names(target: Parameters<typeof decoratedMembers>[0]): string[] {
  return [...decoratedMembers(target).values()].map(({ kind, method, uri }) => `${kind} ${method} ${uri ?? ""}`.trim());
}

/** Another library's decorator, which replaces the method. */
function logged<T extends (...args: never[]) => unknown>(value: T): T {
  return ((...args) => value(...args)) as T;
}

describe("decorators (standard)", () => {
  class Base {
    @tool
    inherited(): void {}

    @tool({ name: "old" })
    overridden(): void {}
  }

  class Derived extends Base {
    @resource("a://b")
    own(): string {
      return "";
    }

    override overridden(): void {}

    @logged
    @tool
    above(): void {}

    @tool
    @logged
    below(): void {}
  }

  it("collect inherited members first, and keep an undecorated override decorated", () => {
    expect(names(Derived)).toEqual([
      "tool inherited",
      "tool overridden",
      "resource own a://b",
      "tool above",
      "tool below",
    ]);
    expect(decoratedMembers(Derived).get("overridden")?.options).toEqual({ name: "old" });
  });

  it("do not touch the base class", () => {
    expect(names(Base)).toEqual(["tool inherited", "tool overridden"]);
  });
});

describe("misplaced decorators", () => {
  const refuse = (target: unknown, key: unknown) => () =>
    (tool as unknown as (...args: unknown[]) => void)(target, key, undefined);

  it("say what is wrong", () => {
    class Plain {
      static one(): void {}
      get two(): number {
        return 2;
      }
      [Symbol.iterator](): void {}
    }
    expect(refuse(Plain, "one")).toThrow("@tool is on the static member one");
    expect(refuse(Plain.prototype, "two")).toThrow("@tool is on the accessor two");
    expect(refuse(Plain.prototype, "three")).toThrow("@tool is on the field three");
    expect(refuse(Plain.prototype, Symbol.iterator)).toThrow(/no name on the wire/);
    expect(refuse(undefined, { kind: "field", name: "four", metadata: {} })).toThrow("the field four");
    expect(refuse(undefined, { kind: "method", name: "five", static: false, private: false })).toThrow(
      /older decorators proposal/,
    );
    expect(() => (resource as unknown as (uri?: string) => void)()).toThrow(/@resource needs a URI/);
  });
});
