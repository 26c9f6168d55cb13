import { checkNotice } from '../notice/check.ts';
import { exportNotice } from '../notice/export.ts';
import { type CliCommand, UsageError } from './command.ts';

const COUNT_NAMES: Readonly<Record<string, string>> = {
  clauses: '条款',
  leaders: '领导小组组成人员',
  officeDeputies: '办公室副主任',
  memberUnits: '成员单位',
  units: '出现的单位',
  assignments: '分包领导',
  groups: '专项小组',
  subLeads: '分项牵头',
  parts: '措施部分',
  measures: '措施',
  missingMeasures: '缺页的措施',
  cutMeasures: '残缺的措施',
  indicators: '指标',
  numericIndicators: '有数值的指标',
};

/** `notice check`, `notice export`: what the stored model holds. */
export const notice: CliCommand = {
  usage: 'notice check [--json] [--tenant ID] | notice export',
  summary: '核对通知的结构化数据：数量、缺页、前后不一致；或整体导出',
  async run({ args: [what], options, targets, terminal }) {
    const { model } = (await targets.knowledge()).notice;
    if (what === 'export') {
      terminal.print(JSON.stringify(exportNotice(model), null, options['json'] === true ? 0 : 1));
      return 0;
    }
    if (what !== 'check') throw new UsageError('请写 notice check 或 notice export');
    const checked = checkNotice(model);
    if (options['json'] === true) {
      terminal.print(JSON.stringify(checked));
      return 0;
    }
    terminal.print(
      Object.entries(checked.counts)
        .map(([name, count]) => `${COUNT_NAMES[name] ?? name} ${count}`)
        .join(' · '),
    );
    terminal.print('\n缺页与残缺');
    for (const gap of checked.gaps) terminal.print(`- ${gap.location}：${gap.what}`);
    terminal.print('\n前后不一致');
    for (const conflict of checked.conflicts) {
      terminal.print(`- ${conflict.about}（${conflict.locations.join('；')}）：${conflict.says.join('；')}`);
    }
    return 0;
  },
};
