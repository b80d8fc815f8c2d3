/** Where somebody lives. */
export interface Address {
  /** Street and number. */
  street: string;
  geo?: Geo;
}

export interface Geo {
  lat: number;
}

export type Kind = "home" | "work";

export const DEFAULTS = { zoom: 3 };
