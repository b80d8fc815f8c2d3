import type { Group } from "./contract.js";
import { batches } from "./requirements/batches.js";
import { bytes } from "./requirements/bytes.js";
import { chosenValues } from "./requirements/chosen-values.js";
import { ends } from "./requirements/ends.js";
import { failures } from "./requirements/failures.js";
import { features } from "./requirements/features.js";
import { givenArguments } from "./requirements/given-arguments.js";
import { ids } from "./requirements/ids.js";
import { legacy } from "./requirements/legacy.js";
import { lifecycle } from "./requirements/lifecycle.js";
import { lines } from "./requirements/lines.js";
import { messages } from "./requirements/messages.js";
import { modern } from "./requirements/modern.js";
import { processEnd } from "./requirements/process-end.js";
import { results } from "./requirements/results.js";
import { runTime } from "./requirements/run-time.js";
import { sessions } from "./requirements/sessions.js";
import { subscriptions } from "./requirements/subscriptions.js";

/** All requirements of the contract. */
export const GROUPS: readonly Group<never>[] = [
  messages,
  features,
  results,
  failures,
  givenArguments,
  chosenValues,
  modern,
  subscriptions,
  runTime,
  legacy,
  batches,
  ids,
  bytes,
  lines,
  sessions,
  ends,
  lifecycle,
  processEnd,
];
