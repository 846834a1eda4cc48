import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';

export interface OnDemand<Props> {
  /** Has to be rendered somewhere. */
  readonly shown: ReactNode;
  /** Resolves with whether it could be loaded. */
  show(props: Props): Promise<boolean>;
  hide(): void;
  /** Whether the last try to load it failed, as it does without a network. */
  readonly hasFailed: boolean;
}

/**
 * A part that is loaded when somebody asks for it. Without the network there is none; the next time it is asked for may
 * be better.
 * @param load imports its module; this and the next one have to be the same in each render
 */
export function useOnDemand<Module, Props extends object>(
  load: () => Promise<Module>,
  partOf: (module: Module) => ComponentType<Props>,
): OnDemand<Props> {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<Props> }>();
  const [props, setProps] = useState<Props>();
  const [hasFailed, setFailed] = useState(false);

  const show = useCallback(
    (given: Props) => {
      setFailed(false);
      setProps(given);
      return importAnew(load).then(
        (module) => {
          setLoaded({ Part: partOf(module) });
          return true;
        },
        () => {
          setProps(undefined);
          setFailed(true);
          return false;
        },
      );
    },
    [load, partOf],
  );
  const hide = useCallback(() => setProps(undefined), []);
  return { shown: loaded && props ? <loaded.Part {...props} /> : null, show, hide, hasFailed };
}
