import type { Ticket, Tickets } from '../../chat/connection-ports.ts';

export function memoryTickets(): Tickets {
  const tickets = new Map<string, Ticket>();

  return {
    async add(ticket) {
      tickets.set(ticket.secret, ticket);
    },

    async take(secret, now) {
      const ticket = tickets.get(secret);
      tickets.delete(secret);
      return ticket && ticket.expiresAt > now ? ticket : undefined;
    },
  };
}
