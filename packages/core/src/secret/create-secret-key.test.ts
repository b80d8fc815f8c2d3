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

  it("makes a random secret if none is given, and keeps it", async () => {
    const keys = createSecretKey();
    expect(await keys("cursor")).toEqual(await keys("cursor"));
    expect(await keys("cursor")).not.toEqual(await createSecretKey()("cursor"));
  });

  it("derives the keys of replaced secrets, too", async () => {
    const old = "f".repeat(32);
    const key = createSecretKey([SECRET, old]);
    expect(await key("state")).toEqual(await createSecretKey(SECRET)("state"));
    expect(await key.all("state")).toEqual([
      await createSecretKey(SECRET)("state"),
      await createSecretKey(old)("state"),
    ]);
    expect(() => createSecretKey([SECRET, "short"])).toThrow(/at least 32 characters/);
  });

  it("says whether its secret is random", () => {
    expect([createSecretKey(SECRET).isRandom, createSecretKey().isRandom]).toEqual([false, true]);
  });

  it("refuses a secret that is too short", () => {
    expect(() => createSecretKey("secret")).toThrow(/at least 32 characters/);
  });
});
