import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  followNewVersions,
  type NewVersions,
  type VersionedPage,
} from '../../frontend/service-worker/new-versions.ts';

const MINUTE_MS = 60_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A service worker as its pages see it. */
class Worker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly told: unknown[] = [];
  onTold = () => {};

  postMessage(message: unknown) {
    this.told.push(message);
    this.onTold();
  }
  becomes(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
  checks = 0;

  update = async () => {
    this.checks += 1;
    throw new TypeError('There is no network.');
  };
}

class Container extends EventTarget {
  controller: Worker | null = null;
}

/** A page of alice's, and the browser around it. */
class Page {
  readonly registration = new Registration();
  readonly container = new Container();
  isIdle = false;
  reloads = 0;
  lastReload = 0;
  hide = () => {};
  see = () => {};

  open(): NewVersions {
    return followNewVersions({
      registration: this.registration as unknown as VersionedPage['registration'],
      container: this.container as unknown as VersionedPage['container'],
      use: {
        isIdle: () => this.isIdle,
        onHidden: (listener) => {
          this.hide = listener;
        },
        onSeen: (listener) => {
          this.see = listener;
        },
      },
      reload: () => {
        this.reloads += 1;
      },
      lastReload: {
        get: () => this.lastReload,
        set: (at) => {
          this.lastReload = at;
        },
      },
    });
  }

  /** The browser finds another worker on the server and installs it. */
  newVersionComes(): Worker {
    const worker = new Worker();
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event('updatefound'));
    this.registration.installing = null;
    this.registration.waiting = worker;
    worker.onTold = () => this.newVersionTakesOver(worker);
    worker.becomes('installed');
    return worker;
  }

  newVersionTakesOver(worker: Worker) {
    this.registration.waiting = null;
    this.container.controller = worker;
    this.container.dispatchEvent(new Event('controllerchange'));
  }
}

function pageWithWorker(): Page {
  const page = new Page();
  page.container.controller = new Worker();
  return page;
}

describe('a new version', () => {
  test('is announced while alice is busy, and taken when she says so', () => {
    const page = pageWithWorker();
    const versions = page.open();
    const announced = jest.fn();
    versions.subscribe(announced);
    const worker = page.newVersionComes();
    expect(versions.isThere()).toBe(true);
    expect(announced).toHaveBeenCalled();
    expect([worker.told, page.reloads]).toEqual([[], 0]);

    versions.take();
    expect(worker.told).toEqual([{ kind: 'take-over' }]);
    expect(page.reloads).toBe(1);
  });

  test('is taken without a word when nobody is disturbed by it', () => {
    const page = pageWithWorker();
    page.isIdle = true;
    page.open();
    page.newVersionComes();
    expect(page.reloads).toBe(1);
  });

  test('is taken as soon as alice looks away', () => {
    const page = pageWithWorker();
    page.open();
    page.newVersionComes();
    page.isIdle = true;
    page.hide();
    expect(page.reloads).toBe(1);
  });

  test('is taken when she has not touched the page for long', () => {
    const page = pageWithWorker();
    page.open();
    page.newVersionComes();
    jest.advanceTimersByTime(MINUTE_MS);
    expect(page.reloads).toBe(0);
    page.isIdle = true;
    jest.advanceTimersByTime(MINUTE_MS);
    expect(page.reloads).toBe(1);
  });

  test('that has waited since before is taken when a page opens', () => {
    const page = pageWithWorker();
    page.registration.waiting = new Worker();
    page.registration.waiting.onTold = () => page.newVersionTakesOver(page.registration.waiting as Worker);
    page.isIdle = true;
    page.open();
    expect(page.reloads).toBe(1);
  });

  test('that another page has let in leaves this one as it is until it is idle', () => {
    const page = pageWithWorker();
    const versions = page.open();
    const worker = page.newVersionComes();
    page.newVersionTakesOver(worker);
    expect([versions.isThere(), page.reloads]).toEqual([true, 0]);
    versions.take();
    expect(page.reloads).toBe(1);
  });

  test('does not make the page go round in circles', () => {
    const page = pageWithWorker();
    page.isIdle = true;
    page.lastReload = Date.now();
    const versions = page.open();
    page.newVersionComes();
    expect([versions.isThere(), page.reloads]).toEqual([true, 0]);
  });

  test('whose worker does not answer is asked for anew by the reload', () => {
    const page = pageWithWorker();
    const versions = page.open();
    page.newVersionComes().onTold = () => {};
    versions.take();
    expect(page.reloads).toBe(0);
    jest.advanceTimersByTime(5_000);
    expect(page.reloads).toBe(1);
  });
});

test('the first worker of all is no new version', () => {
  const page = new Page();
  page.isIdle = true;
  const versions = page.open();
  const worker = page.newVersionComes();
  page.newVersionTakesOver(worker);
  expect([versions.isThere(), page.reloads]).toEqual([false, 0]);
});

test('a page looks for new versions when it opens, every hour, and when it is seen again after long', () => {
  const page = pageWithWorker();
  page.open();
  expect(page.registration.checks).toBe(1);
  page.see();
  expect(page.registration.checks).toBe(1);
  jest.advanceTimersByTime(10 * MINUTE_MS);
  page.see();
  expect(page.registration.checks).toBe(2);
  jest.advanceTimersByTime(50 * MINUTE_MS);
  expect(page.registration.checks).toBe(3);
});
