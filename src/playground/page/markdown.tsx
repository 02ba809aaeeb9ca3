import { parse } from 'discord-markdown-parser';
import { type ComponentChildren, createContext, h, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

type Node = ReturnType<typeof parse>[number];

/** What people are called, by id. */
const Names = createContext<ReadonlyMap<string, string>>(new Map());

type Naming = { users: readonly { id: string; username: string }[]; children: ComponentChildren };

/** In it these people are mentioned by name, as Discord's client does; others by their id. */
export const Mentioning = ({ users, children }: Naming): JSX.Element =>
  h(Names.Provider, { value: new Map(users.map(({ id, username }) => [id, username])), children });

/** A text in Discord's markdown, as Discord shows it. */
export const Markdown = ({ text }: { text: string }): JSX.Element => <>{show(parse(text, 'extended'))}</>;

const show = (content: unknown): ComponentChildren =>
  Array.isArray(content)
    ? content.map((node, index) => <Shown key={index} node={node} />)
    : String(content ?? '');

/** What each kind of node is shown as; of a kind that the bot never writes only the text is left. */
function Shown({ node }: { node: Node }): JSX.Element {
  const names = useContext(Names);
  const inside = show(node.content);
  switch (node.type) {
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'underline':
      return <u>{inside}</u>;
    case 'strikethrough':
      return <s>{inside}</s>;
    case 'inlineCode':
      return <code>{inside}</code>;
    case 'codeBlock':
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case 'blockQuote':
      return <blockquote>{inside}</blockquote>;
    case 'br':
    case 'newline':
      return <br />;
    case 'url':
    case 'link':
    case 'autolink':
      if (!/^https?:/.test(String(node.target))) return <span>{inside}</span>;
      return (
        <a href={String(node.target)} target="_blank" rel="noreferrer">
          {inside}
        </a>
      );
    case 'user':
      return <span class="mention">@{names.get(String(node.id)) ?? String(node.id)}</span>;
    default:
      return <>{inside}</>;
  }
}
