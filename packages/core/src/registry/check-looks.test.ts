import { expect, it } from "vitest";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

const serve = (info: object) => registryOf(defineServer(Weather, { manifest: weatherManifest(), info }));

it.each([
  [{ websiteUrl: "example.com" }, 'info.websiteUrl must be an https: or http: URL, not "example.com"'],
  [{ websiteUrl: 5 }, "info.websiteUrl must be an https: or http: URL, not 5"],
  [{ icons: { src: "https://example.com" } }, "info.icons must be an array"],
  [{ icons: [{ src: "icon.png" }] }, "needs a src that is an https:, http: or data: URL"],
  [{ icons: [null] }, "needs a src"],
])("%j is refused", (info, problem) => {
  expect(() => serve(info)).toThrow(problem);
});

it("icons and a website become part of what the server says about itself", () => {
  const info = { websiteUrl: "https://example.com", icons: [{ src: "data:image/png;base64,AAAA" }] };
  expect(serve(info).settings.server).toMatchObject({ name: "weather", ...info });
});
