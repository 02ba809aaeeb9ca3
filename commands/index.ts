import type { Command } from '../src/discord/command/command.ts';
import about from './about.ts';
import ask from './ask.ts';
import compare from './compare.ts';
import events from './events.ts';
import founded from './founded.ts';
import help from './help.ts';
import holdings from './holdings.ts';
import library from './library.ts';
import memberships from './memberships.ts';
import quiz from './quiz.ts';
import random from './random.ts';
import sources from './sources.ts';
import timeline from './timeline.ts';
import topics from './topics.ts';

/** Every slash command, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  ask,
  library,
  holdings,
  founded,
  memberships,
  events,
  compare,
  timeline,
  topics,
  random,
  quiz,
  sources,
  help,
  about,
];
