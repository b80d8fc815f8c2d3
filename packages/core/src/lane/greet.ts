import type { Engine } from "../engine/create-engine.js";

const greetings = new WeakMap<Engine, Map<string, object>>();

/**
 * The result of `initialize`: the same object for all clients of a revision, so that it is written as text only once.
 *
 * @param hearChanges Whether these clients can be told of changes
 */
export function greet(engine: Engine, revision: string, hearChanges: boolean): object {
  let known = greetings.get(engine);
  if (known === undefined) {
    known = new Map();
    greetings.set(engine, known);
  }
  const key = `${revision} ${hearChanges}`;
  let greeting = known.get(key);
  if (greeting === undefined) {
    const { info, instructions } = engine;
    greeting = {
      protocolVersion: revision,
      capabilities: engine.capabilities({ era: "legacy", hearChanges }),
      serverInfo: info,
      ...(instructions && { instructions }),
    };
    known.set(key, greeting);
  }
  return greeting;
}
