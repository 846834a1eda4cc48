import { existsSync } from 'node:fs';
import { openInterfaceServer } from '../lib/redis/interface/server.ts';
import { PAGES_FOLDER } from './build/pages.ts';
import { listenOn } from './local/listen.ts';
import { pageServer } from './local/page-server.ts';
import { LocalProblem } from './local/problem.ts';
import { reportProblem } from './local/report-problem.ts';
import { toldToStop } from './local/told-to-stop.ts';
import { redisUrl } from './redis/environment.ts';
import { interfaceOptions } from './redis/options.ts';

/** `npm run redis:interface`: holds clients' connections, and puts what they send into the queue. */
await reportProblem(async () => {
  const { port, hosts, limits } = interfaceOptions(process.argv.slice(2));
  if (!existsSync(PAGES_FOLDER)) throw new LocalProblem('The pages are not built: npm run build');
  const server = await openInterfaceServer({
    redisUrl: redisUrl(),
    limits,
    pages: pageServer(PAGES_FOLDER),
  });
  const listening = await listenOn(hosts, port, server).catch(async (error: Error) => {
    await server.close();
    throw new LocalProblem(`Can't listen on port ${port} of ${hosts[0]}: ${error.message}.`);
  });
  console.log(`Interface server on port ${listening.port}`);
  await toldToStop().stop;
  await server.close();
  await listening.stop();
});
