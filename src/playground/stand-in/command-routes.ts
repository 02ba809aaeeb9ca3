import type { Hono } from 'hono';
import { type CommandForm, commandFormSchema, commandFormsSchema } from './command-form.ts';
import { missingAccess, readForm } from './problem.ts';
import { readBody } from './read-body.ts';
import type { Scene } from './scene.ts';
import { newSnowflake } from './snowflake.ts';
import type { Registered } from './world.ts';

/** Registering commands, everywhere or in one server. */
export function commandRoutes(api: Hono, scene: () => Scene): void {
  const routes = [
    ['/applications/:application/commands', 'global'],
    ['/applications/:application/guilds/:guild/commands', 'guild'],
  ] as const;
  for (const [path, kind] of routes) {
    const scopeOf = (guild: string | undefined) => {
      if (kind === 'global') return 'global';
      if (guild === undefined || !scene().world.guilds.has(guild)) throw missingAccess();
      return guild;
    };
    api.get(path, (context) => {
      const commands = scene().world.commands.get(scopeOf(context.req.param('guild'))) ?? [];
      return context.json(
        context.req.query('with_localizations') === 'true' ? commands : commands.map(withoutLocalisations),
      );
    });
    api.put(path, async (context) => {
      const scope = scopeOf(context.req.param('guild'));
      const forms = readForm(commandFormsSchema, (await readBody(context.req)).json);
      const commands = forms.map((form) => registered(form, scope, scene()));
      scene().world.commands.set(scope, commands);
      return context.json(commands);
    });
    api.post(path, async (context) => {
      const scope = scopeOf(context.req.param('guild'));
      const form = readForm(commandFormSchema, (await readBody(context.req)).json);
      const command = registered(form, scope, scene());
      const others = (scene().world.commands.get(scope) ?? []).filter(
        ({ name, type }) => name !== command.name || type !== command.type,
      );
      scene().world.commands.set(scope, [...others, command]);
      return context.json(command, 201);
    });
  }
}

/** A command as Discord gives it back, with what it fills in. */
function registered(form: CommandForm, scope: string, { world }: Scene): Registered {
  const isGlobal = scope === 'global';
  return {
    description: '',
    ...form,
    id: newSnowflake(),
    application_id: world.bot.id,
    version: newSnowflake(),
    default_member_permissions: null,
    nsfw: false,
    ...(isGlobal
      ? { integration_types: form.integration_types ?? [0], contexts: form.contexts ?? null }
      : { guild_id: scope, integration_types: [0], contexts: null }),
  };
}

const withoutLocalisations = (command: Registered): unknown =>
  JSON.parse(JSON.stringify(command, (key, value) => (key.endsWith('_localizations') ? undefined : value)));
