import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { insert } from "../inject/insertion.js";
import { ts } from "../typescript/typescript.js";
import { metadataInsertions } from "./inject-metadata.js";

/** Decorators that record when they run, and every form of type in a signature. */
const FILES = {
  "package.json": "{}",
  "notes.ts": `
    export const note = (text: string) => (target: object, key?: string | symbol, index?: unknown) => {
      const { name } = typeof target === "function" ? target : target.constructor;
      const at = typeof index === "number" ? "#" + index : "";
      (globalThis as { notes?: string[] }).notes?.push([text, name, key, at].join(" "));
    };`,
  "service.ts": `
    export class Service {}
    export interface Options { a: string }
    export type Alias = string;
    export default class Fallback {}
    export enum Level { Low, High }`,
  "shapes.ts": "export interface Shape { a: string }",
  "node_modules/typed/index.d.ts": "export class Typed {}; export interface Wide {}",
  "main.ts": `
    import { note } from "./notes";
    import Fallback, { Service, type Options, Alias } from "./service";
    import * as services from "./service";
    import type { Service as TypeOnly } from "./service";
    import { Shape } from "./shapes";
    import { Typed } from "typed";

    enum Color { Red, Green }
    enum Text { A = "a", B = "b" }
    enum Mixed { A = 1, B = "b" }
    type Name = string;
    type Names = Name[];
    type Maybe = Name | undefined;
    type Call = () => void;
    type Of = Service;
    interface Local { a: string }
    interface Callable { (): void }
    declare class Declared {}
    namespace Space { export class Inner {} export interface Bare {} }
    class Earlier {}

    @note("class")
    export class Main {
      @note("p") text!: string;
      @note("p") number?: number;
      @note("p") flag!: boolean;
      @note("p") big!: bigint;
      @note("p") symbol!: symbol;
      @note("p") any: any;
      @note("p") unknown: unknown;
      @note("p") object!: object;
      @note("p") nothing!: null;
      @note("p") none: undefined;
      @note("p") never!: never;
      @note("p") list!: string[];
      @note("p") fixed!: readonly string[];
      @note("p") generic!: Array<string>;
      @note("p") frozen!: ReadonlyArray<string>;
      @note("p") pair!: [string, number];
      @note("p") literal!: "a";
      @note("p") negative!: -1;
      @note("p") template!: \`a\${string}\`;
      @note("p") yes!: true;
      @note("p") union!: "a" | "b";
      @note("p") mixed!: "a" | 1;
      @note("p") optional!: string | null;
      @note("p") maybe!: Service | undefined;
      @note("p") both!: Service & Local;
      @note("p") braced!: (string);
      @note("p") call!: () => void;
      @note("p") make!: new () => Main;
      @note("p") literals!: { a: string };
      @note("p") keys!: keyof Local;
      @note("p") own!: typeof Color;
      @note("p") indexed!: Local["a"];
      @note("p") mapped!: { [K in "a"]: string };
      @note("p") date!: Date;
      @note("p") map!: Map<string, number>;
      @note("p") record!: Record<string, number>;
      @note("p") promise!: Promise<string>;
      @note("p") bytes!: Uint8Array;
      @note("p") pattern!: RegExp;
      @note("p") self!: Main;
      @note("p") earlier!: Earlier;
      @note("p") color!: Color;
      @note("p") member!: Color.Red;
      @note("p") level!: Text;
      @note("p") member2!: Text.A;
      @note("p") strange!: Mixed;
      @note("p") name!: Name;
      @note("p") names!: Names;
      @note("p") perhaps!: Maybe;
      @note("p") called!: Call;
      @note("p") of!: Of;
      @note("p") local!: Local;
      @note("p") callable!: Callable;
      @note("p") inner!: Space.Inner;
      @note("p") bare!: Space.Bare;
      @note("p") service!: Service;
      @note("p") fallback!: Fallback;
      @note("p") options!: Options;
      @note("p") shape!: Shape;
      @note("p") qualified!: services.Service;
      @note("p") type!: services.Options;
      @note("p") untyped;
      @note("p") static shared: string;

      constructor(private readonly service1: Service, @note("a") @note("b") options?: Options, ...rest: Date[]) {}

      @note("m") method(this: Main, a: string, { b }: { b: number }, c = 1): Promise<void> { return Promise.resolve(); }
      @note("m") async later(...all: Service[]) {}
      @note("m") silent() {}
      @note("m") is(a: unknown): a is string { return true; }
      @note("m") generic1<T extends string, U>(t: T, u: U, v: Main | U): T { return t; }
      parameters(@note("a") a: Service, b: string, @note("b") c: services.Service): Alias | void {}
      @note("g") get getter(): Service { return new Service(); }
      set getter(value: Service) {}
      @note("s") set setter(value: string) {}
      @note("s") get lonely(): number { return 1; }
    }

    export class OnlyParameters { constructor(@note("a") a: Earlier, @note("b") public readonly b: string) {} }
    @note("class") export default class NoConstructor extends Main {}
    export function scope() {
      class Local {}
      @note("class") class Inner { constructor(local: Local) {} }
      return Inner;
    }
    scope();`,
};

const OPTIONS = { target: "es2022", experimentalDecorators: true, emitDecoratorMetadata: true, strict: true } as const;

describe.each([true, false])("metadata of decorators, strict: %s", (strict) => {
  it("is what TypeScript emits", { timeout: 60_000 }, () => {
    const { folder } = temporaryProject({
      ...FILES,
      "tsconfig.json": JSON.stringify({ compilerOptions: { ...OPTIONS, strict } }),
    });
    emitWithTypeScript(folder, strict);
    emitWithEsbuild(folder);
    const [expected, actual] = ["typescript", "esbuild"].map((out) => notesOf(join(folder, out, "main.js")));
    expect(actual).toEqual(expected);
    expect(expected?.length).toBeGreaterThan(150);
  });
});

function emitWithTypeScript(folder: string, strict: boolean): void {
  const program = ts.createProgram([join(folder, "main.ts")], {
    ...OPTIONS,
    strict,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    ignoreDeprecations: "6.0",
    outDir: join(folder, "typescript"),
    types: [],
  });
  program.emit();
}

function emitWithEsbuild(folder: string): void {
  mkdirSync(join(folder, "esbuild"));
  const tsconfigRaw = { compilerOptions: OPTIONS };
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts"))) {
    const source = readFileSync(join(folder, name), "utf8");
    const changed = insert(source, metadataInsertions(source, join(folder, name)));
    const { code } = transformSync(changed, { loader: "ts", format: "cjs", platform: "node", tsconfigRaw });
    writeFileSync(join(folder, "esbuild", name.replace(".ts", ".js")), code);
  }
}

/** The decorators that run and the metadata that is defined, in order. */
function notesOf(file: string): readonly string[] {
  const notes: string[] = [];
  const show = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
    return typeof value === "function" ? value.name : String(value);
  };
  const metadata = (name: string, value: unknown) => (target: object, key?: string) => {
    const { name: owner } = typeof target === "function" ? target : target.constructor;
    notes.push(`${name} ${owner} ${key}: ${show(value)}`);
  };
  Object.assign(globalThis, { notes });
  Object.assign(Reflect, { metadata });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, "notes");
    Reflect.deleteProperty(Reflect, "metadata");
  });
  createRequire(file)(file);
  return notes;
}
