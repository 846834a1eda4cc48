import { isSessionOver, Refused } from '../net/errors.ts';
import type { SignedIn } from './signed-in.ts';

/** Asks who somebody is whenever there is something to show of a person who is not known yet. */
export function meetPeople(session: SignedIn): void {
  const asked = new Set<string>();

  const look = () => {
    const { conversations, outbox, people, open } = session.state();
    const shown = [...conversations.keys(), ...outbox.map(({ to }) => to), ...(open === null ? [] : [open])];
    for (const name of shown) {
      if (people.has(name) || asked.has(name)) continue;
      asked.add(name);
      session.inBackground(ask(name));
    }
  };

  const ask = async (name: string) => {
    try {
      // In the order of names, the name itself comes before all that begin with it.
      const { people } = await session.persist(() => session.api.people({ prefix: name }));
      const person = people.find((found) => found.name === name);
      if (person) session.dispatch({ type: 'person-met', person });
    } catch (error) {
      // What is in the address need not be a name at all; the conversation itself says that there is none.
      if (!(error instanceof Refused) || isSessionOver(error)) throw error;
    }
  };

  session.onChange(look);
  look();
}
