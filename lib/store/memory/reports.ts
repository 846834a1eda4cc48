import type { Report, Reports } from '../../chat/side-ports.ts';

/** Reports that can be looked at, by whom and about whom. */
export interface MemoryReports extends Reports {
  readonly all: ReadonlyMap<string, Report>;
}

export function memoryReports(): MemoryReports {
  const all = new Map<string, Report>();
  return {
    all,
    async add(report) {
      all.set(`${report.about}/${report.by}`, report);
    },
  };
}
