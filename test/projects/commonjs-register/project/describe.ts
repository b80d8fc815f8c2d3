import { basename, relative } from "node:path";

const settings: { sign: string } = require("./settings.json");

export function describe(file: string, beside: string): string {
  return [basename(file), settings.sign, beside, relative(__dirname, file) === basename(file)].join(" ");
}
