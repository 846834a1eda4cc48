import type { MenuItem } from './what-can-be-done.ts';

export type IconName = MenuItem | 'more' | 'close';

const PATHS: Readonly<Record<IconName, string>> = {
  reply: 'M10 6 4 12l6 6M4 12h10a6 6 0 0 1 6 6v1',
  react: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  forward: 'm14 6 6 6-6 6M20 12H10a6 6 0 0 0-6 6v1',
  star: 'm12 3 2.7 5.6 6.1.8-4.5 4.3 1.2 6.1L12 16.8l-5.5 3 1.2-6.1-4.5-4.3 6.1-.8z',
  report: 'M5 21V4h13l-3 5 3 5H5',
  delete: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  discard: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
};

/** What a button or a line of a menu shows beside its words, or in place of them. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      <path d={PATHS[name]} />
    </svg>
  );
}
