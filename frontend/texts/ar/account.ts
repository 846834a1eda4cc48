import {
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from '../../../lib/protocol/limits.ts';
import type { AccountTexts } from '../en/account.ts';
import { isolated } from '../isolated.ts';

export const account: AccountTexts = {
  notices: {
    'session-over': 'انتهت جلستك. سجّل الدخول للمتابعة.',
  },
  welcome: 'قُلها لشخص واحد.',
  promise: 'رسائل خاصة بين شخصين. تصل فورًا، ولا يضيع منها شيء.',

  logIn: 'تسجيل الدخول',
  logInWithPasskey: 'سجّل الدخول بمفتاح مرور',
  noPasskey: 'لم يُستخدم أي مفتاح مرور.',
  newHere: 'جديد هنا؟',
  createInstead: 'أنشئ حسابًا',
  forgotten: 'نسيت كلمة المرور؟',
  createAccount: 'إنشاء حساب',
  create: 'إنشاء الحساب',
  haveAccount: 'لديك حساب؟',
  logInInstead: 'سجّل الدخول',
  oneMoment: 'لحظة…',

  name: 'اسم المستخدم',
  nameHint: `من ${MIN_NAME_CHARACTERS} إلى ${MAX_NAME_CHARACTERS} من الأحرف ${isolated('a–z 0–9 _ -')}. لا يمكن تغييره.`,
  displayName: 'الاسم المعروض',
  displayNameHint: `ما يراه الآخرون، حتى ${MAX_DISPLAY_NAME_CHARACTERS} حرفًا. اختياري.`,
  password: 'كلمة المرور',
  passwordHint: `${MIN_PASSWORD_CHARACTERS} أحرف على الأقل.`,
  showPassword: 'إظهار',
  hidePassword: 'إخفاء',
  sharedComputer: 'هذا حاسوب مشترك',
  sharedComputerHint: 'لا يُحفظ عليه شيء، وينتهي تسجيل دخولك عند إغلاق المتصفح.',

  fieldProblems: {
    name: `يتكوّن اسم المستخدم من ${MIN_NAME_CHARACTERS} إلى ${MAX_NAME_CHARACTERS} من الأحرف ${isolated('a–z 0–9 _ -')}.`,
    displayName: `يتكوّن الاسم المعروض من حرف إلى ${MAX_DISPLAY_NAME_CHARACTERS} حرفًا مرئيًا.`,
    password: `تتكوّن كلمة المرور من ${MIN_PASSWORD_CHARACTERS} إلى ${MAX_PASSWORD_CHARACTERS} حرفًا.`,
  },

  tryAgainIn: (when) => `حاول مرة أخرى ${when}.`,
};
