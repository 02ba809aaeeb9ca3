import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../facts/package-root.ts';
import type { Happening, Place, Snapshot } from './happening.ts';
import type { Stage } from './stage.ts';
import type { Outcome } from './stand-in/pending.ts';
import { say, submitModal, typeOption, useCommand, useComponent, useMessageMenu } from './stand-in/people.ts';
import { type Channel, commandsIn } from './stand-in/world.ts';

const PAGE = path.join(PACKAGE_ROOT, 'dist/page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const where = { channel: z.string(), locale: z.string() };
const deeds = {
  say: z.object({ ...where, content: z.string().min(1).max(4000) }),
  command: z.object({ ...where, name: z.string(), options: values }),
  complete: z.object({ ...where, name: z.string(), options: values, focused: z.string() }),
  component: z.object({
    ...where,
    message: z.string(),
    customId: z.string(),
    values: z.array(z.string()).optional(),
  }),
  modal: z.object({ ...where, customId: z.string(), values: z.record(z.string(), z.string()) }),
  menu: z.object({ ...where, message: z.string(), name: z.string() }),
};

/** Serves the page, and does what is done on it. */
export function pageRoutes(app: Hono, stage: () => Stage): void {
  app.use('*', async (context, next) => {
    if (isFromElsewhere(context, stage().standIn.port)) return context.text('Only from this machine.', 403);
    await next();
  });
  app.get('/page/state', (context) => context.json(snapshot(stage())));
  app.get('/page/events', (context) =>
    streamSSE(context, async (stream) => {
      const tell = (happening: Happening) => void stream.writeSSE({ data: JSON.stringify(happening) });
      stage().happenings.on('happening', tell);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stage().happenings.off('happening', tell);
    }),
  );
  app.get('/page/why', (context) => context.json(stage().why(context.req.query('question') ?? '')));

  const deed = <Schema extends z.ZodType<{ channel: string; locale: string }>>(
    name: string,
    schema: Schema,
    act: (done: z.infer<Schema>, channel: Channel) => Promise<Outcome> | undefined,
  ) =>
    app.post(`/page/${name}`, async (context) => {
      const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success) return context.json({ problem: z.prettifyError(parsed.error) }, 400);
      const channel = stage().standIn.world.channels.get(parsed.data.channel);
      if (channel === undefined) return context.json({ problem: 'There is no such place.' }, 404);
      try {
        const outcome = await act(parsed.data, channel);
        return context.json(outcome === undefined ? { kind: 'done' } : shown(outcome));
      } catch (error) {
        return context.json({ problem: error instanceof Error ? error.message : String(error) }, 400);
      }
    });
  const acting = (channel: Channel, locale: string) => ({ user: stage().reader, channel, locale });
  const messageOf = (channel: Channel, id: string) => {
    const message = channel.messages.find((one) => one.id === id);
    if (message === undefined) throw new Error('That message is gone.');
    return message;
  };
  deed('say', deeds.say, ({ content, locale }, channel) => {
    say(acting(channel, locale), content, stage().standIn);
    return undefined;
  });
  deed('command', deeds.command, ({ name, options, locale }, channel) =>
    useCommand(acting(channel, locale), name, options, stage().standIn),
  );
  deed('complete', deeds.complete, ({ name, options, focused, locale }, channel) =>
    typeOption(acting(channel, locale), name, options, focused, stage().standIn),
  );
  deed('component', deeds.component, ({ message, customId, values, locale }, channel) =>
    useComponent(acting(channel, locale), messageOf(channel, message), customId, values, stage().standIn),
  );
  deed('menu', deeds.menu, ({ message, name, locale }, channel) =>
    useMessageMenu(acting(channel, locale), name, messageOf(channel, message), stage().standIn),
  );
  deed('modal', deeds.modal, ({ customId, values, locale }, channel) =>
    submitModal(acting(channel, locale), customId, values, stage().standIn),
  );
  app.get('/*', (context) => file(context));
}

/** A page of another site could reach a server on this machine: by a name of its own, or from its own origin. */
function isFromElsewhere(context: Context, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  return !hosts.includes(host) || (origin !== undefined && !hosts.some((one) => origin === `http://${one}`));
}

const shown = (outcome: Outcome) =>
  outcome.kind === 'choices' || outcome.kind === 'modal' ? outcome : { kind: outcome.kind };

function snapshot({ standIn, reader, facts }: Stage): Snapshot {
  const { world } = standIn;
  const places = [...world.channels.values()].map(
    (channel): Place => ({
      id: channel.id,
      name: channel.name,
      direct: channel.guildId === undefined,
      messages: channel.messages,
      commands: commandsIn(world.commands, channel),
    }),
  );
  return { reader, bot: world.bot, places, facts, exchanges: standIn.exchanges.all.slice(-50) };
}

async function file(context: Context): Promise<Response> {
  const asked = context.req.path === '/' ? '/index.html' : context.req.path;
  const name = path.join(PAGE, path.normalize(asked));
  if (!name.startsWith(PAGE)) return context.notFound();
  try {
    const bytes = new Uint8Array(await readFile(name));
    return context.body(bytes, 200, {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    });
  } catch {
    return context.notFound();
  }
}
