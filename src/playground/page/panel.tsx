import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Why } from '../stage.ts';
import type { Exchange } from '../stand-in/exchanges.ts';

type Props = { why: Why | undefined; exchanges: readonly Exchange[] };

/** Beside the messages: why the last question was answered so, and what went over the wire. */
export function Panel({ why, exchanges }: Props): JSX.Element {
  const [tab, turnTo] = useState<'why' | 'raw'>('why');
  return (
    <aside class="panel" aria-label="Behind the answer">
      <div role="tablist" aria-label="Behind the answer">
        {(['why', 'raw'] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="panel"
            aria-selected={tab === name}
            onClick={() => turnTo(name)}
          >
            {name === 'why' ? 'Why' : 'Requests'}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel that holds nothing to focus takes the focus itself (WAI-ARIA tabs pattern) */}
      <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'why' ? <WhyShown why={why} /> : <Requests exchanges={exchanges} />}
      </div>
    </aside>
  );
}

function WhyShown({ why }: { why: Why | undefined }): JSX.Element {
  if (why === undefined) return <p>Ask something, and see here why it is answered as it is.</p>;
  const { explanation, question, status, milliseconds } = why;
  const said = [explanation.winner, explanation.runnerUp, explanation.refusal];
  return (
    <>
      <p>
        “{question}”: <strong>{status}</strong>, understood in {milliseconds} ms
      </p>
      <dl>
        {explanation.part !== undefined && <Line name="The part that decided" value={explanation.part} />}
        <Line name="Names found" value={explanation.named.join(', ')} />
        <Line
          name="Corrected"
          value={explanation.corrected.map(({ typed, meant }) => `${typed} → ${meant}`).join(', ')}
        />
        <Line name="Unknown" value={explanation.unknown.join(', ')} />
      </dl>
      {(['Winner', 'Runner-up', 'Refusal that nearly won'] as const).map((name, index) => {
        const one = said[index];
        return one === undefined ? null : (
          <section key={name}>
            <h3>{name}</h3>
            <p>
              <code>{one.label}</code> {one.things.join(', ')}
            </p>
            <p>
              learned {one.probability.toFixed(2)}, after what is unexplained {one.score.toFixed(2)}
            </p>
            <ul>
              {one.voices.map(({ mark, weight }) => (
                <li key={mark}>
                  <code>{mark}</code> {weight >= 0 ? '+' : ''}
                  {weight.toFixed(2)}
                </li>
              ))}
            </ul>
            {one.unexplained.length > 0 && <p>Unexplained: {one.unexplained.join(', ')}</p>}
          </section>
        );
      })}
    </>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value === '' ? 'none' : value}</dd>
  </>
);

const Requests = ({ exchanges }: { exchanges: readonly Exchange[] }) => (
  <ol class="requests" reversed>
    {exchanges.toReversed().map(({ at, method, path, status, body, response }) => (
      <li key={`${at} ${path}`} class={status >= 400 ? 'refused' : ''}>
        <details>
          <summary>
            {method} {path.replace(/^\/api(\/v10)?/, '').replace(/\d{17,}|interaction-\d+/g, '…')}{' '}
            <strong>{status}</strong>
          </summary>
          {status >= 400 && <p>Discord would refuse this: see the response.</p>}
          <pre>{JSON.stringify({ body, response }, null, 2)}</pre>
        </details>
      </li>
    ))}
  </ol>
);
