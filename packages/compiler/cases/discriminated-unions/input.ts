import { tool } from "@plainmcp/core";


interface Circle {
  kind: "circle";
  /** From the middle to the rim. */
  radius: number;
}

interface Square {
  kind: "square";
  side: number;
}

type Shape = Circle | Square;

type Either = { a: string; b?: never } | { b: string; a?: never };

export class Shapes {
  /** Area of a shape. */
  @tool
  area(shape: Shape): Shape {
    return shape;
  }

  /** One or the other, not both. */
  @tool
  either(one: Either): { ok: true; value: number } | { ok: false; reason: string } {
    return { ok: true, value: 1 };
  }
}
