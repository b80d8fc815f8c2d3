/** Reported if nothing failed, but the operator should change something. */
export class OperatorWarning extends Error {
  override readonly name = "OperatorWarning";
}
