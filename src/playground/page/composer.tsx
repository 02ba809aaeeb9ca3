import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../happening.ts';
import { CommandForm, type Slash, type Value } from './command-form.tsx';
import { descriptionIn, nameIn } from './locale.ts';

type Props = {
  place: Place;
  locale: string;
  send: (text: string) => void;
  run: (command: string, options: Record<string, Value>) => void;
};

/** Where a message or a command is written. */
export function Composer({ place, locale, send, run }: Props): JSX.Element {
  const [text, write] = useState('');
  const [command, choose] = useState<Slash | undefined>();
  const [picked, pick] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const slash = place.commands.filter((one): one is Slash => one.type === 1);
  const typed = text.slice(1).toLowerCase();
  const offered = text.startsWith('/')
    ? slash.filter((one) => nameIn(one, locale).startsWith(typed) || one.name.startsWith(typed))
    : [];
  // A command of one place may not be there in another.
  useEffect(() => choose(undefined), [place.id]);
  const take = (one: Slash | undefined) => {
    if (one === undefined) return;
    write('');
    pick(0);
    choose(one);
  };
  const leave = () => {
    choose(undefined);
    requestAnimationFrame(() => box.current?.focus());
  };
  if (command !== undefined)
    return (
      <CommandForm
        command={command}
        place={place}
        locale={locale}
        cancel={leave}
        run={(options) => {
          run(command.name, options);
          leave();
        }}
      />
    );
  const sendText = () => {
    send(text);
    write('');
  };
  const keys = (event: KeyboardEvent) => {
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      pick((picked + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (offered.length > 0 && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(offered[picked] ?? offered[0]);
    } else if (event.key === 'Enter' && text.trim() !== '' && !text.startsWith('/')) {
      sendText();
    } else if (event.key === 'Escape') write('');
  };
  return (
    <div class="composer">
      {offered.length > 0 && (
        <div class="offered" role="listbox" id="commands" aria-label="Commands">
          {offered.map((one, index) => (
            <div
              key={one.id}
              id={`command-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === picked}
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              <strong>/{nameIn(one, locale)}</strong> <span>{descriptionIn(one, locale)}</span>
            </div>
          ))}
        </div>
      )}
      <input
        ref={box}
        value={text}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls="commands"
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `command-${picked}` : undefined}
        aria-label={`Message ${place.direct ? 'the bot' : `#${place.name}`}`}
        placeholder={place.direct ? 'Ask me anything, or type /' : 'Mention @Kitabkhana, or type /'}
        maxLength={4000}
        onInput={({ currentTarget }) => {
          write(currentTarget.value);
          pick(0);
        }}
        onKeyDown={keys}
      />
      <button type="button" disabled={text.trim() === '' || text.startsWith('/')} onClick={sendText}>
        Send
      </button>
    </div>
  );
}
