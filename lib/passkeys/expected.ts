/** What made and used passkeys have in common. */

/** What the library holds each against; the challenge comes to it. */
export function expectedOf(origins: readonly string[], challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: [...origins],
    expectedRPID: origins.map(hostOf),
    requireUserVerification: true,
  };
}

/** Whether a page at its own host has asked, of several that are ours. */
export function isOfOneHost({ origin, rpID }: { origin: string; rpID?: string }): boolean {
  return hostOf(origin) === rpID;
}

/** A credential in JSON, as browsers make it of one, where there is nothing that matters here. */
export function credential(id: string) {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
}

/** The library tells what is wrong by throwing, whatever it is. */
export async function orNothing<Answer extends object>(
  verify: () => Promise<Answer>,
): Promise<Partial<Answer>> {
  try {
    return await verify();
  } catch {
    return {};
  }
}

/** All that browsers and authenticators bind a passkey to. */
function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
