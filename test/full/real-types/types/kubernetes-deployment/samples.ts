import type KubernetesDeployment from "./server.js";

type Value = ReturnType<KubernetesDeployment["give"]>;

export const accepts: readonly Value[] = [
  {
    metadata: { name: "d" },
    spec: { replicas: 2, selector: { matchLabels: { app: "a" } }, template: { spec: { containers: [{ name: "c" }] } } },
  },
];

export const rejects: readonly unknown[] = [{ spec: {} }];
