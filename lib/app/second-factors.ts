import type { Chat } from '../chat/ports.ts';
import type { OneTimeCodes } from '../chat/second-factor-ports.ts';
import { config } from '../config.ts';
import { totpCodes } from '../passwords/one-time-codes.ts';
import { dynamodbRecoveryCodes } from '../store/dynamodb/recovery-codes.ts';
import { dynamodbSecondFactors } from '../store/dynamodb/second-factors.ts';
import { dynamodbTable } from '../store/dynamodb/table.ts';
import { database } from './database.ts';
import { peppers } from './peppers.ts';

const people = dynamodbTable(database, config.tables.people);

/** What is kept of somebody beside their password. */
export const secondFactors: Pick<Chat, 'secondFactors' | 'recoveryCodes'> = {
  secondFactors: dynamodbSecondFactors(people),
  recoveryCodes: dynamodbRecoveryCodes(people),
};

export const oneTimeCodes: OneTimeCodes = totpCodes(peppers);
