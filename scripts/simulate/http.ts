import { ERRORS } from '../../lib/protocol/errors.ts';
import type { Page } from './page.ts';
import { type Answered, answerToRequest } from './requests.ts';
import { Killed } from './server.ts';
import { bodyOf } from './use-cases.ts';
import type { World } from './world.ts';

/** A request's way through the network. */
const REQUEST_MS = { least: 5, most: 60 };

/** Until a browser says that there is no network. */
const NO_NETWORK_MS = 20;

/** Answers the pages' requests, as a browser's `fetch` does, with a function for each. */
export class Http {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async fetch(page: Page, url: URL, { body, signal }: RequestInit): Promise<Response> {
    const what = `${page.name}: ${url.pathname}`;
    const { faults, scheduler } = this.#world;
    if (faults.strikes('there is no network', page.tab)) {
      await scheduler.wait(NO_NETWORK_MS, `${what} without a network`, page);
      throw new TypeError('Failed to fetch');
    }
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new TypeError('The operation timed out.')));
      if (faults.strikes('a request is lost', page.tab)) return;
      scheduler.after(this.#ms(page), what, () => {
        const asked = {
          path: url.pathname,
          query: Object.fromEntries(url.searchParams),
          body: typeof body === 'string' ? JSON.parse(body) : undefined,
          session: page.browser.session && {
            person: page.browser.session.person,
            id: page.browser.session.id,
          },
        };
        this.#world.server
          .invoke(url.pathname, (chat) => answerToRequest(chat, asked))
          .then(
            (answered) => this.#answer(page, what, url.pathname, 200, answered, resolve),
            (error) => this.#refuse(page, what, error, resolve),
          );
      });
    });
  }

  #answer(
    page: Page,
    what: string,
    path: string,
    status: number,
    { body, session }: Answered,
    resolve: (response: Response) => void,
  ): void {
    const { faults, scheduler, mutant } = this.#world;
    if (faults.strikes('an answer is lost', page.tab)) return;
    const arrive = () => {
      // The browser takes a cookie whatever becomes of the page.
      if (session !== undefined) page.browser.session = session ?? undefined;
      const answered = mutant.answered ? mutant.answered(path, body) : body;
      resolve(responseOf(answered === undefined ? 204 : status, JSON.stringify(answered)));
    };
    scheduler.after(this.#ms(page), `${what} answered`, arrive, page);
  }

  #refuse(page: Page, what: string, error: unknown, resolve: (response: Response) => void): void {
    const { scheduler, faults } = this.#world;
    if (faults.strikes('an answer is lost', page.tab)) return;
    const answer = bodyOf(error);
    const [status, body] =
      error instanceof Killed
        ? [502, 'Bad Gateway']
        : [ERRORS[answer.code].status, JSON.stringify({ error: answer })];
    scheduler.after(this.#ms(page), `${what} refused`, () => resolve(responseOf(status, body)), page);
  }

  #ms(page: Page): number {
    return this.#world.chance.between(`requests of ${page.tab}`, REQUEST_MS.least, REQUEST_MS.most);
  }
}

/** As much of a response as pages look at. */
function responseOf(status: number, body: string): Response {
  const response: Pick<Response, 'status' | 'ok' | 'json'> = {
    status,
    ok: status < 300,
    json: async () => JSON.parse(body),
  };
  return response as Response;
}
