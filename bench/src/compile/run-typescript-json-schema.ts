// Runs in a process of its own: typescript-json-schema over the same types, arguments and result of each tool.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import tjs from "typescript-json-schema";

const [folder = "."] = process.argv.slice(2);
const files = readFileSync(join(folder, "files.txt"), "utf8").split("\n");
const program = tjs.programFromConfig(join(folder, "tsconfig.json"), files);
const generator = tjs.buildGenerator(program, { required: true, ref: false, ignoreErrors: true });
const names = generator?.getMainFileSymbols(program, files).filter((name) => /^(?:Order|Search)\d+$/.test(name)) ?? [];
const schemas = names.map((name) => generator?.getSchemaForSymbol(name));
console.log(schemas.length);
