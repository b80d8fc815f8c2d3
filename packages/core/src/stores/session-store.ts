/** What is kept of the session of a legacy client. */
export interface SessionRecord {
  /** 122 random bits: nobody can guess the session of another. */
  readonly id: string;
  /** Who opened it and alone may use it. An empty text stands for clients that nobody has identified. */
  readonly owner: string;
}

/** Keeps which sessions are open. */
export interface SessionStore {
  /**
   * Takes in a new session. When there is no room, an idle one has to give way.
   *
   * @returns `false` when none is idle
   */
  create(record: SessionRecord): boolean;
  /** The session of this id, if its time is not over. */
  read(id: string): SessionRecord | undefined;
  /** Takes note that a session is used: its time begins anew. */
  touch(id: string): void;
  delete(id: string): void;
}
