/** Whether this is a browser that has notifications only for what was put onto the home screen: those on iOS. */
export function needsInstallation(): boolean {
  const isStandalone = matchMedia('(display-mode: standalone)').matches;
  return isIos() && !isStandalone;
}

function isIos(): boolean {
  if (/iPhone|iPad|iPod/.test(navigator.userAgent)) return true;
  // An iPad says that it is a Mac; but no Mac has a touch screen.
  return navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1;
}
