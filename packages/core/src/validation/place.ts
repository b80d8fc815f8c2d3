import { toJsonPointer } from "./json-pointer.js";

/** Where something is in a schema document. */
export interface Place {
  /** JSON Pointer from the root of the document. */
  readonly pointer: string;
}

/** The way to a place from one above it. */
export type Path = readonly (string | number)[];

/** A place below another one. Its pointer is written out when it is asked for, in a message: there are thousands of places. */
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
