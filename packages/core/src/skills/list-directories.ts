import { mimeTypeOf } from "./mime-type-of.js";
import { parentOf } from "./parent-of.js";
import type { SkillEntry, SkillResource } from "./skills.js";

/** Lists the direct contents of each directory, from the skills' own folders down. */
export function listDirectories(entries: readonly SkillEntry[]): Map<string, SkillResource[]> {
  const directories = new Map<string, Map<string, SkillResource>>();
  const put = (child: SkillResource): void => {
    const parent = parentOf(child.uri);
    const children = directories.get(parent) ?? new Map<string, SkillResource>();
    directories.set(parent, children.set(child.uri, child));
  };
  for (const { uri: manifest, resources } of entries) {
    const root = parentOf(manifest);
    for (const { uri, size } of resources) {
      const name = nameOf(uri);
      put({ uri, name, mimeType: mimeTypeOf(name), size });
      for (let at = parentOf(uri); at !== root; at = parentOf(at)) {
        put({ uri: at, name: nameOf(at), mimeType: "inode/directory" });
      }
    }
  }
  return new Map([...directories].map(([uri, children]) => [uri, [...children.values()].sort(byUri)]));
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}

function byUri(one: SkillResource, other: SkillResource): number {
  return one.uri < other.uri ? -1 : 1;
}
