import { expect } from "vitest";
import type { WireClient } from "../../support/wire-client.js";
import type { Group } from "../contract.js";
import { ONE_OF_EACH_ERA, textOf } from "./words.js";

/** With any of these, a search for them in 40 letters would never end. */
const ENDLESS = ["(a+)+$", "^(a|a)*$", "(\\w|\\d)+$", "(?:a?){40}a{40}", "([a-z]+)*\\-", "(?=(a+)+$)"];

export const chosenValues: Group = {
  title: "Values that clients choose",
  revisions: ONE_OF_EACH_ERA,
  requirements: {
    "endless-patterns": {
      says: "runs no regular expression of a client that can take more than quadratic time, and says what to write instead",
      async run({ open }) {
        const client = await open({ fixture: "chosen-values" });
        const text = `${"a".repeat(40)}!`;
        for (const pattern of ENDLESS) {
          expect(await callOf(client, "search", { pattern, text })).toMatch(
            /arguments\.pattern: expected a regular expression that is fast on every text, got one that .*: /,
          );
        }
        expect(await callOf(client, "search", { pattern: "^a.*!$", text })).toBe("true");
      },
    },

    "bounded-values": {
      says: "refuses dates that cannot be written back and numbers of very many digits, and answers for what is very deep or long",
      async run({ open }) {
        const client = await open({ fixture: "chosen-values" });
        const far = await callOf(client, "day", { date: "9999-12-31T23:59:59-01:00" });
        expect(far).toContain("expected a date from the year 0 to the year 9999 in UTC");
        const digits = { number: "9".repeat(10_001) };
        expect(await callOf(client, "digits", digits)).toContain("expected an integer of at most 10000 digits");
        expect(await callOf(client, "nest", { nested: nest(1000) })).toContain("at most 500 levels");
        expect(await callOf(client, "nest", { nested: {}, anything: nest(1000) })).toBe("objectobject");
        const items = Array.from({ length: 50_000 }, (_, a) => ({ a }));
        expect(await callOf(client, "distinct", { items })).toBe("50000");
      },
    },

    "values-of-uris": {
      says: "knows no resource whose URI leads out of a folder, and lists and completes none",
      async run({ open }) {
        const client = await open({ fixture: "chosen-values" });
        const read = async (uri: string) => {
          const { result } = await client.request("resources/read", { uri });
          return (result as { contents: [{ text: string }] } | undefined)?.contents[0].text;
        };
        expect(await read("chosen://file/a.txt?part=1")).toBe("a.txt, 1");
        expect(await read("chosen://tree/a%2Fb/c")).toBe("a/b/c");
        for (const path of ["..", "..%2F..%2Fetc%2Fpasswd", "..%5Cx", "a%00", "a%2Fb", "a?part=..", "a?part=b%2Fc"]) {
          expect(await read(`chosen://file/${path}`), path).toBeUndefined();
        }
        for (const path of ["..", "a/../b", "a%2F..%2Fb", "%2e%2e/b", "a%00"]) {
          expect(await read(`chosen://tree/${path}`), path).toBeUndefined();
        }
        const { resources } = (await client.request("resources/list", {})).result as { resources: { uri: string }[] };
        expect(resources.map(({ uri }) => uri)).toEqual(["chosen://tree/a/b", "chosen://tree/c"]);
        const complete = async (value: string) => {
          const ref = { type: "ref/resource", uri: "chosen://tree/{+path}" };
          const { result } = await client.request("completion/complete", { ref, argument: { name: "path", value } });
          return (result as { completion: { values: string[] } }).completion.values;
        };
        expect(await complete("a/")).toEqual(["a/!"]);
        expect(await complete("a/../")).toEqual([]);
      },
    },
  },
};

function nest(levels: number): object {
  let value = {};
  for (let level = 0; level < levels; level += 1) value = { inner: value };
  return value;
}

async function callOf(client: WireClient, name: string, args: object): Promise<string> {
  const answer = await client.call(name, args);
  return answer.error?.message ?? textOf(answer) ?? "";
}
