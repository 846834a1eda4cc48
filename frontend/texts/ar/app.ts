import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'دردشة',
  titleOf: (page) => `${page} – دردشة`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  skipToMessages: 'الانتقال إلى الرسائل',
  skipToConversations: 'الانتقال إلى المحادثات',

  opening: 'جارٍ الفتح…',
  openingTakesLong: 'يستغرق الأمر وقتًا أطول من المعتاد. الصفحة في انتظار ردّ الخادم.',
  notConnected: 'لا يوجد اتصال',
  keepsTrying: 'تواصل هذه الصفحة المحاولة، وتتابع من تلقاء نفسها.',
  reload: 'إعادة تحميل الصفحة',
  tryAgain: 'حاول مرة أخرى',
  codeMissing: 'جزء من هذه الصفحة مفقود',
  codeMissingHint: 'تعذّر تحميله. ربما انقطعت الشبكة، أو وُضعت نسخة أحدث للتوّ.',
  codeMissingOnForm: 'تعذّر تحميل جزء من هذه الصفحة. هل الشبكة متاحة؟ إن كانت كذلك فأعد تحميل الصفحة.',

  notFound: 'لا شيء هنا',
  notFoundHint: 'ربما كُتب العنوان خطأ، أو أن ما كان هنا لم يعد موجودًا.',
  goToConversations: 'الذهاب إلى محادثاتك',

  loading: 'جارٍ التحميل…',
  couldNotLoad: 'تعذّر التحميل.',

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
  },
};
