import { type KeptPreferences, NEW_PREFERENCES, type PreferencesStore } from '../../chat/side-ports.ts';
import { type Row, setting, type Table } from './table.ts';

const RECORD = 'preferences';

export function dynamodbPreferences(people: Table): PreferencesStore {
  const keyOf = (person: string) => ({ person, record: RECORD });

  return {
    async of(names) {
      const rows = await people.getAll(names.map(keyOf));
      const found = new Map(rows.map((row) => [row.person, toPreferences(row)]));
      return names.map((name) => found.get(name) ?? NEW_PREFERENCES);
    },

    async change(person, preferences) {
      if (Object.keys(preferences).length === 0) return;
      await people.update(keyOf(person), setting(preferences));
    },

    async add(person, list, name, limit) {
      const { wasMet } = await people.update(keyOf(person), {
        update: 'ADD #list :names',
        condition: 'attribute_not_exists(#list) OR size(#list) < :limit OR contains(#list, :name)',
        fields: { list },
        values: { ':names': new Set([name]), ':name': name, ':limit': limit },
      });
      return wasMet;
    },

    async remove(person, list, name) {
      await people.update(keyOf(person), {
        update: 'DELETE #list :names',
        fields: { list },
        values: { ':names': new Set([name]) },
      });
    },
  };
}

function toPreferences(row: Row): KeptPreferences {
  const names = (list: unknown) => [...((list as Set<string> | undefined) ?? [])].sort();
  return {
    readReceipts: row.readReceipts !== false,
    presence: row.presence !== false,
    blocked: names(row.blocked),
    pinned: names(row.pinned),
    isAccepted: row.isAccepted === true,
  };
}
