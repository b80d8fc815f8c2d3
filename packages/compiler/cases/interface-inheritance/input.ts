import { tool } from "@plainmcp/core";

interface Animal {
  /** What it is called. */
  name: string;
  /** How old it is. @minimum 0 */
  age: number;
}

interface Tagged<T> {
  /** What it is marked with. */
  tag: T;
}

interface Dog extends Animal, Tagged<"chip" | "ring"> {
  age: number;
  breed?: string;
}

class Cat implements Animal {
  name = "";
  age = 1;
  /** Its own. */
  lives = 9;
}

export class Zoo {
  /** An overriding property says what its base says of it. */
  @tool
  add(dog: Dog, cat: Cat): void {}
}
