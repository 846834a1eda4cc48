import { expect } from '@jest/globals';

/** Of CloudWatch's units, those that are used here. */
const UNITS = ['Count', 'Milliseconds'];

const MAX_METRICS_OF_A_DIRECTIVE = 100;
const MAX_DIMENSIONS = 30;
const MAX_DIMENSION_CHARACTERS = 1_024;

interface Metadata {
  readonly Timestamp: number;
  readonly CloudWatchMetrics: readonly {
    readonly Namespace: string;
    readonly Dimensions: readonly (readonly string[])[];
    readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
  }[];
}

/**
 * The metrics that CloudWatch would take from a line of the log, by their names; fails for a line that it would not
 * understand: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricsIn(line: Record<string, unknown>): Record<string, number> {
  if (line._aws === undefined) return {};
  const { Timestamp, CloudWatchMetrics, ...unknown } = line._aws as Metadata;
  expect(unknown).toEqual({});
  expect(Math.abs(Date.now() - Timestamp)).toBeLessThan(60_000);
  const names = CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics, ...others }) => {
    expect(others).toEqual({});
    expect(Namespace).toBe('chat');
    for (const keys of Dimensions) {
      expect(keys.length).toBeLessThanOrEqual(MAX_DIMENSIONS);
      for (const key of keys) expectDimension(line[key]);
    }
    expect(Metrics.length).toBeLessThanOrEqual(MAX_METRICS_OF_A_DIRECTIVE);
    for (const { Unit } of Metrics) expect(UNITS).toContain(Unit);
    return Metrics.map(({ Name }) => Name);
  });
  const values = names.map((name) => [name, line[name]] as const);
  for (const [name, value] of values) expect([name, Number.isFinite(value)]).toEqual([name, true]);
  return Object.fromEntries(values) as Record<string, number>;
}

function expectDimension(value: unknown): void {
  expect(typeof value).toBe('string');
  expect((value as string).length).toBeGreaterThan(0);
  expect((value as string).length).toBeLessThanOrEqual(MAX_DIMENSION_CHARACTERS);
}
