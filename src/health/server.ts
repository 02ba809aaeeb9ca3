import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

/** Where health and figures are asked for. */
export type Place = { port: number; host: string };

/** What is told of: each page as a status, a type and a text, made when it is asked for. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

export type Page = { ok: boolean; type: string; text: string };

/** Serves pages by their path, in plain HTTP, and gives the address. Throws an Error that says what to do if the port is taken. */
export async function serveHealth({ port, host }: Place, pages: Pages): Promise<string> {
  const app = new Hono();
  for (const [path, page] of Object.entries(pages))
    app.get(path, async (context) => {
      const { ok, type, text } = await page();
      return context.body(text, ok ? 200 : 503, { 'content-type': type });
    });
  const server = createServer(getRequestListener(app.fetch));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`HEALTH_PORT ${port} cannot be used on ${host}: choose another in .env.`, {
      cause: error,
    });
  }
  // Whoever asks how the bot is must not keep it from ending.
  server.unref();
  const address = server.address();
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof address === 'object' && address !== null ? address.port : port}`;
}
