import type { JsonSchema } from "@plainmcp/core";

/** Tells whether a value is valid. What is wrong with it is found out too, as far as the candidate does so. */
export type Judge = (value: unknown) => boolean;

/** A way to validate: makes one judge for each schema. */
export type Prepare = (schemas: readonly JsonSchema[]) => readonly Judge[];
