import type { DeviceDatabase } from './device-database';

const megabyte = 1_000_000;
/** Bytes a device may give to copies of what hubs have; the last is no limit. */
export const budgets = [100 * megabyte, 500 * megabyte, 1000 * megabyte, 5000 * megabyte, Number.MAX_SAFE_INTEGER] as const;
const usual = budgets[2];

/** Anything that is not a choice means the usual one. */
export const budgetOf = (value: unknown): number => budgets.find((bytes) => String(bytes) === value) ?? usual;

export const readBudget = async (device: Pick<DeviceDatabase, 'settings'>): Promise<number> => budgetOf((await device.settings.get('budget'))?.value);
