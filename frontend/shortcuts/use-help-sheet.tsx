import { type ComponentType, type ReactNode, useState } from 'react';

type Sheet = ComponentType<{ onClose: () => void }>;

/** The sheet of shortcuts, which is loaded when somebody asks for it. */
export function useHelpSheet(): { readonly sheet: ReactNode; show(): void } {
  const [loaded, setLoaded] = useState<{ Sheet: Sheet }>();
  const [isShown, setShown] = useState(false);
  const show = () => {
    setShown(true);
    // Without the network there is no help; the next time it is asked for may be better.
    import('./help-sheet.tsx').then(
      ({ HelpSheet }) => setLoaded({ Sheet: HelpSheet }),
      () => setShown(false),
    );
  };
  const sheet = isShown && loaded ? <loaded.Sheet onClose={() => setShown(false)} /> : null;
  return { sheet, show };
}
