/** Places are parted by a full-width comma: `三、7` has the list mark inside. */
const at = (places: readonly string[]) => places.join('，');

/** The wording of conflicts. Every list is already names, never ids. */
export const texts = {
  leaderOf: (matter: string) => `${matter}的分包领导`,
  assigned: (place: string, leader: string) => `${place}：由${leader}分包`,
  assignedOnly: (place: string, leader: string, items: readonly string[]) =>
    items.length > 0
      ? `${place}：${leader}只分包${items.join('、')}，没有这一项`
      : `${place}：没有写${leader}分包什么`,
  groupLeader: (place: string, label: string, leader: string) => `${place}：${label}是${leader}`,

  fieldOf: (leader: string) => `${leader}的分包事项`,
  hasRole: (place: string, role: string) => `${place}：列为${role}`,
  noField: (places: readonly string[]) => `${at(places)}：没有分包事项`,

  labels: (labels: readonly string[]) => `同一栏的叫法（${labels.join('、')}）`,
  labelAt: (label: string, places: readonly string[]) => `“${label}”：${at(places)}`,

  leadOf: (matter: string) => `${matter}的牵头单位`,
  leads: (places: readonly string[], units: readonly string[]) => `${at(places)}：${units.join('、')}牵头`,
  leadsItem: (place: string, item: string, units: readonly string[]) =>
    `${place}：${item}由${units.join('、')}牵头`,
  noLead: (places: readonly string[], units: readonly string[]) =>
    `${at(places)}：没有写牵头，由${units.join('、')}负责`,

  twice: (unit: string, matter: string) => `${unit}在${matter}中的身份`,
  listedLead: (place: string) => `${place}：列为牵头单位`,
  listedSubLead: (place: string, item: string) => `${place}：列为分项“${item}”的牵头单位`,
  listedOther: (place: string) => `${place}：又列在责任单位或配合单位里`,

  nonMember: (unit: string) => `${unit}有任务，但不是成员单位`,
  notListed: (place: string, count: number) => `${place}：${count}个成员单位中没有它`,
  acts: (part: string, places: readonly string[]) => `${at(places)}：${part}`,

  names: (unit: string) => `${unit}的名称`,
  nameAt: (name: string, places: readonly string[]) => `“${name}”：${at(places)}`,

  countOf: (what: string) => `${what}的数量`,
  stated: (place: string, count: number) => `${place}：写的是${count}`,
  counted: (place: string, count: number) => `${place}：列出的是${count}`,

  value: (place: string, quote: string) => `${place}：${quote}`,
  deadline: (deadline: string) => `期限“${deadline}”早于发文`,
  issued: (place: string, date: string) => `${place}：通知发于${date}`,
  due: (place: string, deadline: string, targets: readonly string[]) =>
    `${place}：期限是${deadline}的有${targets.join('；')}`,

  consequences: '评价结果与什么挂钩',
  linked: (place: string, items: readonly string[]) => `${place}：${items.join('、')}`,
} as const;

/** The parts a unit takes, as a conflict names them. */
export const PARTS = { lead: '牵头', subLead: '分项牵头', support: '配合', responsible: '负责' } as const;
