import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

it("describes types of packages as their comments do", () => {
  const { folder } = temporaryProject({
    "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [], "lib": ["es2023"] } }',
    "node_modules/places/package.json": '{ "name": "places", "version": "1.0.0", "types": "index.d.ts" }',
    "node_modules/places/index.d.ts": `
      /** Where something is. */
      export interface Place {
        /**
         * Degrees north.
         * @minimum -90
         */
        latitude: number;
        nested: {
          /** Metres, {@link https://example.com above sea}. */
          height?: number;
        };
      }
      /** Never asked for. */
      export type Other = { /** A. */ a: 1 };
    `,
    "server.ts": `
      import { tool } from "@plainmcp/core";
      import type { Place } from "places";
      export class Server {
        /** Goes there. */
        @tool
        go(to: Place): void {}
      }`,
  });
  const { manifest, diagnostics } = compile({ files: [join(folder, "server.ts")] });
  expect(diagnostics).toEqual([]);
  expect(manifest.classes[0]?.tools[0]?.inputSchema).toMatchObject({
    properties: {
      to: {
        description: "Where something is.",
        properties: {
          latitude: { description: "Degrees north.", minimum: -90 },
          nested: { properties: { height: { description: expect.stringContaining("Metres") } } },
        },
      },
    },
  });
});
