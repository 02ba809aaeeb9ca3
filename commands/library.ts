import { z } from 'zod';
import { defineCommand, option } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import {
  languageOption,
  libraries,
  privateOption,
  textOnlyOption,
  thingDetails,
} from '../src/discord/command/options.ts';
import { profileReply, type Told } from '../src/replies/browse/profile.ts';

/** What a profile tells, in this order. */
const TOLD: Told[] = [
  { topic: 'status' },
  { topic: 'founding' },
  { topic: 'name' },
  { topic: 'people' },
  { topic: 'holdings' },
  { topic: 'memberships', each: true },
];

export default defineCommand({
  name: { en: 'library', ru: 'библиотека', tr: 'kütüphane' },
  description: {
    en: 'A library at a glance',
    az: 'Kitabxana haqqında qısaca',
    kk: 'Кітапхана туралы қысқаша',
    ru: 'Библиотека в общих чертах',
    tr: 'Bir bakışta kütüphane',
  },
  options: {
    name: option(
      z.string(),
      thingDetails(
        { ru: 'название', tr: 'ad' },
        { en: 'Which library', ru: 'Какая библиотека', tr: 'Hangi kütüphane' },
        ({ knowledge }) => libraries(knowledge.base),
      ),
    ),
    language: languageOption,
    private: privateOption,
    'text-only': textOnlyOption,
  },
  reply({ name, 'text-only': textOnly = false }, { knowledge, view }) {
    const about = libraryMeant(name, knowledge, view.language);
    if ('problem' in about) return about.problem;
    return profileReply(about.thing, TOLD, knowledge, view, { textOnly });
  },
});
