import type { JSX } from 'preact';
import { splitClauses, splitPhrases } from './split-phrases.ts';

type PhrasesProps = {
  readonly text: string;
  /** Break between clauses before breaking within one, as a heading should. */
  readonly clauses?: boolean;
};

/** A day that no line can hold is broken after its year and nowhere else. */
function Whole({ text }: { readonly text: string }): JSX.Element {
  const [head = '', ...rest] = text.split('年');
  if (rest.length === 0) return <>{text}</>;
  return (
    <>
      {head}年<wbr />
      {rest.join('年')}
    </>
  );
}

/** Text whose dates, hours and telephone numbers are never torn apart at the end of a line. */
export function Phrases({ text, clauses = false }: PhrasesProps): JSX.Element {
  const parts = clauses ? splitClauses(text) : [text];
  return (
    <>
      {parts.map((clause, place) => (
        <span key={place} class={parts.length > 1 ? 'clause' : undefined}>
          {splitPhrases(clause).map((part, index) =>
            part.whole ? (
              <span key={index} class="whole">
                <Whole text={part.text} />
              </span>
            ) : (
              part.text
            ),
          )}
        </span>
      ))}
    </>
  );
}
