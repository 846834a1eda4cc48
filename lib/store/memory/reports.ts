import type { Report, Reports } from '../../chat/side-ports.ts';
import type { Forgetful } from './erasure.ts';

/** Reports that can be looked at, by whom and about whom. */
export interface MemoryReports extends Reports, Forgetful {
  readonly all: ReadonlyMap<string, Report>;
}

export function memoryReports(): MemoryReports {
  const all = new Map<string, Report>();
  return {
    all,
    async add(report) {
      all.set(`${report.about}/${report.by}`, report);
    },

    async by(person) {
      return [...all.values()].filter(({ by }) => by === person).map(({ about, at }) => ({ about, at }));
    },

    forget(person) {
      for (const [key, report] of all) {
        if (report.by === person) all.delete(key);
        else if (report.about === person) all.set(key, { ...report, entries: [] });
      }
    },
  };
}
