import { projectForm } from "./project-form.js";
import { withoutNewer } from "./without-newer.js";

/** Converts the params of a notification, or of a request to the client, to a legacy revision. */
export function projectParams(method: string, params: object | undefined, revision: string): object | undefined {
  switch (method) {
    case "notifications/progress":
      return withoutNewer("progress", params, revision);
    case "sampling/createMessage":
      return withoutNewer("sampling", params, revision);
    case "elicitation/create": {
      const { requestedSchema, ...rest } = withoutNewer("elicitation", params, revision);
      return requestedSchema === undefined
        ? rest
        : { ...rest, requestedSchema: projectForm(requestedSchema, revision) };
    }
    default:
      return params;
  }
}
