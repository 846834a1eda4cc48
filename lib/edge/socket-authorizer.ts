import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';
import { redeemTicket } from '../chat/connecting.ts';
import type { Chat } from '../chat/ports.ts';
import { Refusal } from '../chat/refusal.ts';
import type { Config } from '../config.ts';
import { TICKET_PREFIX } from '../protocol/socket.ts';
import { failureOf } from './failure.ts';
import { beginInvocation, type Received } from './invocation.ts';
import { header, requireOwnOrigin } from './origin.ts';

/**
 * The authorizer of $connect: lets a page of ours in that offers an unused ticket, and tells every later event of
 * the connection who it is. A refusal is a Deny, which API Gateway answers with 403.
 */
export function socketAuthorizer(
  chat: Pick<Chat, 'tickets' | 'sessions' | 'clock'>,
  { allowedOrigins }: Pick<Config, 'allowedOrigins'>,
) {
  return async (
    event: APIGatewayRequestAuthorizerEvent,
    context: Context,
  ): Promise<APIGatewayAuthorizerResult> => {
    const { headers, methodArn } = event;
    const invocation = beginInvocation(context, received(event));
    try {
      requireOwnOrigin(headers ?? {}, allowedOrigins);
      const { person, id } = await redeemTicket(chat, offeredTicket(headers ?? {}));
      invocation.isFor(person);
      return { ...policy('Allow', person, methodArn), context: { person, session: id } };
    } catch (error) {
      failureOf(error, invocation);
      if (!(error instanceof Refusal)) throw error;
      return policy('Deny', 'nobody', methodArn);
    } finally {
      invocation.end();
    }
  };
}

function received({ requestContext }: APIGatewayRequestAuthorizerEvent): Received {
  const { routeKey, requestId, connectionId, requestTimeEpoch } = requestContext;
  return {
    event: 'handshake',
    route: routeKey,
    gatewayRequestId: requestId,
    connectionId,
    at: requestTimeEpoch,
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
