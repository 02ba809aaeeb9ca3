import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../happening.ts';
import type { Registered } from '../stand-in/world.ts';
import { act } from './api.ts';
import { descriptionIn, nameIn } from './locale.ts';

type Slash = Extract<Registered, { type: 1 }>;
type Option = NonNullable<Slash['options']>[number];
type Value = string | number | boolean;

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

type FormProps = {
  command: Slash;
  place: Place;
  locale: string;
  cancel: () => void;
  run: (options: Record<string, Value>) => void;
};

/** A command being filled in, one option after the other. */
function CommandForm({ command, place, locale, cancel, run }: FormProps): JSX.Element {
  const [values, set] = useState<Record<string, Value>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, button')?.focus(), []);
  const put = (name: string, value: Value | undefined) => {
    const { [name]: _, ...others } = values;
    set(value === undefined || value === '' ? others : { ...others, [name]: value });
  };
  return (
    <form
      class="command"
      ref={form}
      aria-label={`/${nameIn(command, locale)}`}
      onSubmit={(event) => {
        event.preventDefault();
        run(values);
      }}
      onKeyDown={({ key }) => key === 'Escape' && cancel()}
    >
      <strong>/{nameIn(command, locale)}</strong>
      {(command.options ?? []).map((option) => (
        <OptionField
          key={option.name}
          option={option}
          values={values}
          put={(value) => put(option.name, value)}
          complete={(typed) =>
            act('complete', {
              channel: place.id,
              locale,
              name: command.name,
              options: { ...values, [option.name]: typed },
              focused: option.name,
            })
          }
          locale={locale}
        />
      ))}
      <button type="submit">Run</button>
      <button type="button" class="quiet" onClick={cancel}>
        Cancel
      </button>
    </form>
  );
}

type FieldProps = {
  option: Option;
  values: Record<string, Value>;
  put: (value: Value | undefined) => void;
  complete: (typed: string) => ReturnType<typeof act>;
  locale: string;
};

function OptionField({ option, values, put, complete, locale }: FieldProps): JSX.Element {
  const label = `${nameIn(option, locale)}${option.required ? ' *' : ''}`;
  const shared = { title: descriptionIn(option, locale), required: option.required ?? false };
  if (option.choices !== undefined || option.type === 5) {
    const choices = option.choices ?? [
      { name: 'True', value: 'true' },
      { name: 'False', value: 'false' },
    ];
    return (
      <label>
        {label}
        <select
          {...shared}
          value={String(values[option.name] ?? '')}
          onChange={({ currentTarget: { value } }) =>
            put(option.type === 5 && value !== '' ? value === 'true' : value)
          }
        >
          <option value=""></option>
          {choices.map((choice) => (
            <option key={choice.value} value={String(choice.value)}>
              {nameIn(choice, locale)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (option.type === 4)
    return (
      <label>
        {label}
        <input
          {...shared}
          type="number"
          min={option.min_value}
          max={option.max_value}
          onInput={({ currentTarget: { value } }) => put(value === '' ? undefined : Number(value))}
        />
      </label>
    );
  return <Completing label={label} shared={shared} option={option} put={put} complete={complete} />;
}

type CompletingProps = Pick<FieldProps, 'option' | 'put' | 'complete'> & {
  label: string;
  shared: { title: string; required: boolean };
};

const TYPING_PAUSE = 120;

/** A text that is completed as it is typed: what is chosen is sent by its value, what is not as it was typed. */
function Completing({ label, shared, option, put, complete }: CompletingProps): JSX.Element {
  const [text, write] = useState('');
  const [choices, offer] = useState<{ name: string; value: string | number }[]>([]);
  const [picked, pick] = useState(-1);
  const pause = useRef(0);
  const ask = (typed: string, after: number) => {
    if (!option.autocomplete) return;
    clearTimeout(pause.current);
    pause.current = window.setTimeout(async () => {
      const came = await complete(typed);
      if ('choices' in came) offer(came.choices);
    }, after);
  };
  const take = (choice: { name: string; value: string | number }) => {
    clearTimeout(pause.current);
    write(choice.name);
    put(String(choice.value));
    offer([]);
    pick(-1);
  };
  const list = `choices-${option.name}`;
  return (
    <label class="completing">
      {label}
      <input
        {...shared}
        value={text}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded={choices.length > 0}
        aria-activedescendant={picked >= 0 ? `${list}-${picked}` : undefined}
        maxLength={option.max_length}
        onFocus={() => ask(text, 0)}
        onBlur={() => offer([])}
        onInput={({ currentTarget: { value } }) => {
          write(value);
          put(value);
          pick(-1);
          ask(value, TYPING_PAUSE);
        }}
        onKeyDown={(event) => {
          const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const choice = choices[picked];
          if (move !== 0 && choices.length > 0) {
            event.preventDefault();
            pick((picked + move + choices.length) % choices.length);
          } else if (event.key === 'Enter' && choice !== undefined) {
            event.preventDefault();
            take(choice);
          }
        }}
      />
      <div
        class="offered"
        role="listbox"
        id={list}
        aria-label={`${option.name}: suggestions`}
        hidden={choices.length === 0}
      >
        {choices.map((choice, index) => (
          <div
            key={choice.value}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === picked}
            onMouseDown={(event) => {
              event.preventDefault();
              take(choice);
            }}
          >
            {choice.name}
          </div>
        ))}
      </div>
    </label>
  );
}
