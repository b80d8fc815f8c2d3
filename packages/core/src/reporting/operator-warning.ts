/** Reported where nothing has failed, but the operator should change something. */
export class OperatorWarning extends Error {
  override readonly name = "OperatorWarning";
}
