/** A setting is wrong; the operator must act. Thrown at start only; the message is one Vietnamese sentence that names the setting. */
export class SettingError extends Error {
  override name = 'SettingError';
}

/** What a platform's refusal means for the message we tried to send. */
export type SendFailureKind =
  | 'rate'
  | 'window'
  | 'recipient'
  | 'quota'
  | 'night'
  | 'config'
  | 'bug'
  | 'transient'
  | 'ambiguous';

/** The platform said no. `retryAfterSeconds` is set when the platform told us when to come back. */
export class PlatformError extends Error {
  override name = 'PlatformError';
  readonly kind: SendFailureKind;
  readonly retryAfterSeconds: number | null;

  constructor(message: string, kind: SendFailureKind, retryAfterSeconds: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The language or embedding model failed, was refused or answered nonsense. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** The database cannot be reached now: what was being done is to be done again when it is back. */
export class DatabaseAwayError extends Error {
  override name = 'DatabaseAwayError';
}

/** A document or a data table is wrong. `place` says where inside it (line, sheet, page), or is null for the whole. */
export class DataError extends Error {
  override name = 'DataError';
  readonly file: string;
  readonly place: string | null;

  constructor(message: string, file: string, place: string | null = null) {
    super(message);
    this.file = file;
    this.place = place;
  }
}
