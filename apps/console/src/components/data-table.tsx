import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { navigate } from '../state/route.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { texts } from '../state/texts.ts';

export type Column<T> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly kind?: 'text' | 'number' | 'code' | 'action';
  /** Left out on narrow windows. */
  readonly wideOnly?: boolean;
};

export type DataTableProps<T> = {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** Rows that open something: the first column is the link, the whole row takes the mouse, j/k and Enter the keyboard. */
  readonly href?: (row: T) => string;
  readonly dim?: (row: T) => boolean;
};

function cellClass<T>(column: Column<T>): string {
  return `cell-${column.kind ?? 'text'}${column.wideOnly === true ? ' wide-only' : ''}`;
}

function Row<T>(props: { readonly table: DataTableProps<T>; readonly row: T; readonly chosen: boolean }): JSX.Element {
  const { table, row, chosen } = props;
  const element = useRef<HTMLTableRowElement>(null);
  const href = table.href?.(row);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const classes = [
    chosen ? 'row-chosen' : '',
    href === undefined ? '' : 'row-link',
    table.dim?.(row) === true ? 'row-dim' : '',
  ];
  return (
    <tr
      ref={element}
      class={classes.join(' ').trim()}
      onClick={(event) => {
        const onControl = event.target instanceof Element && event.target.closest('a, button, input') !== null;
        if (href !== undefined && !onControl && window.getSelection()?.toString() === '') navigate(href);
      }}
    >
      {table.columns.map((column, index) => (
        <td key={column.id} class={cellClass(column)}>
          {index === 0 && href !== undefined ? <a href={href}>{column.cell(row)}</a> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function useRowKeys<T>(props: DataTableProps<T>): number {
  const [chosen, setChosen] = useState(-1);
  const { rows, href } = props;
  const words = texts().shortcuts;
  const step = (by: number): void => setChosen((now) => Math.max(0, Math.min(rows.length - 1, now + by)));
  useShortcuts(
    href === undefined || rows.length === 0
      ? []
      : [
          { keys: 'j', label: words.next, where: 'here', run: () => step(1) },
          { keys: 'k', label: words.previous, where: 'here', run: () => step(-1) },
          {
            keys: 'o',
            label: words.openRow,
            where: 'here',
            run: () => {
              const row = rows[chosen];
              if (row !== undefined) navigate(href(row));
            },
          },
        ],
  );
  return chosen;
}

export function DataTable<T>(props: DataTableProps<T>): JSX.Element {
  const chosen = useRowKeys(props);
  // Where it is wider than its place it scrolls; without links in it the keyboard could not get there.
  const reach = props.href === undefined ? ({ role: 'region', 'aria-label': props.caption, tabIndex: 0 } as const) : {};
  return (
    <div class="table-frame" {...reach}>
      <table class="table">
        <caption class="hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.id} scope="col" class={cellClass(column)}>
                {column.kind === 'action' ? <span class="hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <Row key={props.rowKey(row)} table={props} row={row} chosen={index === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
