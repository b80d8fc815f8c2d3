import { tool } from "@plainmcp/core";

/** Things in schemas that no type can express. */
export class Schemas {
  /**
   * Returns its arguments. Gateways can route the call by its header Mcp-Param-Region.
   * @param region Where to look @header Region
   * @param level How deep to look
   */
  @tool({ name: "test_x_mcp_header" })
  region(region: string, level = 1): string {
    return `region=${region}, level=${level}`;
  }

  /** Takes a contact with a phone number or an e-mail address. */
  @tool({
    name: "json_schema_2020_12_tool",
    inputSchema: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      $defs: {
        address: {
          $anchor: "addressDef",
          type: "object",
          properties: { street: { type: "string" }, city: { type: "string" } },
        },
      },
      properties: {
        name: { type: "string" },
        address: { $ref: "#/$defs/address" },
        contactMethod: { type: "string", enum: ["phone", "email"] },
        phone: { type: "string" },
        email: { type: "string" },
      },
      allOf: [{ anyOf: [{ required: ["phone"] }, { required: ["email"] }] }],
      if: { properties: { contactMethod: { const: "phone" } }, required: ["contactMethod"] },
      // biome-ignore lint/suspicious/noThenProperty: The keyword's name.
      then: { required: ["phone"] },
      else: { required: ["email"] },
      additionalProperties: false,
    },
  })
  contact({ ...contact }: Contact): string {
    return `JSON Schema 2020-12 tool called with: ${JSON.stringify(contact)}`;
  }
}

interface Contact {
  name?: string;
  address?: { street?: string; city?: string };
  contactMethod?: "phone" | "email";
  phone?: string;
  email?: string;
}
