import { parseArgs } from 'node:util';
import { GATEWAY_LIMITS, type GatewayLimits } from '../lib/redis/interface/limits.ts';
import { openInterfaceServer } from '../lib/redis/interface/server.ts';
import { PAGES_FOLDER } from './build/pages.ts';
import { LOOPBACK, listenOn } from './local/listen.ts';
import { pageServer } from './local/page-server.ts';
import { DEFAULT_PORT } from './local/ports.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { requiredEnv } from './redis/env.ts';
import { untilTold } from './redis/until-told.ts';

/** `npm run redis:interface`: holds clients' connections, and puts what they send into the queue. */
await reportProblem(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: `${DEFAULT_PORT}` },
      // Without one, only this machine can reach it.
      host: { type: 'string', multiple: true, default: LOOPBACK },
      limit: { type: 'string', multiple: true, default: [] },
    },
  });
  const server = await openInterfaceServer({
    redisUrl: requiredEnv('REDIS_URL'),
    limits: limitsFrom(values.limit),
    pages: pageServer(PAGES_FOLDER),
  });
  const listening = await listenOn(values.host, Number(values.port), server);
  console.log(`Interface server on port ${listening.port}`);
  await untilTold();
  await server.close();
  await listening.stop();
});

/** API Gateway's limits, but for those that are given as `--limit idleMs=5000`. */
function limitsFrom(given: readonly string[]): GatewayLimits {
  const limits: Record<string, number> = { ...GATEWAY_LIMITS };
  for (const one of given) {
    const [name = '', value] = one.split('=');
    if (!Object.hasOwn(limits, name) || !(Number(value) > 0)) {
      throw new LocalProblem(
        `--limit takes <name>=<number>, with one of: ${Object.keys(limits).join(', ')}.`,
      );
    }
    limits[name] = Number(value);
  }
  return limits as unknown as GatewayLimits;
}
