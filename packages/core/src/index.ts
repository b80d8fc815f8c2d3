export { MissingCapabilityError } from "./ask/missing-capability-error.js";
export type {
  AskOptions,
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
} from "./context.js";
export { type DefineServerOptions, defineServer, type ServerDefinition, type ServerTarget } from "./define-server.js";
export type { Json, JsonSchema } from "./json-schema.js";
export type {
  CacheHint,
  ClientCapability,
  Icon,
  Manifest,
  ResourceAnnotations,
  ServerInfo,
  ToolAnnotations,
} from "./manifest.js";
export { type PromptOptions, prompt } from "./prompt.js";
export { RegistrationError } from "./registry/registration-error.js";
export type { ErrorReport, ErrorReporter } from "./reporting/error-report.js";
export { type ResourceOptions, resource } from "./resource.js";
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
} from "./result/content.js";
export type { Skills } from "./skills/skills.js";
export type { Task, TaskError, TaskStatus } from "./tasks/task.js";
export type { TaskOptions } from "./tasks/task-settings.js";
export type { TaskEntry, TaskStore } from "./tasks/task-store.js";
export { type ToolOptions, type ToolUiOptions, tool } from "./tool.js";
export { ToolError } from "./tool-error.js";
