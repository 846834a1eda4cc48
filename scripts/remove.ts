import { remove } from './cloud/remove.ts';
import { tools } from './cloud/tools.ts';
import { reportProblem } from './local/report-problem.ts';

/** `npm run remove -- --stage prod`: takes a stage down; what people wrote stays, unless told otherwise. */
await reportProblem(() => remove(process.argv.slice(2), tools));
