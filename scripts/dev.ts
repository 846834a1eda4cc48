import { createServer } from 'vite';
import { VITE_CONFIG } from './build/pages.ts';
import { startOptions } from './local/options.ts';
import { isFree } from './local/ports.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { runUntilToldToStop } from './local/run-until-told-to-stop.ts';
import { portTaken, type System, startSystem } from './local/system.ts';

/** `npm run dev`: as `npm start`, with pages that change as their sources do. */
await reportProblem(async () => {
  const { port, ...options } = startOptions(process.argv.slice(2));
  if (!(await isFree(port))) throw portTaken(port, 'npm run dev');
  const origins = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);

  const start = async (): Promise<System> => {
    const backend = await startSystem({ ...options, port: 0, pages: 'none', origins, step });
    const pages = await step('Starting the pages', () => startPages(port, backend.address)).catch(
      async (error) => {
        await backend.stop();
        throw error;
      },
    );
    const stop = async () => {
      await pages.close();
      await backend.stop();
    };
    return { ...backend, address: `http://localhost:${port}`, stop };
  };

  await runUntilToldToStop(start, ({ address }) => {
    console.log(`\nReady: ${address}\n`);
    console.log(
      '  Pages change as you save. For changes in functions or lib, start again.\n  Stop with Ctrl-C.\n',
    );
  });
});

async function startPages(port: number, backend: string) {
  const vite = await createServer({
    configFile: VITE_CONFIG,
    server: {
      host: 'localhost',
      port,
      strictPort: true,
      // 127.0.0.1 too, or the second person of a trial would share the first one's login.
      allowedHosts: ['localhost', '127.0.0.1'],
      proxy: { '/api': backend, '/socket': { target: backend, ws: true } },
    },
  });
  return vite.listen();
}
