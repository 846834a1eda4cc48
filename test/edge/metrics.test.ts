import { expect, test } from '@jest/globals';
import { collectMetrics } from '../../lib/edge/metrics.ts';
import { metricsIn } from '../functions/embedded-metrics.ts';

test('a line without metrics has no field for them', () => {
  expect(collectMetrics().fields('prod')).toEqual({});
});

test('what is added is one value for each metric, as CloudWatch looks for it', () => {
  const metrics = collectMetrics();
  metrics.add('PushesDelivered', 1);
  metrics.add('StoredToPushed', 37);
  metrics.add('PushesDelivered', 2);
  const fields = metrics.fields('prod') as Record<string, unknown>;
  expect(fields).toEqual({
    stage: 'prod',
    PushesDelivered: 3,
    StoredToPushed: 37,
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: 'chat',
          Dimensions: [['stage']],
          Metrics: [
            { Name: 'PushesDelivered', Unit: 'Count' },
            { Name: 'StoredToPushed', Unit: 'Milliseconds' },
          ],
        },
      ],
    },
  });
  expect(metricsIn(fields)).toEqual({ PushesDelivered: 3, StoredToPushed: 37 });
});
