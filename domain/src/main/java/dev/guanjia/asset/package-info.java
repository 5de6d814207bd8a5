/**
 * What a company looks after: the {@link dev.guanjia.asset.EquipmentRegister EquipmentRegister}
 * with one place at a time and its statutory inspections, the {@link dev.guanjia.asset.DowntimeLog
 * DowntimeLog} from which {@link dev.guanjia.asset.AssetRates AssetRates} reads failure and intact
 * rates, and the {@link dev.guanjia.asset.RepairHistory RepairHistory} with its costs.
 *
 * <p>Depends on: calendar, catalogue, decision, money, property.
 */
package dev.guanjia.asset;
