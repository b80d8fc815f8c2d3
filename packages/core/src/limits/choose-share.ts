import type { HeldShare, Holder, Share } from "./budget.js";

/** How many clients are asked for room, beginning with the one that holds most. */
const MAX_ASKED = 8;

/** Who needs room. */
export interface Need {
  readonly client: string;
  /** How much it would hold then. */
  readonly least: number;
  /** A share that must stay. */
  readonly keep: Share | undefined;
  /** Whether shares may be of no use to their clients yet. */
  readonly hasIdle: boolean;
}

/** The share that goes next. No client gives up anything for one that would then hold more. */
export function chooseShare(holders: Iterable<Holder>, { client, least, keep, hasIdle }: Need): HeldShare | undefined {
  const asked = [...holders].filter(
    (holder) => holder.yielding.size > 0 && (holder.client === client || holder.amount >= least),
  );
  const turnOf: TurnOf = (share) => (share === keep ? undefined : share.yielding?.turn(share.holder.client === client));
  return (hasIdle && idleOf(asked, turnOf)) || yieldingOf(asked, turnOf);
}

type TurnOf = (share: HeldShare) => number | undefined;

/** The idle share of the client that holds most among those that have one. */
function idleOf(holders: readonly Holder[], turnOf: TurnOf): HeldShare | undefined {
  let found: HeldShare | undefined;
  for (const holder of holders) {
    if (found !== undefined && holder.amount <= found.holder.amount) continue;
    found = firstOf(holder, turnOf, 0) ?? found;
  }
  return found;
}

/** A share of the client that holds most. Only a few are asked, because there may be very many clients. */
function yieldingOf(holders: readonly Holder[], turnOf: TurnOf): HeldShare | undefined {
  const left = new Set(holders);
  for (let asked = 0; asked < MAX_ASKED; asked++) {
    let heaviest: Holder | undefined;
    for (const holder of left) if (holder.amount > (heaviest?.amount ?? 0)) heaviest = holder;
    const share = heaviest && firstOf(heaviest, turnOf, Number.POSITIVE_INFINITY);
    if (heaviest === undefined || share !== undefined) return share;
    left.delete(heaviest);
  }
  return undefined;
}

/** The share of a client with the smallest turn, if that is below a limit. */
function firstOf({ yielding }: Holder, turnOf: TurnOf, limit: number): HeldShare | undefined {
  let first: HeldShare | undefined;
  let smallest = limit;
  for (const share of yielding) {
    const turn = turnOf(share);
    if (turn === undefined || turn >= smallest) continue;
    first = share;
    smallest = turn;
  }
  return first;
}
