import { deploy } from './cloud/deploy.ts';
import { tools } from './cloud/tools.ts';
import { reportProblem } from './local/report-problem.ts';

/** `npm run deploy -- --stage prod`: functions, tables and pages, from this commit to an account. */
await reportProblem(() => deploy(process.argv.slice(2), tools));
