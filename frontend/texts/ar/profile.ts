import { MAX_ABOUT_CHARACTERS, MAX_DISPLAY_NAME_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { ProfileTexts } from '../en/profile.ts';

export const profile: ProfileTexts = {
  heading: 'الملف الشخصي',
  hint: 'هذا ما يراه الآخرون منك.',
  displayName: 'الاسم المعروض',
  displayNameProblem: `يتكوّن الاسم المعروض من حرف إلى ${MAX_DISPLAY_NAME_CHARACTERS} حرفًا مرئيًا.`,
  about: 'نبذة عنك',
  aboutHint: `سطر واحد، حتى ${MAX_ABOUT_CHARACTERS} حرفًا. اختياري.`,
  aboutProblem: `هذا سطر واحد من ${MAX_ABOUT_CHARACTERS} حرفًا على الأكثر.`,
  save: 'حفظ',
  saved: 'حُفظ ملفك الشخصي.',
  choose: 'اختيار صورة',
  chooseAnother: 'اختيار صورة أخرى',
  drop: 'أو أفلت صورة هنا.',
  remove: 'إزالة الصورة',
  preview: 'هكذا سيراك الآخرون.',
  use: 'استخدام هذه الصورة',
  cancel: 'إلغاء',
  changed: 'حُفظت صورتك.',
  removed: 'أُزيلت صورتك.',
  pictureHint: 'تُقصّ الصورة مربعةً وتُصغَّر على هذا الجهاز؛ ولا يُرسَل مكان التقاطها ولا وقته.',
  noPicture: 'لا يمكن قراءة هذا الملف كصورة. استخدم JPEG أو PNG أو WebP.',

  deletion: {
    delete: 'حذف حسابي…',
    title: 'هل تريد حذف حسابك؟',
    rule: 'تُسجَّل خروجك من كل مكان فورًا، ولا يجدك أحد بعد ذلك. خلال 24 ساعة، وعادةً على الفور، يُمحى كل ما يتعلق بك، ويختفي ما كتبته لدى الآخرين أيضًا. أما ما كتبوه لك فيبقى لديهم. ولن يحصل أحد على اسمك مرة أخرى، ولا حتى أنت.',
    exportFirst: 'احفظ ما لديك قبل ذلك: لن يكون ذلك ممكنًا بعده.',
    export: 'تصدير كل شيء…',
    password: 'كلمة مرورك',
    wrong: 'هذه ليست كلمة مرورك.',
    sure: 'حذف إلى الأبد',
    noReturn: 'لا يمكن التراجع عن هذا.',
  },
};
