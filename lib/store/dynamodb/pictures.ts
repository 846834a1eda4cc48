import type { Picture, Pictures } from '../../chat/account-ports.ts';
import { pictureVersion } from '../picture-version.ts';
import type { Table } from './table.ts';

/** Apart from the profile, which is read with each list of conversations and paid for by its size. */
const RECORD = 'picture';

export function dynamodbPictures(people: Table): Pictures {
  const keyOf = (person: string) => ({ person, record: RECORD });

  return {
    async put(person, { type, bytes }) {
      const version = pictureVersion(bytes);
      await people.put({ ...keyOf(person), type, bytes, version });
      return version;
    },

    async find(person) {
      const row = await people.get(keyOf(person));
      if (!row) return undefined;
      const { type, bytes, version } = row as unknown as Picture & { version: string };
      return { type, bytes, version };
    },

    async remove(person) {
      await people.remove(keyOf(person));
    },
  };
}
