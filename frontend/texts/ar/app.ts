import type { Texts } from '../en.ts';

export const app: Texts['app'] = {
  name: 'دردشة',
  titleOf: (page) => `${page} – دردشة`,
  titleWithUnseen: (title, unseen) => `(${unseen}) ${title}`,

  opening: 'جارٍ الفتح…',
  openingTakesLong: 'يستغرق الأمر وقتًا أطول من المعتاد. الصفحة في انتظار ردّ الخادم.',
  notConnected: 'لا يوجد اتصال',
  keepsTrying: 'تواصل هذه الصفحة المحاولة، وتتابع من تلقاء نفسها.',
  unreachable: 'تعذّر الوصول إلى الخادم. هل أنت متصل بالشبكة؟',
  serverTrouble: 'حدث خطأ في الخادم. حاول مرة أخرى.',
  reload: 'إعادة تحميل الصفحة',
  tryAgain: 'حاول مرة أخرى',
  codeMissing: 'جزء من هذه الصفحة مفقود',
  codeMissingHint: 'تعذّر تحميله. ربما انقطعت الشبكة، أو وُضعت نسخة أحدث للتوّ.',
  codeMissingOnForm: 'تعذّر تحميل جزء من هذه الصفحة. هل الشبكة متاحة؟ إن كانت كذلك فأعد تحميل الصفحة.',

  loading: 'جارٍ التحميل…',
  couldNotLoad: 'تعذّر التحميل.',
};
