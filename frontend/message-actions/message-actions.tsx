import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Row } from '../conversation/rows.ts';
import { useEmojiPicker } from '../emoji/use-emoji-picker.tsx';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';
import { ChooseEmoji } from './choose-emoji.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { FormerTexts } from './former-texts.tsx';
import { ForwardDialog } from './forward-dialog.tsx';
import { type MenuItem, MessageMenu } from './message-menu.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { RefusedAct } from './refused-act.tsx';
import { ReportMessage } from './report-message.tsx';
import { focusRow, listenToRows } from './row-events.ts';

export interface MessageActionsProps {
  /** With whom the conversation is. */
  readonly name: string;
  readonly log: RefObject<HTMLElement | null>;
  /** Those that are in the page. */
  readonly rows: readonly Row[];
}

/** What is open about a message. */
interface Opened {
  readonly what: 'menu' | 'react' | 'delete' | 'forward' | 'report' | 'former';
  readonly row: HTMLElement;
}

/** All that can be done with messages: one toolbar for the one that is pointed at, its menu, and what follows from that. */
export function MessageActions({ name, log, rows }: MessageActionsProps) {
  const chat = useChat();
  const texts = useActionTexts();
  const [pointedAt, setPointedAt] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<Opened>();
  const [said, say] = useState('');
  const reactingTo = useRef<number>(undefined);
  const { picker, show } = useEmojiPicker((emoji) => {
    if (reactingTo.current !== undefined) chat.react(name, reactingTo.current, emoji);
  });

  const listener = useRef({
    onPointedAt: setPointedAt,
    onMenuWanted(row: HTMLElement) {
      // What has it when the menu opens has it again when that is closed.
      focusRow(row);
      setOpened({ what: 'menu', row });
    },
    onFormerTextsWanted: (row: HTMLElement) => setOpened({ what: 'former', row }),
  });
  useEffect(() => (log.current ? listenToRows(log.current, () => listener.current) : undefined), [log]);

  const chosen = (item: MenuItem, message: ShownMessage, row: HTMLElement) => {
    const { seq, clientId, text, starred } = message;
    switch (item) {
      case 'reply':
      case 'edit':
        return chat.compose(name, { about: item, clientId, text, ...(seq !== undefined && { seq }) });
      case 'copy':
        return void navigator.clipboard.writeText(text).then(
          () => say(texts.copied),
          () => say(texts.notCopied),
        );
      case 'star':
        return seq !== undefined && chat.changeSide(name, starred ? { unstar: [seq] } : { star: [seq] });
      case 'discard':
        return chat.discard(clientId);
      default:
        return setOpened({ what: item, row });
    }
  };

  const message = opened && messageIn(rows, opened.row);
  const close = () => {
    setOpened((now) => (now === opened ? undefined : now));
    // Where nothing else has the focus, such as the field for an answer, it goes on from the message.
    if (document.activeElement === document.body) focusRow(opened?.row);
  };
  const target = pointedAt && messageIn(rows, pointedAt);

  return (
    <>
      {pointedAt && target && (
        <MessageToolbar
          row={pointedAt}
          message={target}
          onChosen={(item) => chosen(item, target, pointedAt)}
          onMenu={() => setOpened({ what: 'menu', row: pointedAt })}
        />
      )}
      {opened && message && (
        <OpenedPart
          key={opened.what}
          name={name}
          opened={opened}
          message={message}
          onChosen={(item) => chosen(item, message, opened.row)}
          onClose={close}
          onOtherEmoji={() => {
            reactingTo.current = message.seq;
            show(opened.row);
          }}
          say={say}
        />
      )}
      {picker}
      <RefusedAct name={name} />
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}

interface OpenedPartProps {
  readonly name: string;
  readonly opened: Opened;
  readonly message: ShownMessage;
  readonly onChosen: (item: MenuItem) => void;
  readonly onClose: () => void;
  readonly onOtherEmoji: () => void;
  readonly say: (what: string) => void;
}

function OpenedPart({ name, opened, message, onChosen, onClose, onOtherEmoji, say }: OpenedPartProps) {
  const { what, row } = opened;
  switch (what) {
    case 'menu':
      return <MessageMenu near={row} message={message} onChosen={onChosen} onClose={onClose} />;
    case 'react':
      return (
        <ChooseEmoji near={row} name={name} message={message} onClose={onClose} onOthers={onOtherEmoji} />
      );
    case 'delete':
      return <DeleteDialog name={name} message={message} onClose={onClose} />;
    case 'forward':
      return <ForwardDialog text={message.text} onClose={onClose} say={say} />;
    case 'report':
      return <ReportMessage name={name} seq={message.seq} onClose={onClose} />;
    case 'former':
      return <FormerTexts message={message} onClose={onClose} />;
  }
}

function messageIn(rows: readonly Row[], { dataset }: HTMLElement): ShownMessage | undefined {
  const isIt = ({ message }: Row) =>
    message.clientId === dataset.clientId && String(message.mine) === dataset.mine;
  return rows.find(isIt)?.message;
}
