/** The sub-protocol that a client offers first and the server selects. */
export const PROTOCOL = 'chat.v1';

/**
 * The client offers its ticket as a second sub-protocol, `ticket.<ticket>`: a browser cannot set other headers, and
 * in the URL it would end up in logs.
 */
export const TICKET_PREFIX = 'ticket.';
