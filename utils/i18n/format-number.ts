import { intlTag, type Locale } from './locale';

/** 41,210 in English, 41.210 in Danish, 41 210 in Norwegian and Swedish. */
export const formatNumber = (locale: Locale, value: number) => new Intl.NumberFormat(intlTag[locale]).format(value);
