import type { Connection, Connections } from '../../chat/ports.ts';

export function memoryConnections(): Connections {
  const connections = new Map<string, Connection>();

  return {
    async hold(connection) {
      connections.set(connection.connectionId, connection);
    },

    async remove(person, connectionId) {
      if (connections.get(connectionId)?.person === person) connections.delete(connectionId);
    },

    async live(person, now) {
      return [...connections.values()].filter(
        (connection) => connection.person === person && connection.leaseEndsAt > now,
      );
    },
  };
}
