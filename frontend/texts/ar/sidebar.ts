import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'أنت',
  settings: 'الإعدادات',
  shortcuts: 'اختصارات لوحة المفاتيح',

  findPeople: 'البحث عن أشخاص',
  findPeopleAndMessages: 'البحث عن أشخاص ورسائل',
  found: (people) =>
    plural('ar', people, {
      zero: 'لم يُعثر على أحد',
      one: 'عُثر على شخص واحد',
      two: 'عُثر على شخصين',
      few: 'عُثر على # أشخاص',
      many: 'عُثر على # شخصًا',
      other: 'عُثر على # شخص',
    }),
  peopleFound: 'أشخاص عُثر عليهم',
  nobodyFound: (query) => `لا يبدأ اسم أحد بـ«${isolated(query)}».`,
  nobodyFoundHint: 'ربما لم ينضم بعد. أرسل إليه هذا العنوان:',

  conversations: 'المحادثات',
  noConversations: 'لا محادثات بعد',
  noConversationsHint: 'اختر شخصًا من قائمة الأشخاص، أو ابحث عنه بالاسم، وألقِ التحية.',
  olderConversations: 'محادثات أقدم',
  unread: (count) =>
    plural('ar', count, {
      zero: 'لا رسائل غير مقروءة',
      one: 'رسالة غير مقروءة',
      two: 'رسالتان غير مقروءتين',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  typing: 'يكتب الآن…',
  markedUnread: 'معلّمة كغير مقروءة',
  pinned: 'مثبّتة',
  muted: 'مكتومة',
  archived: 'المؤرشفة',
  requests: 'طلبات المراسلة',
  backToAll: 'الرجوع إلى كل المحادثات',
  noteToSelf: 'ملاحظة لنفسي',
  sending: 'لم تُرسل بعد',
  previews: {
    mine: (text) => `أنت: ${text}`,
    failed: (text) => `لم تُرسل: ${text}`,
  },

  people: 'الأشخاص',
  nobodyHere: 'لا أحد غيرك هنا بعد',
  nobodyHereHint: 'أرسل هذا العنوان إلى من تريد مراسلته:',
  morePeople: 'المزيد من الأشخاص',
  copyLink: 'نسخ العنوان',
  copied: 'نُسخ.',

  chooseSomebody: 'إلى من تريد أن تكتب؟',
  chooseSomebodyHint: 'اختر محادثة، أو ابحث عن شخص بالاسم.',
  findHint: 'للبحث عن الأشخاص من أي مكان',

  keyNames: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    escape: 'Esc',
    enter: 'Enter',
    home: 'Home',
    end: 'End',
  },
};
