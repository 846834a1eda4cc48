import { startWorkerProcess, type WorkerProcessOptions } from '../../lib/redis/worker-process.ts';
import { LOOPBACK, listenOn } from '../local/listen.ts';
import { toldToStop } from '../local/told-to-stop.ts';
import { redisUrl } from './environment.ts';
import { workerOptions } from './options.ts';

/** Runs a worker until it is told to stop, with the handlers that it is given. */
export async function runWorker(
  handlers: Pick<WorkerProcessOptions, 'choose' | 'loadRoutes'>,
): Promise<void> {
  const { healthPort, ...options } = workerOptions(process.argv.slice(2));
  const worker = await startWorkerProcess({ ...options, ...handlers, redisUrl: redisUrl() });
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
}
