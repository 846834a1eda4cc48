import { reportProblem } from './local/report-problem.ts';
import { requireHandlersEnvironment } from './redis/environment.ts';
import { workerOptions } from './redis/options.ts';
import { runWorker } from './redis/run-worker.ts';

/** `npm run redis:worker`: takes events from the queue and calls their handlers. */
await reportProblem(async () => {
  workerOptions(process.argv.slice(2));
  requireHandlersEnvironment();
  // Only now: they read the environment as they load.
  const { choosePush } = await import('../lib/app/chosen-push.ts');
  const { chooseStore } = await import('../lib/app/store.ts');
  await runWorker({
    choose({ connections, watches, push }) {
      chooseStore({ connections, watches });
      choosePush(push);
    },
    loadRoutes: () => import('../functions/routes.ts'),
  });
});
