import { Checkbox } from '../parts/checkbox.tsx';
import { useCodesTexts } from './codes-texts.ts';

/** Whether all other sessions end as well, which they do if nothing is said. */
export function EndOthers() {
  const { endOthers, endOthersHint } = useCodesTexts();
  return <Checkbox name="endOthers" label={endOthers} hint={endOthersHint} isChosen />;
}
