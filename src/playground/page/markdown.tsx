import { parse } from 'discord-markdown-parser';
import type { ComponentChildren, JSX } from 'preact';

type Node = ReturnType<typeof parse>[number];

/** A text in Discord's markdown, as Discord shows it. */
export const Markdown = ({ text }: { text: string }): JSX.Element => <>{show(parse(text, 'extended'))}</>;

const show = (content: unknown): ComponentChildren =>
  Array.isArray(content)
    ? content.map((node, index) => <Shown key={index} node={node} />)
    : String(content ?? '');

/** What each kind of node is shown as; of a kind that the bot never writes only the text is left. */
function Shown({ node }: { node: Node }): JSX.Element {
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
      return <span class="mention">@{String(node.id)}</span>;
    default:
      return <>{inside}</>;
  }
}
