#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';

// Plain JavaScript, so that a Node too old for TypeScript gets this far and can say what to do instead of a stack trace.
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  console.error(
    `Chỉ Đạo cần Node 24, đang chạy Node ${process.versions.node}: hãy gõ "npm install" (không kèm --ignore-scripts) rồi "npm start"; npm sẽ tự dùng Node 24 đi kèm.`,
  );
  process.exitCode = 1;
} else {
  // What a start compiles, the next one reads: a quarter of its time. Beside the packages, where nobody but the owner writes; a folder that cannot
  // be written costs the gain alone.
  module.enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'chidao'));
  await import('./cli.ts');
}
