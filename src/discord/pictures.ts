import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Message, PermissionFlagsBits, type RawFile, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { MessageBody } from '../replies/message/body.ts';
import { type Painted, Painter } from '../replies/pictures/painter.ts';
import type { Picture } from '../replies/pictures/picture.ts';
import type { Repliable } from './acknowledge.ts';
import { isDiscordError } from './failure.ts';
import type { Live } from './live.ts';
import type { Said } from './remembered.ts';

/** A picture on its way is given so long to arrive before what replaces it is sent, in milliseconds. */
const ON_ITS_WAY = 1_000;

/** A picture that is fetched again is waited for so long, in milliseconds. */
const LOADING = 3_000;

const painter = new Painter();

/** What is being put into a message, with the picture that is on its way there. */
type Coming = { sent?: Promise<unknown> };

/** The last that is being put into each message, by its id. */
const coming = new Map<string, Coming>();

/** Embeds with a picture in the first, and what goes along with them. */
function illustrated<Embed extends object>(embeds: readonly Embed[], painted: Painted) {
  const [first, ...others] = embeds;
  const { name, description, png } = painted;
  return {
    body: {
      embeds: first === undefined ? [] : [{ ...first, image: { url: `attachment://${name}` } }, ...others],
      attachments: [{ id: '0', description }],
    },
    files: [{ name, data: Buffer.from(png), contentType: 'image/png' }],
  };
}

/** Sends a body with files by an interaction; gives the id of the message, if it is wanted. */
type Send = (body: object, along: { files?: RawFile[]; identified?: boolean }) => Promise<string | undefined>;

/**
 * Sends a reply, in place of a message if one is given. A picture that is drawn already goes with it; any other follows
 * into the message when it is there. Whatever becomes of the picture, the text stands.
 */
export async function sendWithPicture(
  interaction: Repliable,
  { body, picture }: Said,
  { send, turned, live }: { send: Send; turned?: string; live: Live },
): Promise<void> {
  const mine: Coming = {};
  if (turned !== undefined) await takeTurn(turned, mine);
  try {
    const wanted = mayShow(interaction) ? picture : undefined;
    const known = wanted === undefined ? undefined : painter.known(wanted.name);
    if (known !== undefined) return await sendWhole(body, known, send, live);
    const message = await send(body, { identified: wanted !== undefined });
    if (wanted === undefined || message === undefined) return;
    if (turned === undefined) coming.set(message, mine);
    await follow(interaction, wanted, body, { message, mine, live });
  } finally {
    for (const [message, last] of coming) if (last === mine) coming.delete(message);
  }
}

/** From here on a message belongs to what is being sent: no earlier picture is put into it any more. */
async function takeTurn(message: string, mine: Coming): Promise<void> {
  const { sent } = coming.get(message) ?? {};
  coming.set(message, mine);
  if (sent !== undefined)
    await Promise.race([sent.catch(() => undefined), after(ON_ITS_WAY, undefined, { ref: false })]);
}

async function sendWhole(body: MessageBody, painted: Painted, send: Send, live: Live): Promise<void> {
  const whole = illustrated(body.embeds, painted);
  try {
    await send({ ...body, ...whole.body }, { files: whole.files });
  } catch (error) {
    if (isTooLate(error)) throw error;
    noteOnce(error, live);
    await send(body, {});
  }
}

/** Has Discord no ear for anything more on an interaction? */
const isTooLate = (error: unknown) =>
  isDiscordError(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  );

/** Where embeds or files are not allowed a picture would be seen by nobody, or be refused. */
const mayShow = ({ appPermissions }: Repliable) =>
  appPermissions.has(PermissionFlagsBits.EmbedLinks) && appPermissions.has(PermissionFlagsBits.AttachFiles);

/** Puts a picture into a message that was sent without, unless the message has become another meanwhile. */
async function follow(
  { applicationId, token, client }: Repliable,
  picture: Picture,
  { embeds }: MessageBody,
  { message, mine, live }: { message: string; mine: Coming; live: Live },
): Promise<void> {
  try {
    const painted = await painter.paint(picture);
    if (coming.get(message) !== mine) return;
    const { body, files } = illustrated(embeds, painted);
    mine.sent = client.rest.patch(Routes.webhookMessage(applicationId, token), { body, files, auth: false });
    await mine.sent;
  } catch (error) {
    noteOnce(error, live);
  }
}

const noted = new Set<string>();

/** Notes why a picture is missing, once for each cause: where one cannot be drawn, the next cannot either. */
function noteOnce(error: unknown, { log }: Live): void {
  const cause = error instanceof Error ? error.message : String(error);
  if (noted.has(cause)) return;
  noted.add(cause);
  log.warn({ err: error }, 'a reply goes without its picture; this is said once for each cause');
}

/** A message as it can be posted again, with its picture; without, where that is no longer to be had. */
export async function againWithPicture({ embeds, attachments }: Message, live: Live) {
  const bare = embeds.map((embed) => {
    const { image: _, ...rest } = embed.toJSON();
    return rest;
  });
  const url = embeds[0]?.image?.url;
  if (url === undefined) return { embeds: bare };
  const name = path.posix.basename(new URL(url).pathname);
  const description = attachments.find((file) => file.name === name)?.description ?? '';
  try {
    const painted = painter.known(name) ?? { name, description, png: await fetched(url) };
    const { body, files } = illustrated(bare, painted);
    return {
      embeds: body.embeds,
      files: files.map(({ data, name }) => ({ attachment: data, name, description: painted.description })),
    };
  } catch (error) {
    noteOnce(error, live);
    return { embeds: bare };
  }
}

/** A picture that Discord keeps. Rejects if it does not come in time. */
async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(LOADING) });
  if (!response.ok) throw new Error(`A picture could not be fetched again: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
