/** A process of its own that stores one small directive after another in a data directory and prints each id once it is stored. */
import { openDatabase } from '../../src/store/database.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { sampleDirective } from './sample-directive.ts';

const database = await openDatabase({ url: null, directory: process.argv[2] ?? '' });
for (let number = 1; ; number++) {
  const passages = ['mục tiêu', 'nhiệm vụ', 'tổ chức thực hiện'].map((name) => `${name} của kế hoạch ${number}`);
  const input = await sampleDirective({
    title: `Kế hoạch ${number}`,
    passages,
    figures: [{}, { kind: 'observation' }],
  });
  const { id } = await saveDirective(database, input);
  process.stdout.write(`${id}\n`);
}
