import { approveBulletin, returnBulletin, sendFiles, sendForApproval } from './decide.ts';
import { backToBulletin, chooseText, openSection, restoreSection, saveSection } from './edit.ts';
import { awaitOwn, dropOwn } from './own.ts';
import { correctBulletin, publishBulletin } from './publish.ts';

/** The card actions of 通报; each checks the operator's right at the moment of the click. */
export const BULLETIN_ACTIONS = {
  'bulletin-edit': openSection,
  'bulletin-back': backToBulletin,
  'bulletin-save': saveSection,
  'bulletin-choose': chooseText,
  'bulletin-restore': restoreSection,
  'bulletin-files': sendFiles,
  'bulletin-own': awaitOwn,
  'bulletin-own-drop': dropOwn,
  'bulletin-send': sendForApproval,
  'bulletin-return': returnBulletin,
  'bulletin-approve': approveBulletin,
  'bulletin-publish': publishBulletin,
  'bulletin-correct': correctBulletin,
} as const;
