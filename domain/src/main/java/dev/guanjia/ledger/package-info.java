/**
 * Double-entry books. Read {@link dev.guanjia.ledger.JournalEntry JournalEntry} first, then {@link
 * dev.guanjia.ledger.ChartOfAccounts ChartOfAccounts}, {@link dev.guanjia.ledger.PostingRules
 * PostingRules} and {@link dev.guanjia.ledger.TrialBalance TrialBalance}. Nothing here knows of
 * bills or payments. Balances are debit less credit: a debit balance is positive.
 *
 * <p>Depends on: catalogue, decision, money, calendar.
 */
package dev.guanjia.ledger;
