/** `next` goes into the following call as `cursor`; absent on the last page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
