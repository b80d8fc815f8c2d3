import { describe, expect, it } from "vitest";
import { createSecretKey } from "../secret/create-secret-key.js";
import { createCursors } from "./create-cursors.js";

const [OLD, NEW] = ["the old secret of 32 characters.", "the new secret of 32 characters."];
const cursorsOf = (...secrets: string[]) => createCursors(createSecretKey(secrets));

describe("cursors", () => {
  it("say where a page begins, to every process with the secret", async () => {
    expect(await cursorsOf(NEW).read("tools 1", await cursorsOf(NEW).sign("tools 1", 12345))).toBe(12345);
  });

  it("of a replaced secret are still valid", async () => {
    const old = await cursorsOf(OLD).sign("tools 1", 2);
    expect(await cursorsOf(NEW, OLD).read("tools 1", old)).toBe(2);
    await expect(cursorsOf(NEW).read("tools 1", old)).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
  });

  it("are valid for nothing else", async () => {
    const cursors = cursorsOf(NEW);
    const cursor = await cursors.sign("tools 1", 2);
    for (const other of ["tools 2", "prompts 1"]) {
      await expect(cursors.read(other, cursor)).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
    }
    const flipped = cursor.slice(0, -1) + (cursor.endsWith("0") ? "1" : "0");
    for (const changed of [
      "",
      "2",
      "2.",
      flipped,
      `${cursor}0`,
      `0${cursor.slice(1)}`,
      cursor.toUpperCase(),
      `-${cursor}`,
    ]) {
      await expect(cursors.read("tools 1", changed)).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
    }
  });

  it("without a secret are valid for this server only", async () => {
    const [one, other] = [createCursors(createSecretKey()), createCursors(createSecretKey())];
    const cursor = await one.sign("tools", 2);
    expect(await one.read("tools", cursor)).toBe(2);
    await expect(other.read("tools", cursor)).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
  });
});
