import { IncomingMessage } from 'node:http';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { commandRoutes } from './command-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { ApiProblem, unauthorized } from './problem.ts';
import type { Scene } from './scene.ts';

/** What a server of Node's adds to a request. */
const servedSchema = z.object({ incoming: z.instanceof(IncomingMessage) });

/** The HTTP API, under /api and /api/v10, and the files that messages hold. */
export function restApi(scene: () => Scene): Hono {
  const app = new Hono();
  const api = new Hono();
  api.use(async (context, next) => {
    const { method } = context.req;
    const path = context.req.path.replace(/^\/api(\/v10)?/, '');
    let proceeded = false;
    const proceed = async () => {
      proceeded = true;
      await next();
    };
    const cut = () => servedSchema.parse(context.env).incoming.socket.destroy();
    for (const fault of scene().faults) {
      const instead = await fault({ method, path, proceed, cut });
      if (instead !== undefined) return instead;
    }
    if (proceeded) return;
    // Interactions and their webhooks are known by their tokens; all else by the bot's.
    const open = /^\/(interactions|webhooks)\//.test(path);
    if (!open && context.req.header('authorization') !== `Bot ${scene().world.token}`) throw unauthorized();
    await next();
  });
  api.use(recorded(scene));
  api.get('/gateway', (context) => context.json({ url: scene().gatewayUrl }));
  api.get('/gateway/bot', (context) =>
    context.json({
      url: scene().gatewayUrl,
      shards: scene().world.shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000,
        reset_after: 0,
        max_concurrency: scene().world.concurrency,
      },
    }),
  );
  api.get('/users/@me', (context) => context.json(scene().world.bot));
  for (const path of ['/applications/@me', '/oauth2/applications/@me'])
    api.get(path, (context) => {
      const { id, username } = scene().world.bot;
      return context.json({ id, name: username, description: '', flags: 0, bot: scene().world.bot });
    });
  commandRoutes(api, scene);
  interactionRoutes(api, scene);
  messageRoutes(api, scene);
  api.notFound((context) => context.json({ message: '404: Not Found', code: 0 }, 404));
  api.onError(answerProblem);
  app.route('/api/v10', api);
  app.route('/api', api);
  app.get('/files/:id/:name', (context) => {
    const file = scene().files.get(context.req.path);
    return file === undefined
      ? context.notFound()
      : context.body(file.bytes, 200, { 'content-type': file.type });
  });
  return app;
}

function answerProblem(error: Error): Response {
  if (!(error instanceof ApiProblem)) throw error;
  return new Response(JSON.stringify(error.body), {
    status: error.status,
    headers: { 'content-type': 'application/json', ...error.headers },
  });
}

/** Writes down what was asked and answered. */
function recorded(scene: () => Scene) {
  return async (context: Context, next: () => Promise<void>) => {
    const at = Date.now();
    await next();
    const { method, path } = context.req;
    const body = method === 'GET' ? undefined : await bodyOf(context);
    const response =
      context.res.status === 204
        ? undefined
        : await context.res
            .clone()
            .json()
            .catch(() => undefined);
    scene().exchanges.add({ at, method, path, body, status: context.res.status, response });
  };
}

const bodyOf = (context: Context): Promise<unknown> => context.req.json().catch(() => undefined);
