import type { Metric, Metrics } from '../chat/ports.ts';

/** Under which CloudWatch lists them. */
const NAMESPACE = 'chat';

/** Every metric, and what its value is in CloudWatch's words. */
export const METRIC_UNITS: Readonly<Record<Metric, 'Count' | 'Milliseconds'>> = {
  MessagesStored: 'Count',
  AppendRounds: 'Count',
  PushesDelivered: 'Count',
  PushesGone: 'Count',
  PushesFailed: 'Count',
  StoredToPushed: 'Milliseconds',
  NotificationsDelivered: 'Count',
  NotificationsGone: 'Count',
  NotificationsFailed: 'Count',
  LogInsRefused: 'Count',
  InternalErrors: 'Count',
};

/** The metrics of one invocation. */
export interface CollectedMetrics extends Metrics {
  /**
   * The fields that a line of the log has for them: CloudWatch finds in `_aws` which of the line's others are metrics
   * and takes them from there (its embedded metric format). Empty if nothing was added.
   */
  fields(stage: string): object;
}

export function collectMetrics(): CollectedMetrics {
  const values = new Map<Metric, number>();
  return {
    add(metric, value) {
      values.set(metric, (values.get(metric) ?? 0) + value);
    },

    fields(stage) {
      if (values.size === 0) return {};
      const definitions = [...values.keys()].map((name) => ({ Name: name, Unit: METRIC_UNITS[name] }));
      const directive = { Namespace: NAMESPACE, Dimensions: [['stage']], Metrics: definitions };
      const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [directive] };
      return { stage, ...Object.fromEntries(values), _aws };
    },
  };
}
