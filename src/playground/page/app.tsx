import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Happening, Place, Snapshot } from '../happening.ts';
import type { Why } from '../stage.ts';
import type { Modal } from '../stand-in/modal-form.ts';
import { act, type Came, listen, readState, readWhy } from './api.ts';
import { Composer } from './composer.tsx';
import { LOCALES } from './locale.ts';
import { Mentioning } from './markdown.tsx';
import { MessageShown } from './message.tsx';
import { ModalShown } from './modal.tsx';
import { Panel } from './panel.tsx';

const MOST_EXCHANGES = 50;
const TYPING_SHOWN = 8_000;

/** The whole page. */
export function App(): JSX.Element {
  const [state, set] = useState<Snapshot | undefined>();
  const [placeId, goTo] = useState('');
  const [locale, speak] = useState('en-US');
  const [light, lighten] = useState(matchMedia('(prefers-color-scheme: light)').matches);
  const [typing, type] = useState('');
  const [trouble, warn] = useState('');
  const [why, explain] = useState<Why | undefined>();
  const [modal, open] = useState<Modal | undefined>();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const load = async () => set(await readState());
    void load();
    return listen(
      (happening) => {
        if (happening.kind === 'typing') {
          type(happening.channel);
          setTimeout(() => type(''), TYPING_SHOWN);
        } else set((before) => before && after(before, happening));
        if (happening.kind === 'message') type('');
      },
      () => void load(),
    );
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
  }, [light]);
  const place = state?.places.find(({ id }) => id === placeId) ?? state?.places[0];
  const count = place?.messages.length ?? 0;
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [count, place?.id]);
  if (state === undefined || place === undefined) return <p class="loading">The bot is starting …</p>;

  const where = { channel: place.id, locale };
  const tell = async (doing: Promise<Came>) => {
    const came = await doing;
    if ('problem' in came) return warn(came.problem);
    if (came.kind === 'modal') open(came.modal);
    warn(came.kind === 'failed' ? 'The application did not respond.' : '');
  };
  const send = (text: string) => {
    // The mention is written out, as Discord's client does.
    const content = text.replaceAll(`@${state.bot.username}`, `<@${state.bot.id}>`);
    void tell(act('say', { ...where, content }));
    void readWhy(text.replaceAll(`@${state.bot.username}`, ' ')).then(explain);
  };
  return (
    <div class="page">
      <nav aria-label="Places">
        <h1>Kitabkhana</h1>
        <ul>
          {state.places.map(({ id, name, direct }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === place.id ? 'page' : undefined}
                onClick={() => goTo(id)}
              >
                {direct ? `@ ${state.bot.username}` : `# ${name}`}
              </button>
            </li>
          ))}
        </ul>
        <label>
          Discord’s language
          <select value={locale} onChange={({ currentTarget }) => speak(currentTarget.value)}>
            {LOCALES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="theme" aria-pressed={light} onClick={() => lighten(!light)}>
          Light theme
        </button>
      </nav>
      <main aria-label={place.direct ? 'Direct messages' : `#${place.name}`}>
        {state.facts.kind === 'broken' && (
          <div class="broken" role="alert">
            <strong>The facts are broken; the bot answers from the last good ones.</strong>
            <pre>{state.facts.problems}</pre>
          </div>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll what has the focus, and a log may hold nothing else that can have it */}
        <div class="messages" role="log" aria-label="Messages" tabIndex={0}>
          <discord-messages lightTheme={light} noBackground={true}>
            <Mentioning users={[state.reader, state.bot]}>
              {place.messages.map((message) => (
                <MessageShown
                  key={message.id}
                  message={message}
                  place={place}
                  bot={state.bot.id}
                  light={light}
                  locale={locale}
                  use={(customId, values) =>
                    void tell(
                      act('component', {
                        ...where,
                        message: message.id,
                        customId,
                        ...(values === undefined ? {} : { values }),
                      }),
                    )
                  }
                  open={(name) => void tell(act('menu', { ...where, message: message.id, name }))}
                />
              ))}
            </Mentioning>
          </discord-messages>
          {place.messages.length === 0 && (
            <p class="empty">
              Type <kbd>/</kbd> for the commands, or{' '}
              {place.direct ? 'ask a question' : `mention @${state.bot.username} with a question`}. /help
              knows some to try.
            </p>
          )}
          <div ref={end} />
        </div>
        <p class="note" role="status">
          {trouble !== '' ? trouble : typing === place.id ? `${state.bot.username} is typing …` : ''}
        </p>
        <Composer
          place={place}
          locale={locale}
          send={send}
          run={(name, options) => {
            void tell(act('command', { ...where, name, options }));
            if (typeof options.question === 'string') void readWhy(options.question).then(explain);
          }}
        />
      </main>
      {modal !== undefined && (
        <ModalShown
          modal={modal}
          submit={(values) => void tell(act('modal', { ...where, customId: modal.custom_id, values }))}
          close={() => open(undefined)}
        />
      )}
      <Panel why={why} exchanges={state.exchanges} />
    </div>
  );
}

/** The page after something has happened. */
function after(before: Snapshot, happening: Exclude<Happening, { kind: 'typing' }>): Snapshot {
  switch (happening.kind) {
    case 'facts':
      return { ...before, facts: happening.facts };
    case 'exchange':
      return { ...before, exchanges: [...before.exchanges, happening.exchange].slice(-MOST_EXCHANGES) };
    default:
      return {
        ...before,
        places: before.places.map((place) =>
          place.id === happening.channel ? changed(place, happening) : place,
        ),
      };
  }
}

function changed(place: Place, { kind, message }: Extract<Happening, { message: unknown }>): Place {
  const others = place.messages.filter(({ id }) => id !== message.id);
  if (kind === 'deleted') return { ...place, messages: others };
  if (kind === 'message') return { ...place, messages: [...others, message] };
  return { ...place, messages: place.messages.map((one) => (one.id === message.id ? message : one)) };
}
