import { useState } from 'react';
import { useSidesTexts } from '../conversation-settings/sides-texts.ts';
import { soundIsOn, turnSound } from '../notifications/sound.ts';

/** Whether this device sounds when a message comes. */
export function SoundSetting() {
  const texts = useSidesTexts();
  const [isOn, setOn] = useState(soundIsOn);
  const change = (wanted: boolean) => {
    turnSound(wanted);
    setOn(wanted);
  };
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={({ target }) => change(target.checked)} />
      {texts.sound}
    </label>
  );
}
