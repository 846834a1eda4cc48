import type { Passkeys, SpentChallenges } from '../chat/passkey-ports.ts';
import { config } from '../config.ts';
import { dynamodbPasskeys } from '../store/dynamodb/passkeys.ts';
import { dynamodbSpentChallenges } from '../store/dynamodb/spent-challenges.ts';
import { dynamodbTable } from '../store/dynamodb/table.ts';
import { database } from './database.ts';

export const passkeys: Passkeys = dynamodbPasskeys(dynamodbTable(database, config.tables.people));

export const spentChallenges: SpentChallenges = dynamodbSpentChallenges(
  dynamodbTable(database, config.tables.connections),
);
