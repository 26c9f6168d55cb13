import type { UnitRole } from './rights.ts';

export const ROLE_NAMES: Readonly<Record<UnitRole | 'leader' | 'office', string>> = {
  liaison: '联络员',
  'deputy-liaison': '副联络员',
  'unit-head': '负责人',
  leader: '领导',
  office: '领导小组办公室成员',
};
