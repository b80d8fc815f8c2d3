import { describe, expect, it } from "vitest";
import { createSecretKey } from "./create-secret-key.js";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("createSecretKey", () => {
  it("derives the same key from the same secret and purpose only", async () => {
    const key = await createSecretKey(SECRET)("cursor");
    expect(key).toHaveLength(32);
    expect(await createSecretKey(SECRET)("cursor")).toEqual(key);
    expect(await createSecretKey(SECRET)("state")).not.toEqual(key);
    expect(await createSecretKey(SECRET.toUpperCase())("cursor")).not.toEqual(key);
  });

  it("makes up a secret where none is given, and keeps it", async () => {
    const keys = createSecretKey();
    expect(await keys("cursor")).toEqual(await keys("cursor"));
    expect(await keys("cursor")).not.toEqual(await createSecretKey()("cursor"));
  });

  it("refuses a secret that can be guessed", () => {
    expect(() => createSecretKey("secret")).toThrow(/at least 32 characters/);
  });
});
