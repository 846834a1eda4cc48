import { randomUUID } from 'node:crypto';
import { type Person, type Socket, signUp } from '../functions/person.ts';
import { startWorld, type World } from '../functions/world.ts';
import { stopLooking } from './stored.ts';

/** Two people who write to each other, and mallory, who may do all that anybody may who has an account. */
export interface Scene {
  readonly world: World;
  readonly alice: Person;
  readonly bob: Person;
  readonly mallory: Person;
  readonly alicesSocket: Socket;
  readonly bobsSocket: Socket;
  readonly mallorysSocket: Socket;
  /** Texts that only alice and bob may ever see; each contains this. */
  readonly marker: string;
}

export async function setScene(): Promise<Scene> {
  const world = await startWorld();
  const [alice, bob, mallory] = [
    await signUp(world, 'alice'),
    await signUp(world, 'bob'),
    await signUp(world, 'mallory'),
  ];
  const [alicesSocket, bobsSocket, mallorysSocket] = [
    await alice.openSocket(),
    await bob.openSocket(),
    await mallory.openSocket(),
  ];
  const marker = `between-two-${randomUUID()}`;
  const scene = { world, alice, bob, mallory, alicesSocket, bobsSocket, mallorysSocket, marker };
  await talk(scene);
  return scene;
}

export async function endScene(scene: Scene | undefined): Promise<void> {
  stopLooking();
  await scene?.world.stop();
}

/** Something of every kind that two people leave behind. */
async function talk({ alicesSocket, bobsSocket, marker }: Scene): Promise<void> {
  const frames: [Socket, object][] = [
    [alicesSocket, { action: 'send-message', to: 'bob', after: 0, messages: messages('a', marker, 3) }],
    [bobsSocket, { action: 'change-side', with: 'alice', accepted: true, star: [1], hide: [2] }],
    [bobsSocket, { action: 'send-message', to: 'alice', after: 3, messages: messages('b', marker, 2) }],
    [
      alicesSocket,
      { ...about('alice-edits', 5, 1), action: 'edit-message', with: 'bob', text: `${marker} edited` },
    ],
    [bobsSocket, { ...about('bob-reacts', 6, 1), action: 'react', with: 'alice', emoji: '🦚' }],
    [alicesSocket, { action: 'mark', with: 'bob', received: 7, read: 7 }],
    [bobsSocket, { action: 'mark', with: 'alice', received: 7, read: 7 }],
    [alicesSocket, { action: 'change-side', with: 'bob', pinned: true, star: [4] }],
    [alicesSocket, { action: 'send-message', to: 'alice', after: 0, messages: messages('n', marker, 1) }],
    [alicesSocket, { action: 'watch', with: 'bob' }],
  ];
  for (const [socket, frame] of frames) {
    const answer = await socket.send({ id: 'f1', ...frame });
    if (answer.action === 'error') throw new Error(`The scene can't be set: ${JSON.stringify(answer)}`);
  }
}

function messages(prefix: string, marker: string, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    clientId: `${prefix}${i}`,
    text: `${marker} ${prefix}${i}`,
  }));
}

function about(clientId: string, after: number, target: number) {
  return { clientId, after, target };
}
