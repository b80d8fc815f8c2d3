import type { Schema } from "../json-schema/schema.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** Turns one kind of type into a schema. Returns `undefined` for every other kind. */
export type Converter = (site: Site, builder: SchemaBuilder) => Schema | undefined;
