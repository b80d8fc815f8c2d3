import type KubernetesPod from "./server.js";

type Value = Parameters<KubernetesPod["take"]>[0];

export const accepts: readonly Value[] = [
  {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p", labels: { app: "a" }, creationTimestamp: new Date(0) },
    spec: { containers: [{ name: "c", image: "i", resources: { limits: { cpu: "1" } } }] },
  },
];

export const rejects: readonly unknown[] = [{ metadata: { name: 1 } }, { spec: { containers: [{}] } }];
