import { descend, type Run } from "../validation/check.js";

/** Converts a value, or returns it unchanged. Copies what it changes. @throws RefusedValueError */
export type Transform = (value: unknown, run: Run) => unknown;

/** Converts a part of the current value. @throws RefusedValueError */
export function transformChild(transform: Transform, child: unknown, run: Run): unknown {
  descend(run);
  const result = transform(child, run);
  run.depth -= 1;
  return result;
}

/** Combines transforms into one that applies them in order. */
export function chain(transforms: readonly Transform[]): Transform {
  const [only] = transforms;
  if (transforms.length === 1 && only !== undefined) return only;
  return (value, run) => transforms.reduce((current, transform) => transform(current, run), value);
}
