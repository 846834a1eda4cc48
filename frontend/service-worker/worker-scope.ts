/** The part of a service worker's world that is used here; the types of pages, which all else needs, lack it. */
export interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly navigator: Navigator;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener<Type extends keyof WorkerEvents>(
    type: Type,
    listener: (event: WorkerEvents[Type]) => void,
  ): void;
}

export interface Clients {
  claim(): Promise<void>;
  matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WindowClient[]>;
  openWindow(url: string): Promise<unknown>;
}

/** A page of ours that is open. */
export interface WindowClient {
  readonly url: string;
  readonly focused: boolean;
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface WorkerEvents {
  readonly install: ExtendableEvent;
  readonly activate: ExtendableEvent;
  readonly message: ExtendableEvent & { readonly data: unknown };
  readonly fetch: ExtendableEvent & {
    readonly request: Request;
    respondWith(response: Promise<Response>): void;
  };
  readonly push: ExtendableEvent & { readonly data: { text(): string } | null };
  readonly notificationclick: ExtendableEvent & { readonly notification: Notification };
  readonly pushsubscriptionchange: ExtendableEvent & {
    readonly oldSubscription?: PushSubscription | null;
    readonly newSubscription?: PushSubscription | null;
  };
}

interface ExtendableEvent {
  /** Keeps the worker alive until then. */
  waitUntil(work: Promise<unknown>): void;
}
