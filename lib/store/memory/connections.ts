import type { Connection, Connections } from '../../chat/connection-ports.ts';

export function memoryConnections(): Connections {
  const connections = new Map<string, Connection>();
  const seenAt = new Map<string, number>();
  const held = (person: string, connectionId: string) => {
    const connection = connections.get(connectionId);
    return connection?.person === person ? connection : undefined;
  };

  return {
    async hold(connection) {
      const watching = held(connection.person, connection.connectionId)?.watching;
      const now = { ...connection, ...(watching !== undefined && { watching }) };
      connections.set(connection.connectionId, now);
      return now;
    },

    async remove(person, connectionId) {
      const removed = held(person, connectionId);
      if (removed) connections.delete(connectionId);
      return removed?.watching;
    },

    async live(person, now) {
      return [...connections.values()].filter(
        (connection) => connection.person === person && connection.leaseEndsAt > now,
      );
    },

    async watch(person, connectionId, watched) {
      const connection = held(person, connectionId);
      if (!connection) return undefined;
      const { watching, ...rest } = connection;
      connections.set(connectionId, { ...rest, ...(watched !== undefined && { watching: watched }) });
      return watching;
    },

    async saw(person, at) {
      seenAt.set(person, at);
    },

    async lastSeen(person) {
      return seenAt.get(person);
    },

    async forget(person) {
      for (const { connectionId } of [...connections.values()].filter((it) => it.person === person)) {
        connections.delete(connectionId);
      }
      seenAt.delete(person);
    },
  };
}
