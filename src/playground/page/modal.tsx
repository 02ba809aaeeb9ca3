import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Modal } from '../stand-in/modal-form.ts';

type Props = { modal: Modal; submit: (values: Record<string, string>) => void; close: () => void };

type Row = Extract<Modal['components'][number], { type: 1 }>;
type Input = Row['components'][number] & { description?: string | undefined };

const PARAGRAPH = 2;

/** A form that the bot has opened. */
export function ModalShown({ modal, submit, close }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const inputs = modal.components.flatMap((part): Input[] =>
    part.type === 18
      ? [{ ...part.component, label: part.label, description: part.description }]
      : part.components,
  );
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
          ({
            custom_id,
            label,
            description,
            style,
            required = true,
            value,
            placeholder,
            min_length,
            max_length,
          }) => {
            const shared = {
              id: custom_id,
              name: custom_id,
              required,
              placeholder,
              minLength: min_length,
              maxLength: max_length,
              'aria-describedby': description === undefined ? undefined : `${custom_id}-description`,
            };
            return (
              <div key={custom_id} class="form">
                <label htmlFor={custom_id}>{label}</label>
                {description !== undefined && <small id={`${custom_id}-description`}>{description}</small>}
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
