import { backOffMs } from '../net/back-off.ts';
import { NoAnswer, type Problem, Refused } from '../net/errors.ts';
import type { Socket } from '../net/socket.ts';
import { pause } from '../net/surroundings.ts';
import { NO_CONVERSATION, NOT_PLACED, type OutboxItem } from '../state/model.ts';
import { lastSeq } from '../state/run.ts';
import type { Items } from '../store/items.ts';
import type { ConversationLog } from './conversation-log.ts';
import { firstAfter, frameOf } from './frame-of.ts';
import { nextBatch } from './next-batch.ts';
import type { SignedIn } from './signed-in.ts';

/** Sends what is in the outbox for as long as there is a socket. */
export interface Sender {
  live(socket: Socket): void;
  lost(): void;
}

/**
 * The sender of a session. For each conversation one frame is under way at a time, because two may be stored in
 * either order. What has a frame that is not answered stays as it is and goes again over the next socket.
 * @param kept what the device keeps of it, and all of its tabs share
 */
export function createSender(session: SignedIn, log: ConversationLog, kept: Items<OutboxItem>): Sender {
  const { state, dispatch, signal } = session;
  const underWay = new Set<string>();
  let socket: Socket | undefined;

  const look = () => {
    if (!socket) return;
    const names = new Set(state().outbox.map(({ to }) => to));
    for (const name of names) {
      if (underWay.has(name) || nextBatch(state().outbox, name).length === 0) continue;
      underWay.add(name);
      session.inBackground(sendAll(name).finally(() => underWay.delete(name)));
    }
  };

  const sendAll = async (name: string) => {
    if (!state().conversations.get(name)?.loaded) await log.load(name);
    let failures = 0;
    while (socket && !signal.aborted) {
      const batch = nextBatch(state().outbox, name);
      if (batch.length === 0) return;
      if (refuseIfUnavailable(name, batch) || placeThoseWithout(name, batch)) continue;
      try {
        await send(socket, name, batch);
        failures = 0;
      } catch (error) {
        if (error instanceof NoAnswer) return;
        if (!(error instanceof Refused)) throw error;
        failures += 1;
        await recover(error, name, batch, failures);
      }
    }
  };

  const send = async (over: Socket, name: string, batch: readonly OutboxItem[]) => {
    if (batch.some(({ tried }) => !tried)) dispatch({ type: 'messages-tried', clientIds: idsOf(batch) });
    const { stored } = await over.ask(frameOf(name, batch));
    dispatch({ type: 'messages-stored', with: name, stored });
  };

  /** After this, the same batch, a smaller one or the batch at another place may be sent. */
  const recover = async (error: Refused, name: string, batch: readonly OutboxItem[], failures: number) => {
    switch (error.code) {
      case 'busy':
      case 'internal':
        return pause(backOffMs(failures), signal);
      case 'behind':
        // Those that turn out to be among what was written since leave the outbox; the others were not stored.
        await log.catchUp(name, firstAfter(batch));
        return moveToEnd(name, batch);
      case 'unknown-after':
        await log.loadAnew(name);
        return moveToEnd(name, batch);
      default:
        return refuse(concerned(error, batch), error.code, error.retryAt);
    }
  };

  const refuseIfUnavailable = (name: string, batch: readonly OutboxItem[]): boolean => {
    const problem = state().conversations.get(name)?.problem;
    if (problem !== undefined) refuse(batch, problem);
    return problem !== undefined;
  };

  const placeThoseWithout = (name: string, batch: readonly OutboxItem[]): boolean => {
    const unplaced = batch.filter(({ after }) => after === NOT_PLACED);
    if (unplaced.length === 0) return false;
    const shared = new Map(kept.all());
    for (const item of unplaced) place(name, item, shared.get(item.clientId));
    return true;
  };

  /** Another tab may have placed it, and have sent it from there: it would be stored twice if this one said otherwise. */
  const place = (name: string, item: OutboxItem, shared: OutboxItem | undefined) => {
    const { outboxDurable, sharedComputer } = state();
    const { clientId } = item;
    if (shared && shared.after !== NOT_PLACED) {
      dispatch({ type: 'messages-moved', clientIds: [clientId], after: shared.after });
    } else if (!shared && outboxDurable && !sharedComputer) {
      // Another tab knows that it is stored, or was told that it is not to be.
      dispatch({ type: 'message-discarded', clientId });
    } else {
      moveToEnd(name, [item]);
    }
  };

  const moveToEnd = (name: string, batch: readonly OutboxItem[]) => {
    const after = lastSeq(state().conversations.get(name) ?? NO_CONVERSATION);
    dispatch({ type: 'messages-moved', clientIds: idsOf(batch), after });
  };

  const refuse = (batch: readonly OutboxItem[], problem: Problem, retryAt?: number) => {
    const [first] = batch;
    // There is nothing that somebody could change about it: the message is shown again as the log has it.
    if (first && first.kind !== 'message') dispatch({ type: 'act-refused', item: first, problem });
    else dispatch({ type: 'messages-refused', clientIds: idsOf(batch), problem, retryAt });
  };

  session.onChange(look);
  return {
    live(opened) {
      socket = opened;
      look();
    },
    lost() {
      socket = undefined;
    },
  };
}

/** The one message that a refusal names, or all of the frame's. */
function concerned({ field }: Refused, batch: readonly OutboxItem[]): readonly OutboxItem[] {
  const index = /^messages\.(\d+)(\.|$)/.exec(field ?? '')?.[1];
  const item = index === undefined ? undefined : batch[Number(index)];
  return item ? [item] : batch;
}

function idsOf(batch: readonly OutboxItem[]): string[] {
  return batch.map(({ clientId }) => clientId);
}
