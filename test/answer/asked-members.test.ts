import { expect, it } from 'vitest';
import { askedMembers } from '../../src/answer/asked-members.ts';

it.each([
  ['Liệt kê tỷ lệ BHYT của các xã, phường được phân bổ', ['commune'], null, 'Liệt kê tỷ lệ BHYT'],
  ['xã nào được giao tỷ lệ BHYT thấp nhất', ['commune'], 'lowest', 'tỷ lệ BHYT'],
  ['huyen nao nhieu ho thoat ngheo nhat', ['district'], 'highest', 'nhieu ho thoat ngheo'],
  ['ds các xã, được giao hộ thoát nghèo kèm số hộ', ['commune'], null, 'hộ thoát nghèo'],
  ['địa phương nào thu ngân sách cao nhất', ['commune', 'district'], 'highest', 'thu ngân sách'],
  ['nơi nào của Lai Châu được giao BHYT cao nhất', ['commune', 'district'], 'highest', 'của Lai Châu BHYT'],
])('%j asks for members', (text, levels, wanted, rest) => {
  expect(askedMembers(text)).toEqual({ levels, wanted, rest });
});

it.each([
  'bao nhiêu xã đạt chuẩn nông thôn mới',
  'số xã về đích',
  'tỷ lệ hộ nghèo các xã biên giới',
  'tỷ lệ đường giao thông được bê tông',
  '',
])('%j asks for none', (text) => {
  expect(askedMembers(text)).toBeNull();
});

it('reads a text of nothing but members', () => {
  expect(askedMembers('các xã, '.repeat(500))).not.toBeNull();
});
