/** A row with the id of the directive it belongs to. */
export type Owned<Row> = Row & { document: string };

export const ownedBy = <Row extends object>(document: string, rows: readonly Row[]): Owned<Row>[] =>
  rows.map((row) => ({ ...row, document }));
