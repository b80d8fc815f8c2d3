import { convertArray } from "./convert-array.js";
import { convertBigint } from "./convert-bigint.js";
import { convertBranded } from "./convert-branded.js";
import { convertBytes } from "./convert-bytes.js";
import { convertContext } from "./convert-context.js";
import { convertError } from "./convert-error.js";
import { convertFunction } from "./convert-function.js";
import { convertIterable } from "./convert-iterable.js";
import { convertLiteral } from "./convert-literal.js";
import { convertMap } from "./convert-map.js";
import { convertNothing } from "./convert-nothing.js";
import { convertObject } from "./convert-object.js";
import { convertPlatformObject } from "./convert-platform-object.js";
import { convertPrimitive } from "./convert-primitive.js";
import { convertRejection } from "./convert-rejection.js";
import { convertSerializable } from "./convert-serializable.js";
import { convertSet } from "./convert-set.js";
import { convertTemplateLiteral } from "./convert-template-literal.js";
import { convertTextObject } from "./convert-text-object.js";
import { convertTuple } from "./convert-tuple.js";
import { convertTypeParameter } from "./convert-type-parameter.js";
import { convertUnion } from "./convert-union.js";
import { convertUnknown } from "./convert-unknown.js";
import type { Converter } from "./converter.js";

/**
 * One converter per kind of type. The first one that knows a type converts it, so special ones come before general
 * ones.
 */
export const CONVERTERS: readonly Converter[] = [
  convertUnknown,
  convertNothing,
  convertLiteral,
  convertPrimitive,
  convertBigint,
  convertTemplateLiteral,
  convertTypeParameter,
  convertUnion,
  convertSerializable,
  convertBranded,
  convertRejection,
  convertTextObject,
  convertError,
  convertBytes,
  convertMap,
  convertSet,
  convertIterable,
  convertArray,
  convertTuple,
  convertFunction,
  convertContext,
  convertPlatformObject,
  convertObject,
];
