import { mayActAs } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Subject } from '../../domain/review.ts';
import type { Feature, Turn } from '../feature.ts';
import { approveAll, askAll } from './approve-all.ts';
import { askValue, correctTo, readAnswer } from './correct.ts';
import { offerReview } from './offer-review.ts';
import { parseReviewCommand, type ReviewCommand } from './review-command.ts';
import { type Desk, type DeskSettings, openDesk, say } from './review-desk.ts';
import { actOn, showNext, showOne } from './review-one.ts';
import { decideSuggestion, showSuggestion } from './review-suggestion.ts';
import { putAway, showUnseen } from './review-unseen.ts';

const deniedReply = say('Chỉ người có quyền rà soát mới duyệt được số liệu. Anh/chị liên hệ người quản trị.');
const unclearReply = say('Gõ /duyet để xem mục chờ duyệt tiếp theo, hoặc “/duyet 12” để xem mục số 12.');

/** Reviewing in the chat: /duyet and what its choices stand for; typed corrections of those who were asked for one. */
export function createReview(settings: DeskSettings): Feature {
  return {
    commands: [{ command: 'duyet', description: 'Duyệt số liệu máy đọc (người rà soát)' }],
    async respond(turn: Turn): Promise<Reply | null> {
      const command = parseReviewCommand(turn.text);
      const isReviewer = mayActAs(turn.speaker.role, 'reviewer');
      if (command === null) return isReviewer && isTyped(turn) ? readAnswer(openDesk(settings, turn), turn.text) : null;
      if (!isReviewer) return deniedReply;
      return command === 'unclear' ? unclearReply : obey(openDesk(settings, turn), command);
    },
    offer: async ({ speaker }, answer) =>
      mayActAs(speaker.role, 'reviewer') ? offerReview(settings.database, answer) : [],
  };
}

/** Neither a choice nor a file. */
const isTyped = ({ message, text }: Turn): boolean =>
  message.choice === null && text.trim() !== '' && (message.attachments ?? []).length === 0;

function obey(desk: Desk, command: ReviewCommand): Promise<Reply> {
  switch (command.kind) {
    case 'next':
      return showNextOrSuggestion(desk, command);
    case 'show':
      return showOne(desk, command.subject);
    case 'act':
      return actOn(desk, command);
    case 'ask_value':
      return askValue(desk, command.subject);
    case 'correct':
      return correctTo(desk, command);
    case 'ask_all':
      return askAll(desk, command.subject);
    case 'approve_all':
      return approveAll(desk, command);
    case 'settle':
      return decideSuggestion(desk, command);
    case 'seen':
      return putAway(desk, command.unseen);
  }
}

/** What a later or second reading of a document finds different comes before what nobody has looked at. */
async function showNextOrSuggestion(
  desk: Desk,
  next: { after: Subject | null; document: string | null },
): Promise<Reply> {
  const first = next.after === null;
  const suggestion = first ? await showSuggestion(desk, next.document) : null;
  const unseen = first && suggestion === null ? await showUnseen(desk, next.document) : null;
  return suggestion ?? unseen ?? showNext(desk, next);
}
