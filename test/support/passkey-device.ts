import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AddPasskeyOptions,
  MadePasskey,
  PasskeyLogInOptions,
  PasskeySignature,
} from '../../lib/protocol/passkey-rest.ts';

/** Flags of an authenticator: somebody was there, was verified, and the data has a new credential in it. */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** What a device, or whoever plays one, may say otherwise than is right. */
export interface Otherwise {
  readonly origin?: string;
  /** The host that the passkey belongs to. */
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  readonly isPresent?: boolean;
  readonly id?: string;
  readonly userHandle?: string;
}

/** A browser with an authenticator, in software: it keeps one passkey, ES256. */
export interface PasskeyDevice {
  make(options: AddPasskeyOptions, otherwise?: Otherwise): MadePasskey;
  sign(options: PasskeyLogInOptions, otherwise?: Otherwise): PasskeySignature;
}

/** @param origin of the page that it is used on */
export function passkeyDevice(origin: string): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16).toString('base64url');
  let userHandle = '';
  let counter = 0;

  return {
    make({ publicKey: { challenge, rp, user } }, otherwise = {}) {
      userHandle = user.id;
      const said = { origin, rpId: rp.id, challenge, type: 'webauthn.create', counter, id, ...otherwise };
      const clientDataJSON = clientData(said).toString('base64url');
      const data = Buffer.concat([authenticatorData(said, HAS_CREDENTIAL), credential(said.id, publicKey)]);
      return { id: said.id, clientDataJSON, authenticatorData: data.toString('base64url') };
    },

    sign({ publicKey: { challenge, rpId } }, otherwise = {}) {
      counter += 1;
      const said = { origin, rpId, challenge, type: 'webauthn.get', counter, id, userHandle, ...otherwise };
      const client = clientData(said);
      const data = authenticatorData(said, 0);
      return {
        id: said.id,
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
        userHandle: said.userHandle,
      };
    },
  };
}

function clientData({ type, challenge, origin }: Otherwise): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data */
function authenticatorData(
  { rpId = '', counter = 0, isVerified = true, isPresent = true }: Otherwise,
  flags: number,
): Buffer {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(counter);
  const all = flags | (isPresent ? PRESENT : 0) | (isVerified ? VERIFIED : 0);
  return Buffer.concat([sha256(rpId), Buffer.from([all]), counted]);
}

/** No model of authenticator, the id, and the key as COSE has it, in CBOR. */
function credential(id: string, publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes = Buffer.from(id, 'base64url');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  const key = Buffer.concat([
    Buffer.from('a501020326200121' + '5820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  return Buffer.concat([Buffer.alloc(16), length, bytes, key]);
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest();
}
