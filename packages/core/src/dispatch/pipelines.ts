import type { Primitive, Prompt, Resource, Template, Tool } from "../primitives/primitive.js";
import { after, attempt } from "../promises/awaitable.js";
import { toPromptResult } from "../result/to-prompt-messages.js";
import { toResourceContents } from "../result/to-resource-contents.js";
import { toToolResult } from "../result/to-tool-result.js";
import type { Call, Check, Run, Step } from "./call.js";
import { complete } from "./complete.js";
import { resourceNotFound } from "./fault-error.js";
import { runMethod } from "./run-method.js";
import { capabilities } from "./steps/capabilities.js";
import { deadline } from "./steps/deadline.js";
import { ready } from "./steps/ready.js";
import { use, type WrappedCall } from "./steps/use.js";
import { validate } from "./steps/validate.js";
import type { SuspendedCalls } from "./suspended-calls.js";
import { toFault } from "./to-fault.js";

/** The pipeline of each primitive: the rules around its method, composed at its first call. */
export class Pipelines {
  readonly #suspended: SuspendedCalls<WrappedCall>;
  // Some primitives are removed while the server runs.
  readonly #runs = new WeakMap<Primitive, Run>();
  readonly #completions = new WeakMap<Primitive, Run>();

  /** @param suspended Keeps the calls that wait for their client's answers */
  constructor(suspended: SuspendedCalls<WrappedCall>) {
    this.#suspended = suspended;
  }

  /** The pipeline that calls the method of a primitive. */
  of(primitive: Tool | Resource | Template | Prompt): Run {
    return this.#runs.get(primitive) ?? this.#add(primitive);
  }

  /** The pipeline that completes an argument of a prompt or a variable of a template. */
  completionOf(completed: Template | Prompt): Run {
    return this.#completions.get(completed) ?? this.#addCompletion(completed);
  }

  #add(primitive: Tool | Resource | Template | Prompt): Run {
    const run = this.#compose(primitive);
    this.#runs.set(primitive, run);
    return run;
  }

  #compose(primitive: Tool | Resource | Template | Prompt): Run {
    if ("match" in primitive) {
      return this.#around(primitive, readResource(primitive), validate(primitive.input, ofTemplate));
    }
    if ("completers" in primitive) {
      return this.#around(primitive, getPrompt(primitive), validate(primitive.input, ofPrompt));
    }
    if ("input" in primitive)
      return this.#around(primitive, callTool(primitive), validate(primitive.input, ofTool, primitive));
    return this.#around(primitive, readResource(primitive));
  }

  #around(primitive: Primitive, method: Run, validation?: Check): Run {
    const { requires = [], timeout, use: middleware = [], prepare } = primitive;
    // The order matters: it is the order in which the rules apply.
    const inner = compose([timeout !== undefined && deadline(timeout)], method);
    const steps = [
      requires.length > 0 && before(capabilities(requires)),
      validation && before(validation),
      middleware.length > 0 && use(middleware, this.#suspended),
      prepare && before(ready(prepare)),
    ];
    return compose(steps, inner);
  }

  #addCompletion(completed: Template | Prompt): Run {
    const { completers, use: middleware = [] } = completed;
    const steps = [middleware.length > 0 && use(middleware, this.#suspended)];
    const run = compose(steps, complete(completers));
    this.#completions.set(completed, run);
    return run;
  }
}

/** Calls the method of a tool. */
function callTool(tool: Tool): Run {
  return (call) => runMethod(tool, call, (value) => toToolResult(value, tool));
}

/** Calls the method of a prompt. */
function getPrompt(prompt: Prompt): Run {
  const { description } = prompt.definition;
  return (call) =>
    runMethod(prompt, call, (value) => ({ ...(description && { description }), ...toPromptResult(value) }));
}

/** Calls the method of a resource. If it returns `undefined` or `null`, the resource does not exist. */
function readResource(resource: Resource | Template): Run {
  const { definition, result } = resource;
  return (call) =>
    runMethod(resource, call, (value) => {
      if (value === undefined || value === null) throw resourceNotFound(call.name);
      const contents = toResourceContents(value, call.name, definition.mimeType, result);
      return after(contents, (contents) => ({ contents }));
    });
}

function ofTool({ name }: Call): string {
  return `Invalid arguments for tool ${name}`;
}

function ofTemplate({ name }: Call): string {
  return `Invalid URI ${name}`;
}

function ofPrompt({ name }: Call): string {
  return `Invalid arguments for prompt ${name}`;
}

/** Has a check come before the rest of a call. */
function before(check: Check): Step {
  return (call, next) => after(check(call), next);
}

/** Composes the steps, outermost first, around the method. What a step throws becomes the outcome. */
function compose(steps: readonly (Step | false | undefined)[], method: Run): Run {
  const applied = steps.filter((step) => typeof step === "function");
  if (applied.length === 0) return method;
  const run = applied.reduceRight<Run>((next, step) => (call) => step(call, () => next(call)), method);
  return (call) =>
    attempt(
      () => run(call),
      (error) => {
        const { source, invocation } = call;
        return { status: "failed", fault: toFault(error, source, invocation.report, invocation) };
      },
    );
}
