import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';

const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export const PASSWORD = 'correct horse battery';

export interface Message {
  readonly text: string;
  readonly state: 'pending' | 'stored' | 'failed';
  /** Of stored messages. */
  readonly seq: number | undefined;
}

/** Somebody at a browser of their own, who does what people do: reads, types, presses keys. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #sockets = new Set<WebSocketRoute>();
  #isCut = false;

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.#context = context;
    this.page = page;
  }

  /** A person at a fresh browser, not signed in. */
  static async atBrowser(
    browser: Browser,
    name: string,
    address: string,
    viewport = DESKTOP,
  ): Promise<Person> {
    const context = await browser.newContext({ baseURL: address, viewport });
    const person = new Person(name, context, await context.newPage());
    await context.routeWebSocket(/\/socket$/, (socket) => person.#passOrRefuse(socket));
    return person;
  }

  async signUp(displayName = this.name): Promise<void> {
    await this.page.goto('/new_user');
    await this.page.getByLabel('Name', { exact: true }).fill(this.name);
    await this.page.getByLabel('Display name').fill(displayName);
    await this.page.getByLabel('Password').fill(PASSWORD);
    await this.page.getByRole('button', { name: 'Create account' }).click();
    await this.isSignedIn();
  }

  async logIn(password = PASSWORD): Promise<void> {
    await this.page.goto('/login');
    await this.page.getByLabel('Name', { exact: true }).fill(this.name);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Log in', exact: true }).click();
  }

  /** Resolves when the page is that of somebody who is signed in. */
  async isSignedIn(timeout = 30_000): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings' }).waitFor({ timeout });
  }

  async logOut(): Promise<void> {
    await this.page.goto('/settings');
    await this.page.getByRole('button', { name: 'Log out', exact: true }).click();
  }

  /** Finds somebody in the list of people and opens the conversation. */
  async openByPeople(other: { name: string }): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find people' }).fill(other.name);
    await this.page.locator(`nav[aria-label="People"] a[href="/c/${other.name}"]`).first().click();
    await this.canWrite();
  }

  async open(other: { name: string }): Promise<void> {
    await this.page.goto(`/c/${other.name}`);
    await this.canWrite();
  }

  /** Accepts whoever is new, so that there is something to write in. */
  async canWrite(): Promise<void> {
    const accept = this.page.getByRole('button', { name: 'Accept' });
    const box = this.messageBox();
    // Neither is there before it is known which of them it is to be.
    await box.or(accept).first().waitFor();
    if (await accept.isVisible()) await accept.click();
    await box.waitFor();
  }

  messageBox() {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  async write(text: string): Promise<void> {
    await this.canWrite();
    await this.messageBox().fill(text);
    await this.messageBox().press('Enter');
  }

  /** What the open conversation shows, from top to bottom. */
  async messages(): Promise<Message[]> {
    return this.page.locator('[role="log"] [data-client-id]').evaluateAll((elements) =>
      elements.map((element) => ({
        text: element.querySelector('[data-text]')?.textContent ?? '',
        state: element.getAttribute('data-state') as Message['state'],
        seq: Number(element.getAttribute('data-seq')) || undefined,
      })),
    );
  }

  async texts(): Promise<string[]> {
    return (await this.messages()).map(({ text }) => text);
  }

  /** Resolves when a message with this text is shown in this state. */
  async sees(text: string, state: Message['state'] = 'stored', timeout = 10_000): Promise<void> {
    const message = this.page.locator(`[data-client-id][data-state="${state}"]`, {
      has: this.page.locator('[data-text]').filter({ hasText: text }),
    });
    await message.last().waitFor({ timeout });
  }

  /** Resolves when exactly these are shown, in this order, all of them stored. */
  async seesJust(texts: readonly string[], timeoutMs = 20_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const expected = texts.map((text) => ({ text, state: 'stored' }));
    const shown = async () => (await this.messages()).map(({ text, state }) => ({ text, state }));
    while (JSON.stringify(await shown()) !== JSON.stringify(expected) && Date.now() < deadline) {
      // Looks again at the page's next frame: there is no event for "everything is there".
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    expect(await shown()).toEqual(expected);
  }

  /** Cuts this browser off from the network: what is open breaks, and nothing new gets through. */
  async loseNetwork(): Promise<void> {
    await this.#context.setOffline(true);
    await this.loseSockets();
  }

  async findNetwork(): Promise<void> {
    this.letSocketsThrough();
    await this.#context.setOffline(false);
  }

  /** Ends the sockets that are open, and lets no other through. */
  async loseSockets(): Promise<void> {
    this.#isCut = true;
    for (const socket of this.#sockets) await socket.close();
    this.#sockets.clear();
  }

  letSocketsThrough(): void {
    this.#isCut = false;
  }

  /** The cookies and stores that survive when the browser is closed. */
  async reopenBrowser(browser: Browser): Promise<Person> {
    const storageState = await this.#context.storageState();
    const kept = { ...storageState, cookies: storageState.cookies.filter(({ expires }) => expires > 0) };
    const baseURL = new URL(this.page.url()).origin;
    await this.leave();
    const context = await browser.newContext({ baseURL, storageState: kept, viewport: DESKTOP });
    return new Person(this.name, context, await context.newPage());
  }

  /** Another tab of the same browser. */
  async openTab(): Promise<Person> {
    return new Person(this.name, this.#context, await this.#context.newPage());
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  #passOrRefuse(socket: WebSocketRoute): void {
    if (this.#isCut) {
      void socket.close();
      return;
    }
    socket.connectToServer();
    this.#sockets.add(socket);
  }
}
