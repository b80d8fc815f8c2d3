import { tool } from "@plainmcp/core";

interface Sensor {
  temperature: number;
  label: string;
}

type Flags<T> = { [K in keyof T]: boolean };
type Setters<T> = { [K in keyof T as `set_${string & K}`]?: T[K] };
type Numbers<T> = { [K in keyof T as T[K] extends number ? K : never]: T[K] };
type Boxed<T> = { [K in keyof T]: { value: T[K] } };

export class Sensors {
  /** Types made of the properties of others. */
  @tool
  read(flags: Flags<Sensor>, setters: Setters<Sensor>, numbers: Numbers<Sensor>, list: Boxed<[number, string]>): Boxed<Sensor> {
    return null!;
  }
}
