package dev.guanjia.server.web;

import dev.guanjia.billing.deposit.DepositAction;
import dev.guanjia.billing.deposit.DepositEvent;
import dev.guanjia.billing.deposit.DepositSummary.Rejected;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.server.api.model.Deposit;
import dev.guanjia.server.api.model.DepositBalance;
import dev.guanjia.server.api.model.DepositKind;
import dev.guanjia.server.api.model.DepositStep;
import dev.guanjia.server.api.model.DepositSummary;
import dev.guanjia.server.api.model.DepositSummaryLine;
import dev.guanjia.server.api.model.DepositSummaryRejection;
import dev.guanjia.server.api.model.DepositSummarySignature;
import dev.guanjia.server.store.DepositBalanceStore.Balance;
import dev.guanjia.server.store.DepositStore.DepositRow;
import dev.guanjia.server.store.DepositSummaryStore.SummaryRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deposits as the document has them. */
final class DepositMapping {

    private DepositMapping() {}

    static DepositKind kind(dev.guanjia.billing.deposit.DepositKind kind) {
        return new DepositKind(kind.id(), Wire.label(kind.label()), kind.from(), kind.source());
    }

    static Deposit deposit(DepositRow row) {
        DepositTaken taken = row.deposit().taken();
        List<DepositStep> steps =
                row.deposit().events().stream().map(event -> step(event, row)).toList();
        return new Deposit(
                row.id(),
                taken.unit().value(),
                taken.kind().id(),
                Wire.money(taken.amount()),
                row.method().name(),
                taken.receipt(),
                taken.on(),
                taken.by().staff().value(),
                row.deposit().state().name(),
                Wire.money(row.deposit().balance()),
                steps,
                Wire.at(row.recordedAt()));
    }

    private static DepositStep step(DepositEvent event, DepositRow row) {
        boolean paidBack = event.action() == DepositAction.REFUND && row.paidBack() != null;
        return new DepositStep(
                        event.action().name(),
                        event.on(),
                        event.by().staff().value(),
                        event.by().post().value())
                .amount(event.amount().isZero() ? null : Wire.money(event.amount()))
                .reason(unlessEmpty(event.reason()))
                .paper(unlessEmpty(event.paper()))
                .method(paidBack ? row.paidBack().name() : null);
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    static DepositBalance balance(LocalDate on, Balance balance) {
        return new DepositBalance(
                balance.kind(),
                on,
                Wire.money(balance.received()),
                Wire.money(balance.deducted()),
                Wire.money(balance.refunded()),
                Wire.money(balance.held()));
    }

    static DepositSummary summary(SummaryRow row) {
        List<DepositSummaryLine> lines =
                row.summary().lines().stream()
                        .map(
                                line ->
                                        new DepositSummaryLine(
                                                line.deposit().value(), Wire.money(line.amount())))
                        .toList();
        return new DepositSummary(
                        row.id(),
                        lines,
                        Wire.money(row.summary().total()),
                        row.summary().on(),
                        row.summary().by().staff().value(),
                        Wire.at(row.recordedAt()))
                .signature(signature(row.summary().signed()))
                .rejection(rejection(row.summary().rejected()));
    }

    private static @Nullable DepositSummaryRejection rejection(@Nullable Rejected no) {
        return no == null
                ? null
                : new DepositSummaryRejection(no.on(), no.by().staff().value(), no.reason());
    }

    private static @Nullable DepositSummarySignature signature(
            dev.guanjia.billing.deposit.DepositSummary.@Nullable Signed signed) {
        return signed == null
                ? null
                : new DepositSummarySignature(
                        signed.on(), signed.by().staff().value(), signed.by().post().value());
    }
}
