import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { isNarrow } from '../parts/use-is-narrow.ts';

/** So far it stays from what it is about, and from the edges of the page. */
const GAP_PX = 8;

export interface FloatingProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** The message that it is about. */
  readonly near: HTMLElement;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something small beside a message; a sheet at the bottom on a phone. Escape and a click elsewhere close it. */
export function Floating({ dialog, near, label, onClose, children }: FloatingProps) {
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    const box = dialog.current;
    if (!box) return;
    box.showModal();
    place(box, near);
  }, [dialog, near]);
  return (
    <dialog
      ref={dialog}
      className="floating"
      aria-label={label}
      onClose={onClose}
      onPointerDownCapture={() => {
        isPressed.current = true;
      }}
      onClickCapture={(event) => {
        // The finger that has opened it is lifted over it; a key clicks without pressing.
        if (event.detail > 0 && !isPressed.current) event.stopPropagation();
        else if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className="floating-content">{children}</div>
    </dialog>
  );
}

/** Below the message if there is room for it, otherwise above, and within the page in any case. */
function place(box: HTMLElement, near: HTMLElement): void {
  // There it is a sheet, whose place the styles know.
  if (isNarrow()) return;
  const bubble = (near.querySelector('[data-text]') ?? near).getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isAtEnd = (near.dataset.mine === 'true') === (document.dir !== 'rtl');
  const x = isAtEnd ? bubble.right - width : bubble.left;
  const below = bubble.bottom + GAP_PX;
  const hasRoom = below + height + GAP_PX <= innerHeight;
  const y = hasRoom ? below : bubble.top - GAP_PX - height;
  box.style.translate = `${within(x, innerWidth - width)}px ${within(y, innerHeight - height)}px`;
}

function within(at: number, most: number): number {
  return Math.max(GAP_PX, Math.min(at, most - GAP_PX));
}
