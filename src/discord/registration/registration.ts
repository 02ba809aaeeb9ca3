import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import type { FactBase } from '../../facts/base.ts';
import { type ClientText, type Command, detailsOf, isOptional } from '../command/command.ts';
import { LOOK_UP } from '../command/look-up.ts';

/** Where commands are registered: everywhere, or in one server, where contexts do not exist. */
export type Scope = 'global' | 'guild';

/** All commands as Discord's registration takes them. */
export function registrationBody(
  commands: readonly Command[],
  base: FactBase,
  scope: Scope,
): RESTPutAPIApplicationCommandsJSONBody {
  const where =
    scope === 'guild'
      ? {}
      : {
          contexts: [
            InteractionContextType.Guild,
            InteractionContextType.BotDM,
            InteractionContextType.PrivateChannel,
          ],
          integration_types: [
            ApplicationIntegrationType.GuildInstall,
            ApplicationIntegrationType.UserInstall,
          ],
        };
  return [
    ...commands.map(({ name, names, description, options }) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      name_localizations: localised(names),
      description: description.en,
      description_localizations: localised(description),
      options: Object.entries(options)
        .map(([name, option]) => optionBody(name, option, base))
        // Discord wants those that must be given first.
        .toSorted((one, other) => Number(other.required ?? false) - Number(one.required ?? false)),
      ...where,
    })),
    {
      type: ApplicationCommandType.Message as const,
      name: LOOK_UP.en,
      name_localizations: localised(LOOK_UP),
      ...where,
    },
  ];
}

const localised = ({ ru, tr }: ClientText) => ({ ru, tr });

function optionBody(name: string, option: z.ZodType, base: FactBase): APIApplicationCommandBasicOption {
  const details = detailsOf(option);
  const common = {
    name,
    name_localizations: details.localName,
    description: details.description.en,
    description_localizations: localised(details.description),
    required: !isOptional(option),
  };
  switch (details.kind) {
    case 'flag':
      return { type: ApplicationCommandOptionType.Boolean, ...common };
    case 'whole number':
      return {
        type: ApplicationCommandOptionType.Integer,
        ...common,
        ...(details.least === undefined ? {} : { min_value: details.least }),
        ...(details.most === undefined ? {} : { max_value: details.most }),
      };
    case 'text': {
      const limited = {
        type: ApplicationCommandOptionType.String as const,
        ...common,
        ...(details.longest === undefined ? {} : { max_length: details.longest }),
      };
      if (details.complete !== undefined) return { ...limited, autocomplete: true };
      if (details.choices === undefined) return limited;
      return { ...limited, choices: details.choices(base).map(choiceBody) };
    }
  }
}

const choiceBody = ({
  name,
  value,
}: {
  name: ClientText;
  value: string;
}): APIApplicationCommandOptionChoice<string> => ({
  name: name.en,
  name_localizations: localised(name),
  value,
});
