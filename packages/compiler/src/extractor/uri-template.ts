/** Whether a resource's URI has variables. */
export function isTemplate(uri: string): boolean {
  return /[{}]/.test(uri);
}

/**
 * The variables of an RFC 6570 template, in order: `["city", "unit"]` of `weather://{city}/now{?unit}`. Nothing for a
 * malformed template.
 */
export function templateVariables(template: string): string[] | undefined {
  const variables: string[] = [];
  const rest = template.replace(EXPRESSION, (_, names: string) => {
    variables.push(...names.split(",").map((name) => name.replace(/\*$|:\d+$/, "")));
    return "";
  });
  return isTemplate(rest) ? undefined : [...new Set(variables)];
}

/** An operator, then names with an optional `*` or `:length` behind each. */
const EXPRESSION = /\{[+#./;?&]?((?:[\w.%]+(?:\*|:\d+)?)(?:,[\w.%]+(?:\*|:\d+)?)*)\}/g;
