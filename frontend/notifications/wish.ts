/** That somebody wants notifications on this device, and what the server was told of it. */
export interface Wish {
  readonly person: string;
  readonly hidesContent: boolean;
  readonly endpoint: string;
  /** In ms since 1970. */
  readonly toldAt: number;
}

/** Where the wish survives that the page is closed. */
export interface WishStore {
  get(): Wish | undefined;
  set(wish: Wish | undefined): void;
}

const KEY = 'notifications';

/** In local storage: there is one subscription in a browser, hence one wish. */
export const browserWish: WishStore = {
  get() {
    try {
      const { person, hidesContent, endpoint, toldAt } = JSON.parse(localStorage.getItem(KEY) ?? '') as Wish;
      return typeof person === 'string' ? { person, hidesContent, endpoint, toldAt } : undefined;
    } catch {
      return undefined;
    }
  },
  set(wish) {
    try {
      if (wish) localStorage.setItem(KEY, JSON.stringify(wish));
      else localStorage.removeItem(KEY);
    } catch {
      // A device that is full: notifications come until the page is loaded anew, and then are off.
    }
  },
};
