/** A pair of tokens as Zalo issues them. The refresh token works once. */
export type TokenPair = { accessToken: string; refreshToken: string; expiresAt: Date };

/**
 * valid: in use · ambiguous: a refresh was sent and its answer lost, so that nobody knows which pair counts · dead: Zalo refused the refresh.
 * The last two end with a new consent only.
 */
export type TokenStatus = 'valid' | 'ambiguous' | 'dead';

export type StoredTokens = TokenPair & {
  /** Raised with every new pair. */
  generation: number;
  status: TokenStatus;
  /** Since when somebody has had the refresh token in hand; null when nobody has. */
  claimedAt: Date | null;
};

/** The one pair of an Official Account, shared by all processes. Every change is for good when it resolves. */
export type TokenVault = {
  read(): Promise<StoredTokens | null>;
  /**
   * A pair from a new consent, valid from now on. With `seed`, the setting it came from, it only counts where there is no pair that works and
   * that setting was not used before; false otherwise.
   */
  begin(pair: TokenPair, seed?: string): Promise<boolean>;
  /** True for exactly one caller a generation, who alone may present the refresh token. */
  claim(generation: number): Promise<boolean>;
  /** The token was certainly not presented: somebody may claim it again. */
  release(generation: number): Promise<void>;
  /** The new pair in the place of the claimed one; false when that is no longer the current one. */
  replace(generation: number, pair: TokenPair): Promise<boolean>;
  /** The claimed token may have been used up. True for the first who says so. */
  giveUp(generation: number, status: 'ambiguous' | 'dead'): Promise<boolean>;
};

/** Consents asked for and not yet given. */
export type ConsentRecord = {
  save(consent: { state: string; verifier: string }): Promise<void>;
  /** The verifier, once; null for an unknown or old state. */
  take(state: string): Promise<string | null>;
};

/** free: within 48 hours of the last interaction · billable: within 7 days · template_…: approved wording only · group: a group of the OA. */
export type ZaloRoute = 'free' | 'billable' | 'template_uid' | 'template_phone' | 'group';

/** What is known of a chat. */
export type ZaloChat = { lastInteractionAt: Date | null; mutedUntil: Date | null; phone: string | null };

export type SendRecord = { id: number };

/** Windows, mutes and what was sent at what price. */
export type ZaloLedger = {
  chat(chatId: string): Promise<ZaloChat>;
  /** The window counts from there, unless it counts from later; gives what is then known. */
  interacted(chatId: string, at: Date): Promise<ZaloChat>;
  mute(chatId: string, until: Date): Promise<void>;
  savePhone(chatId: string, phone: string): Promise<void>;
  /** Puts a message on record before it is sent; null when its cost would exceed what is left of the month's budget (null: no limit). */
  open(send: { chatId: string; route: ZaloRoute; cost: number }, budget: number | null): Promise<SendRecord | null>;
  /** What became of it; what certainly never arrived costs nothing. */
  settle(
    record: SendRecord,
    end: { status: 'sent' | 'failed' | 'unknown'; messageId?: string; quotaType?: string },
  ): Promise<void>;
  /** Zalo says that these messages arrived or were read. */
  receipt(messageIds: readonly string[], kind: 'received' | 'seen', at: Date): Promise<void>;
  /** Whether the bot itself sent this message. */
  isOurs(messageId: string): Promise<boolean>;
};
