import type GraphMail from "./server.js";

type Value = Parameters<GraphMail["take"]>[0];

export const accepts: readonly Value[] = [
  { subject: "s", body: { contentType: "text", content: "c" }, toRecipients: [{ emailAddress: { address: "a@b.c" } }] },
];

export const rejects: readonly unknown[] = [{ subject: 1 }, { body: { contentType: "rtf" } }];
