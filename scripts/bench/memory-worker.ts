import { choosePush } from '../../lib/app/chosen-push.ts';
import { chooseStore } from '../../lib/app/store.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { runWorker } from '../redis/run-worker.ts';

/** A worker with the real handlers on a store in its own memory: without the database, and so the only one. */
await runWorker({
  choose({ push }) {
    chooseStore(memoryStore());
    choosePush(push);
  },
  loadRoutes: () => import('../../functions/routes.ts'),
});
