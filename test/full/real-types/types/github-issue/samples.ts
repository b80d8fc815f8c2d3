import type GithubIssue from "./server.js";

type Value = Parameters<GithubIssue["take"]>[0];

export const accepts: readonly Value[] = [{ title: "t", labels: ["a", { name: "b", color: null }] }, { title: 5 }];

export const rejects: readonly unknown[] = [{}, { title: ["t"] }];
