/**
 * Does something again and again for a while, in so many lanes at once, each as soon as it is done with the former.
 * @param turn does it once, in the lane with that number
 * @returns ms that each took
 */
export async function inTurns(
  lanes: number,
  seconds: number,
  turn: (lane: number) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const lane = async (number: number) => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      await turn(number);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return took;
}
