import { toJsonPointer } from "./json-pointer.js";

/** A place in a schema document. */
export interface Place {
  /** JSON Pointer from the root of the document. */
  readonly pointer: string;
}

/** The path to a place from one above it. */
export type Path = readonly (string | number)[];

/** A place below another one. There are thousands of them, so the pointer is built only when a message needs it. */
export class PlaceBelow implements Place {
  readonly #above: Place;
  readonly #path: Path;

  constructor(above: Place, path: Path) {
    this.#above = above;
    this.#path = path;
  }

  get pointer(): string {
    return this.#above.pointer + toJsonPointer(this.#path);
  }
}
