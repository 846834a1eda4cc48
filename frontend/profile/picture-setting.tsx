import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { problemOf } from '../net/errors.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useProfileTexts } from './profile-texts.ts';
import { drawSquare, inBase64 } from './small-picture.ts';
import { useChangeProfile } from './use-change-profile.ts';

/** My picture: to be chosen or dropped here, looked at, taken or taken away. */
export function PictureSetting({ me, say }: { me: Person; say: (words: string) => void }) {
  const texts = useProfileTexts();
  const problems = useProblemTexts();
  const { changePicture } = useChangeProfile();
  const [chosen, setChosen] = useState<ImageBitmap>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (chosen && canvas.current) drawSquare(canvas.current, chosen);
  }, [chosen]);

  const look = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    try {
      setChosen(await createImageBitmap(file));
    } catch {
      // Whatever the browser says of a file that it can't read.
      setChosen(undefined);
      setProblem(texts.noPicture);
    }
  };
  const change = async (picture: string | null, done: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await changePicture(picture);
      setChosen(undefined);
      say(done);
    } catch (error) {
      setProblem(problems[problemOf(error)]);
    } finally {
      setBusy(false);
    }
  };
  const take = async () => {
    if (canvas.current && !isBusy) await change(await inBase64(canvas.current), texts.changed);
  };
  const onChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void look(target.files?.[0]);
    // The same file may be chosen once more.
    target.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void look(event.dataTransfer.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by the button, too
    <div className="my-picture" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      {chosen ? <canvas ref={canvas} /> : <Avatar person={me} />}
      <div className="picture-choices">
        {chosen ? (
          <>
            <p role="status">{texts.preview}</p>
            <div className="picture-buttons">
              <button type="button" className="main-button" aria-disabled={isBusy} onClick={take}>
                {texts.use}
              </button>
              <button type="button" className="quiet-button" onClick={() => setChosen(undefined)}>
                {texts.cancel}
              </button>
            </div>
          </>
        ) : (
          <>
            <div className="picture-buttons">
              <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
                {me.picture ? texts.chooseAnother : texts.choose}
              </button>
              {me.picture && (
                <button
                  type="button"
                  className="quiet-button"
                  aria-disabled={isBusy}
                  onClick={() => change(null, texts.removed)}
                >
                  {texts.remove}
                </button>
              )}
            </div>
            <p className="hint">
              <span className="with-mouse">{texts.drop} </span>
              {texts.pictureHint}
            </p>
          </>
        )}
        <input ref={input} type="file" accept="image/*" hidden data-testid="picture" onChange={onChosen} />
        {problem !== undefined && (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
