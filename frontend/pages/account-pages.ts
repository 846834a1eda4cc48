/** Where somebody gets in. */
export const ACCOUNT_PATHS: readonly string[] = ['/login', '/new_user', '/recover'];

/** Whether a path is that of a page on which somebody gets in. */
export function isAccountPage(path: string): boolean {
  return ACCOUNT_PATHS.includes(path);
}
