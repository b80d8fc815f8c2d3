import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { env, provideEnvironment } from "./env.js";
import { EnvironmentError } from "./environment-error.js";

afterEach(() => vi.unstubAllEnvs());

const DECLARED = {
  TEST_KEY: { description: "Key of the API.", secret: true },
  TEST_REGION: { description: "Where to search", enum: ["eu", "us"], default: "eu" },
  TEST_URL: { description: "Its address", format: "uri", optional: true },
} as const;

const declare = () => env(DECLARED);

describe("the values of declared variables", () => {
  it("have the types that the declaration gives them", () => {
    expectTypeOf(declare()).toEqualTypeOf<{
      readonly TEST_KEY: string;
      readonly TEST_REGION: "eu" | "us";
      readonly TEST_URL: string | undefined;
    }>();
  });

  it("are read when they are used, with defaults", () => {
    const values = declare();
    vi.stubEnv("TEST_KEY", "a");
    expect([values.TEST_KEY, values.TEST_REGION, values.TEST_URL]).toEqual(["a", "eu", undefined]);
    vi.stubEnv("TEST_KEY", "b");
    vi.stubEnv("TEST_REGION", "us");
    vi.stubEnv("TEST_URL", "https://example.com");
    expect([values.TEST_KEY, values.TEST_REGION, values.TEST_URL]).toEqual(["b", "us", "https://example.com"]);
  });

  it("do not show secrets when they are written out as a whole", () => {
    vi.stubEnv("TEST_KEY", "hunter2");
    const values = declare();
    expect(JSON.stringify(values)).toBe('{"TEST_REGION":"eu"}');
    expect({ ...values }).toEqual({ TEST_REGION: "eu" });
  });

  it("take an empty variable for one that is not set", () => {
    vi.stubEnv("TEST_KEY", "");
    vi.stubEnv("TEST_REGION", "");
    const values = declare();
    expect(values.TEST_REGION).toBe("eu");
    expect(() => values.TEST_KEY).toThrow(EnvironmentError);
  });

  it("come from the request before they come from the process", () => {
    const Target = { env: declare() };
    vi.stubEnv("TEST_KEY", "of the process");
    vi.stubEnv("TEST_REGION", "us");
    provideEnvironment(Target, { TEST_KEY: "of the request", CACHE: {} });
    expect([Target.env.TEST_KEY, Target.env.TEST_REGION]).toEqual(["of the request", "us"]);
  });

  it("come from the request in a base class, too, also if the class has its own", () => {
    class Base {
      static readonly env = declare();
      readonly key = Base.env.TEST_KEY;
    }
    class Middle extends Base {}
    class Target extends Middle {
      static override readonly env = env({ ...DECLARED, TEST_OWN: { description: "Its own" } });
    }
    provideEnvironment(Target, { TEST_KEY: "of the request", TEST_OWN: "a" });
    expect([new Target().key, Target.env.TEST_KEY, Target.env.TEST_OWN]).toEqual([
      ...["of the request", "of the request", "a"],
    ]);
  });

  it.each([{ env: { TEST_KEY: "x" } }, {}, { env: null }])("are left alone in a class whose env is %j", (target) => {
    expect(() => provideEnvironment(target, { TEST_KEY: "y" })).not.toThrow();
  });
});

describe("an environment that is wrong", () => {
  it("is described in one line for each variable, without secret values", () => {
    const values = env({
      TEST_KEY: { description: "Key of the API", secret: true, format: "uuid" },
      TEST_REGION: { description: "Where\nto search.", enum: ["eu", "us"] },
      TEST_MAIL: { description: "Whom to tell", format: "email" },
      TEST_TOKEN: { description: "A token", secret: true },
    });
    vi.stubEnv("TEST_KEY", "hunter2");
    vi.stubEnv("TEST_REGION", "mars");
    vi.stubEnv("TEST_MAIL", "ann@example.com");
    let caught: unknown;
    try {
      values.TEST_TOKEN;
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({
      name: "EnvironmentError",
      problems: [
        'TEST_KEY (Key of the API) must be a UUID such as "123e4567-e89b-12d3-a456-426614174000"; its value is secret and not shown. Change this variable in the server\'s environment.',
        'TEST_REGION (Where to search) must be one of eu, us, not "mars". Change this variable in the server\'s environment.',
        "TEST_TOKEN (A token) is not set. Set this variable in the server's environment.",
      ],
    });
    expect(String((caught as Error).stack)).not.toContain("hunter2");
    vi.stubEnv("TEST_MAIL", "x\n".repeat(100));
    expect(() => values.TEST_MAIL).toThrow(/ e-mail address such as .*, not "(?:x\\n)+"… \(200 characters\)\. Change /);
    vi.stubEnv("TEST_MAIL", "ann@example.com");
    expect(values.TEST_MAIL).toBe("ann@example.com");
  });

  it("is not known before the first request, where it comes with requests", () => {
    vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
    try {
      expect(() => declare().TEST_KEY).toThrow(/^TEST_KEY is not known yet: .* Read it in init\(\) or in a method\.$/);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
