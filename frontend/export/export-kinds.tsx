import { type FormEvent, useId } from 'react';
import { useExportTexts } from './export-texts.ts';
import type { Format } from './file-name.ts';

const FORMATS: readonly Format[] = ['html', 'json'];

export interface ExportKindsProps {
  readonly format: Format;
  readonly onFormat: (format: Format) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** Asks which kind of file it is to be. */
export function ExportKinds({ format, onFormat, onStart, onCancel }: ExportKindsProps) {
  const texts = useExportTexts();
  const id = useId();
  const hints: Readonly<Record<Format, string>> = { html: texts.htmlHint, json: texts.jsonHint };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onStart();
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend className="visually-hidden">{texts.kind}</legend>
        {FORMATS.map((kind) => (
          <label key={kind} className="export-kind">
            <input
              type="radio"
              name={id}
              checked={kind === format}
              aria-describedby={`${id}-${kind}`}
              data-first={kind === format || undefined}
              onChange={() => onFormat(kind)}
            />
            <span>
              {texts[kind]}
              <span id={`${id}-${kind}`} className="hint">
                {hints[kind]}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="hint">{texts.staysHere}</p>
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={onCancel}>
          {texts.cancel}
        </button>
        <button type="submit" className="main-button">
          {texts.start}
        </button>
      </div>
    </form>
  );
}
