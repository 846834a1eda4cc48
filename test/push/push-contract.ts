import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Push } from '../../lib/chat/connection-ports.ts';
import type { PushedFrame } from '../../lib/protocol/server-frames.ts';

/** A push, and what stands at its other end. */
export interface OpenPush {
  readonly push: Push;
  /** Opens a connection; what is posted to it is handed to `receive`, and `onClose` is called when the server ends it. */
  open(connectionId: string, receive: (frame: PushedFrame) => void, onClose?: () => void): Promise<void>;
  /** Ends a connection, so that there is none with its id any more. */
  end(connectionId: string): Promise<void>;
  close(): Promise<void>;
}

/** Any frame that a chat pushes, with what text may have in it. */
function frame(text = 'hello'): PushedFrame {
  const entry = {
    kind: 'message',
    seq: 1,
    from: 'alice',
    clientId: 'id-1',
    at: 1_000,
    messages: 1,
    text,
  } as const;
  return { action: 'entries', with: 'alice', entries: [entry] };
}

/** What lib/chat/ports.ts promises of every way to sockets. */
export function pushContract(name: string, openPush: () => Promise<OpenPush>): void {
  describe(`the push on ${name}`, () => {
    let opened: OpenPush;
    beforeAll(async () => {
      opened = await openPush();
    });
    afterAll(() => opened?.close());

    test('hands a frame to the connection, and to no other', async () => {
      const [phone, laptop]: [PushedFrame[], PushedFrame[]] = [[], []];
      await opened.open('phone', (received) => phone.push(received));
      await opened.open('laptop', (received) => laptop.push(received));
      expect(await opened.push.post('phone', frame())).toBe('delivered');
      expect(phone).toEqual([frame()]);
      expect(laptop).toEqual([]);
    });

    test.each(['👩‍👩‍👧 مرحبا', ' \n\r\n\t"\\u0041"', '\u2028\u2029\u0000', 'x'.repeat(4_000)])(
      'hands text over as it is: %j',
      async (text) => {
        const received: PushedFrame[] = [];
        await opened.open('any-text', (one) => received.push(one));
        await opened.push.post('any-text', frame(text));
        expect(received).toEqual([frame(text)]);
      },
    );

    test('knows a connection that there never was, and one that has ended, as gone', async () => {
      await opened.open('short-lived', () => {});
      await opened.end('short-lived');
      expect(await opened.push.post('short-lived', frame())).toBe('gone');
      expect(await opened.push.post('never-there', frame())).toBe('gone');
    });

    test('closes a connection, and no other', async () => {
      const closed: string[] = [];
      for (const id of ['stolen', 'own'])
        await opened.open(
          id,
          () => {},
          () => closed.push(id),
        );
      expect(await opened.push.close('stolen')).toBe('closed');
      expect(closed).toEqual(['stolen']);
      expect(await opened.push.post('stolen', frame())).toBe('gone');
      expect(await opened.push.post('own', frame())).toBe('delivered');
    });

    test('knows a connection that it should close and that is not there as gone', async () => {
      await opened.open('closed-before', () => {});
      await opened.push.close('closed-before');
      expect(await opened.push.close('closed-before')).toBe('gone');
      expect(await opened.push.close('never-opened')).toBe('gone');
    });

    test('reaches every live one of many at the same time, whatever the others are', async () => {
      const received: string[] = [];
      const ids = Array.from({ length: 20 }, (_, i) => `device-${i}`);
      for (const id of ids) await opened.open(id, () => received.push(id));
      const ended = ids.filter((_, i) => i % 3 === 0);
      for (const id of ended) await opened.end(id);
      const outcomes = await Promise.all(ids.map((id) => opened.push.post(id, frame())));
      expect(outcomes).toEqual(ids.map((id) => (ended.includes(id) ? 'gone' : 'delivered')));
      expect(received.sort()).toEqual(ids.filter((id) => !ended.includes(id)).sort());
    });
  });
}
