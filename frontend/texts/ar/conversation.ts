import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const conversation: Texts['conversation'] = {
  back: 'الرجوع إلى المحادثات',
  messages: 'الرسائل',
  message: 'الرسالة',
  writeTo: (person) => `اكتب إلى ${isolated(person)}`,
  send: 'إرسال',
  tooLong: (by) =>
    plural('ar', by, {
      one: 'أطول من اللازم بحرف واحد.',
      two: 'أطول من اللازم بحرفين.',
      few: 'أطول من اللازم بـ # أحرف.',
      many: 'أطول من اللازم بـ # حرفًا.',
      other: 'أطول من اللازم بـ # حرف.',
    }),
  charactersLeft: (left) =>
    plural('ar', left, {
      zero: 'لم يبقَ أي حرف',
      one: 'بقي حرف واحد',
      two: 'بقي حرفان',
      few: 'بقيت # أحرف',
      many: 'بقي # حرفًا',
      other: 'بقي # حرف',
    }),

  you: 'أنت',
  saidBy: (person) => `من ${isolated(person)}:`,
  sending: 'جارٍ الإرسال…',
  sent: 'أُرسلت',
  received: 'وصلت',
  read: 'قُرئت',
  starred: 'مميّزة بنجمة',
  edited: 'معدّلة',
  formerTexts: 'عرض النصوص السابقة',
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
