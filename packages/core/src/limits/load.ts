/** What a request takes of the server's budgets. */
export interface Load {
  /** Whom it counts for: the caller, or else the client's address. Empty if the transport has only one client. */
  readonly account: string;
  /** Goes on counting what the request holds after its answer, for work that goes on. Returns the function that ends it. */
  keep(): () => void;
}

/** The loads of requests that pass through the SDK. */
const loads = new WeakMap<Request, Load>();

/** Notes the load of a request, for {@link loadOf}. */
export function noteLoad(request: Request, load: Load): void {
  loads.set(request, load);
}

/** The load of a request that came through the SDK. */
export function loadOf(request: Request | undefined): Load | undefined {
  return request && loads.get(request);
}
