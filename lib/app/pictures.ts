import type { Pictures } from '../chat/account-ports.ts';
import { config } from '../config.ts';
import { dynamodbPictures } from '../store/dynamodb/pictures.ts';
import { dynamodbTable } from '../store/dynamodb/table.ts';
import { database } from './database.ts';

export const pictures: Pictures = dynamodbPictures(dynamodbTable(database, config.tables.people));
