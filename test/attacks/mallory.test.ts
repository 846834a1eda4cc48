import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { breaksLines } from './breaks-lines.ts';
import { comesFromElsewhere } from './comes-from-elsewhere.ts';
import { forgesCookies } from './forges-cookies.ts';
import { guessesNames } from './guesses-names.ts';
import { injects } from './injects.ts';
import { reachesForOthers } from './reaches-for-others.ts';
import { endScene, type Scene, setScene } from './scene.ts';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => endScene(scene));

reachesForOthers(() => scene);
comesFromElsewhere(() => scene);
forgesCookies(() => scene);
guessesNames(() => scene);
injects(() => scene);
breaksLines(() => scene);

test('nothing of all this was a fault of ours, and nothing secret is in the log', () => {
  expect(scene.world.log.lines().filter(({ level }) => level === 'error')).toEqual([]);
  scene.world.log.expectNoSecrets();
});
