import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../happening.ts';
import type { Registered } from '../stand-in/world.ts';
import { act } from './api.ts';
import { descriptionIn, nameIn } from './locale.ts';

export type Slash = Extract<Registered, { type: 1 }>;
type Option = NonNullable<Slash['options']>[number];
export type Value = string | number | boolean;

type FormProps = {
  command: Slash;
  place: Place;
  locale: string;
  cancel: () => void;
  run: (options: Record<string, Value>) => void;
};

/** A command being filled in, one option after the other. */
export function CommandForm({ command, place, locale, cancel, run }: FormProps): JSX.Element {
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
