/**
 * Tells the styles how much of the page can be seen (`--visible-height`). Safari lays its keyboard over the page
 * instead of making the page smaller, and what one types would be under it.
 */
export function followScreenKeyboard(): void {
  const view = window.visualViewport;
  if (!view) return;
  const follow = () => {
    // Who has zoomed in with two fingers sees a part, and the page has to stay as it is.
    if (view.scale !== 1) return;
    document.documentElement.style.setProperty('--visible-height', `${view.height}px`);
    // Safari also scrolls the page up by what it takes for the keyboard's height.
    if (view.offsetTop > 0) window.scrollTo(0, 0);
  };
  view.addEventListener('resize', follow);
  follow();
}
