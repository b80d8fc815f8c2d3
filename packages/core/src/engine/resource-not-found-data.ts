/**
 * What the error for a missing resource tells beside its code and message. A class, because the code differs between
 * eras and the SDK leaves nothing else to know the error by.
 */
export class ResourceNotFoundData {
  readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }
}
