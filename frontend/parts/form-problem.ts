import { createContext } from 'react';
import { type Problem, problemOf, Refused } from '../net/errors.ts';
import { importAnew } from '../net/import-anew.ts';
import { inLanguage } from '../texts/by-language.ts';
import type { AccountTexts } from '../texts/en/account.ts';
import type { Texts } from '../texts/en.ts';
import { language } from '../texts/language.ts';
import { PartMissing } from './chat-loader.ts';
import { inWords } from './in-words.ts';

/** What is wrong with a form, in words, and with which of its fields, if it is one. */
export interface FormProblem {
  readonly words: string;
  readonly field?: string | undefined;
}

/** What each field of a form looks at, for what is said of it. */
export const FormProblemContext = createContext<FormProblem | undefined>(undefined);

/** What is wrong with which field is clear by itself. */
const FIELDS_OF_PROBLEMS: Partial<Record<Problem, string>> = {
  'name-taken': 'name',
  'common-password': 'password',
  'wrong-code': 'code',
};

type FormTexts = Pick<Texts, 'app'> & { readonly account: AccountTexts };

/**
 * What to tell a person of a form that was refused. The sentences for that come when they are needed.
 * @throws the error itself, if it is none of those that can be expected
 */
export async function formProblemOf(error: unknown, { account, app }: FormTexts): Promise<FormProblem> {
  if (error instanceof PartMissing) return { words: app.codeMissingOnForm };
  if (problemOf(error) === 'no-answer') return { words: app.unreachable };
  const words = await sentenceFor(problemOf(error)).catch(() => app.codeMissingOnForm);
  if (!(error instanceof Refused)) return { words };
  if (error.retryAt !== undefined) return { words: `${words} ${account.tryAgainIn(inWords(error.retryAt))}` };
  const field = FIELDS_OF_PROBLEMS[error.code];
  if (field !== undefined) return { words, field };
  if (error.code !== 'invalid-request' || !isField(error.field, account.fieldProblems)) return { words };
  return { words: account.fieldProblems[error.field], field: error.field };
}

async function sentenceFor(problem: Problem): Promise<string> {
  const { PROBLEM_TEXTS } = await importAnew(() => import('./problem-texts.ts'));
  return inLanguage(PROBLEM_TEXTS, language().tag)[problem];
}

function isField(field: string | undefined, known: object): field is keyof AccountTexts['fieldProblems'] {
  return field !== undefined && Object.hasOwn(known, field);
}
