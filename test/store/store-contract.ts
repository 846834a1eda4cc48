import { afterAll, beforeAll, describe } from '@jest/globals';
import type { OperatorStore, SeldomUsed, Store } from '../../lib/chat/ports.ts';
import { DATABASE_TIMEOUT_MS, type Database, type OpenStore } from '../support/databases.ts';
import { auditContract } from './contract/audit-contract.ts';
import { connectionsContract } from './contract/connections-contract.ts';
import { entriesContract } from './contract/entries-contract.ts';
import { erasureContract } from './contract/erasure-contract.ts';
import { passkeysContract } from './contract/passkeys-contract.ts';
import { peersContract } from './contract/peers-contract.ts';
import { peopleContract } from './contract/people-contract.ts';
import { picturesContract } from './contract/pictures-contract.ts';
import { pushSubscriptionsContract } from './contract/push-subscriptions-contract.ts';
import { reportsContract } from './contract/reports-contract.ts';
import { secondFactorsContract } from './contract/second-factors-contract.ts';
import { sessionsContract } from './contract/sessions-contract.ts';
import { sidesContract } from './contract/sides-contract.ts';
import { throttleContract } from './contract/throttle-contract.ts';
import { ticketsContract } from './contract/tickets-contract.ts';
import { watchesContract } from './contract/watches-contract.ts';

/** What lib/chat/ports.ts promises of everything that is kept, tested on one kind of store. */
export function storeContract({ name, open }: Database): void {
  describe(`on ${name}:`, () => {
    let opened: OpenStore | undefined;
    const store = (): Store & SeldomUsed & OperatorStore => {
      if (!opened) throw new Error(`${name} did not start.`);
      return opened.store;
    };

    beforeAll(async () => {
      opened = await open();
    }, DATABASE_TIMEOUT_MS);

    afterAll(() => opened?.close(), DATABASE_TIMEOUT_MS);

    peopleContract(store);
    erasureContract(store);
    picturesContract(store);
    secondFactorsContract(store);
    passkeysContract(store);
    sessionsContract(store);
    peersContract(store);
    sidesContract(store);
    entriesContract(store);
    connectionsContract(store);
    watchesContract(store);
    ticketsContract(store);
    throttleContract(store);
    pushSubscriptionsContract(store);
    auditContract(store);
    reportsContract(store);
  });
}
