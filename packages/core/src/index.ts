export { MissingCapabilityError } from "./ask/missing-capability-error.js";
export {
  type AudioContent,
  type ContentBlock,
  type EmbeddedResource,
  type ImageContent,
  type Page,
  type PromptMessage,
  type ResourceContents,
  type ResourceLink,
  type TextContent,
  type ToolResult,
  text,
} from "./content.js";
export type {
  AskOptions,
  Caller,
  ClientInfo,
  Context,
  ContextLog,
  ElicitOptions,
  ElicitResult,
  ElicitUrlResult,
  Era,
  LogLevel,
  Root,
  SampleRequest,
  SampleResult,
  ServerControls,
  Session,
} from "./context.js";
export { type PromptOptions, prompt } from "./decorators/prompt.js";
export { type ResourceOptions, resource } from "./decorators/resource.js";
export { type ToolOptions, type ToolUiOptions, tool } from "./decorators/tool.js";
export { type EnvValues, type EnvVariable, env } from "./env/env.js";
export type { EngineLimits } from "./limits/engine-limits.js";
export type { Json, JsonSchema } from "./manifest/json-schema.js";
export type {
  CacheHint,
  ClientCapability,
  Icon,
  Manifest,
  ResourceAnnotations,
  ServerInfo,
  ToolAnnotations,
} from "./manifest/manifest.js";
export type { FetchInit, FetchOptions } from "./outgoing/fetch-options.js";
export { PrivateAddressError } from "./outgoing/private-address-error.js";
export type {
  CallKind,
  CompletedCall,
  FailedCall,
  Fault,
  Middleware,
  MiddlewareCall,
  MiddlewareContext,
  Outcome,
} from "./primitives/middleware.js";
export { ProtocolError } from "./protocol-error.js";
export { RegistrationError } from "./registration-error.js";
export { defineServer, type ServerDefinition, type ServerTarget } from "./registry/define-server.js";
export type { DefineServerOptions } from "./registry/define-server-options.js";
export { dynamic } from "./registry/dynamic/dynamic.js";
export type {
  DynamicCompleter,
  DynamicDefinitions,
  DynamicPrompt,
  DynamicResource,
  DynamicTool,
} from "./registry/dynamic/dynamic-definitions.js";
export type { DynamicPrimitives } from "./registry/dynamic/dynamic-primitives.js";
export type { ErrorPolicy } from "./reporting/error-policy.js";
export type { ErrorReport, ErrorReporter } from "./reporting/error-report.js";
export { audio, image, resourceLink } from "./result/make-content.js";
export type { FaultKind } from "./revisions/error-codes.js";
export type { Skills } from "./skills/skills.js";
export type { EventStore } from "./stores/event-store.js";
export type { Task, TaskError, TaskStatus } from "./stores/task.js";
export type { TaskEntry, TaskStore } from "./stores/task-store.js";
export type { TaskOptions } from "./tasks/task-settings.js";
export { ToolError } from "./tool-error.js";
