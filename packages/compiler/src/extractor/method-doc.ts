import { type MethodDoc, NO_DOC } from "../docs/doc.js";
import { readDoc } from "../docs/read-doc.js";
import type { ts } from "../typescript.js";

/** A method's doc comment. What an override leaves unsaid is said by the method it overrides. */
export function methodDoc(declarations: readonly ts.Declaration[]): MethodDoc {
  const [own, ...inherited] = declarations.map(readDoc);
  return inherited.reduce(complete, own ?? { description: "", tags: [], params: new Map(), returns: NO_DOC });
}

function complete(doc: MethodDoc, base: MethodDoc): MethodDoc {
  return {
    description: doc.description || base.description,
    tags: doc.tags.length > 0 ? doc.tags : base.tags,
    params: new Map([...base.params, ...doc.params]),
    returns: doc.returns.description ? doc.returns : base.returns,
  };
}
