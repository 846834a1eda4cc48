import type { ComponentProps, MouseEvent } from 'react';
import { type NavigateOptions, navigate } from './location.ts';

export interface LinkProps extends ComponentProps<'a'>, NavigateOptions {
  readonly href: string;
}

/** A way to another page of the chat. */
export function Link({ href, replace, state, onClick, ...props }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const { ctrlKey, metaKey, altKey, shiftKey, button } = event;
    // Asks the browser for something else, such as a tab of its own.
    if (ctrlKey || metaKey || altKey || shiftKey || button !== 0) return;
    onClick?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    navigate(href, { ...(replace && { replace }), state });
  };
  return <a href={href} {...props} onClick={follow} />;
}
