import { openEchoes, openSocketIoTalks } from './bare-talks.ts';
import { openPairs } from './pairs.ts';
import { quantile } from './quantile.ts';
import { type Load, sendSteadily } from './send-steadily.ts';
import type { Talk } from './talk.ts';

/** What the load is put on. */
export type Target =
  | { readonly kind: 'chat'; readonly address: string }
  | { readonly kind: 'echo'; readonly address: string }
  | { readonly kind: 'socket.io'; readonly address: string; readonly modules: string };

export interface Order {
  readonly target: Target;
  readonly sockets: number;
  readonly loads: readonly Load[];
  readonly runs: number;
  readonly warmUpS: number;
}

export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What this process tells the one that has started it. */
export type Told =
  | { readonly event: 'begins' }
  | {
      readonly event: 'ended';
      readonly load: Load;
      readonly sent: number;
      readonly delivered: number;
      readonly toStored: Quantiles;
      readonly toDelivered: Quantiles;
    };

const order = JSON.parse(process.argv[2] ?? '') as Order;
const talks = await open(order.target, order.sockets / 2);
const [lightest] = order.loads;
if (lightest) await sendSteadily(talks, { ...lightest, seconds: order.warmUpS });
for (const load of order.loads) {
  for (let run = 0; run < order.runs; run += 1) {
    tell({ event: 'begins' });
    const { sent, stored, delivered } = await sendSteadily(talks, load);
    const [toStored, toDelivered] = [quantilesOf(stored), quantilesOf(delivered)];
    tell({ event: 'ended', load, sent, delivered: delivered.length, toStored, toDelivered });
  }
}
await Promise.all(talks.map((talk) => talk.close()));
process.disconnect?.();

function open(target: Target, count: number): Promise<Talk[]> {
  switch (target.kind) {
    case 'chat':
      return openPairs(target.address, count);
    case 'echo':
      return openEchoes(target.address, count);
    case 'socket.io':
      return openSocketIoTalks(target.address, target.modules, count);
  }
}

function quantilesOf(values: readonly number[]): Quantiles {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(values, q));
  return { p50: p50 ?? Number.NaN, p95: p95 ?? Number.NaN, p99: p99 ?? Number.NaN };
}

function tell(told: Told): void {
  process.send?.(told);
}
