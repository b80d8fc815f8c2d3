import type { JsonSchema } from "../../manifest/json-schema.js";
import { DATA, NAMED_SCHEMAS } from "../../manifest/keyword-contents.js";
import { isObject } from "../../values/is-object.js";

/**
 * Checks the headers that clients repeat arguments in (`x-mcp-header`). Clients drop a whole tool with a wrong one.
 *
 * @throws Error that says what to write instead
 */
export function checkHeaders(root: JsonSchema): void {
  const taken = new Set<string>();
  visit(root, true);

  /** @param isSingle Whether a call has the value once at most */
  function visit(schema: unknown, isSingle: boolean): void {
    if (Array.isArray(schema)) {
      for (const branch of schema) visit(branch, false);
      return;
    }
    if (!isObject(schema)) return;
    const { "x-mcp-header": header, type } = schema;
    if (header !== undefined) checkHeader(header, type, isSingle, taken);
    for (const [keyword, value] of Object.entries(schema)) {
      if (NAMED_SCHEMAS.has(keyword) && isObject(value)) {
        for (const named of Object.values(value)) visit(named, isSingle && keyword === "properties");
      } else if (!DATA.has(keyword)) visit(value, false);
    }
  }
}

function checkHeader(header: unknown, type: unknown, isSingle: boolean, taken: Set<string>): void {
  if (typeof header !== "string" || !TOKEN.test(header)) {
    throw new Error(`x-mcp-header cannot be ${JSON.stringify(header)}: write letters, digits and -, such as "Region"`);
  }
  if (!isSingle) {
    throw new Error(
      `a header cannot repeat a value in a list, a union or a definition: put x-mcp-header "${header}" on an argument`,
    );
  }
  if (type !== "string" && type !== "integer" && type !== "boolean") {
    throw new Error(
      `a header can only repeat a string, an integer or a boolean, and x-mcp-header "${header}" is on another type`,
    );
  }
  if (taken.has(header.toLowerCase())) {
    throw new Error(
      `two arguments have the x-mcp-header "${header}" (upper and lower case are the same): rename one of them`,
    );
  }
  taken.add(header.toLowerCase());
}

/** RFC 9110. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
