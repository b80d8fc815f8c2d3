export { MissingCapabilityError } from "./ask/missing-capability-error.js";
export type {
  AudioContent,
  ContentBlock,
  EmbeddedResource,
  ImageContent,
  PromptMessage,
  ResourceContents,
  ResourceLink,
  TextContent,
  ToolResult,
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
export { RegistrationError } from "./registration-error.js";
export { defineServer, type ServerDefinition, type ServerTarget } from "./registry/define-server.js";
export type { DefineServerOptions } from "./registry/define-server-options.js";
export type { ErrorReport, ErrorReporter } from "./reporting/error-report.js";
export type { FaultKind } from "./revisions/error-codes.js";
export type { Skills } from "./skills/skills.js";
export type { EventStore } from "./stores/event-store.js";
export type { Task, TaskError, TaskStatus } from "./stores/task.js";
export type { TaskEntry, TaskStore } from "./stores/task-store.js";
export type { TaskOptions } from "./tasks/task-settings.js";
export { ToolError } from "./tool-error.js";
