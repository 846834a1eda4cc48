import { config } from '../config.ts';
import { type Tracing, xrayTracing } from '../tracing/xray.ts';

/** Shows the requests to AWS in the invocation's trace; undefined, and free, where no X-Ray daemon runs. */
export const tracing: Tracing | undefined =
  config.xrayDaemon === undefined ? undefined : xrayTracing(config.xrayDaemon, () => config.traceHeader);
