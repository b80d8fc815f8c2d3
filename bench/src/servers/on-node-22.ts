import { NODE_22 } from "./node-22.js";
import { BARE_NODE_22 } from "./peer-subjects.js";
import type { ServerSubject } from "./server-subject.js";

/** The same server on Node 22, compared with the bare one there. */
export function onNode22(subject: ServerSubject): ServerSubject {
  return {
    ...subject,
    base: BARE_NODE_22.name,
    lacks: (transport, era) => NODE_22.problem ?? subject.lacks(transport, era),
    command: async (setting) => ({ ...(await subject.command(setting)), program: NODE_22.program }),
  };
}
