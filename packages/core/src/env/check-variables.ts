import { FORMATS } from "../formats/index.js";
import type { EnvVariableManifest } from "../manifest/manifest.js";
import { quote } from "../validation/describe-value.js";
import { type Environment, lookUp } from "./environment.js";

/** Says what is wrong with each variable that is missing or has an invalid value, one line each. */
export function checkVariables(
  variables: readonly EnvVariableManifest[],
  platform: Environment | undefined,
): readonly string[] {
  return variables.flatMap((variable) => problemOf(variable, lookUp(variable.name, platform)) ?? []);
}

function problemOf(variable: EnvVariableManifest, text: string | undefined): string | undefined {
  const { secret, optional, default: byDefault } = variable;
  const name = `${variable.name} (${variable.description.replace(/\s+/g, " ").replace(/\.$/, "")})`;
  if (text === undefined) {
    return optional || byDefault !== undefined
      ? undefined
      : `${name} is not set. Set this variable in the server's environment.`;
  }
  const expected = expectedOf(variable, text);
  if (expected === undefined) return undefined;
  const found = secret ? "; its value is secret and not shown" : `, not ${quote(text)}`;
  return `${name} must be ${expected}${found}. Change this variable in the server's environment.`;
}

/** What a text should be instead. */
function expectedOf({ enum: allowed, format }: EnvVariableManifest, text: string): string | undefined {
  if (allowed !== undefined && !allowed.includes(text)) return `one of ${allowed.join(", ")}`;
  const known = format === undefined ? undefined : FORMATS.get(format);
  return known === undefined || known.test(text) ? undefined : known.expected;
}
