import type { Asking } from "../../ask/requester.js";
import { currentContainment } from "../../containment/containment.js";
import { createCallScope } from "../../containment/create-call-scope.js";
import type { Context } from "../../context.js";
import type { Fault, Middleware, MiddlewareCall, MiddlewareContext, Outcome } from "../../primitives/middleware.js";
import type { Awaitable } from "../../promises/awaitable.js";
import type { Call, CallOutcome, Step } from "../call.js";
import { checkOutcome } from "../check-outcome.js";
import type { SuspendedCall, SuspendedCalls } from "../suspended-calls.js";
import { toFault } from "../to-fault.js";

/**
 * Runs middleware around a call, once. While the client answers a question, the call waits in `suspended`. The request
 * that brings the answers continues it.
 */
export function use(middleware: readonly Middleware[], suspended: SuspendedCalls<WrappedCall>): Step {
  return async (call, next) => {
    const { continues } = call.invocation;
    const wrapped = suspended.take(continues) ?? new WrappedCall(middleware);
    const outcome = await wrapped.go(call, next);
    if (outcome.status !== "asking") return outcome;
    const id = continues ?? crypto.randomUUID();
    suspended.keep(id, wrapped, call.invocation.load);
    return { ...outcome, state: { ...outcome.state, call: id } };
  };
}

/** A call inside its middleware, across all the requests that it takes. */
export class WrappedCall implements SuspendedCall {
  readonly #middleware: readonly Middleware[];
  /** The current request of the call, and the function that runs the method for it. */
  #call!: Call;
  #next!: () => Awaitable<CallOutcome>;
  #ask: (asking: Asking) => void = () => undefined;
  /** Continues a call that waits for answers. With a fault, it ends instead. */
  #resume: (fault?: Fault) => void = () => undefined;
  #ended: Promise<Outcome> | undefined;
  #hasEnded = false;

  constructor(middleware: readonly Middleware[]) {
    this.#middleware = middleware;
  }

  /** Begins or continues the call, until it has an outcome or asks the client. */
  go(call: Call, next: () => Awaitable<CallOutcome>): Promise<CallOutcome> {
    this.#call = call;
    this.#next = next;
    const asked = new Promise<Asking>((resolve) => {
      this.#ask = resolve;
    });
    if (this.#ended === undefined) this.#ended = this.#begin();
    else if (!this.#hasEnded) this.#resume();
    return Promise.race([this.#ended, asked]);
  }

  async abandon(fault: Fault): Promise<void> {
    this.#resume(fault);
    await this.#ended;
  }

  async #begin(): Promise<Outcome> {
    const { source, invocation } = this.#call;
    const seen = this.#seen();
    const chain = this.#middleware.reduceRight<() => Promise<Outcome>>(
      (next, wrap) => async () => checkOutcome(await wrap(seen, once(next)), this.#call.kind),
      () => this.#reachMethod(),
    );
    try {
      const scope = createCallScope({ source, report: invocation.report, stoppedBy: invocation });
      return await currentContainment().run(scope, chain);
    } catch (error) {
      return { status: "failed", fault: toFault(error, source, invocation.report, this.#call.invocation) };
    } finally {
      this.#hasEnded = true;
    }
  }

  /** Runs the method until it has an outcome, again for each answer. All runs have the middleware's async context. */
  async #reachMethod(): Promise<Outcome> {
    for (;;) {
      const outcome = await this.#next();
      if (outcome.status !== "asking") return outcome;
      const resumed = new Promise<Fault | undefined>((resolve) => {
        this.#resume = resolve;
      });
      this.#ask(outcome);
      const fault = await resumed;
      if (fault !== undefined) return { status: "failed", fault };
    }
  }

  /** The call as middleware sees it. Its context is that of the current request. */
  #seen(): MiddlewareCall {
    const { kind, name, arguments: args } = this.#call;
    const contextNow = () => withoutQuestions(this.#call.invocation.context);
    return {
      ...{ kind, name, arguments: Object.freeze({ ...args }) },
      get context() {
        return contextNow();
      },
    };
  }
}

/** Middleware cannot ask: on modern connections only the method runs again, so a question could never be answered. */
function withoutQuestions(context: Context): MiddlewareContext {
  const refuse = () => Promise.reject(new Error("A middleware cannot ask the client: ask in the method."));
  const refusals = Object.fromEntries(QUESTIONS.map((name) => [name, { value: refuse }]));
  return Object.create(context, refusals);
}

const QUESTIONS = ["elicit", "elicitUrl", "sample", "roots", "once"] as const satisfies readonly (keyof Context)[];

function once(next: () => Promise<Outcome>): () => Promise<Outcome> {
  let isCalled = false;
  return async () => {
    if (isCalled) throw new Error("A middleware called next() twice: a call runs once.");
    isCalled = true;
    return next();
  };
}
