import { toJsonPointer } from "./json-pointer.js";

/** Where something is in a schema document. */
export interface Place {
  /** JSON Pointer from the root of the document. */
  readonly pointer: string;
}

/** A place below another one. Its pointer is written out when it is asked for, in a message: there are thousands of places. */
export class PlaceBelow implements Place {
  readonly #above: Place;
  readonly #path: readonly (string | number)[];

  constructor(above: Place, path: readonly (string | number)[]) {
    this.#above = above;
    this.#path = path;
  }

  get pointer(): string {
    return this.#above.pointer + toJsonPointer(this.#path);
  }
}
