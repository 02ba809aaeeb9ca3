import { EventEmitter } from 'node:events';
import { type APIUser, ChannelType, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { Exchanges } from './exchanges.ts';
import type { Dispatch } from './gateway.ts';
import type { Modal } from './modal-form.ts';
import type { Pending } from './pending.ts';
import { guildCreate, isForOneAlone, repliedTo, toldMessage } from './shapes.ts';
import { type Channel, type Guild, type Message, newChannel, type World } from './world.ts';

/** What a page or a test may listen for: something in a channel has changed. */
type Events = {
  message: [message: Message, channel: Channel, reader: string | undefined];
  changed: [message: Message, channel: Channel];
  deleted: [message: Message, channel: Channel];
  typing: [channel: Channel];
};

/** A form that is open, and the message from which it was. */
export type OpenForm = { modal: Modal; on?: Message | undefined };

/** Answers a request in Discord's stead, or lets it through: for trying what happens when Discord fails. */
export type Fault = (request: {
  method: string;
  path: string;
  /** Does what is asked before the fault goes on, so that only the reply can get lost. */
  proceed: () => Promise<void>;
  /** Cuts the connection. */
  cut: () => void;
}) => Promise<Response | undefined> | Response | undefined;

/** All that goes on: the world, what the bot has been told of and asked, and what changes while it does. */
export abstract class Scene {
  readonly world: World;
  readonly exchanges = new Exchanges();
  readonly events = new EventEmitter<Events>();
  readonly pending = new Map<string, Pending>();
  /** Files that the bot sent, by the path they are served under. */
  readonly files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  readonly faults: Fault[] = [];
  /** Forms that the bot opened, by who may fill them in and their customId. */
  readonly forms = new Map<string, OpenForm>();
  /** Discord mostly sends along what a message replies to, but need not. */
  sendsReplied = true;
  readonly #direct = new Map<string, Channel>();

  constructor(world: World) {
    this.world = world;
  }

  /** Where the gateway is. */
  abstract get gatewayUrl(): string;

  /** Where files are served. */
  abstract get filesUrl(): string;

  /** Tells the bot of something over the gateway. */
  abstract dispatch(dispatch: Dispatch): void;

  /** Puts a message into its channel and tells of it; one for a reader alone is told to nobody else. */
  post(message: Message, channel: Channel, reader?: string): void {
    channel.messages.push(message);
    this.events.emit('message', message, channel, reader);
    if (!isForOneAlone(message)) this.#tell(GatewayDispatchEvents.MessageCreate, message, channel);
  }

  /** Tells that a message was changed. */
  change(message: Message, channel: Channel): void {
    this.events.emit('changed', message, channel);
    if (!isForOneAlone(message)) this.#tell(GatewayDispatchEvents.MessageUpdate, message, channel);
  }

  /** Takes a message away. */
  delete(message: Message, channel: Channel): void {
    channel.messages.splice(channel.messages.indexOf(message), 1);
    this.events.emit('deleted', message, channel);
  }

  /** Adds a server; a bot that is connected learns of it. */
  addGuild(guild: Guild): void {
    this.world.guilds.set(guild.id, guild);
    for (const channel of guild.channels) this.world.channels.set(channel.id, channel);
    this.#tellOf(guild);
  }

  /** The bot is thrown out of a server. */
  removeGuild(guild: Guild): void {
    this.world.guilds.delete(guild.id);
    for (const { id } of guild.channels) this.world.channels.delete(id);
    this.#tellOf(guild, { id: guild.id });
  }

  /** A server is away for a while, or back. */
  setAvailable(guild: Guild, available: boolean): void {
    guild.available = available;
    this.#tellOf(guild, available ? undefined : { id: guild.id, unavailable: true });
  }

  #tellOf(guild: Guild, gone?: object) {
    this.dispatch({
      event: gone === undefined ? GatewayDispatchEvents.GuildCreate : GatewayDispatchEvents.GuildDelete,
      data: () => gone ?? guildCreate(guild, this.world),
      intent: GatewayIntentBits.Guilds,
      guildId: guild.id,
    });
  }

  /** Adds someone. */
  addUser(user: APIUser): APIUser {
    this.world.users.set(user.id, user);
    return user;
  }

  /** The direct messages between someone and the bot. */
  directMessage(user: APIUser): Channel {
    const known = this.#direct.get(user.id);
    if (known !== undefined) return known;
    const channel = newChannel(ChannelType.DM, user.username);
    this.world.channels.set(channel.id, channel);
    this.#direct.set(user.id, channel);
    return channel;
  }

  #tell(event: GatewayDispatchEvents, message: Message, channel: Channel) {
    this.dispatch({
      event,
      data: (intents) => ({
        ...toldMessage(message, channel, this.world, intents),
        ...(this.sendsReplied ? repliedTo(message, channel, this.world, intents) : {}),
      }),
      intent:
        channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
      guildId: channel.guildId,
    });
  }
}
