import { openEmbeddedDatabase } from '../../store/embedded-database.ts';

// A program of its own: the embedded database, asked once, and nothing else; ends with its input.
const database = await openEmbeddedDatabase(process.argv[2] ?? null);
await database.query('create extension if not exists vector');
console.log('ready');
process.stdin.on('end', () => void database.close()).resume();
