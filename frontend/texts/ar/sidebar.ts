import type { Texts } from '../en.ts';
import { plural } from '../plural.ts';

export const sidebar: Texts['sidebar'] = {
  you: 'أنت',

  conversations: 'المحادثات',
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
};
