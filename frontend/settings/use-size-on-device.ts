import { useEffect, useState } from 'react';
import { useLanguage } from '../texts/use-texts.ts';

const BYTES_PER_MEGABYTE = 1_000_000;
/** Between a number and its unit. */
const NO_BREAK_SPACE = '\u00a0';
/** Less would be written as nothing. */
const WORTH_SAYING_BYTES = 50_000;

/** How much the browser keeps of this site, in words; nothing until that is known, or where the browser doesn't say. */
export function useSizeOnDevice(): string | undefined {
  const { tag } = useLanguage();
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    // Only there on a site that the browser takes for secure.
    navigator.storage?.estimate().then(
      ({ usage }) => setBytes(usage),
      () => setBytes(undefined),
    );
  }, []);
  return bytes === undefined || bytes < WORTH_SAYING_BYTES ? undefined : megabytes(bytes, tag);
}

/** With one digit behind the comma: nobody has to know it more exactly, and browsers blur it on purpose. */
export function megabytes(bytes: number, tag: string): string {
  const format = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return format.format(bytes / BYTES_PER_MEGABYTE).replaceAll(' ', NO_BREAK_SPACE);
}
