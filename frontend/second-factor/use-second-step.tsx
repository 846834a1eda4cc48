import type { ReactNode } from 'react';
import { Refused } from '../net/errors.ts';
import { PartMissing } from '../parts/chat-loader.ts';
import { useOnDemand } from '../parts/use-on-demand.tsx';
import type { CodeFieldProps } from './code-field.tsx';

const loadField = () => import('./code-field.tsx');
const fieldOf = ({ CodeField }: Awaited<ReturnType<typeof loadField>>) => CodeField;

export interface SecondStep {
  /** The field for the code, in the form, as soon as it was asked for. */
  readonly field: ReactNode;
  /**
   * Gets somebody in, or shows the field if that takes a code.
   * @returns whether they are in
   * @throws what `getIn` throws otherwise; PartMissing if the field can't be loaded
   */
  tryIt(getIn: () => Promise<void>): Promise<boolean>;
}

/** The step that few have, and that is loaded when somebody has it: the code of a second factor. */
export function useSecondStep(props: CodeFieldProps): SecondStep {
  const { shown, show } = useOnDemand<Awaited<ReturnType<typeof loadField>>, CodeFieldProps>(
    loadField,
    fieldOf,
  );
  return {
    field: shown,
    async tryIt(getIn) {
      try {
        await getIn();
        return true;
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'second-factor-needed') throw error;
        if (!(await show(props))) throw new PartMissing({ cause: error });
        return false;
      }
    },
  };
}
