export const LIMIT = 100;

export enum Shape {
  Square,
  Round,
}
