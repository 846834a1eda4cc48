import type { ExportTexts } from '../en/export.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

const digits = (value: number) => isolated(number('ar', value));

export const exporting: ExportTexts = {
  heading: 'التصدير',
  hint: 'كل محادثاتك في ملف، للقراءة أو للحفظ.',
  exportAll: 'تصدير كل المحادثات…',
  notLoaded: 'يتعذّر تحميل هذا الآن. أعد المحاولة عند توفر الشبكة.',

  exportOf: (person) => `تصدير المحادثة مع ${isolated(person)}`,
  exportOfNotes: 'تصدير ملاحظاتك لنفسك',
  exportOfAll: 'تصدير كل المحادثات',
  kind: 'نوع الملف',
  html: 'للقراءة والطباعة',
  htmlHint: 'ملف HTML يعرضه أي متصفح.',
  json: 'لبرامج أخرى',
  jsonHint: 'ملف JSON.',
  staysHere: 'يُنشأ الملف على هذا الجهاز ولا يُرسل إلى أي مكان. ويستطيع قراءته كل من يحصل عليه.',
  start: 'تصدير',
  cancel: 'إلغاء',

  fetching: (held, all) => `جارٍ الجلب: ${digits(held)} من أصل ${digits(all)} من الرسائل`,
  progress: 'الرسائل التي جُلبت',
  stop: 'إيقاف',
  writing: 'جارٍ كتابة الملف…',
  here: (held, all) => `على هذا الجهاز ${digits(held)} من أصل ${digits(all)} من الرسائل المعروفة هنا.`,
  nothingHere: 'لا شيء من ذلك على هذا الجهاز.',
  exportHere: 'تصدير ما هو موجود هنا',
  tryAgain: 'إعادة المحاولة',
  saved: (file) => `حُفظ باسم ${isolated(file)}`,
  close: 'إغلاق',

  title: (person) => `محادثة مع ${isolated(person)}`,
  titleOfNotes: 'ملاحظات لنفسي',
  titleOfAll: 'كل المحادثات',
  exported: (by, when, zone) =>
    `صدّرها ${isolated(by)}، ${isolated(when)}. جميع الأوقات بتوقيت ${isolated(zone)}.`,
  partial: (held, all) => `لا يضم الملف كل شيء: فيه أحدث ${digits(held)} من أصل ${digits(all)} من الرسائل.`,
  nothing: 'لا توجد رسائل.',
  deleted: 'حُذفت هذه الرسالة',
  edited: 'معدّلة',
  former: 'النصوص السابقة',
  forwarded: 'معاد توجيهها',
  starred: 'مميزة بنجمة',
  reacted: (emoji, people) => `${emoji} من ${isolated(people)}`,
};
