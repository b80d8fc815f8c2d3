/** The stored data of a legacy client's session. */
export interface SessionRecord {
  /** 122 random bits, so that nobody can guess another client's session. */
  readonly id: string;
  /** The caller who opened the session; only this caller may use it. Empty for unidentified callers. */
  readonly owner: string;
}

/** Stores the open sessions. */
export interface SessionStore {
  /** Stores a new session. */
  create(record: SessionRecord): void;
  /** Returns the session with this id, unless it has expired. */
  read(id: string): SessionRecord | undefined;
  /** Records that a session is used, which restarts its time. */
  touch(id: string): void;
  delete(id: string): void;
}
