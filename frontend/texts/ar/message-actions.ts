import type { ActionTexts } from '../en/message-actions.ts';
import { plural } from '../plural.ts';

export const actions: ActionTexts = {
  toolbar: 'إجراءات هذه الرسالة',
  menu: 'قائمة الرسالة',
  more: 'المزيد',
  items: {
    reply: 'رد',
    react: 'تفاعل…',
    copy: 'نسخ النص',
    edit: 'تعديل',
    forward: 'إعادة توجيه…',
    star: 'تمييز بنجمة',
    report: 'إبلاغ…',
    delete: 'حذف…',
    discard: 'تجاهل',
  },
  unstar: 'إزالة النجمة',
  copied: 'نُسخ النص',
  notCopied: 'لا يسمح المتصفح بالنسخ.',
  otherEmoji: 'رموز أخرى',

  replying: 'رد على',
  editing: 'تعديل الرسالة',
  cancel: 'إلغاء',
  close: 'إغلاق',

  deleteTitle: 'هل تريد حذف هذه الرسالة؟',
  deleteHint: 'لدى الجميع: يختفي النص من أجهزتكما. لديك وحدك: يبقى النص لدى الشخص الآخر.',
  deleteForMeHint: 'تختفي من كل أجهزتك، وتبقى لدى الشخص الآخر.',
  deleteForMe: 'حذف لديّ',
  deleteForBoth: 'حذف لدى الجميع',

  formerTitle: 'النصوص السابقة',

  forwardTitle: 'إعادة التوجيه إلى',
  findPeople: 'ابحث عن شخص',
  forward: 'إعادة توجيه',
  forwarded: (people) =>
    plural('ar', people, {
      zero: 'لم يُعَد التوجيه إلى أحد',
      one: 'أُعيد التوجيه إلى شخص واحد',
      two: 'أُعيد التوجيه إلى شخصين',
      few: 'أُعيد التوجيه إلى # أشخاص',
      many: 'أُعيد التوجيه إلى # شخصًا',
      other: 'أُعيد التوجيه إلى # شخص',
    }),

  refused: {
    edit: (why) => `لم تُعدَّل الرسالة. ${why}`,
    deletion: (why) => `لم تُحذف الرسالة. ${why}`,
    reaction: (why) => `لم يُحفظ التفاعل. ${why}`,
  },

  starredTitle: 'الرسائل المميّزة بنجمة',
  starredPageTitle: 'المميّزة بنجمة – chat',
  back: 'الرجوع إلى المحادثات',
  loading: 'جارٍ التحميل…',
  nothingStarred: 'لا توجد رسائل مميّزة بعد. ميّز رسالة من قائمتها لتجدها هنا من جديد.',
  starredFailed: 'تعذّر تحميل الرسائل المميّزة.',
  tryAgain: 'حاول مرة أخرى',
  moreStarred: 'رسائل أخرى',
};
