import { sayShortDate } from '../vietnamese/say-day.ts';
import type { RegimeReport } from './reporting-regime.ts';

/** "Báo cáo định kỳ tháng 11/2026 (số liệu từ 15/10/2026 đến hết 14/11/2026)" */
export function regimeReportName(report: RegimeReport): string {
  return `Báo cáo định kỳ ${periodName(report)} (số liệu từ ${sayShortDate(report.from)} đến hết ${sayShortDate(report.cutOff)})`;
}

function periodName({ kind, cutOff }: RegimeReport): string {
  const [year, month] = cutOff.split('-');
  switch (kind) {
    case 'monthly':
      return `tháng ${month}/${year}`;
    case 'quarterly':
      return `quý ${['', 'I', 'II', 'III', 'IV'][Number(month) / 3]}/${year}`;
    case 'first_half':
      return `6 tháng đầu năm ${year}`;
    case 'second_half':
      return `6 tháng cuối năm ${year}`;
    case 'nine_months':
      return `9 tháng năm ${year}`;
    case 'yearly':
      return `năm ${year}`;
  }
}
