import type { AroundTexts } from '../en/around.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const around: AroundTexts = {
  skipToMessages: 'الانتقال إلى الرسائل',
  skipToConversations: 'الانتقال إلى المحادثات',
  notFound: 'لا شيء هنا',
  notFoundHint: 'ربما كُتب العنوان خطأ، أو أن ما كان هنا لم يعد موجودًا.',
  goToConversations: 'الذهاب إلى محادثاتك',
  connection: {
    offline: 'لا يوجد اتصال بالشبكة. ما تكتبه يُحفظ ويُرسل لاحقًا.',
    connecting: 'جارٍ الاتصال…',
    reconnecting: 'جارٍ إعادة الاتصال… ما تكتبه يُحفظ ثم يُرسل.',
    unreachable: 'يتعذّر الوصول إلى الخادم، والمحاولة مستمرة. ما تكتبه يُحفظ ثم يُرسل.',
    fragile: 'لا يحفظ هذا المتصفح شيئًا: لا تغلق الصفحة قبل إرسال رسائلك.',
  },
  newVersion: {
    isThere: 'توجد نسخة جديدة.',
    take: 'إعادة التحميل',
    later: 'لاحقًا',
  },

  settings: 'الإعدادات',
  shortcuts: 'اختصارات لوحة المفاتيح',
  starred: 'الرسائل المميّزة بنجمة',
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
  noConversations: 'لا محادثات بعد',
  noConversationsHint: 'اختر شخصًا من قائمة الأشخاص، أو ابحث عنه بالاسم، وألقِ التحية.',
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

  emoji: 'رموز تعبيرية',
  beginning: (person) => `هنا بداية ما كتبتماه أنت و${isolated(person)}.`,
  nothingYet: (person) => `ألقِ التحية على ${isolated(person)}`,
  nothingYetHint: 'تصل رسالتك فورًا، أو تنتظر إلى حين العودة.',
  earlierFailed: 'تعذّر تحميل الرسائل السابقة.',
  online: 'متصل الآن',
  lastSeen: (day, time) => `آخر ظهور ${day} الساعة ${time}`,
  isTyping: (person) => `${isolated(person)} يكتب الآن`,
  noteToSelfHint: 'لا يقرأ ما تكتبه هنا أحد غيرك.',
  menu: 'إعدادات هذه المحادثة',
  toLatest: 'إلى أحدث رسالة',
  newMessages,
  hasWritten: (person, text) => `من ${isolated(person)}: ${text}`,
  hasReacted: (person, emoji, text) => `تفاعل من ${isolated(person)} ‏${emoji} مع: ${text}`,
  haveCome: (person, count) => `${newMessages(count)} من ${isolated(person)}`,

  notSent: (why) => `لم تُرسل. ${why}`,
  discard: 'تجاهل',
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

  tryAgainIn: (when) => `حاول مرة أخرى ${when}.`,
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
