import { describe, expect, it } from "vitest";
import type { OutgoingRequest } from "./outgoing-request.js";
import { followRedirect } from "./redirect.js";

const BODY = new TextEncoder().encode("body");
const HEADERS = {
  authorization: "Bearer secret",
  cookie: "session=secret",
  "x-subscription-token": "secret",
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  accept: "application/json",
  "content-type": "text/plain",
  "user-agent": "test",
};

function redirected(status: number, location: string, request: Partial<OutgoingRequest> = {}) {
  const whole = {
    ...{ method: "POST", url: new URL("https://a.example/x/y?q=1#part"), headers: new Headers(HEADERS), body: BODY },
    ...request,
  };
  const next = followRedirect(whole, new Response(null, { status, headers: { location } }));
  return next && { ...next, url: next.url.href, headers: Object.fromEntries(next.headers) };
}

describe("a redirect", () => {
  it.each([
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "POST", "GET"],
    [303, "PUT", "GET"],
    [301, "PUT", "PUT"],
    [302, "DELETE", "DELETE"],
    [307, "POST", "POST"],
    [308, "POST", "POST"],
    [303, "HEAD", "HEAD"],
  ])("by %i of a %s is a %s", (status, method, expected) => {
    const next = redirected(status, "/z", { method });
    const hasBody = method === expected;
    expect(next?.method).toBe(expected);
    expect(next?.body).toBe(hasBody ? BODY : undefined);
    expect("content-type" in (next?.headers ?? {})).toBe(hasBody);
  });

  it.each([
    ["/z", "https://a.example/z#part"],
    ["z?r=2", "https://a.example/x/z?r=2#part"],
    ["https://a.example:443/z#own", "https://a.example/z#own"],
    // As headers show the bytes of UTF-8, and of Latin-1.
    ["/gr\u00c3\u00b6\u00c3\u009fe", "https://a.example/gr%C3%B6%C3%9Fe#part"],
    ["/gr\u00f6\u00dfe", "https://a.example/gr%C3%B6%C3%9Fe#part"],
  ])("to %s keeps all headers on the same origin", (location, url) => {
    expect(redirected(307, location)).toMatchObject({ url, headers: HEADERS });
  });

  it.each([
    "https://b.example/",
    "http://a.example/",
    "https://a.example:8443/",
    "https://sub.a.example/",
    "//b.example/",
  ])("to %s drops all headers that may be credentials", (location) => {
    const kept = { accept: "application/json", "content-type": "text/plain", "user-agent": "test" };
    expect(redirected(307, location)?.headers).toEqual(kept);
  });

  it.each([200, 300, 304, 305, 404])("is none with the status %i", (status) => {
    expect(redirected(status, "/z")).toBeUndefined();
  });

  it("needs a location", () => {
    const request = { method: "GET", url: new URL("https://a.example/"), headers: new Headers(), body: undefined };
    expect(followRedirect(request, new Response(null, { status: 302 }))).toBeUndefined();
  });

  it.each([
    ["file:///etc/passwd", "ctx.fetch can fetch URLs of http: and https: only, not of file:"],
    ["data:text/plain,x", "ctx.fetch can fetch URLs of http: and https: only, not of data:"],
    ["http://[", "POST https://a.example/x/y was redirected to an invalid URL"],
    ["https://me:secret@b.example/", "POST https://a.example/x/y was redirected to an invalid URL"],
  ])("to %s is an error", (location, message) => {
    expect(() => redirected(302, location)).toThrow(message);
  });

  it("is an error if a stream would have to be sent again", () => {
    const body = new ReadableStream<Uint8Array>();
    expect(() => redirected(307, "/z", { body })).toThrow("its body is a stream and cannot be sent twice");
    expect(redirected(303, "/z", { body })?.method).toBe("GET");
  });
});
