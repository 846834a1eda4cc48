import type { SidesTexts } from '../en/sides.ts';
import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const sides: SidesTexts = {
  menu: 'المحادثة',
  pin: 'تثبيت',
  unpin: 'إلغاء التثبيت',
  mute: 'كتم…',
  unmute: 'إلغاء الكتم',
  muteHour: 'لمدة ساعة',
  muteHours: (hours) =>
    plural('ar', hours, {
      zero: 'لأقل من ساعة',
      one: 'لمدة ساعة',
      two: 'لمدة ساعتين',
      few: 'لمدة # ساعات',
      many: 'لمدة # ساعة',
      other: 'لمدة # ساعة',
    }),
  muteForEver: 'دائمًا',
  archive: 'أرشفة',
  unarchive: 'إخراج من الأرشيف',
  markUnread: 'تعليم كغير مقروءة',
  block: 'حظر',
  unblock: 'إلغاء الحظر',
  export: 'تصدير…',
  report: 'إبلاغ',
  cancel: 'إلغاء',
  blockQuestion: (person) => `هل تريد حظر ${isolated(person)}؟`,
  blockMeans:
    'لن يُبلَّغ بذلك. لن ترى ما يكتبه من الآن ولن تصلك إشعارات به، ولن يرى متى تكون هنا. يمكنك إلغاء الحظر في أي وقت.',
  reportQuestion: (person) => `هل تريد الإبلاغ عن ${isolated(person)}؟`,
  reportMeans: 'سيتسلّم القائمون على هذه الدردشة أحدث رسائله لقراءتها. لن يُبلَّغ بذلك.',
  blockToo: 'الحظر أيضًا',
  isGone: 'حُذف هذا الحساب.',
  goneMeans: 'اختفى ما كتبه صاحبه، وما كتبته أنت باقٍ هنا. لا يمكن إرسال المزيد.',
  isBlocked: (person) => `لقد حظرت ${isolated(person)}.`,
  requestFrom: (person, name) => `يريد ${isolated(person)} (${name}) مراسلتك.`,
  requestMeans: 'لن يرى أنك قرأت هذا أو أنك هنا حتى تقبل.',
  accept: 'قبول',

  privacy: 'الخصوصية',
  receipts: 'إظهار متى قرأتُ الرسائل',
  receiptsHint: 'إذا كان معطّلًا فلن ترى أنت أيضًا متى قرأ الآخرون رسائلك.',
  presence: 'إظهار متى أكون هنا ومتى كنت آخر مرة',
  presenceHint: 'إذا كان معطّلًا فلن تراه من الآخرين أيضًا.',
  privacyFailed: 'تعذّر تغيير ذلك.',
  blockedPeople: 'الأشخاص المحظورون',
  nobodyBlocked: 'لم تحظر أحدًا.',
  sound: 'تشغيل صوت عند وصول رسالة',
  refused: 'تعذّر ذلك.',
};
