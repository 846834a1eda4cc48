/** Somebody who wants to know what secrets these clients use, so as to look for them where they must not be. */
export type SecretsListener = (kind: 'cookie' | 'body', secret: string) => void;

let listener: SecretsListener | undefined;

export function onSecrets(told: SecretsListener): void {
  listener = told;
}

/** @param secret a Set-Cookie value, or a body or frame with what is secret in it */
export function tellSecret(kind: Parameters<SecretsListener>[0], secret: string): void {
  listener?.(kind, secret);
}
