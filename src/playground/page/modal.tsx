import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Modal } from '../stand-in/modal-form.ts';

type Props = { modal: Modal; submit: (values: Record<string, string>) => void; close: () => void };

const PARAGRAPH = 2;

/** A form that the bot has opened. */
export function ModalShown({ modal, submit, close }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const inputs = modal.components.flatMap(({ components }) => components);
  return (
    <dialog ref={dialog} aria-label={modal.title} onClose={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          const written = new FormData(event.currentTarget);
          submit(
            Object.fromEntries(
              inputs.map(({ custom_id }) => [custom_id, String(written.get(custom_id) ?? '')]),
            ),
          );
          close();
        }}
      >
        <h2>{modal.title}</h2>
        {inputs.map(
          ({ custom_id, label, style, required = true, value, placeholder, min_length, max_length }) => {
            const shared = {
              id: custom_id,
              name: custom_id,
              required,
              placeholder,
              minLength: min_length,
              maxLength: max_length,
            };
            return (
              <div key={custom_id} class="form">
                <label htmlFor={custom_id}>{label}</label>
                {style === PARAGRAPH ? (
                  <textarea {...shared} rows={4} defaultValue={value} />
                ) : (
                  <input {...shared} defaultValue={value} />
                )}
              </div>
            );
          },
        )}
        <button type="submit">Submit</button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </form>
    </dialog>
  );
}
