import { addDays } from '../../domain/calendar-date.ts';
import { localDate } from '../../domain/vietnam-time.ts';
import { regimeReportName } from '../../reminders/regime-name.ts';
import { regimeReports, reportingLevels } from '../../reminders/reporting-regime.ts';
import { sayDay, sayDayOff } from '../../reminders/say-date.ts';
import { numberOption, UsageError } from '../command.ts';
import { tableLines } from '../print-table.ts';
import type { Action } from './action.ts';

/** The periodic reports of a level with the days they are due, and whether that day is computed or the office's own (data/reporting.json). */
export const regimeAction: Action = async ({ rules, word, values, context }) => {
  const level = reportingLevels.find((known) => known === (word ?? 'commune'));
  if (level === undefined) throw new UsageError(`Cấp phải là một trong: ${reportingLevels.join(', ')}.`);
  const first = localDate(context.now());
  const days = numberOption(values, 'days', { min: 1, max: 800, fallback: 365 });
  const reports = regimeReports({ first, last: addDays(first, days), level }, rules.calendar, rules.reporting);
  if (values.json === true) {
    for (const report of reports) context.out(JSON.stringify(report));
    return 0;
  }
  const rows = reports.map((report) => [
    `${sayDay(report.sendBy)}${sayDayOff(report.sendBy, rules.calendar)}`,
    regimeReportName(report),
    report.setBy ?? 'tính theo chế độ báo cáo',
  ]);
  for (const line of tableLines([['hạn gửi', 'báo cáo', 'căn cứ'], ...rows])) context.out(line);
  return 0;
};
