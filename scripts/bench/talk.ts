/** Somebody who writes to somebody else. */
export interface Writer {
  /** Resolves when they know that it is stored, or where nothing is stored, that it has arrived. */
  say(clientId: string, text: string): Promise<void>;
}

/** Two people who write to each other, by whatever means. */
export interface Talk {
  readonly writers: readonly [Writer, Writer];
  /** Is told the clientIds of what arrives at the other's device. */
  onDelivered: (clientId: string) => void;
  close(): Promise<void>;
}
