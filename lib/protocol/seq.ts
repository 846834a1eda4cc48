import * as v from 'valibot';

/** A sequence number; 0 stands for "before the first entry". */
export const Seq = v.pipe(
  v.number('A sequence number is a number.'),
  v.safeInteger('A sequence number is a whole number.'),
  v.minValue(0, 'A sequence number is not negative.'),
);
