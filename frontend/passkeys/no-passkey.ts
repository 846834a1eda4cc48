/** The browser gave no passkey: there was none, or nobody wanted to use or make one. Browsers don't say which. */
export class NoPasskey extends Error {
  constructor(options: ErrorOptions) {
    super('There was no passkey.', options);
    this.name = 'NoPasskey';
  }
}
