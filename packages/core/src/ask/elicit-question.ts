import type { ElicitOptions, ElicitResult } from "../context.js";
import type { Forms } from "../primitives/form.js";
import { isObject } from "../values/is-object.js";
import { createForm } from "./form.js";
import type { Question } from "./question.js";

/**
 * The question that shows a form.
 *
 * @throws Error when no form is known for it
 */
export function elicitQuestion<T>(message: string, options: ElicitOptions, forms?: Forms): Question<ElicitResult<T>> {
  const { key, schema } = options;
  const form = schema === undefined ? forms?.find(message, key) : createForm(schema);
  if (form === undefined) throw new Error(`There is no form for ctx.elicit(${JSON.stringify(message)}). ${REMEDY}`);
  const params = { mode: "form", message, requestedSchema: form.requestedSchema };
  return {
    title: `elicit: ${message}`,
    key,
    requires: "elicitation.form",
    request: () => ({ method: "elicitation/create", params }),
    read: async (answer) => {
      if (!isObject(answer)) return { problem: "it is not an object" };
      const { action, content = {} } = answer;
      if (action === "decline" || action === "cancel") return { value: { action } };
      if (action !== "accept") return { problem: "its action must be accept, decline or cancel" };
      const reading = await form.read(content);
      return "problem" in reading ? reading : { value: { action, content: reading.value as T } };
    },
  };
}

const REMEDY =
  "The compiler makes the form from the type argument: compile again if the call is new, write its message or key as a " +
  "literal, or pass a schema.";
