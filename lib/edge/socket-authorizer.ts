import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { redeemTicket } from '../chat/connecting.ts';
import type { Chat } from '../chat/ports.ts';
import { Refusal } from '../chat/refusal.ts';
import type { Config } from '../config.ts';
import { TICKET_PREFIX } from '../protocol/socket.ts';
import { logLine } from './log.ts';
import { header, requireOwnOrigin } from './origin.ts';

/**
 * The authorizer of $connect: lets a page of ours in that offers an unused ticket, and tells every later event of
 * the connection who it is. A refusal is a Deny, which API Gateway answers with 403.
 */
export function socketAuthorizer(
  chat: Pick<Chat, 'tickets' | 'sessions' | 'clock'>,
  { allowedOrigins }: Pick<Config, 'allowedOrigins'>,
) {
  return async ({
    headers,
    methodArn,
  }: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    try {
      requireOwnOrigin(headers ?? {}, allowedOrigins);
      const { person, id } = await redeemTicket(chat, offeredTicket(headers ?? {}));
      return { ...policy('Allow', person, methodArn), context: { person, session: id } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      logLine('warn', 'socket refused', { reason: error.code });
      return policy('Deny', 'nobody', methodArn);
    }
  };
}

/** The ticket among the sub-protocols that the client offers; empty, and so unknown, if there is none. */
function offeredTicket(headers: Record<string, string | undefined>): string {
  const offered = (header(headers, 'sec-websocket-protocol') ?? '').split(',').map((offer) => offer.trim());
  return offered.find((offer) => offer.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ?? '';
}

function policy(
  effect: 'Allow' | 'Deny',
  principalId: string,
  methodArn: string,
): APIGatewayAuthorizerResult {
  const Statement = [{ Action: 'execute-api:Invoke', Effect: effect, Resource: methodArn }];
  return { principalId, policyDocument: { Version: '2012-10-17', Statement } };
}
