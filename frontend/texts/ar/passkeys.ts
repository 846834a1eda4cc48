import type { PasskeyTexts } from '../en/passkeys.ts';
import { isolated } from '../isolated.ts';

export const passkeys: PasskeyTexts = {
  heading: 'مفاتيح المرور',
  what: 'سجّل الدخول من دون اسم وكلمة مرور: يعرفك جهازك ببصمة إصبعك أو وجهك أو برمز PIN.',
  none: 'ليس لديك أي مفتاح مرور بعد.',
  notHere: 'لا يستطيع هذا المتصفح إنشاء مفاتيح مرور في هذا العنوان.',
  unknownDevice: 'جهاز غير معروف',
  added: (day) => `أُضيف ${day}`,
  lastUsed: (moment) => `آخر استخدام ${moment}`,
  neverUsed: 'لم يُستخدم بعد',
  loading: 'يجري تحميل مفاتيح المرور …',
  failed: (problem) => `لا يمكن عرض مفاتيح المرور. ${problem}`,
  again: 'حمّل مرة أخرى',

  add: 'أضف مفتاح مرور',
  adding: 'هل تضيف مفتاح مرور إلى حسابك؟',
  addingMeans: 'يسألك متصفحك أين يحفظه. من يستطيع فتح قفل ذلك الجهاز يستطيع من بعدها تسجيل الدخول باسمك.',
  next: 'تابع',
  hasAdded: (device) => `أُضيف مفتاح مرور ${isolated(device)}. يمكنك تسجيل الدخول به من الآن.`,
  notMade: 'لم يُنشأ أي مفتاح مرور.',
  isThere: 'في ذلك الجهاز مفتاح مرور لك من قبل.',

  remove: 'أزل',
  removeOf: (device) => `أزل مفتاح مرور ${isolated(device)}`,
  removing: (device) => `هل تزيل مفتاح مرور ${isolated(device)}؟`,
  removingMeans:
    'لن يستطيع أحد تسجيل الدخول به. وتبقى مسجّل الدخول حيث أنت. قد يظل جهازك يعرضه إلى أن تحذفه منه أيضًا.',
  hasRemoved: (device) => `أُزيل مفتاح مرور ${isolated(device)}.`,

  password: 'كلمة مرورك',
  wrongPassword: 'هذه ليست كلمة مرور حسابك.',
  cancel: 'إلغاء',
};
