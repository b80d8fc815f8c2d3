/**
 * A server whose constructor arguments are injected. A container finds their types in the metadata of legacy decorators: a
 * class, and two types that do not exist at run time. The tool answers with what was injected.
 */
export const INJECTED_PROJECT: Readonly<Record<string, string>> = {
  "container.ts": `
    type Class<T> = new (...given: never[]) => T;
    const { getMetadata } = Reflect as unknown as { getMetadata(key: string, target: object): Class<unknown>[] };
    export function injectable(_target: object) {}
    export function get<T>(target: Class<T>): T {
      const types = getMetadata("design:paramtypes", target) ?? [];
      const given = types.map((type) => (type === Object ? undefined : get(type)));
      return Reflect.construct(target, given) as T;
    }`,
  "forecast.ts": `
    import { injectable } from "./container.js";
    export interface Options { unit: string }
    @injectable
    export class Clock { readonly hour = "noon"; }
    @injectable
    export class Forecast {
      constructor(private clock: Clock) {}
      get sky() { return "clear at " + this.clock.hour; }
    }`,
  "server.ts": `
    import { tool } from "@plainmcp/core";
    import { get, injectable } from "./container.js";
    import { Forecast, Options } from "./forecast.js";
    import { Typed } from "typed";
    @injectable
    export class Weather {
      constructor(private forecast: Forecast, private options?: Options, private typed?: Typed) {}
      /** The sky. */
      @tool
      sky(): string {
        return [this.forecast.sky, this.options, this.typed].join();
      }
    }
    export default get(Weather);`,
  "main.ts": `
    import { serveStdio } from "@plainmcp/transport-stdio";
    import server from "./server.js";
    serveStdio(server);`,
  "node_modules/@types/typed/package.json": '{ "name": "@types/typed", "version": "1.0.0", "types": "index.d.ts" }',
  "node_modules/@types/typed/index.d.ts": "export interface Typed { a: string }",
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      strict: true,
      types: [],
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
    },
  }),
};

/** The answer of the tool `sky` if everything is injected. */
export const INJECTED_ANSWER = "clear at noon,,";
