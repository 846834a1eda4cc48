import { secret } from './cloud/secret.ts';
import { tools } from './cloud/tools.ts';
import { reportProblem } from './local/report-problem.ts';

/** `npm run secret -- --stage prod`: makes what signs a stage's sessions, or another one. */
await reportProblem(() => secret(process.argv.slice(2), tools));
