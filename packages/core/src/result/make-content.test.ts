import { expect, it } from "vitest";
import { audio, image, resourceLink } from "./make-content.js";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const WAV = new TextEncoder().encode("RIFF....WAVEfmt ");

it("takes the type of an image from its bytes, in every form", () => {
  const block = { type: "image", data: "iVBORw0KGgoB", mimeType: "image/png" };
  const padded = Buffer.concat([Buffer.alloc(3), PNG]);
  for (const data of [PNG, Buffer.from(PNG), padded.subarray(3), PNG.slice().buffer, "iVBORw0KGgoB"]) {
    expect(image(data)).toEqual(block);
  }
});

it("takes the type of audio from its bytes", () => {
  const block = { type: "audio", data: btoa("RIFF....WAVEfmt "), mimeType: "audio/wav" };
  expect(audio(WAV)).toEqual(block);
  expect(audio(block.data)).toEqual(block);
});

it("uses the type that it is given", () => {
  expect(image("PHN2Zy8+", "image/svg+xml")).toEqual({ type: "image", data: "PHN2Zy8+", mimeType: "image/svg+xml" });
  expect(audio(new Uint8Array([1]), "audio/mp4")).toEqual({ type: "audio", data: "AQ==", mimeType: "audio/mp4" });
});

it.each<[string, () => unknown, string]>([
  ["unknown bytes", () => image(new Uint8Array(3)), 'Pass it: image(data, "image/…")'],
  ["no bytes", () => audio(""), 'Pass it: audio(data, "audio/…")'],
  ["audio as an image", () => image(WAV), "audio/wav is not a type of image"],
  ["a document as audio", () => audio(WAV, "application/pdf"), "application/pdf is not a type of audio"],
  ["a data URL", () => image("data:image/png;base64,iVBORw0KGgoB"), 'without a prefix such as "data:"'],
  ["a path", () => image("chart.png"), "must be bytes, or base64"],
])("refuses %s", (_, make, message) => {
  expect(make).toThrow(message);
});

it("links to a resource", () => {
  const link = { name: "Shopping", mimeType: "text/markdown" };
  const block = { type: "resource_link", uri: "notes://7", ...link };
  expect(resourceLink("notes://7", link)).toEqual(block);
  expect(resourceLink(new URL("notes://7"), link)).toEqual(block);
});
