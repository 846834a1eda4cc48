/** The part of Trusted Types that is used here; TypeScript's own types of the DOM do not know them. */
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}
interface Policy {
  createScriptURL(address: string): string;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** Its name is in the pages' content security policy, which allows no other. */
const policy = trustedTypes?.createPolicy('own-script', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError('A foreign script.');
    return address;
  },
});

/**
 * The address of a script of these pages, in the form in which alone a browser starts a worker from it: a text that
 * somebody has smuggled in has no such form.
 * @throws TypeError for an address of another site
 */
export function ownScript(address: string): string {
  return policy?.createScriptURL(address) ?? address;
}
