import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import shared from './shared.module.css';

interface Column {
  readonly label: string;
  /** figure: right-aligned tabular figures. nowrap: never broken into lines. */
  readonly variant?: 'figure' | 'nowrap';
}

interface Props {
  /** The caption for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** The totals below the last row. */
  readonly foot?: readonly ReactNode[];
}

/** A table; figures are aligned at the end of their column. One that is too wide for its page scrolls in its place. */
export function DataTable({ caption, columns, rows, foot }: Props) {
  const cellsOf = (cells: readonly ReactNode[]) =>
    cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
      <td key={index} data-variant={columns[index]?.variant}>
        {cell}
      </td>
    ));
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={shared.spoken}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, variant }) => (
              <th key={label} scope="col" data-variant={variant}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>{cellsOf(cells)}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{cellsOf(foot)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
