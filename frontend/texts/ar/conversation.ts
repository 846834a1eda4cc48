import type { Texts } from '../en.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const conversation: Texts['conversation'] = {
  back: 'الرجوع إلى المحادثات',
  messages: 'الرسائل',
  message: 'الرسالة',
  writeTo: (person) => `اكتب إلى ${isolated(person)}`,
  send: 'إرسال',
  emoji: 'رموز تعبيرية',
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
  notSent: (why) => `لم تُرسل. ${why}`,
  tryAgain: 'حاول مرة أخرى',
  discard: 'تجاهل',

  loading: 'جارٍ تحميل الرسائل…',
  beginning: (person) => `هنا بداية ما كتبتماه أنت و${isolated(person)}.`,
  nothingYet: (person) => `ألقِ التحية على ${isolated(person)}`,
  nothingYetHint: 'تصل رسالتك فورًا، أو تنتظر إلى حين العودة.',
  earlierFailed: 'تعذّر تحميل الرسائل السابقة.',

  online: 'متصل الآن',
  typing: 'يكتب الآن…',
  lastSeen: (day, time) => `آخر ظهور ${day} الساعة ${time}`,
  isTyping: (person) => `${isolated(person)} يكتب الآن`,
  noteToSelf: 'ملاحظة لنفسي',
  noteToSelfHint: 'لا يقرأ ما تكتبه هنا أحد غيرك.',
  menu: 'إعدادات هذه المحادثة',
  unreadMessages: 'رسائل غير مقروءة',
  toLatest: 'إلى أحدث رسالة',
  newMessages,
  hasWritten: (person, text) => `من ${isolated(person)}: ${text}`,
  haveCome: (person, count) => `${newMessages(count)} من ${isolated(person)}`,
};

function newMessages(count: number): string {
  return plural('ar', count, {
    zero: 'لا رسائل جديدة',
    one: 'رسالة جديدة',
    two: 'رسالتان جديدتان',
    few: '# رسائل جديدة',
    many: '# رسالة جديدة',
    other: '# رسالة جديدة',
  });
}
