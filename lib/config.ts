/** The only reader of the environment. What is missing is named, before anything is done without it. */

import { DEFAULT_THROTTLE_LIMITS } from './chat/throttle-limits.ts';
import type { ThrottleLimits } from './chat/throttle-ports.ts';
import type { VapidKeys } from './push/vapid.ts';
import type { ParameterStoreSettings } from './secrets/parameter-store.ts';

export interface Config {
  /** Which of several deployments this is, such as `prod`. */
  readonly stage: string;
  readonly tables: {
    readonly people: string;
    readonly entries: string;
    readonly connections: string;
    readonly audit: string;
  };
  /** Sites whose pages may open sockets and change things, such as `https://chat.example`. */
  readonly allowedOrigins: readonly string[];
  readonly connectionsEndpoint: string;
  readonly socketUrl: string;
  /** What signs the sessions' cookies, one secret a line, the newest first; or `ssm:` and the parameter that has them. */
  readonly sessionSecret: string;
  /** What passwords are hashed with beside themselves: see lib/passwords/peppers.ts; or `ssm:` and the parameter that has them. */
  readonly passwordPepper: string;
  /** Of AWS. */
  readonly region: string;
  readonly parameterStore: ParameterStoreSettings;
  /** Whether cookies go over HTTPS alone; false only where there is none, on one machine. */
  readonly cookieSecure: boolean;
  /** The binary logarithm of bcrypt's rounds. */
  readonly passwordCost: number;
  /**
   * By what browsers' push services know this server; undefined where nobody is notified. The private one may be `ssm:`
   * and the parameter that has it.
   */
  readonly vapidKeys: VapidKeys | undefined;
  /** Where push services are, if not where those of the browsers are. */
  readonly pushServices: readonly string[] | undefined;
  /** Limits other than those that hold where nothing is said, such as `sockets=20,framesPerMinute=300`. */
  readonly limits: Partial<ThrottleLimits>;
  /** What the CDN adds to each request that it passes on; undefined where there is none before us. */
  readonly cdnSecret: string | undefined;
  /** `host:port` of the X-Ray daemon, which Lambda sets; undefined where there is none. */
  readonly xrayDaemon: string | undefined;
  /** The trace that the invocation under way belongs to: Lambda sets it anew for each. */
  readonly traceHeader: string | undefined;
}

/** Each setting is read when it is first used, so that a function needs only those it uses. */
export const config: Config = {
  get stage() {
    return required('STAGE');
  },
  get tables() {
    return {
      people: required('PEOPLE_TABLE'),
      entries: required('ENTRIES_TABLE'),
      connections: required('CONNECTIONS_TABLE'),
      audit: required('AUDIT_TABLE'),
    };
  },
  get allowedOrigins() {
    return required('ALLOWED_ORIGINS').split(',');
  },
  get connectionsEndpoint() {
    return required('CONNECTIONS_ENDPOINT');
  },
  get socketUrl() {
    return required('SOCKET_URL');
  },
  get sessionSecret() {
    return required('SESSION_SECRET');
  },
  get passwordPepper() {
    return required('PASSWORD_PEPPER');
  },
  get region() {
    return required('AWS_REGION');
  },
  get parameterStore() {
    const endpoint = process.env.AWS_ENDPOINT_URL_SSM ?? process.env.AWS_ENDPOINT_URL;
    return { region: this.region, endpoint };
  },
  get cookieSecure() {
    return required('COOKIE_SECURE') === 'true';
  },
  get passwordCost() {
    const cost = Number(required('PASSWORD_COST'));
    if (!Number.isInteger(cost) || cost < 4 || cost > 15) {
      throw new Error('PASSWORD_COST is a whole number from 4 to 15.');
    }
    return cost;
  },
  get vapidKeys() {
    const keys = optional('VAPID_KEYS');
    if (keys === undefined) return undefined;
    const [, publicKey, privateKey] = /^([A-Za-z0-9_-]{87}):(.+)$/.exec(keys) ?? [];
    if (!publicKey || !privateKey) {
      throw new Error('VAPID_KEYS is a public and a private key, with a colon between them.');
    }
    return { publicKey, privateKey };
  },
  get pushServices() {
    return optional('PUSH_SERVICES')?.split(',');
  },
  get limits() {
    const pairs = optional('LIMITS')?.split(',') ?? [];
    return Object.fromEntries(pairs.map(limitOf));
  },
  get cdnSecret() {
    return optional('CDN_SECRET');
  },
  get xrayDaemon() {
    return process.env.AWS_XRAY_DAEMON_ADDRESS;
  },
  get traceHeader() {
    return process.env._X_AMZN_TRACE_ID;
  },
};

function limitOf(pair: string): [name: string, value: number] {
  const [name = '', value = ''] = pair.trim().split('=');
  if (!Object.hasOwn(DEFAULT_THROTTLE_LIMITS, name) || !/^[1-9]\d{0,8}$/.test(value)) {
    const known = Object.keys(DEFAULT_THROTTLE_LIMITS).join(', ');
    throw new Error(`LIMITS is like sockets=20,framesPerMinute=300, of these: ${known}.`);
  }
  return [name, Number(value)];
}

/** Undefined as well if it is empty: serverless.yml can't leave a variable out. */
function optional(name: string): string | undefined {
  return process.env[name] || undefined;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
