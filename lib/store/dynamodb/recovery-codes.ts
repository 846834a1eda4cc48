import type { RecoveryCodes } from '../../chat/second-factor-ports.ts';
import { recoveryCodeHash } from '../recovery-code-hash.ts';
import type { Table } from './table.ts';

const RECORD = 'recovery-codes';

/** All of somebody's codes are one row, so that a new set takes the place of the former one at once and whole. */
export function dynamodbRecoveryCodes(people: Table): RecoveryCodes {
  const keyOf = (person: string) => ({ person, record: RECORD });
  const rowOf = (person: string) => people.get(keyOf(person), { strong: true });
  /** DynamoDB has no empty set. */
  const hashesIn = (row: { hashes?: unknown } | undefined) =>
    (row?.hashes as Set<string> | undefined) ?? new Set();

  return {
    async replace(person, codes, madeAt) {
      await people.put({ ...keyOf(person), hashes: new Set(codes.map(recoveryCodeHash)), madeAt });
    },

    async has(person, code) {
      return hashesIn(await rowOf(person)).has(recoveryCodeHash(code));
    },

    async take(person, code) {
      const hash = recoveryCodeHash(code);
      const { wasMet } = await people.update(keyOf(person), {
        update: 'DELETE #hashes :taken',
        condition: 'contains(#hashes, :hash)',
        fields: ['hashes'],
        values: { ':taken': new Set([hash]), ':hash': hash },
      });
      return wasMet;
    },

    async of(person) {
      const row = await rowOf(person);
      return row && { left: hashesIn(row).size, madeAt: row.madeAt as number };
    },
  };
}
