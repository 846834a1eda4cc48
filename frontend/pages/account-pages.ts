const PATHS = ['/login', '/new_user', '/recover'];

/** Whether a path is that of a page on which somebody gets in. */
export function isAccountPage(path: string): boolean {
  return PATHS.includes(path);
}
