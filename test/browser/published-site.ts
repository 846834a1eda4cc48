import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isPacked } from '../../scripts/build/pack-files.ts';
import { PAGES_FOLDER } from '../../scripts/build/pages.ts';
import { type Listening, LOOPBACK, listenOn } from '../../scripts/local/listen.ts';
import { pageServer } from '../../scripts/local/page-server.ts';

const SERVICE_WORKER = 'sw.js';
const INDEX = 'index.html';

/** The built pages at an address of their own, where newer versions of them can be put in place. Nobody is signed in. */
export class PublishedSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'chat-site-'));
  #serve: RequestListener;
  #listening: Listening | undefined;
  readonly port: number;

  private constructor(listening: Listening, serve: RequestListener) {
    this.port = listening.port;
    this.#listening = listening;
    this.#serve = serve;
  }

  static async start(): Promise<PublishedSite> {
    let site: PublishedSite | undefined;
    const listening = await listenOn(
      LOOPBACK,
      0,
      answersOf((...request) => site?.answer(...request)),
    );
    site = new PublishedSite(listening, () => {});
    // What is packed would still be what it was when its file is another one.
    cpSync(PAGES_FOLDER, site.#folder, { recursive: true, filter: (path) => !isPacked(path) });
    site.#serve = pageServer(site.#folder);
    return site;
  }

  get address(): string {
    return `http://localhost:${this.port}`;
  }

  readonly answer: RequestListener = (request, response) => {
    if (!request.url?.startsWith('/api/')) return this.#serve(request, response);
    const error = { code: 'not-signed-in', message: 'Log in first.' };
    response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  };

  /** What index.html says of the version that lies here. */
  version(): string {
    return /<meta name="version" content="(\w+)"/.exec(this.#read(INDEX))?.[1] ?? '';
  }

  /** The path of the script that index.html begins with. */
  entry(): string {
    return /src="(\/assets\/[^"]+)"/.exec(this.#read(INDEX))?.[1] ?? '';
  }

  /**
   * Puts a newer version in place: the same pages, all of whose scripts and styles have other names.
   * @param change what is done to its index.html
   */
  publish(version: string, change = (html: string) => html): void {
    const before = this.version();
    const assets = globSync('assets/*', { cwd: this.#folder });
    const newNames = new Map(assets.map((path) => [basename(path), newName(basename(path), version)]));
    const renamed = (text: string) =>
      [...newNames].reduce((all, [old, name]) => all.replaceAll(old, name), text.replaceAll(before, version));
    let worker = renamed(this.#read(SERVICE_WORKER));
    for (const file of [INDEX, ...assets]) {
      const content = this.#read(file);
      const newContent = file === INDEX ? change(renamed(content)) : renamed(content);
      worker = worker.replaceAll(integrityOf(content), integrityOf(newContent));
      this.#write(file, newContent);
      renameSync(join(this.#folder, file), join(this.#folder, renamed(file)));
    }
    this.publishWorker(worker);
  }

  /** Puts something else in place of the service worker. */
  publishWorker(code: string): void {
    this.#write(SERVICE_WORKER, code);
    this.#serve = pageServer(this.#folder);
  }

  /** From now on nobody answers here. */
  async stop(): Promise<void> {
    await this.#listening?.stop();
    this.#listening = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }

  #read(file: string): string {
    return readFileSync(join(this.#folder, file), 'utf8');
  }

  #write(file: string, content: string): void {
    writeFileSync(join(this.#folder, file), content);
  }
}

function answersOf(answer: RequestListener) {
  return { answer, upgrade: (_: unknown, socket: { destroy(): void }) => socket.destroy() };
}

/** The same name with another hash in it, as what is in the file is another, too. */
function newName(name: string, version: string): string {
  const hash = createHash('sha256').update(`${name} ${version}`).digest('hex').slice(0, 8);
  return name.replace(/-[\w-]{8}(?=\.\w+$)/, `-${hash}`);
}

function integrityOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
