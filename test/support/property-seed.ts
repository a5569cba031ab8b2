import fc from 'fast-check';

/** Property tests try the same cases in every run, so that a red run means a change; `FC_SEED=<number>` tries others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
