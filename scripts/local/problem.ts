/** Something that the person at the terminal can mend, said in a sentence that tells how. */
export class LocalProblem extends Error {
  /** What a program printed about it, if that helps. */
  readonly evidence: string | undefined;

  constructor(sentence: string, evidence?: string) {
    super(sentence);
    this.name = 'LocalProblem';
    this.evidence = evidence;
  }
}
