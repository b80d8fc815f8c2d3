import { expect, it } from "vitest";
import { Readers } from "./readers.js";

function setUp() {
  const gone: string[] = [];
  const readers = new Readers(100_000, undefined, () => undefined);
  const open = (account: string, name = account) => readers.open(account, () => void gone.push(name));
  const admit = (account: string) => readers.admit({ account });
  return { gone, open, admit };
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

it("a client for which most waits is refused until it has read some of it", () => {
  const { open, admit } = setUp();
  const first = open("a");
  first.waits(90_000);
  expect(() => admit("a")).toThrow(/limits\.maxQueuesSize/);
  expect(() => admit("b")).not.toThrow();
  first.waits(50_000);
  expect(() => admit("a")).not.toThrow();
});

it("what waits for a client already is not given up for more that would wait for it", () => {
  const { gone, open } = setUp();
  open("a", "a1").waits(60_000);
  open("a", "a2").waits(60_000);
  expect(gone).toEqual(["a2"]);
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
