import { expect, it } from "vitest";
import { createSeal } from "./seal.js";

const seal = createSeal(async () => [crypto.getRandomValues(new Uint8Array(32))]);

it("writes text that needs no escapes in a URI, and reads only that", async () => {
  for (let length = 0; length < 40; length += 1) {
    const text = "ü".repeat(length);
    const sealed = await seal.seal(text, "a");
    expect(sealed).toMatch(/^v1\.[\w-]+$/);
    expect(encodeURIComponent(sealed)).toBe(sealed);
    expect(await seal.open(sealed, "a")).toBe(text);
    expect(await seal.open(sealed, "b")).toBeUndefined();
    for (const changed of [`${sealed}=`, `${sealed}A`, sealed.slice(0, -1), sealed.replace("v1.", "v1./")]) {
      expect(await seal.open(changed, "a")).toBeUndefined();
    }
  }
});
