import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { comesFromElsewhere } from './comes-from-elsewhere.ts';
import { endScene, type Scene, setScene } from './scene.ts';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => endScene(scene));

comesFromElsewhere(() => scene);

test('nothing of all this was a fault of ours, and nothing secret is in the log', () => {
  expect(scene.world.log.lines().filter(({ level }) => level === 'error')).toEqual([]);
  scene.world.log.expectNoSecrets();
});
