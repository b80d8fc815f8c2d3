import { isDeepStrictEqual } from "node:util";
import type { Difference } from "./find-differences.js";

/** Says where two answers differ, in a few lines. */
export function describeDifference({ name, text, headers, lane, sdk }: Difference): string {
  const places = placesOf(lane, sdk).slice(0, MAX_PLACES);
  return [
    name,
    `  was said as ${shorten(text)}${headers === undefined ? "" : ` with ${JSON.stringify(headers)}`}`,
    ...places.map(([path, a, b]) => `  ${path}: with the lane ${shorten(json(a))}, without it ${shorten(json(b))}`),
  ].join("\n");
}

const MAX_PLACES = 5;
const MAX_LENGTH = 400;

type Place = readonly [path: string, lane: unknown, sdk: unknown];

function placesOf(lane: unknown, sdk: unknown, path = ""): readonly Place[] {
  if (isDeepStrictEqual(lane, sdk)) return [];
  if (!isHolder(lane) || !isHolder(sdk)) return [[path, lane, sdk]];
  const keys = new Set([...Object.keys(lane), ...Object.keys(sdk)]);
  return [...keys].flatMap((key) => placesOf(lane[key], sdk[key], `${path}/${key}`));
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
