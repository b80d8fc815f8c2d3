import { prompt } from "./decorators/prompt.js";
import { resource } from "./decorators/resource.js";
import type { ClassManifest, Manifest, PromptManifest, ResourceManifest } from "./manifest/manifest.js";
import { input, manifestOf } from "./weather.fixture.js";

/** A class whose helper methods return what a test sets. */
export class Library {
  instances: unknown = [];
  completions: unknown = [];
  changes: (uri: string, signal: AbortSignal) => unknown = () => [];

  @resource("library://all")
  all(): string {
    return "all";
  }

  @resource("library://book/{id}")
  book(id: string): string {
    return id;
  }

  @prompt
  recommend(mood: string): string {
    return mood;
  }

  list(): unknown {
    return this.instances;
  }

  complete(): unknown {
    return this.completions;
  }

  watch(uri: string, signal: AbortSignal): unknown {
    return this.changes(uri, signal);
  }
}

const string = { type: "string" };

/**
 * The manifest that the compiler would write for {@link Library}, with parts of the template and the prompt replaced.
 */
export function libraryManifest(
  template: Partial<ResourceManifest> = {},
  recommend: Partial<PromptManifest> = {},
): Manifest {
  const resources: ResourceManifest[] = [
    { method: "all", name: "all", uri: "library://all", parameters: [], inputSchema: input({}) },
    {
      method: "book",
      name: "book",
      title: "Book",
      mimeType: "text/plain",
      uriTemplate: "library://book/{id}",
      parameters: [{ name: "id" }],
      inputSchema: input({ id: string }, ["id"]),
      list: "list",
      watch: "watch",
      complete: { id: "complete" },
      ...template,
    },
  ];
  const prompts: PromptManifest[] = [
    {
      method: "recommend",
      name: "recommend",
      parameters: [{ name: "mood" }],
      inputSchema: input({ mood: string }, ["mood"]),
      arguments: [{ name: "mood", required: true }],
      ...recommend,
    },
  ];
  const entry: ClassManifest = { class: "Library", file: "src/library.ts", tools: [], resources, prompts };
  return manifestOf(entry);
}
