import type { Metadata } from '../../domain/directive.ts';
import type { Gazetteer } from '../../vietnamese/gazetteer.ts';
import type { Hints } from '../readers/reader.ts';
import type { SourceText } from '../source-text.ts';
import type { Structure } from '../structure/read-structure.ts';
import { readLocality } from './bound-locality.ts';
import { documentContext } from './document-context.ts';
import { readTitle } from './document-title.ts';
import { readDocumentType } from './document-type.ts';
import { readGovernedPeriod } from './governed-period.ts';
import { readIssueDate } from './issue-date.ts';
import { readIssuer } from './issuer.ts';
import { completeIssuer } from './issuer-place.ts';
import { readOwnNumber } from './own-number.ts';
import { readRecipients } from './recipients.ts';
import { readSigner } from './signer.ts';

export type MetadataInput = {
  source: SourceText;
  structure: Structure;
  hints: Hints;
  name: string;
  gazetteer: Gazetteer;
};

/** What a document says about itself, by its head, foot, title and first sentences; front matter wins. Null where it says nothing. */
export function readMetadata({ source, structure, hints, name, gazetteer }: MetadataInput): Metadata {
  const context = documentContext(source, structure, hints);
  const number = readOwnNumber(context);
  const type = readDocumentType(context, number);
  const date = readIssueDate(context, number);
  const issuer = readIssuer(context);
  const period = readGovernedPeriod(context, date);
  const locality = readLocality(context, { issuer, on: date ?? period.from, gazetteer });
  return {
    type,
    number,
    title: readTitle(context, type, name),
    issuer: issuer === null ? null : completeIssuer(issuer, locality),
    locality,
    date,
    period,
    signer: readSigner(context),
    recipients: readRecipients(context),
  };
}
