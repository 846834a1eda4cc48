import type { FormProblem } from './form-problem.ts';

/** What is wrong with a form and with none of its fields, which say it themselves. */
export function ProblemOfForm({ problem }: { problem: FormProblem | undefined }) {
  if (problem === undefined || problem.field !== undefined) return null;
  return (
    <p role="alert" className="problem">
      {problem.words}
    </p>
  );
}
