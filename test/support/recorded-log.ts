import type { Log } from '../../lib/chat/ports.ts';

export interface Warning {
  readonly event: string;
  readonly details: Record<string, unknown>;
}

/** A log that keeps what is written to it. */
export interface RecordedLog extends Log {
  readonly warnings: readonly Warning[];
}

export function recordedLog(): RecordedLog {
  const warnings: Warning[] = [];
  return {
    warnings,
    warn(event, details) {
      warnings.push({ event, details });
    },
  };
}
