import { readdirSync } from "node:fs";
import type { SetUp } from "./set-up.js";
import { SET_UPS } from "./try-project.js";

/** A set-up and its folder. */
export interface NamedSetUp {
  readonly name: string;
  readonly setUp: SetUp;
}

/** All set-ups of `test/projects`. */
export function readSetUps(): Promise<readonly NamedSetUp[]> {
  return Promise.all(
    readdirSync(SET_UPS).map(async (name) => {
      const { default: setUp }: { default: SetUp } = await import(`../../projects/${name}/set-up.ts`);
      return { name, setUp };
    }),
  );
}
