import path from 'node:path';
import { type APIEmbed, type Message, PermissionFlagsBits, RESTJSONErrorCodes, Routes } from 'discord.js';
import QuickLRU from 'quick-lru';
import type { MessageBody } from '../../replies/message/body.ts';
import { type Painted, Painter } from '../../replies/pictures/painter.ts';
import type { Along, Repliable } from '../acknowledge.ts';
import { isDiscordError, isPassing } from '../connection/discord-error.ts';
import type { Live } from '../live.ts';
import type { Said } from '../remembered.ts';

/** A picture that is fetched again is waited for so long, in milliseconds. */
const LOADING = 3_000;

const painter = new Painter();

/** What a message has become last: its picture, if one is being drawn for it, and the edit that is on its way to it. */
type Coming = { painted?: Promise<Painted | undefined>; edit?: Promise<unknown> };

/** What is being put into each message, by its id. */
const coming = new Map<string, Coming>();

/** Sends a body by an interaction; gives the id of the message, where it is wanted and known. */
type Send = (body: MessageBody, along: Along) => Promise<string | undefined>;

/**
 * Sends a reply, in place of a message if one is given. A picture that is drawn already goes with it; any other follows
 * into the message as soon as it is there, which nobody waits for. Whatever becomes of the picture, the text stands.
 */
export async function sendWithPicture(
  interaction: Repliable,
  said: Said,
  { send, turned, live }: { send: Send; turned?: string; live: Live },
): Promise<void> {
  const picture = mayShow(interaction) ? said.picture : undefined;
  const known = picture === undefined ? undefined : painter.known(picture.name);
  const edit = turned === undefined ? undefined : coming.get(turned)?.edit;
  const mine: Coming = edit === undefined ? {} : { edit };
  // From here on no earlier picture is put into the message any more.
  if (turned !== undefined) coming.set(turned, mine);
  // An edit that is on its way already may arrive after this, and is then to be undone.
  const followed = edit !== undefined || (picture !== undefined && known === undefined);
  const sending =
    known === undefined ? send(said.body, { identified: followed }) : sendWhole(said.body, known, send, live);
  const message = await sending.catch((error: unknown) => {
    if (turned !== undefined) forget(turned, mine);
    throw error;
  });
  if (message === undefined) return;
  if (!followed) return forget(message, mine);
  if (turned === undefined) coming.set(message, mine);
  if (picture !== undefined)
    mine.painted = painter.paint(picture).catch((error: unknown) => noteOnce(error, live));
  void follow(interaction, said.body, { message, mine, live });
}

function forget(message: string, mine: Coming): void {
  if (coming.get(message) === mine) coming.delete(message);
}

/** Where embeds or files are not allowed a picture would be seen by nobody, or be refused. */
const mayShow = ({ appPermissions }: Repliable) =>
  appPermissions.has(PermissionFlagsBits.EmbedLinks) && appPermissions.has(PermissionFlagsBits.AttachFiles);

/** Sends a reply with its picture, and where that is refused, without. */
async function sendWhole(body: MessageBody, painted: Painted, send: Send, live: Live) {
  const whole = illustrated(body.embeds, painted);
  try {
    return await send({ ...body, ...whole.body }, { files: whole.files });
  } catch (error) {
    if (isPassing(error) || isTooLate(error)) throw error;
    noteOnce(error, live);
    return send(body, {});
  }
}

/** Has Discord no ear for anything more on an interaction? */
const isTooLate = (error: unknown) =>
  isDiscordError(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  );

/** Embeds with a picture in the first, and what goes along with them. */
function illustrated(embeds: readonly APIEmbed[], { name, description, png }: Painted) {
  const [first, ...others] = embeds;
  return {
    body: {
      embeds: first === undefined ? [] : [{ ...first, image: { url: `attachment://${name}` } }, ...others],
      attachments: [{ id: '0', description }],
    },
    files: [{ name, data: Buffer.from(png), contentType: 'image/png' }],
  };
}

/** Puts its picture into a message that was sent without, unless the message has become another meanwhile. Never rejects. */
async function follow(
  { applicationId, token, client }: Repliable,
  { embeds, allowed_mentions }: MessageBody,
  { message, mine, live }: { message: string; mine: Coming; live: Live },
): Promise<void> {
  const painted = await mine.painted;
  await mine.edit?.catch(() => undefined);
  if (coming.get(message) !== mine) return;
  if (painted === undefined && mine.edit === undefined) return forget(message, mine);
  const { body, files } =
    painted === undefined ? { body: { embeds, attachments: [] }, files: [] } : illustrated(embeds, painted);
  // What is drawn for nobody keeps no one from leaving; what is on its way may arrive.
  live.inFlight.begin(async () => {
    mine.edit = client.rest.patch(Routes.webhookMessage(applicationId, token), {
      body: { ...body, allowed_mentions },
      files,
      auth: false,
    });
    await mine.edit.catch((error: unknown) => noteOnce(error, live));
    forget(message, mine);
  });
}

const noted = new QuickLRU<string, true>({ maxSize: 100 });

/** Notes why a picture is missing, once for each cause: where one cannot be drawn, the next cannot either. */
function noteOnce(error: unknown, { log }: Live): undefined {
  const cause = error instanceof Error ? error.message : String(error);
  if (noted.has(cause)) return;
  noted.set(cause, true);
  log.warn({ err: error }, 'a reply goes without its picture; this is said once for each cause');
}

/** A message as it can be posted again, with its picture; without, where that is no longer to be had. */
export async function againWithPicture({ id, embeds, attachments }: Message, live: Live) {
  const bare = embeds.map((embed) => {
    const { image: _, ...rest } = embed.toJSON();
    return rest;
  });
  const painted =
    (await coming.get(id)?.painted) ??
    (await paintedBefore(embeds[0]?.image?.url, attachments).catch((error: unknown) =>
      noteOnce(error, live),
    ));
  if (painted === undefined) return { embeds: bare };
  const { name, description, png } = painted;
  return {
    embeds: illustrated(bare, painted).body.embeds,
    files: [{ attachment: Buffer.from(png), name, ...(description === '' ? {} : { description }) }],
  };
}

/** The picture at an address of Discord's, from memory or from there. Rejects if it does not come in time. */
async function paintedBefore(
  url: string | undefined,
  attachments: Message['attachments'],
): Promise<Painted | undefined> {
  if (url === undefined) return undefined;
  const name = path.posix.basename(new URL(url).pathname);
  const known = painter.known(name);
  if (known !== undefined) return known;
  const response = await fetch(url, { signal: AbortSignal.timeout(LOADING) });
  if (!response.ok) throw new Error(`A picture could not be fetched again: ${response.status}.`);
  const description = attachments.find((file) => file.name === name)?.description ?? '';
  return { name, description, png: new Uint8Array(await response.arrayBuffer()) };
}
