import type { Metric, Metrics } from '../../lib/chat/ports.ts';

/** Metrics that can be read. */
export interface RecordedMetrics extends Metrics {
  /** What was added since the last reading; a metric to which nothing was added is left out. */
  read(): Partial<Record<Metric, number>>;
}

export function recordedMetrics(): RecordedMetrics {
  let values: Partial<Record<Metric, number>> = {};
  return {
    add(metric, value) {
      values[metric] = (values[metric] ?? 0) + value;
    },

    read() {
      const read = values;
      values = {};
      return read;
    },
  };
}
