import { tool } from "@plainmcp/core";

interface Secret {
  code: number;
}

class Vault {
  /** Types and class need not be exported. */
  @tool
  open(secret: Secret): Secret {
    return secret;
  }
}

export const vault = new Vault();
