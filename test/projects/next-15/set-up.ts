import type { SetUp } from "../../support/projects/set-up.js";
import { installs } from "../../support/projects/steps/installs.js";
import { runs } from "../../support/projects/steps/runs.js";
import { serves } from "../../support/projects/steps/serves.js";
import { servesHttp } from "../../support/projects/steps/serves-http.js";

const calls = { find: [{ title: "Emma", part: { shelf: 1 } }, "Emma: second shelf, ground floor"] } as const;

/** A route handler of Next 15. Its template's tsconfig says only which decorators, beside what it came with. */
export default {
  steps: [
    installs(),
    runs("plainmcp manifest lib/books.ts"),
    serves("plainmcp serve lib/books.ts", calls),
    runs("next build"),
    servesHttp("next start --port 0", calls),
  ],
} satisfies SetUp;
