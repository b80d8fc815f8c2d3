import type { FormManifest } from "../manifest/manifest.js";
import type { Form, Forms } from "../primitives/form.js";
import { createMessageMatcher } from "./create-message-matcher.js";
import { createForm } from "./form.js";

/** Makes the forms of a class. @throws InvalidSchemaError for an invalid schema */
export function createForms(manifests: readonly FormManifest[] = []): Forms {
  const keyed = new Map<string, Form>();
  const candidates: Candidate[] = [];
  for (const { key, message, schema } of manifests) {
    const form = createForm(schema);
    if (key !== undefined) keyed.set(key, form);
    else candidates.push({ form, matches: createMessageMatcher(message), literals: message.join("").length });
  }
  // The form with the longest literal text comes first; among equals, the first in the source.
  candidates.sort((one, other) => other.literals - one.literals);
  return {
    find: (message, key) =>
      (key === undefined ? undefined : keyed.get(key)) ?? candidates.find(({ matches }) => matches(message))?.form,
  };
}

interface Candidate {
  readonly form: Form;
  readonly matches: (message: string) => boolean;
  /** The number of literal characters in the message. */
  readonly literals: number;
}
