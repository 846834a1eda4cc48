import type { ReactNode } from 'react';
import { wholeMoment } from './times.ts';

export interface MomentProps {
  /** ms since 1970 */
  readonly at: number;
  readonly className?: string;
  /** As briefly as there is room for; all there is to say is shown to who points at it. */
  readonly children: ReactNode;
}

/** When something was. */
export function Moment({ at, className, children }: MomentProps) {
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={wholeMoment(at)}>
      {children}
    </time>
  );
}
