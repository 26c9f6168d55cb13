import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../src/notice/conflicts.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import type { NoticeModel } from '../../src/notice/types.ts';

const conflicts = findConflicts(defaultNotice());

describe('the notice disagrees with itself', () => {
  it.each([
    ['包容普惠创新的分包领导', ['二', '三、12'], ['申晓东只分包获得电力', '分包领导是申晓东']],
    ['获得电力的牵头单位', ['三、7', '附件1·14'], ['发展改革委、供电中心牵头', '附件1·14：供电中心牵头']],
    [
      '获得用水用气的牵头单位',
      ['三、15', '附件1·15'],
      ['城管局、市水务公司、中裕燃气', '附件1·15：城管局牵头'],
    ],
    ['跨境贸易的牵头单位', ['三、5', '附件1·19'], ['开放招商中心牵头', '发展改革委、开放招商中心负责']],
    ['招投标的牵头单位', ['三、8', '附件1·18'], ['行政审批与大数据管理局牵头', '没有写牵头']],
    ['不动产登记的牵头单位', ['三、16', '附件1·12'], ['自然资源和规划局', '行政审批与大数据管理局']],
    ['市场监管的牵头单位', ['三、19', '附件1·22'], ['工商分局牵头', '工商分局、行政审批与大数据管理局']],
    ['人才流动便利度的牵头单位', ['三、12', '附件1·28', '附件1·29'], ['人力资源社会保障局', '工委组织部']],
    ['住建局在包容普惠创新中的身份', ['三、12'], ['综合立体交通指数', '责任单位']],
    ['金融工作局有任务，但不是成员单位', ['一', '三、10', '附件1·16'], ['36个成员单位中没有它', '牵头']],
    ['信访局有任务，但不是成员单位', ['一', '三、21'], ['没有它', '负责']],
    ['人力资源社会保障局有任务，但不是成员单位', ['三、20', '三、12', '附件1·4'], ['分项牵头', '配合']],
    ['市水务公司的名称', ['三、14', '三、15'], ['市水务公司', '焦作水务公司']],
    ['住建局的名称', ['一', '附件1·6'], ['住建局', '住房和城乡建设局']],
    ['许海玲的分包事项', ['一', '二'], ['副组长', '没有分包事项']],
    ['期限“2021年4月”早于发文', ['附件1·二', '落款'], ['2021年4月', '2021年5月26日']],
    ['评价结果与什么挂钩', ['四（二）', '附件1·四（四）'], ['改革薪酬', '财政预算内支出']],
    ['同一栏的叫法（分包领导、分管领导）', ['三、7', '三、19'], ['三、7，三、19，三、20，三、21，三、22']],
  ])('%s', (about, locations, says) => {
    const found = conflicts.find((conflict) => conflict.about === about);
    expect(found?.locations).toEqual(expect.arrayContaining(locations));
    for (const said of says) expect(found?.says.join('\n')).toContain(said);
  });

  it('is not accused where it agrees', () => {
    const accused = conflicts.filter((c) => /政府采购|获得信贷|知识产权|政务服务的/.test(c.about));
    expect(accused).toEqual([]);
    expect(conflicts.filter((c) => /数量$/.test(c.about))).toEqual([]);
  });
});

/** The notice with something changed, whatever else it says. */
function amended(change: (model: NoticeModel) => void) {
  const model = structuredClone(defaultNotice());
  change(model);
  return findConflicts(model).map(({ about, says }) => `${about}：${says.join('；')}`);
}

describe('an amended notice is checked the same way', () => {
  it.each<[string, (model: NoticeModel) => void, RegExp]>([
    [
      'another leader of a task group',
      (m) => Object.assign(m.groups[6] ?? {}, { leader: 'lv-pei' }),
      /获得电力的分包领导：二：由申晓东分包；三、7：分管领导是吕沛/,
    ],
    [
      'an assigned field too many',
      (m) => m.assignments[0]?.items.pop(),
      /吕沛的分包事项的数量：二：写的是3；二：列出的是2/,
    ],
    [
      'a list that does not have the stated length',
      (m) => replaceText(m, '附件1·二', '跨境贸易、获得信贷、', '获得信贷、'),
      /等6项的数量：附件1·二：写的是6；附件1·二：列出的是5/,
    ],
    [
      'a piece missing from a counted list',
      (m) =>
        m.clauses.splice(
          m.clauses.findIndex((c) => c.location === '附件2·三（六）'),
          1,
        ),
      /工作措施的数量：附件2·三：写的是6；附件2·三：列出的是5/,
    ],
    [
      'a target with two values',
      (m) => Object.assign(m.indicators.find((i) => i.id === 'm22-random') ?? {}, { value: 95 }),
      /市场监管领域“双随机、一公开”监管覆盖率：附件1·三（三）：.+；附件1·22：/,
    ],
    ['a member less', (m) => m.bodies[0]?.memberUnits.splice(7, 1), /财政局有任务，但不是成员单位/],
  ])('%s', (_, change, expected) => {
    expect(amended(change).filter((line) => expected.test(line))).toHaveLength(1);
  });
});

function replaceText(model: NoticeModel, location: string, from: string, to: string): void {
  const clause = model.clauses.find((candidate) => candidate.location === location);
  if (clause) clause.text = clause.text.replace(from, to);
}
