import { databases } from '../support/databases.ts';
import { storeContract } from './store-contract.ts';

for (const database of databases) storeContract(database);
