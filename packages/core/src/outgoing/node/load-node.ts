/** What sending requests needs of Node. */
export interface NodeModules {
  readonly http: typeof import("node:http");
  readonly https: typeof import("node:https");
  readonly dns: typeof import("node:dns");
  readonly stream: typeof import("node:stream");
  readonly zlib: typeof import("node:zlib");
}

/** Loads Node's modules when they are needed. Bundlers do not see it, so that they can bundle this for any platform. */
export async function loadNode(): Promise<NodeModules> {
  const load = (name: string) => import(/* webpackIgnore: true */ /* @vite-ignore */ `node:${name}`);
  const [http, https, dns, stream, zlib] = await Promise.all(["http", "https", "dns", "stream", "zlib"].map(load));
  return { http, https, dns, stream, zlib };
}
