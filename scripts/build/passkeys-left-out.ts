import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * What the bundles leave out of `@simplewebauthn/server`, which is 310 kB with all: whatever looks at attestations, that is at
 * who has made an authenticator, which nobody asks here, with the certificates and the ASN.1 that this needs. What is left
 * verifies what passkeys sign: 25 kB. In lib/passkeys no statement gets that far, so that it makes no difference.
 */

const LIBRARY = '@simplewebauthn/server';
const FOLDER = dirname(fileURLToPath(import.meta.resolve(LIBRARY)));
const SIGNATURES = fileURLToPath(new URL('ecdsa-signature.ts', import.meta.url));
const NAMESPACE = 'left-out-of-passkeys';

/** What the library's own index has of it, and no more. */
const USED = `
  export { verifyAuthenticationResponse } from './authentication/verifyAuthenticationResponse.js';
  export { verifyRegistrationResponse } from './registration/verifyRegistrationResponse.js';
`;

/** Of its helpers' index, what one of them imports from there. */
const HELPERS = /[\\/]helpers[\\/]index\.js$/;
const USED_HELPERS = "export * from './iso/index.js';";

/** Modules of the library of which the names are imported and never called. */
const NEVER_CALLED =
  /[\\/](registration[\\/]verifications[\\/].*|helpers[\\/]convertX509PublicKeyToCOSE)\.js$/;
const EXPORTED = /export (?:async )?(?:function|const) (\w+)/g;

/** Of a function that is given to nobody. */
const inItsPlace = (name: string) => `export const ${name} = undefined;`;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  // Certificates of those who make authenticators, and signatures after quantum computers, which are not offered.
  '../services/settingsService.js':
    'export const SettingsService = { getRootCertificates: () => [], runtimeSupportsPQC: () => false };',
  // Just for how ES256's signatures are written.
  '@peculiar/asn1-ecc': 'export const ECDSASigValue = undefined;',
  '@peculiar/asn1-schema': `
    import { readEcdsaSignature } from ${JSON.stringify(SIGNATURES)};
    export const AsnParser = { parse: readEcdsaSignature };
  `,
};

export const leaveOutAttestation: Plugin = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${LIBRARY}$`) }, ({ path }) => ({ path, namespace: NAMESPACE }));
    build.onLoad({ filter: new RegExp(`^${LIBRARY}$`), namespace: NAMESPACE }, () => ({
      contents: USED,
      resolveDir: FOLDER,
    }));
    const named = Object.keys(REPLACEMENTS).join('|').replaceAll('.', '\\.');
    build.onResolve({ filter: new RegExp(`^(${named})$`) }, ({ path, importer }) =>
      importer.startsWith(FOLDER) ? { path, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: new RegExp(`^(${named})$`), namespace: NAMESPACE }, ({ path }) => ({
      contents: REPLACEMENTS[path] ?? '',
      resolveDir: dirname(SIGNATURES),
    }));
    build.onLoad({ filter: HELPERS }, ({ path }) =>
      path.startsWith(FOLDER) ? { contents: USED_HELPERS } : undefined,
    );
    build.onLoad({ filter: NEVER_CALLED }, ({ path }) => {
      if (!path.startsWith(FOLDER)) return undefined;
      const names = [...readFileSync(path, 'utf8').matchAll(EXPORTED)].map(([, name]) => name as string);
      return { contents: names.map(inItsPlace).join('\n') };
    });
  },
};
