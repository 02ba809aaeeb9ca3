import type { View } from '../cards/view.ts';
import { wordingIn } from '../wording/wording.ts';

/** What becomes of what people write. */
export function privacyText({ language, feedback }: View): string {
  const say = wordingIn(language);
  return [
    say('help.privacyText'),
    ...(feedback ? [say('corrections.privacy', { button: say('corrections.button') })] : []),
  ].join('\n');
}
