import { ComponentType } from 'discord-api-types/v10';
import { type Acting, say, typeOption, useCommand, useComponent } from '../stand-in/people.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import { type Channel, type Message, newUser } from '../stand-in/world.ts';

/** How many messages are remembered, to press the buttons of. */
const REMEMBERED = 50;
/** A person waits so long for the reply to a message, in milliseconds. */
const PATIENCE = 30_000;
/** Commands, and what is sent with them; `?` stands for a question. */
const COMMANDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['ask', { question: '?' }],
  ['ask', { question: '?' }],
  ['ask', { question: '?' }],
  ['sources', { fact: '?' }],
  ['library', { name: '?' }],
  ['compare', { topic: '?' }],
  ['holdings', {}],
  ['founded', {}],
  ['memberships', {}],
  ['timeline', {}],
  ['events', {}],
  ['topics', {}],
  ['random', {}],
  ['quiz', {}],
  ['help', {}],
  ['about', {}],
];

/** People who ask, type, press and write, in any mixture. `chance` gives numbers from 0 up to 1. */
export class Traffic {
  readonly #standIn: StandIn;
  readonly #channel: Channel;
  readonly #questions: readonly string[];
  readonly #chance: () => number;
  readonly #seen: Message[] = [];
  /** Who waits for a reply, by the message that it answers. */
  readonly #waiting = new Map<string, () => void>();

  constructor(standIn: StandIn, channel: Channel, questions: readonly string[], chance: () => number) {
    this.#standIn = standIn;
    this.#channel = channel;
    this.#questions = questions;
    this.#chance = chance;
    standIn.events.on('message', ({ message_reference: to }) => {
      if (to?.message_id !== undefined) this.#waiting.get(to.message_id)?.();
    });
  }

  /** Somebody does something; was it answered? */
  async once(): Promise<boolean> {
    // Somebody new each time: nobody's questions count for another.
    const user = newUser('Somebody');
    const acting = { user, channel: this.#channel };
    const chance = this.#chance();
    // Discord takes 50 messages a second from a bot, so these are few; replies to interactions do not count.
    if (chance < 0.01) return this.#write({ ...acting, channel: this.#standIn.directMessage(user) }, '');
    if (chance < 0.02) return this.#write(acting, `<@${this.#standIn.world.bot.id}> `);
    if (chance < 0.2) return this.#type(acting);
    return chance < 0.4 ? this.#press(acting) : this.#command(acting);
  }

  async #command(acting: Acting): Promise<boolean> {
    const [name, sent] = this.#pick(COMMANDS);
    const options = Object.fromEntries(
      Object.entries(sent).map(([option, value]) => [option, value === '?' ? this.#question() : value]),
    );
    const outcome = await useCommand(acting, name, options, this.#standIn);
    if (outcome.kind !== 'message') return false;
    this.#seen.push(outcome.message);
    if (this.#seen.length > REMEMBERED) this.#seen.shift();
    this.#forget(acting.channel);
    return true;
  }

  async #type(acting: Acting): Promise<boolean> {
    const question = this.#question().slice(0, 1 + Math.floor(this.#chance() * 20));
    return (await typeOption(acting, 'ask', { question }, 'question', this.#standIn)).kind === 'choices';
  }

  async #press(acting: Acting): Promise<boolean> {
    const seen = this.#seen.length === 0 ? undefined : this.#pick(this.#seen);
    const components = seen?.components.flatMap(({ components }) => components) ?? [];
    const pressed = components.length === 0 ? undefined : this.#pick(components);
    if (seen === undefined || pressed?.custom_id === undefined) return this.#command(acting);
    const values =
      pressed.type === ComponentType.StringSelect ? [this.#pick(pressed.options).value] : undefined;
    const { kind } = await useComponent(acting, seen, pressed.custom_id, values, this.#standIn);
    this.#forget(acting.channel);
    return kind !== 'failed';
  }

  async #write(acting: Acting, before: string): Promise<boolean> {
    const { id } = say(acting, `${before}${this.#question()}`, this.#standIn);
    const answered = await new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), PATIENCE);
      this.#waiting.set(id, () => {
        clearTimeout(late);
        resolve(true);
      });
    });
    this.#waiting.delete(id);
    if (acting.channel !== this.#channel) this.#standIn.world.channels.delete(acting.channel.id);
    return answered;
  }

  /** What was said need not be kept: thousands of messages would slow the stand-in, not the bot. */
  #forget(channel: Channel) {
    channel.messages.splice(0, channel.messages.length - REMEMBERED);
    const { pending } = this.#standIn;
    for (const [token, { begun, acknowledged }] of pending) {
      if (!acknowledged || Date.now() - begun < PATIENCE) break;
      pending.delete(token);
    }
  }

  #question = () => this.#pick(this.#questions);

  #pick<One>(all: readonly One[]): One {
    const one = all[Math.floor(this.#chance() * all.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }
}
