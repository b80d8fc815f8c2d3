import { expect, it } from "vitest";
import { Readers } from "./readers.js";

function setUp() {
  const gone: string[] = [];
  const readers = new Readers(100_000, undefined, () => undefined);
  const open = (account: string, name = account) => readers.open(account, () => void gone.push(name));
  return { gone, open };
}

it("what waits for readers counts until they have read it", () => {
  const { gone, open } = setUp();
  const first = open("a");
  first.waits(90_000);
  first.waits(0);
  open("b").waits(90_000);
  expect(gone).toEqual([]);
});

it("when too much waits, the client for which most waits is disconnected", () => {
  const { gone, open } = setUp();
  open("a", "a1").waits(40_000);
  open("a", "a2").waits(40_000);
  open("b").waits(20_000);
  expect(gone).toEqual(["a1"]);
});

it("one for which more waits than there is room for is disconnected itself", () => {
  const { gone, open } = setUp();
  open("a").waits(5_000);
  open("b").waits(100_000);
  expect(gone).toEqual(["b"]);
});

it("a reader that has ended holds nothing", () => {
  const { gone, open } = setUp();
  const first = open("a");
  first.waits(90_000);
  first.end();
  first.end();
  open("b").waits(90_000);
  expect(gone).toEqual([]);
});
