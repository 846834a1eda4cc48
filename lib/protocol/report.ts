import * as v from 'valibot';
import { characters } from './characters.ts';
import { MAX_REPORT_NOTE_CHARACTERS } from './limits.ts';
import { Name } from './names.ts';
import { Seq } from './seq.ts';
import { wellFormed } from './text.ts';

/** Why somebody is reported. */
export const REPORT_REASONS = ['spam', 'abuse', 'threat', 'other'] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];

/** Whoever has sent something that should not be; those who run the chat get the newest of it to read. */
export const ReportBody = v.strictObject({
  with: Name,
  /** The message that it is about, if it is about one. */
  seq: v.optional(v.pipe(Seq, v.minValue(1, 'The first message has the number 1.'))),
  reason: v.optional(v.picklist(REPORT_REASONS), 'other'),
  note: v.optional(
    v.pipe(
      v.string(),
      v.check(wellFormed, 'A note must be well-formed Unicode: it has half of a surrogate pair.'),
      v.check(
        (note) => note.trim() !== '' && characters(note) <= MAX_REPORT_NOTE_CHARACTERS,
        `A note has 1 to ${MAX_REPORT_NOTE_CHARACTERS} characters.`,
      ),
    ),
  ),
});

export type ReportBody = v.InferOutput<typeof ReportBody>;

/** As a client says it: what has a default may be left out. */
export type ReportInput = v.InferInput<typeof ReportBody>;
