import { Budget } from "@plainmcp/core/internal/engine";
import { describe, expect, it } from "vitest";
import { exchangeOf } from "../../fixtures/exchange-of.js";
import type { Exchange } from "../exchange.js";
import { Readers } from "../limits/readers.js";
import { accountingGate } from "./accounting.js";

function exchange(peerAddress: string | undefined, forwarded?: string): Exchange {
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return Object.defineProperty(exchangeOf(new Request("http://localhost/mcp", { headers })), "peerAddress", {
    value: peerAddress,
  });
}

function setUp(trustProxy?: number) {
  const notices: string[] = [];
  const gate = accountingGate({
    bodies: new Budget({ limit: "maxBodiesSize", max: 1_000_000, unit: "bytes of requests" }),
    readers: new Readers(1_000_000, undefined, () => undefined),
    trustProxy,
    notice: (notice) => void notices.push(typeof notice === "string" ? notice : notice.message),
  });
  const accountOf = (one: Exchange) => {
    gate(one);
    return one.account;
  };
  return { notices, accountOf };
}

describe("A request counts for", () => {
  it("its caller, wherever it comes from", () => {
    const { accountOf } = setUp();
    const caller = { subject: "ann", issuer: "https://id.example.com" };
    const [one, other] = [exchange("192.0.2.1"), exchange("192.0.2.2")];
    [one.caller, other.caller] = [caller, { ...caller, scopes: ["x"] }];
    expect(accountOf(one)).toBe(accountOf(other));
    expect(accountOf(one)).not.toBe("");
  });

  it("its address otherwise", () => {
    const { accountOf } = setUp();
    expect([accountOf(exchange("::ffff:192.0.2.1")), accountOf(exchange("192.0.2.1"))]).toEqual([
      "192.0.2.1",
      "192.0.2.1",
    ]);
    expect(accountOf(exchange("2001:db8::1"))).toBe("2001:db8:0:0::/64");
    expect(accountOf(exchange(undefined))).toBe("");
  });

  it("the address that a trusted proxy names", () => {
    const { accountOf } = setUp(1);
    expect(accountOf(exchange("192.0.2.1", "198.51.100.7, 2001:db8::9"))).toBe("2001:db8:0:0::/64");
    expect(accountOf(exchange(undefined))).toBe("");
  });
});

describe("A server behind a proxy", () => {
  const twenty = Array.from({ length: 20 }, (_, id) => `198.51.100.${id}`);

  it("says once which option to set", () => {
    const { accountOf, notices } = setUp();
    for (const client of [...twenty, ...twenty]) expect(accountOf(exchange("192.0.2.1", client))).toBe("192.0.2.1");
    expect(notices).toEqual([expect.stringMatching(/All requests come from 192\.0\.2\.1 .* Set trustProxy to/)]);
  });

  it.each<[string, Exchange]>([
    ["a request comes without the header", exchange("192.0.2.1")],
    ["a request comes from elsewhere", exchange("192.0.2.2", "198.51.100.7")],
    ["the runtime does not say where one comes from", exchange(undefined, "198.51.100.7")],
  ])("says nothing if %s", (_, other) => {
    const { accountOf, notices } = setUp();
    for (const client of twenty.slice(1)) accountOf(exchange("192.0.2.1", client));
    accountOf(other);
    for (const client of twenty) accountOf(exchange("192.0.2.1", client));
    expect(notices).toEqual([]);
  });

  it("says nothing once the option is set", () => {
    const { accountOf, notices } = setUp(1);
    for (const client of twenty) accountOf(exchange("192.0.2.1", client));
    expect(notices).toEqual([]);
  });
});
