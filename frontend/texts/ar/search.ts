import type { SearchTexts } from '../en/search.ts';
import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

const digits = (value: number) => isolated(number('ar', value));

export const search: SearchTexts = {
  messages: 'الرسائل',
  found: (messages) =>
    plural('ar', messages, {
      zero: 'لم يُعثر على أي رسالة',
      one: 'عُثر على رسالة واحدة',
      two: 'عُثر على رسالتين',
      few: 'عُثر على # رسائل',
      many: 'عُثر على # رسالة',
      other: 'عُثر على # رسالة',
    }),
  nothingFound: 'لا توجد رسالة فيها هذه الكلمات.',
  more: 'المزيد من الرسائل',
  mine: 'أنت:',

  covered: (covered, all) =>
    `جرى البحث في ${digits(covered)} من أصل ${digits(all)} من الرسائل، وهي ما على هذا الجهاز.`,
  coveredOfMore: (covered, all) =>
    `جرى البحث في ${digits(covered)} من أكثر من ${digits(all)} من الرسائل، وهي ما على هذا الجهاز.`,
  fetchRest: 'جلب الباقي',
  fetching: (covered, all) => `جارٍ الجلب: ${digits(covered)} من أصل ${digits(all)} من الرسائل`,
  progress: 'الرسائل التي جُلبت',
  stop: 'إيقاف',
  fetchFailed: 'تعذّر الوصول إلى الخادم. ما وصل حتى الآن محفوظ ويشمله البحث.',
  tryAgain: 'إعادة المحاولة',
};
