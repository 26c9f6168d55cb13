/** To lead a group, as people say it. */
export const LEADS =
  '(?:牵(?:着|了|过)?(?:的|个)?(?:头(?!号)|组)|牵着|[带领打挑](?:着|了|过)?头|领衔|挂帅|当头儿?|[领牵带](?:着|了)(?:一?个)?(?:专项)?(?:工作)?小?组|(?:打|扛)(?:着|了)?大旗|坐庄|主抓)';
/** To be one of its responsible units. */
export const SUPPORTS =
  '(?:责任单位|配合|打(?:过|了|个)?下手|帮(?:过|了|个)?忙|帮衬|当?帮手|打杂|跑腿|打配合|搭把手|敲边鼓|当配角|跟着干)';
/** What only the measures of an attachment have. */
export const OF_MEASURES = /附件|措施|第?[\d几哪两二三多](?:多)?条(?!板凳|凳|船|心|线|战线)/;
/** A claim to be told true or false, which lists do not do. */
export const CLAIMED = /(?:对吧|对吗|是吧|没错|对不对|是不是|吧|吗|么|站得住不|可行否)[?？]*$/;
