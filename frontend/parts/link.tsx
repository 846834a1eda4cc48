import type { ComponentProps, MouseEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';

export interface LinkProps extends ComponentProps<'a'> {
  readonly href: string;
  /** Whether the way back leads past where one is now. */
  readonly replace?: boolean;
  /** Is kept beside the address, in the browser's history. */
  readonly state?: unknown;
}

/** A way to another page of the chat. */
export function Link({ href, replace = false, state, onClick, ...props }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const { ctrlKey, metaKey, altKey, shiftKey, button } = event;
    // Asks the browser for something else, such as a tab of its own.
    if (ctrlKey || metaKey || altKey || shiftKey || button !== 0) return;
    onClick?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    navigate(href, { replace, state });
  };
  return <a href={href} {...props} onClick={follow} />;
}
