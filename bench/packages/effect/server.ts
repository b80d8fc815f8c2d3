import { tool } from "@plainmcp/core";
import { Effect, Schema } from "effect";

const Person = Schema.Struct({ name: Schema.String, age: Schema.Number });

/** People, checked by a schema. */
export default class People {
  /**
   * Reads a person.
   * @param text As JSON
   */
  @tool
  read(text: string): Promise<typeof Person.Type> {
    return Effect.runPromise(Schema.decodeUnknownEffect(Person)(JSON.parse(text)));
  }
}
