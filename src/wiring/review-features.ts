import type { Config } from '../config.ts';
import type { Feature } from '../conversation/feature.ts';
import { createReview } from '../conversation/review/create-review.ts';
import { createSubmissions } from '../conversation/submissions/create-submissions.ts';
import type { SubmissionSettings } from '../conversation/submissions/submission-desk.ts';
import type { Role } from '../domain/person.ts';
import { noTrace, type Trace } from '../domain/trace.ts';
import { ingestFile, readNewFile } from '../ingest/ingest-file.ts';
import { fetchLink } from '../ingest/links/fetch-link.ts';
import { directiveIdOf } from '../store/save-directive.ts';
import type { Base } from './base.ts';

const linkRoles: Readonly<Record<Config['settings']['ALLOW_LINKS'], Role | null>> = {
  administrators: 'administrator',
  reviewers: 'reviewer',
  off: null,
};

/** Reviewing what was read, and sending files and links to be read. */
export function reviewFeatures(base: Base, { settings }: Config): Feature[] {
  return [
    createReview({ database: base.database, approvals: settings.REVIEW_APPROVALS === 2 ? 2 : 1 }),
    createSubmissions(submissionSettings(base, linkRoles[settings.ALLOW_LINKS])),
  ];
}

/** How submissions are read, stored and fetched. */
export function submissionSettings(
  { database, read, embedding, trace = noTrace }: Pick<Base, 'database' | 'read' | 'embedding'> & { trace?: Trace },
  linkRole: Role | null,
): SubmissionSettings {
  const deps = { database, read, embedding, trace };
  return {
    database,
    linkRole,
    fetchLink: (link) => fetchLink(link),
    async read(file, { now, today }) {
      const { reading, sha256 } = await readNewFile(file, { ...deps, now, today });
      return reading === 'known' ? { status: 'known', document: directiveIdOf(sha256) } : reading;
    },
    store: (file, { now, today }) => ingestFile(file, { ...deps, now, today }),
  };
}
