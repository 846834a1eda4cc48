import { useState } from 'react';
import { useAroundTexts } from './around-texts.ts';

/** The address at which others join, to be handed on. */
export function InviteLink() {
  const texts = useAroundTexts();
  const [isCopied, setCopied] = useState(false);
  const address = `${location.origin}/new_user`;
  // Where the clipboard is refused, the address can still be read and copied by hand.
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <div className="invite">
      <p className="invite-address" dir="ltr">
        {address}
      </p>
      {'clipboard' in navigator && (
        <button type="button" className="quiet-button" onClick={copy}>
          {texts.copyLink}
        </button>
      )}
      <p role="status" className="hint">
        {isCopied && texts.copied}
      </p>
    </div>
  );
}
