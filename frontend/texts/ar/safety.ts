import { MIN_PASSWORD_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { SafetyTexts } from '../en/safety.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

export const safety: SafetyTexts = {
  logIns: {
    heading: 'أين سجّلت الدخول',
    unknownDevice: 'جهاز غير معروف',
    here: 'هذا الجهاز',
    shared: 'حاسوب مشترك',
    since: (day) => `تسجيل الدخول: ${day}`,
    lastUsed: (moment) => `آخر استخدام: ${moment}`,
    end: 'تسجيل الخروج',
    endOf: (device) => `تسجيل الخروج من ${isolated(device)}`,
    showAll: (count) => `إظهار الكل (${number('ar', count)})`,
    endOthers: 'تسجيل الخروج من كل الأجهزة الأخرى',
    question: (device) => `هل تريد تسجيل الخروج من ${isolated(device)}؟`,
    questionOfOthers: 'هل تريد تسجيل الخروج من كل الأجهزة الأخرى؟',
    means: 'يُسجَّل خروجه فورًا، ويُحذف ما يحفظه من محادثاتك حالما يتصل بالشبكة.',
    meansOfOthers: 'يُسجَّل خروجها فورًا، ويُحذف ما تحفظه من محادثاتك حالما تتصل بالشبكة.',
    cancel: 'إلغاء',
    ended: (device) => `تم تسجيل الخروج من ${isolated(device)}.`,
    endedOthers: 'تم تسجيل الخروج من كل الأجهزة الأخرى.',
    loading: 'جارٍ التحميل…',
    failed: (problem) => `لا يمكن عرض القائمة. ${problem}`,
    notEnded: (problem) => `لم يتم تسجيل أي خروج. ${problem}`,
    again: 'إعادة المحاولة',
  },

  password: {
    heading: 'تغيير كلمة المرور',
    current: 'كلمة المرور الحالية',
    next: 'كلمة المرور الجديدة',
    hint: `${MIN_PASSWORD_CHARACTERS} أحرف على الأقل. عدّة كلمات أسهل تذكّرًا من الرموز.`,
    endOthers: 'تسجيل الخروج من كل الأجهزة الأخرى',
    endOthersHint: 'من يعرف كلمة المرور الحالية لن يستطيع الدخول بها بعد الآن.',
    change: 'تغيير كلمة المرور',
    changed: 'تم تغيير كلمة المرور.',
    wrongCurrent: 'هذه ليست كلمة مرورك الحالية.',
  },
};
