import { describe, expect, it } from "vitest";
import { Library, libraryManifest } from "../library.fixture.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import { listInstances } from "./list-instances.js";

const library = new Library();
const errors: unknown[] = [];
const onError = ({ error }: { error: unknown }) => void errors.push(error);
const { catalog, settings } = registryOf(defineServer(library, { manifest: libraryManifest(), onError }));

const list = (instances: unknown, signal = new AbortController().signal) => {
  library.instances = instances;
  return listInstances(catalog.declared.templates, settings.report, signal);
};
const ONE = { uri: "library://book/1", name: "1", mimeType: "text/plain" };

describe("listInstances", () => {
  it.each<[string, unknown]>([
    ["an array", [{ id: "1" }]],
    ["a promise", Promise.resolve([{ id: 1 }])],
    ["a set", new Set([{ id: 1n }])],
    [
      "an async generator",
      (async function* () {
        yield { id: "1", title: undefined, other: 5 };
      })(),
    ],
  ])("takes %s", async (_, instances) => {
    expect(await list(instances)).toEqual([ONE]);
  });

  it("describes each by the given properties, else by its variables and the template", async () => {
    const given = { id: "1", name: "one", title: "One", description: "The first.", mimeType: "image/png", size: 3 };
    const { id: _, ...described } = given;
    expect(await list([given])).toEqual([{ ...described, uri: "library://book/1" }]);
  });

  it.each<[string, unknown, RegExp]>([
    ["a variable is missing", [{ name: "x" }], /"id" is missing/],
    ["a resource is not an object", ["1"], /must be an object/],
    ["a size is not a number", [{ id: "1", size: "3" }], /size of a listed resource must be a number/],
    ["the list is not iterable", 5, /iterable/],
  ])("reports only to the log when %s", async (_, instances, message) => {
    await expect(list(instances)).rejects.toMatchObject({
      fault: { kind: "masked", message: expect.stringMatching(/list of "library:\/\/book\/\{id\}".*reference/) },
    });
    expect(String(errors.splice(0)[0])).toMatch(message);
  });

  it("leaves out what could not be read, and tells the operator once", async () => {
    for (const id of ["..", "a/b", "a\0b", "", "\ud800"]) expect(await list([{ id }, { id: "1" }])).toEqual([ONE]);
    expect(errors.splice(0).map(String)).toEqual([
      'OperatorWarning: The list of "library://book/{id}" left out a resource that could not be read. The variable "id" is "..", which has the segment "..". This is reported once.',
    ]);
  });

  it("stops when the client has disconnected", async () => {
    const gone = new AbortController();
    const endless = (async function* () {
      for (let id = 0; ; id++) {
        if (id === 3) gone.abort();
        yield { id };
      }
    })();
    await expect(list(endless, gone.signal)).rejects.toThrow();
  });
});
