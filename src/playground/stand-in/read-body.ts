import type { HonoRequest } from 'hono';
import type { MessageForm } from './message-form.ts';
import { ApiProblem, missingPermissions } from './problem.ts';
import type { Scene } from './scene.ts';
import { newSnowflake } from './snowflake.ts';
import type { Attachment, Channel, Message } from './world.ts';

/** The body of a request as JSON, and the files that came with it. Throws 50109 if it is not JSON. */
export async function readBody(request: HonoRequest): Promise<{ json: unknown; files: Map<string, File> }> {
  const files = new Map<string, File>();
  if (!request.header('content-type')?.startsWith('multipart/form-data'))
    return { json: parsed(await request.text()), files };
  const form = await request.parseBody();
  for (const [name, value] of Object.entries(form)) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (number !== undefined && value instanceof File) files.set(number, value);
  }
  return { json: parsed(typeof form.payload_json === 'string' ? form.payload_json : '{}'), files };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new ApiProblem(400, 50109, 'The request body contains invalid JSON.');
  }
}

/** Throws 50013 where files come along and the bot may not attach any. */
export function allowFiles(files: ReadonlyMap<string, File>, { denied }: Channel): void {
  if (files.size > 0 && denied.has('files')) throw missingPermissions();
}

/** Keeps files where a page can fetch them; gives them as a message holds them. */
async function keepFiles(
  files: ReadonlyMap<string, File>,
  described: readonly { id: string | number; description?: string | undefined }[],
  scene: Scene,
): Promise<Attachment[]> {
  return Promise.all(
    [...files].map(async ([number, file]) => {
      const id = newSnowflake();
      const path = `/files/${id}/${encodeURIComponent(file.name)}`;
      scene.files.set(path, { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type });
      return {
        id,
        filename: file.name,
        description: described.find(({ id }) => String(id) === number)?.description,
        size: file.size,
        content_type: file.type,
        url: new URL(path, scene.filesUrl).href,
      };
    }),
  );
}

/** Puts the files of a form into a message, beside those of its own that the form keeps, and shows them in its embeds. */
export async function attach(
  message: Message,
  { attachments }: MessageForm,
  files: ReadonlyMap<string, File>,
  scene: Scene,
): Promise<void> {
  const kept = message.attachments.filter(
    ({ id }) => !Array.isArray(attachments) || attachments.some((one) => String(one.id) === id),
  );
  message.attachments = [...kept, ...(await keepFiles(files, attachments ?? [], scene))];
  for (const { image } of message.embeds) {
    const file = message.attachments.find(({ filename }) => image?.url === `attachment://${filename}`);
    if (image !== undefined && file !== undefined) image.url = file.url;
  }
}
