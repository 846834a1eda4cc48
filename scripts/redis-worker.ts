import { startWorkerProcess } from '../lib/redis/worker-process.ts';
import { LOOPBACK, listenOn } from './local/listen.ts';
import { reportProblem } from './local/report-problem.ts';
import { toldToStop } from './local/told-to-stop.ts';
import { redisUrl, requireHandlersEnvironment } from './redis/environment.ts';
import { workerOptions } from './redis/options.ts';

/** `npm run redis:worker`: takes events from the queue and calls their handlers. */
await reportProblem(async () => {
  const { healthPort, ...options } = workerOptions(process.argv.slice(2));
  requireHandlersEnvironment();
  const { choosePush } = await import('../lib/app/push.ts');
  const { chooseStore } = await import('../lib/app/store.ts');
  const worker = await startWorkerProcess({
    ...options,
    redisUrl: redisUrl(),
    choose({ connections, push }) {
      chooseStore({ connections });
      choosePush(push);
    },
    loadRoutes: () => import('../functions/routes.ts'),
  });
  const health = await listenOn(LOOPBACK, healthPort, {
    answer: (request, response) => {
      const status = request.url !== '/healthz' ? 404 : worker.isReady() ? 200 : 503;
      const redis = worker.isReady() ? 'connected' : 'away';
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ redis }));
    },
    upgrade: (_, socket) => socket.destroy(),
  });
  console.log(`Worker ready; GET /healthz on port ${health.port}`);
  await toldToStop().stop;
  await worker.drain();
  await health.stop();
});
