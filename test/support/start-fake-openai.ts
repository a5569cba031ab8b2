import { startFakeOpenai } from './fake-openai.ts';
import { honestBrain } from './honest-brain.ts';

/** The loopback model by hand: prints the settings that point at it and serves until it is ended. */
const server = await startFakeOpenai(Number(process.argv[2] ?? 8091));
server.think(honestBrain);
process.stdout.write(`OPENAI_BASE_URL=${server.baseUrl}\nCHAT_MODEL=gia\nEMBEDDING_MODEL=gia-vector\n`);
