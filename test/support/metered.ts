/** How often each method was called, by `port.method`; those that never were are left out. */
export type Calls = Record<string, number>;

export interface Metered<Ports> {
  readonly ports: Ports;
  /** The calls since the last reading. */
  read(): Calls;
}

type Port = Record<string, unknown>;

/** The same ports, with every call of one of their methods counted. */
export function metered<Ports extends object>(ports: Ports): Metered<Ports> {
  let calls: Calls = {};
  const count = (call: string) => {
    calls[call] = (calls[call] ?? 0) + 1;
  };
  const entries = Object.entries(ports).map(([name, port]) => [name, counting(name, port, count)]);
  return {
    ports: Object.fromEntries(entries) as Ports,
    read() {
      const read = calls;
      calls = {};
      return read;
    },
  };
}

function counting(name: string, port: Port, count: (call: string) => void): Port {
  return new Proxy(port, {
    get(target, key: string) {
      const member = target[key];
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        count(`${name}.${key}`);
        return Reflect.apply(member, target, args) as unknown;
      };
    },
  });
}
