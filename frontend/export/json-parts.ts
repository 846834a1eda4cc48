import { exportedMessages, FORMAT_VERSION, iso, type ToExport } from './exported.ts';
import { extentOf } from './history.ts';

/** A JSON file, piece by piece, each message on a line of its own. docs/export.md describes it. */
export function* jsonParts({ at, by, histories, account }: ToExport): Generator<string> {
  yield `{"version":${FORMAT_VERSION},"exportedAt":"${iso(at)}","by":${personAsJson(by)},`;
  if (account) yield `\n"account":${JSON.stringify(account)},\n`;
  yield '"conversations":[';
  for (const [i, history] of histories.entries()) {
    const { held, all } = extentOf(history);
    yield `${separator(i)}{"with":${personAsJson(history.with)},"complete":${held === all},"messages":[`;
    for (const [j, message] of exportedMessages(history).entries()) {
      yield `${separator(j)}${JSON.stringify(message)}`;
    }
    yield '\n]}';
  }
  yield '\n]}\n';
}

function separator(place: number): string {
  return place === 0 ? '\n' : ',\n';
}

/** Whatever else is known of a person is nobody's business. */
function personAsJson({ name, displayName }: ToExport['by']): string {
  return JSON.stringify({ name, displayName });
}
