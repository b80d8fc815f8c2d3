import type { JsonSchema } from "../manifest/json-schema.js";
import type { Icon, PromptArgument, ResourceAnnotations, ToolAnnotations } from "../manifest/manifest.js";

/** The properties of every primitive that lists show. */
interface Definition {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly icons?: readonly Icon[];
  readonly _meta?: { readonly [key: string]: unknown };
}

/** A tool as `tools/list` shows it. */
export interface ToolDefinition extends Definition {
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly annotations?: ToolAnnotations;
}

/** A resource as `resources/list` shows it. */
export interface ResourceDefinition extends Definition {
  readonly uri: string;
  readonly mimeType?: string;
  readonly size?: number;
  readonly annotations?: ResourceAnnotations;
}

/** A resource template as `resources/templates/list` shows it. */
export interface TemplateDefinition extends Definition {
  readonly uriTemplate: string;
  readonly mimeType?: string;
  readonly annotations?: ResourceAnnotations;
}

/** A prompt as `prompts/list` shows it. */
export interface PromptDefinition extends Definition {
  readonly arguments: readonly PromptArgument[];
}
