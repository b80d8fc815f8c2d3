import type GraphqlDocument from "./server.js";

type Value = Parameters<GraphqlDocument["take"]>[0];

export const accepts: readonly Value[] = [{ kind: "Document", definitions: [] } as unknown as Value];

export const rejects: readonly unknown[] = [{ kind: "Document" }, { kind: "Field", definitions: [] }];
