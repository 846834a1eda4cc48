import { describe, expect, test } from '@jest/globals';
import { METRIC_UNITS } from '../../lib/edge/metrics.ts';
import { serverlessYml } from './serverless-yml.ts';

const OURS = 'chat';
const NAMES = Object.keys(METRIC_UNITS);

/** What an alarm says of a metric, wherever it stands. */
interface MetricReference {
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface DashboardBody {
  readonly widgets: readonly { readonly properties: { readonly metrics?: readonly unknown[][] } }[];
}

const resources = Object.values(serverlessYml.resources.Resources);

/** Our metrics in the alarms. */
function watched(): MetricReference[] {
  const found: MetricReference[] = [];
  const alarms = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  JSON.stringify(alarms, (_, value: MetricReference | null) => {
    if (value?.Namespace === OURS) found.push(value);
    return value;
  });
  return found;
}

/** Our metrics on the dashboard, where a dot stands for what the metric above it has in that place. */
function shown(): string[] {
  const dashboards = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard');
  const widgets = dashboards.flatMap(({ Properties }) => {
    const { DashboardBody } = Properties as { DashboardBody: { 'Fn::Sub': string } };
    return (JSON.parse(DashboardBody['Fn::Sub']) as DashboardBody).widgets;
  });
  return widgets.flatMap(({ properties }) => {
    let namespace: unknown;
    return (properties.metrics ?? []).flatMap(([first, name]) => {
      if (first === '...') return [];
      if (first !== '.') namespace = first;
      return namespace === OURS ? [String(name)] : [];
    });
  });
}

// CloudWatch takes any name, and an alarm for a metric that nobody sends never goes off.
describe('serverless.yml', () => {
  test('has alarms for metrics that are sent, with the dimension that they are sent with', () => {
    expect(watched().length).toBeGreaterThan(0);
    for (const { MetricName, Dimensions } of watched()) {
      expect(NAMES).toContain(MetricName);
      expect(Dimensions?.map(({ Name }) => Name)).toEqual(['stage']);
    }
  });

  test('shows every metric that is sent on the dashboard, and no other', () => {
    expect([...new Set(shown())].sort()).toEqual([...NAMES].sort());
  });
});
