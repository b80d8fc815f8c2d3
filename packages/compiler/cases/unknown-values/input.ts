import { tool } from "@plainmcp/core";

interface Envelope {
  payload: unknown;
  extra?: unknown;
}

export class Mailbox {
  /** Any value at all; a parameter of type unknown must still be there. */
  @tool
  send(envelope: Envelope, list: unknown[], bag: Record<string, unknown>, something: {}, thing: object): unknown {
    return envelope;
  }
}
