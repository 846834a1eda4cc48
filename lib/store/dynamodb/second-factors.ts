import type { SecondFactors } from '../../chat/second-factor-ports.ts';
import { setting, type Table } from './table.ts';

const RECORD = 'second-factor';

export function dynamodbSecondFactors(people: Table): SecondFactors {
  const keyOf = (person: string) => ({ person, record: RECORD });

  return {
    async find(person) {
      const row = await people.get(keyOf(person), { strong: true });
      const { prepared, sealed, since } = row ?? {};
      return {
        ...(prepared !== undefined && { prepared: prepared as string }),
        ...(sealed !== undefined && { on: { sealed: sealed as string, since: since as number } }),
      };
    },

    async prepare(person, sealed) {
      await people.update(keyOf(person), setting({ prepared: sealed }));
    },

    async turnOn(person, { sealed, since }, step) {
      const change = setting({ sealed, since, lastStep: step }, ['prepared']);
      const { wasMet } = await people.update(keyOf(person), { ...change, condition: '#prepared = :sealed' });
      if (wasMet) return true;
      // The SDK repeats an update whose answer got lost, and then meets what it has written.
      return (await people.get(keyOf(person), { strong: true }))?.sealed === sealed;
    },

    async useStep(person, sealed, step) {
      const { wasMet } = await people.update(keyOf(person), {
        update: 'SET #lastStep = :step',
        condition: '#sealed = :sealed AND #lastStep < :step',
        fields: ['sealed', 'lastStep'],
        values: { ':sealed': sealed, ':step': step },
      });
      return wasMet;
    },

    async turnOff(person) {
      await people.remove(keyOf(person));
    },
  };
}
