import { parseArguments, wholeNumber } from './local/arguments.ts';
import { HIGHEST_PORT } from './local/ports.ts';
import { reportProblem } from './local/report-problem.ts';
import { toldToStop } from './local/told-to-stop.ts';
import { startPushService } from './push-service/fake-push-service.ts';

/**
 * `node scripts/run.mjs push-service`: plays a browser maker's push service for a chat on this machine, with one device, and
 * shows what comes for it.
 */
await reportProblem(async () => {
  const { port } = parseArguments(
    process.argv.slice(2),
    { port: { type: 'string', default: '9100' } },
    '--port <number>',
  );
  const service = await startPushService({
    port: wholeNumber(1, HIGHEST_PORT, 'port', port),
    onTaken: ({ message }) => console.log(JSON.stringify(message)),
  });
  const body = JSON.stringify(service.device().subscription());
  console.log(`A push service is at ${service.origin}. Start the chat with it:

  PUSH_SERVICES=${service.origin} npm start

log in there, and have the page's console say that its pages are closed on a device which is here:

  fetch('/api/subscribe-push', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '${body}' })

Close the page. What others write then is shown here. Ctrl-C ends it.
`);
  await toldToStop().stop;
  await service.stop();
});
