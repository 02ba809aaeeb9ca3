import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Where health and figures are asked for. */
export type Place = { port: number; host: string };

/** What is told of: each page as a status, a type and a text, made when it is asked for. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

export type Page = { ok: boolean; type: string; text: string };

/** Serves pages by their path, in plain HTTP. Throws an Error that says what to do if the port is taken. */
export async function serveHealth({ port, host }: Place, pages: Pages): Promise<Server> {
  const server = createServer(async ({ url = '/', method }, response) => {
    const page = pages[new URL(url, 'http://localhost').pathname];
    if (page === undefined || (method !== 'GET' && method !== 'HEAD')) return response.writeHead(404).end();
    try {
      const { ok, type, text } = await page();
      response.writeHead(ok ? 200 : 503, { 'content-type': type }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
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
  return server;
}
