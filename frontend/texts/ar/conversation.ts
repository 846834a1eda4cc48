import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';

export const conversation: Texts['conversation'] = {
  back: 'الرجوع إلى المحادثات',
  messages: 'الرسائل',
  message: 'الرسالة',
  writeTo: (person) => `اكتب إلى ${isolated(person)}`,
  send: 'إرسال',

  you: 'أنت',
  saidBy: (person) => `من ${isolated(person)}:`,
  sending: 'جارٍ الإرسال…',
  sent: 'أُرسلت',
  received: 'وصلت',
  read: 'قُرئت',
  starred: 'مميّزة بنجمة',
  edited: 'معدّلة',
  formerTexts: 'عرض النصوص السابقة',
  goneAccount: 'حساب محذوف',
  deleted: 'حُذفت هذه الرسالة',
  forwarded: 'مُعاد توجيهها',
  toQuoted: 'الانتقال إلى الرسالة التي يُردّ عليها',
  notHeld: 'رسالة سابقة',
  reacted: (emoji, people) => `${emoji} من ${isolated(people)}`,
  tryAgain: 'حاول مرة أخرى',

  loading: 'جارٍ تحميل الرسائل…',

  typing: 'يكتب الآن…',
  noteToSelf: 'ملاحظة لنفسي',
  unreadMessages: 'رسائل غير مقروءة',
};
