import { useEffect, useRef, useState } from 'react';
import type { MyData } from '../../lib/protocol/profile-rest.ts';
import { isSessionOver, type Problem, problemOf } from '../net/errors.ts';
import { requestsTo } from '../net/requests.ts';
import { useChat, useStateNow } from '../parts/use-chat.ts';
import { useLanguage } from '../texts/use-texts.ts';
import { useExportTexts } from './export-texts.ts';
import { type Format, fileName } from './file-name.ts';
import { fileOfParts } from './file-of-parts.ts';
import { type Extent, extentOfAll, type History } from './history.ts';
import { htmlParts } from './html-parts.ts';
import { jsonParts } from './json-parts.ts';
import { saveFile } from './save-file.ts';
import { historyOnDevice, wholeHistory } from './whole-history.ts';

/** How far an export is. */
export type ExportStep =
  | { readonly step: 'choosing' | 'writing' }
  | { readonly step: 'fetching'; readonly extent: Extent }
  /** What can't be had of it now; the rest can be exported. */
  | { readonly step: 'stuck'; readonly problem: Problem; readonly extent: Extent }
  | { readonly step: 'saved'; readonly file: string; readonly extent: Extent };

export interface Exporting {
  readonly now: ExportStep;
  /** Fetches what is not here, and saves all of it. */
  start(format: Format): void;
  stop(): void;
  /** Saves what is here, where the rest can't be had. */
  saveWhatIsHere(format: Format): void;
}

const NOTHING_YET: Extent = { held: 0, all: 0 };
const TYPES: Readonly<Record<Format, string>> = { html: 'text/html;charset=utf-8', json: 'application/json' };

/** Exports the conversation with somebody, or all of them. It ends with the component. */
export function useExport(only: string | undefined): Exporting {
  const chat = useChat();
  const stateNow = useStateNow();
  const texts = useExportTexts();
  const { tag, direction } = useLanguage();
  const [now, setNow] = useState<ExportStep>({ step: 'choosing' });
  const stopping = useRef(new AbortController());
  const here = useRef<readonly History[]>([]);
  useEffect(() => () => stopping.current.abort(), []);

  const show = (step: ExportStep, stop: AbortSignal) => {
    if (!stop.aborted) setNow(step);
  };

  const save = async (histories: readonly History[], format: Format, stop: AbortSignal, account?: MyData) => {
    const { session } = stateNow();
    if (session.status !== 'signed-in') return;
    show({ step: 'writing' }, stop);
    const toExport = { at: Date.now(), by: session.me, histories, account };
    const parts = format === 'json' ? jsonParts(toExport) : htmlParts(toExport, { texts, tag, direction });
    const blob = await fileOfParts(parts, TYPES[format], stop);
    const file = fileName(only, format, toExport.at);
    saveFile(blob, file);
    show({ step: 'saved', file, extent: extentOfAll(histories) }, stop);
  };

  const fetchAndSave = async (format: Format, stop: AbortSignal) => {
    const sources = chat.signedIn();
    if (!sources) return show({ step: 'stuck', problem: 'no-answer', extent: NOTHING_YET }, stop);
    let come: readonly History[] = [];
    let account: MyData | undefined;
    const onProgress = (histories: readonly History[]) => {
      come = histories;
      show({ step: 'fetching', extent: extentOfAll(histories) }, stop);
    };
    show({ step: 'fetching', extent: NOTHING_YET }, stop);
    try {
      come = await wholeHistory({ ...sources, only, stop, onProgress });
      if (only === undefined && format === 'json') account = await requestsTo().get<MyData>('my-data');
    } catch (error) {
      if (stop.aborted || isSessionOver(error)) throw error;
      here.current = longest(come, await historyOnDevice({ ...sources, only }));
      return show({ step: 'stuck', problem: problemOf(error), extent: extentOfAll(here.current) }, stop);
    }
    await save(come, format, stop, account);
  };

  /** Does it until it is stopped; by the page, or because the session is over. */
  const begin = (work: (stop: AbortSignal) => Promise<void>) => {
    stopping.current.abort();
    stopping.current = new AbortController();
    const session = chat.signedIn()?.session;
    const { signal } = stopping.current;
    const done = work(session ? AbortSignal.any([signal, session.signal]) : signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
    session?.inBackground(done);
  };

  return {
    now,
    start: (format) => begin((stop) => fetchAndSave(format, stop)),
    stop() {
      stopping.current.abort();
      setNow({ step: 'choosing' });
    },
    saveWhatIsHere: (format) => begin((stop) => save(here.current, format, stop)),
  };
}

/** Of each conversation what reaches back further: what has come, or what was here. */
function longest(come: readonly History[], kept: readonly History[]): History[] {
  const byName = new Map(come.map((history) => [history.with.name, history]));
  for (const history of kept) {
    const { name } = history.with;
    const other = byName.get(name);
    if (!other || extentOfAll([other]).held < extentOfAll([history]).held) byName.set(name, history);
  }
  return [...byName.values()];
}
