import type { ClassManifest, Manifest, ParameterManifest, PrimitiveManifest } from "@plainmcp/core/manifest";

type Kind = "string" | "number" | "context";

/** A manifest as the compiler would write it, for tests that run without it. */
export function manifestOf(only: Partial<ClassManifest> & { readonly class: string }): Manifest {
  const name = only.class.toLowerCase();
  return {
    manifestVersion: 1,
    generator: "test",
    server: { name, version: "1.0.0" },
    classes: [{ file: `${name}.ts`, tools: [], resources: [], prompts: [], ...only }],
  };
}

/** The part of a manifest that describes a decorated method. @param parameters The kind of each parameter, by its name */
export function methodOf(name: string, parameters: Readonly<Record<string, Kind>> = {}): PrimitiveManifest {
  const named = Object.entries(parameters).filter(([, kind]) => kind !== "context");
  return {
    method: name,
    name,
    parameters: Object.entries(parameters).map(
      ([parameter, kind]): ParameterManifest => (kind === "context" ? { inject: kind } : { name: parameter }),
    ),
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(named.map(([parameter, type]) => [parameter, { type }])),
      required: named.map(([parameter]) => parameter),
    },
  };
}
