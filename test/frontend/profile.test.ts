import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../frontend/state/actions.ts';
import { INITIAL_STATE, type State } from '../../frontend/state/model.ts';
import { reduce } from '../../frontend/state/reducer.ts';
import type { Person } from '../../lib/protocol/names.ts';
import { alice, bob } from '../support/people.ts';

const after = (...actions: Action[]) => actions.reduce(reduce, INITIAL_STATE);
const listed = (person: Person): Action => ({
  type: 'conversations-listed',
  page: {
    conversations: [
      {
        with: person,
        entries: [],
        side: { received: 0, read: 0, readMessages: 0 },
        theirs: { received: 0, read: 0 },
      },
    ],
  },
});
const shown = ({ people }: State) => people.get('bob');

describe('what is known of bob', () => {
  const whole = { ...bob, about: 'At the lake', picture: 'one' };

  test('is what the last list has', () => {
    expect(shown(after(listed(whole)))).toEqual(whole);
    expect(shown(after(listed(whole), listed(bob)))).toEqual(bob);
  });
});

test('when alice changes her profile, on this device or another, she is that from then on, to herself and in lists', () => {
  const me = { ...alice, about: 'At the lake', picture: 'one' };
  const state = after({ type: 'profile-changed', me }, { type: 'person-met', person: me });
  expect(state.session).toEqual({ status: 'signed-in', me });
  expect(state.people.get('alice')).toEqual(me);
});
