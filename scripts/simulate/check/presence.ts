import { isOpen } from '../../../lib/chat/relation.ts';
import type { World } from '../world.ts';
import type { Violations } from './violation.ts';

/** Whoever has a conversation open sees whether the other one is there, where that may be known. */
export async function checkPresence(world: World, violations: Violations): Promise<void> {
  for (const page of world.pages.values()) {
    const { open: peer, presence } = page.state;
    if (peer === null || peer === page.person) continue;
    const sides = await world.server.store.peers.sides([
      { person: page.person, peer },
      { person: peer, peer: page.person },
    ]);
    const isThere = [...world.pages.values()].some(({ person }) => person === peer);
    const expected = sides.every(isOpen) ? isThere : undefined;
    violations.unless(presence?.presence.online === expected, 'presence is right after the lease', () => {
      return `${page.name} sees ${peer} ${JSON.stringify(presence?.presence)}, who is there: ${expected}`;
    });
  }
}
