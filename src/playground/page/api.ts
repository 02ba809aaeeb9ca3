import type { Happening, Snapshot } from '../happening.ts';
import type { Why } from '../stage.ts';
import type { Modal } from '../stand-in/modal-form.ts';

/** How something done on the page came out. */
export type Came =
  | { kind: 'done' | 'message' | 'updated' | 'deferred' | 'failed' }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { problem: string };

/** Does something in a place, such as sending a message. */
export async function act(deed: string, what: object): Promise<Came> {
  const response = await fetch(`/page/${deed}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });
  return response.json();
}

export const readState = async (): Promise<Snapshot> => (await fetch('/page/state')).json();

/** Why a question is answered as it is. */
export const readWhy = async (question: string): Promise<Why> =>
  (await fetch(`/page/why?${new URLSearchParams({ question })}`)).json();

/** Listens to what happens; `back` is called when the connection was lost and is there again. */
export function listen(tell: (happening: Happening) => void, back: () => void): () => void {
  const source = new EventSource('/page/events');
  let lost = false;
  source.onmessage = ({ data }) => tell(JSON.parse(data));
  source.onerror = () => {
    lost = true;
  };
  source.onopen = () => {
    if (lost) back();
    lost = false;
  };
  return () => source.close();
}
