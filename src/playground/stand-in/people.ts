import {
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { memberShape } from './member.ts';
import type { Outcome, Pending } from './pending.ts';
import { TO_ACKNOWLEDGE } from './pending.ts';
import type { Scene } from './scene.ts';
import { channelShape, newMessage } from './shapes.ts';
import { newSnowflake } from './snowflake.ts';
import { type Channel, commandIn, type Message, type Registered } from './world.ts';

/** Who does something, where, and in which language their Discord is. */
export type Acting = { user: APIUser; channel: Channel; locale?: string };

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** What a person writes, and how it is sent. */
export type Said = { replyTo?: Message; type?: MessageType; webhook?: true; everyone?: true };

/** Someone writes a message. A reply pings the author of what it answers, as it does by default. */
export function say({ user, channel }: Acting, content: string, scene: Scene, said: Said = {}): Message {
  const message = newMessage({ content }, channel, user, scene.world);
  const { replyTo, type, webhook, everyone } = said;
  if (replyTo !== undefined) {
    message.type = MessageType.Reply;
    message.message_reference = { message_id: replyTo.id, channel_id: channel.id };
    message.mentions.push(replyTo.author);
  }
  if (type !== undefined) message.type = type;
  if (webhook) message.webhook_id = newSnowflake();
  if (everyone) message.mention_everyone = true;
  scene.post(message, channel);
  return message;
}

/** Someone uses a slash command. Throws if their Discord would not offer it there, or not with these options. */
export function useCommand(
  acting: Acting,
  name: string,
  options: OptionValues,
  scene: Scene,
): Promise<Outcome> {
  const command = offered(acting, name, ApplicationCommandType.ChatInput, scene);
  const absent = optionsOf(command).find((option) => option.required && !(option.name in options));
  if (absent !== undefined) throw new Error(`/${name} wants the option "${absent.name}".`);
  return begin(
    InteractionType.ApplicationCommand,
    { ...dataOf(command), options: sentOptions(command, options) },
    acting,
    scene,
  );
}

/** Someone types into an option that completes itself. */
export function typeOption(
  acting: Acting,
  name: string,
  options: OptionValues,
  focused: string,
  scene: Scene,
): Promise<Outcome> {
  const command = offered(acting, name, ApplicationCommandType.ChatInput, scene);
  if (!optionsOf(command).some((option) => option.name === focused && option.autocomplete))
    throw new Error(`/${name} does not complete "${focused}".`);
  const sent = sentOptions(command, options).map((option) =>
    option.name === focused ? { ...option, focused: true } : option,
  );
  return begin(
    InteractionType.ApplicationCommandAutocomplete,
    { ...dataOf(command), options: sent },
    acting,
    scene,
  );
}

/** Someone opens the menu of a message and uses a command of it. */
export function useMessageMenu(
  acting: Acting,
  name: string,
  message: Message,
  scene: Scene,
): Promise<Outcome> {
  const command = offered(acting, name, ApplicationCommandType.Message, scene);
  return begin(
    InteractionType.ApplicationCommand,
    {
      ...dataOf(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
    acting,
    scene,
  );
}

/** Someone presses a button, or chooses from a menu. The message need not still hold it: ids may be forged or old. */
export function useComponent(
  acting: Acting,
  message: Message,
  customId: string,
  values: readonly string[] | undefined,
  scene: Scene,
): Promise<Outcome> {
  const data =
    values === undefined
      ? { component_type: ComponentType.Button, custom_id: customId }
      : { component_type: ComponentType.StringSelect, custom_id: customId, values };
  return begin(InteractionType.MessageComponent, data, acting, scene, message);
}

/** Someone sends off a form that the bot opened. */
export function submitModal(
  acting: Acting,
  customId: string,
  values: Readonly<Record<string, string>>,
  scene: Scene,
): Promise<Outcome> {
  const components = Object.entries(values).map(([custom_id, value]) => ({
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.TextInput, custom_id, value }],
  }));
  return begin(InteractionType.ModalSubmit, { custom_id: customId, components }, acting, scene);
}

/** Tells the bot of an interaction and waits how it comes out: within three seconds, or it has failed. */
function begin(
  type: InteractionType,
  data: object,
  { user, channel, locale = 'en-US' }: Acting,
  scene: Scene,
  on?: Message,
): Promise<Outcome> {
  const { world } = scene;
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ kind: 'failed' }), TO_ACKNOWLEDGE);
    const pending: Pending = {
      id: newSnowflake(),
      token: `interaction-${newSnowflake()}`,
      type,
      channel,
      userId: user.id,
      begun: Date.now(),
      acknowledged: false,
      ...(on === undefined ? {} : { on }),
      settle: (outcome) => {
        clearTimeout(late);
        resolve(outcome);
      },
    };
    scene.pending.set(pending.token, pending);
    const context = guild !== undefined ? 0 : channel.type === ChannelType.DM ? 1 : 2;
    scene.dispatch({
      event: GatewayDispatchEvents.InteractionCreate,
      guildId: guild?.id,
      data: () => ({
        id: pending.id,
        application_id: world.bot.id,
        type,
        token: pending.token,
        version: 1,
        data,
        ...(on === undefined ? {} : { message: on }),
        channel_id: channel.id,
        channel: channelShape(channel),
        ...(guild === undefined
          ? { user }
          : {
              guild_id: guild.id,
              guild: { id: guild.id, locale: guild.locale, features: [] },
              guild_locale: guild.locale,
              member: memberShape(user),
            }),
        app_permissions: '2147483647',
        locale,
        context,
        entitlements: [],
        authorizing_integration_owners: { 0: guild?.id ?? '0' },
        attachment_size_limit: 10_485_760,
      }),
    });
  });
}

function offered(
  { channel }: Acting,
  name: string,
  type: ApplicationCommandType,
  { world }: Scene,
): Registered {
  const command = commandIn(world, channel, name, type);
  if (command === undefined) throw new Error(`There is no command "${name}" in ${channel.name}.`);
  return command;
}

const dataOf = ({ id, name, type, guild_id }: Registered) => ({
  id,
  name,
  type,
  ...(guild_id === undefined ? {} : { guild_id }),
});

const optionsOf = (command: Registered) => (command.type === 1 ? (command.options ?? []) : []);

/** Options as Discord sends them. An option that the command does not have is sent as text: it may be forged. */
const sentOptions = (command: Registered, options: OptionValues) =>
  Object.entries(options).map(([name, value]) => ({
    name,
    type:
      optionsOf(command).find((option) => option.name === name)?.type ?? ApplicationCommandOptionType.String,
    value,
  }));
