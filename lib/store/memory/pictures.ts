import type { Picture, Pictures } from '../../chat/account-ports.ts';
import { pictureVersion } from '../picture-version.ts';
import type { Forgetful } from './erasure.ts';

export function memoryPictures(): Pictures & Forgetful {
  const pictures = new Map<string, Picture & { version: string }>();

  return {
    async put(person, { type, bytes }) {
      const version = pictureVersion(bytes);
      pictures.set(person, { type, bytes, version });
      return version;
    },

    async find(person) {
      return pictures.get(person);
    },

    async remove(person) {
      pictures.delete(person);
    },

    forget(person) {
      pictures.delete(person);
    },
  };
}
