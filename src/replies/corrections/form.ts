import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Language } from '../../facts/model.ts';
import { type Action, customIdOf } from '../message/action.ts';
import { LIMITS, shorten } from '../message/fit.ts';
import { wordingIn } from '../wording/wording.ts';

/** What a correction holds, with how long each part may be, in characters. */
export const PARTS = {
  text: { least: 5, most: 1000 },
  source: { least: 0, most: 300 },
  question: { least: 0, most: 500 },
} as const;

/** The form for what is wrong or missing. Its name is the action that opened it; a question that is known stands in it. */
export function correctionForm(
  action: Extract<Action, { do: 'correct' }>,
  question: string,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const say = wordingIn(language);
  const input = (part: keyof typeof PARTS, label: string, description: string, value = '') => ({
    type: ComponentType.Label as const,
    label: shorten(label, LIMITS.formLabel),
    description: shorten(description, LIMITS.formDescription),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: part,
      style: part === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: part === 'text',
      min_length: PARTS[part].least,
      max_length: PARTS[part].most,
      ...(value === '' ? {} : { value: shorten(value, PARTS[part].most) }),
    },
  });
  return {
    custom_id: customIdOf(action),
    title: shorten(say('corrections.button'), LIMITS.formTitle),
    components: [
      input('text', say('corrections.wrong'), say('corrections.wrongNote')),
      input('source', say('corrections.source'), say('corrections.sourceNote')),
      input('question', say('corrections.question'), say('corrections.questionNote'), question),
    ],
  };
}
