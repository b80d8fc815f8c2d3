import { tool } from "@plainmcp/core";

export class Trips {
  /**
   * Books a trip.
   *
   * @param from - Where it starts
   * @param to Where it ends,
   *   over two lines
   * @param people How many @minimum 1 @maximum 9
   * @param bags - 0 means hand luggage only
   *   {@minimum 0} {@integer}
   */
  @tool
  book(from: string, to: string, people: number, bags = 0, /** What it may cost. @exclusiveMinimum 0 */ limit?: number): void {}
}
