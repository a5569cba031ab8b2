/** A paragraph. `page`: how many page ends Word noted before it. */
export type StoryParagraph = { kind: 'paragraph'; text: string; isCentered: boolean; page: number };
export type StoryCell = { story: Story; across: number; down: number };
export type StoryTable = { kind: 'table'; rows: StoryCell[][]; page: number };

/** A part of a Word document (body, header, notes) in reading order. */
export type Story = (StoryParagraph | StoryTable)[];

/** The text of a story on one line: paragraphs a blank apart, the rows of an inner table by semicolons. */
export function flatText(story: Story): string {
  return story
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.map((row) => row.map((cell) => flatText(cell.story)).join(' ')).join('; '),
    )
    .filter((text) => text.trim() !== '')
    .join(' ');
}
