const mine = (platform: string, id: string): string => `${platform} || ':' || ${id} = any($1)`;
const myPeople = `(select person_id from person_accounts where ${mine('platform', 'account_id')})`;
const myChats = '(select own_chats($1))';
const nobody = `'(đã xóa)'`;

/**
 * Where the data of a person stands, by the names of their accounts ("telegram:42", $1), in an order in which it can be erased. `erase` null: it
 * stays, for the reason given to the person. Deleting what is `via` a chat comes before the chat.
 */
export const privacyTables: readonly { name: string; read: string | null; erase: string | null }[] = [
  {
    name: 'cuoc_tro_chuyen',
    read: `select platform, context, choices, updated_at from chats where ${mine('platform', 'chat_id')}`,
    erase: `delete from chats where ${mine('platform', 'chat_id')}`,
  },
  {
    name: 'tin_cho_xu_ly',
    read: `select platform, sent_at, body from inbox where ${mine('platform', 'chat_id')} and body <> ''`,
    erase: `delete from inbox where ${mine('platform', 'chat_id')}`,
  },
  { name: 'nhip_nhan_tin', read: null, erase: `delete from allowances where ${mine('platform', 'owner')}` },
  { name: 'hang_doi', read: null, erase: `delete from inbox_chats where ${mine('platform', 'chat_id')}` },
  {
    name: 'tep_cho_nap',
    read: `select name, received_at from submissions where ${mine('platform', 'person_id')}`,
    erase: `delete from submissions where ${mine('platform', 'person_id')}`,
  },
  { name: 'cau_ra_soat_do', read: null, erase: `delete from review_prompts where ${mine('platform', 'person_id')}` },
  {
    name: 'xac_nhan',
    read: `select kind, occurrence, person_name, at from acknowledgements where subscriber_id in ${myChats}`,
    erase: `delete from acknowledgements where subscriber_id in ${myChats}`,
  },
  {
    name: 'xac_nhan_trong_nhom',
    read: `select a.kind, a.occurrence, a.person_name, a.at from acknowledgements a join subscribers c on c.id = a.subscriber_id
      where c.is_group and ${mine('c.platform', 'a.person_id')}`,
    erase: `update acknowledgements a set person_id = ${nobody}, person_name = ${nobody} from subscribers c
      where c.id = a.subscriber_id and c.is_group and ${mine('c.platform', 'a.person_id')}`,
  },
  {
    name: 'theo_doi_cua_nhom',
    read: null,
    erase: `update subscriptions s set asked_by = ${nobody} from subscribers c where c.id = s.subscriber_id and c.is_group
      and ${mine('c.platform', 's.asked_by')}`,
  },
  {
    name: 'tin_nhac',
    read: `select occurrence, step, due_at, status from reminders where subscriber_id in ${myChats} order by due_at`,
    erase: `delete from reminders where subscriber_id in ${myChats}`,
  },
  {
    name: 'theo_doi',
    read: `select topic, created_at, ended_at from subscriptions where subscriber_id in ${myChats}`,
    erase: `delete from subscriptions where subscriber_id in ${myChats}`,
  },
  {
    name: 'loi_nhac_tu_dat',
    read: `select what, due_on, rule, status, created_at from duties where owner_id in ${myChats}`,
    erase: `delete from duties where owner_id in ${myChats}`,
  },
  { name: 'lich', read: null, erase: `delete from feeds where subscriber_id in ${myChats}` },
  { name: 'ma_thu', read: null, erase: `delete from link_codes where subscriber_id in ${myChats}` },
  {
    name: 'cap_tren',
    read: null,
    erase: `update subscribers set superior_id = null, superior_accepted_at = null where superior_id in ${myChats}`,
  },
  {
    name: 'noi_nhan_nhac',
    read: `select platform, chat_id, name, digest, quiet_from, quiet_to, created_at from subscribers where id in ${myChats}`,
    erase: `with gone as materialized (select own_chats($1) as id),
      cut as (update subscribers set fallback_id = null where fallback_id in (select id from gone) and id not in (select id from gone))
      delete from subscribers where id in (select id from gone)`,
  },
  {
    name: 'zalo',
    read: `select last_interaction_at, muted_until, phone from zalo_chats where ${mine(`'zalo-oa'`, 'chat_id')}`,
    erase: `delete from zalo_chats where ${mine(`'zalo-oa'`, 'chat_id')}`,
  },
  { name: 'tin_zalo', read: null, erase: `update zalo_sends set chat_id = '' where ${mine(`'zalo-oa'`, 'chat_id')}` },
  { name: 'goi_mo_hinh', read: null, erase: `update model_calls set person = ${nobody} where person = any($1)` },
  { name: 'han_muc_mo_hinh', read: null, erase: 'delete from model_budgets where person = any($1)' },
  {
    name: 'xin_vao',
    read: `select name, wish, asked_at, decision, decided_at from join_requests where ${mine('platform', 'account_id')}`,
    erase: `delete from join_requests where ${mine('platform', 'account_id')}`,
  },
  { name: 'luot_tu_choi', read: null, erase: `delete from refusals where ${mine('platform', 'account_id')}` },
  { name: 'loi_moi_da_dung', read: null, erase: `update invitations set used_by = ${nobody} where used_by = any($1)` },
  {
    name: 'loi_moi_da_phat',
    read: null,
    erase: `update invitations set issued_by = ${nobody} where issued_by = any($1)`,
  },
  {
    name: 'da_duyet_vao',
    read: null,
    erase: `update join_requests set decided_by = ${nobody} where decided_by = any($1)`,
  },
  { name: 'nguoi_cho_vao', read: null, erase: `update people set admitted_by = ${nobody} where admitted_by = any($1)` },
  {
    name: 'pham_vi_da_dat',
    read: null,
    erase: `update directive_limits set set_by = ${nobody} where set_by = any($1)`,
  },
  {
    name: 'de_nghi_da_xu_ly',
    read: null,
    erase: `update suggestions set settled_by = ${nobody} where settled_by = any($1)`,
  },
  {
    name: 'so_mo_hinh_thay_da_xem',
    read: null,
    erase: `update unseen_figures set settled_by = ${nobody} where settled_by = any($1)`,
  },
  {
    name: 'dong_y',
    read: `select asked_at, answered_at, agreed from consents where ${mine('platform', 'account_id')}`,
    erase: `delete from consents where ${mine('platform', 'account_id')}`,
  },
  {
    name: 'ho_so',
    read: `select name, role, unit, locality, admitted_at from people where id in ${myPeople}`,
    // A person stays as long as an account of theirs does.
    erase: `with theirs as (select person_id from person_accounts where ${mine('platform', 'account_id')})
      update people p set name = ${nobody}, unit = null, unit_keys = '{}', locality = null, ended_at = coalesce(ended_at, now())
      where id in (select person_id from theirs) and not exists (
        select from person_accounts a where a.person_id = p.id and not (${mine('a.platform', 'a.account_id')}))`,
  },
  {
    name: 'tai_khoan',
    read: `select platform, account_id, linked_at from person_accounts where ${mine('platform', 'account_id')}`,
    erase: `delete from person_accounts where ${mine('platform', 'account_id')}`,
  },
  {
    name: 'so_lieu_da_ra_soat',
    read: 'select act, kind, subject, directive_id, at from reviews where reviewer = any($1) order by id',
    erase: null,
  },
];
