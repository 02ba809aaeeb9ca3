import type {
  DiscordEmbed,
  DiscordEmbedField,
  DiscordMessage,
  DiscordMessages,
} from '@skyra/discord-components-core';
import type { JSX } from 'preact';

type Element<Of> = Partial<Of> & { class?: string; slot?: string; children?: unknown; key?: string | number };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'discord-messages': Element<Pick<DiscordMessages, 'lightTheme' | 'noBackground'>>;
      'discord-message': Element<
        Pick<
          DiscordMessage,
          'author' | 'avatar' | 'bot' | 'ephemeral' | 'timestamp' | 'edited' | 'lightTheme'
        >
      >;
      'discord-embed': Element<Pick<DiscordEmbed, 'color' | 'authorName' | 'embedTitle' | 'lightTheme'>>;
      'discord-embed-description': Element<object>;
      'discord-embed-fields': Element<object>;
      'discord-embed-field': Element<
        Pick<DiscordEmbedField, 'fieldTitle' | 'inline' | 'inlineIndex' | 'lightTheme'>
      >;
      'discord-embed-footer': Element<{ lightTheme?: boolean }>;
    }
  }
}

export type { JSX };
