import { admin } from './admin/admin.ts';
import { reportProblem } from './local/report-problem.ts';

/** `npm run admin -- <command>`: what operators do with people and reports. */
await reportProblem(() =>
  admin(process.argv.slice(2), { env: process.env, say: (line) => console.log(line) }),
);
