package dev.guanjia.billing.collection;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;

/**
 * What the arrears list of a group says is owed of a fee (业主欠费明细).
 *
 * @param group a group that has none below it
 * @param item which fee
 * @param due zero or more
 */
public record ListedArrears(CollectionGroupId group, FeeItemId item, Money due) {}
