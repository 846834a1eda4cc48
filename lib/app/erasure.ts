import type { Erasure } from '../chat/erasure-ports.ts';
import { config } from '../config.ts';
import { dynamodbErasure } from '../store/dynamodb/erasure.ts';
import { dynamodbTable } from '../store/dynamodb/table.ts';
import { database } from './database.ts';

export const erasure: Erasure = dynamodbErasure(dynamodbTable(database, config.tables.people));
