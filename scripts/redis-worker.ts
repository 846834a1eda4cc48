import { parseArgs } from 'node:util';
import { choosePush } from '../lib/app/push.ts';
import { chooseStore } from '../lib/app/store.ts';
import { startWorkerProcess } from '../lib/redis/worker-process.ts';
import { LOOPBACK, listenOn } from './local/listen.ts';
import { reportProblem } from './local/report-problem.ts';
import { requiredEnv } from './redis/env.ts';
import { untilTold } from './redis/until-told.ts';

/** `npm run redis:worker`: takes events from the queue and calls their handlers. */
await reportProblem(async () => {
  const { values } = parseArgs({
    options: {
      concurrency: { type: 'string', default: '32' },
      // As long as API Gateway waits for an answer.
      'handler-timeout-ms': { type: 'string', default: '29000' },
      'claim-after-ms': { type: 'string', default: '3000' },
      'health-port': { type: 'string', default: '0' },
    },
  });
  const worker = await startWorkerProcess({
    redisUrl: requiredEnv('REDIS_URL'),
    concurrency: Number(values.concurrency),
    handlerTimeoutMs: Number(values['handler-timeout-ms']),
    claimAfterMs: Number(values['claim-after-ms']),
    choose({ connections, push }) {
      chooseStore({ connections });
      choosePush(push);
    },
    loadRoutes: () => import('../functions/routes.ts'),
  });
  const health = await listenOn(LOOPBACK, Number(values['health-port']), {
    answer: (request, response) => {
      const status = request.url !== '/healthz' ? 404 : worker.isReady() ? 200 : 503;
      const redis = worker.isReady() ? 'connected' : 'away';
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ redis }));
    },
    upgrade: (_, socket) => socket.destroy(),
  });
  console.log(`Worker ready; GET /healthz on port ${health.port}`);
  await untilTold();
  await worker.drain();
  await health.stop();
});
