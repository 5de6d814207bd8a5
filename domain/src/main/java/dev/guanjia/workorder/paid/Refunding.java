package dev.guanjia.workorder.paid;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why money is not given back: every reason, most important first. */
record Refunding(PaidWork work, Money charged) {

    List<Refusal> against(Refund refund) {
        Money amount = refund.amount();
        if (!amount.currency().equals(charged.currency())) {
            return List.of(PaidRefusal.otherCurrency(charged, amount));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (refund.at().isBefore(lastAt())) {
            reasons.add(PaidRefusal.timeRunsBackwards(refund.at(), lastAt()));
        }
        if (!charged.isPositive()) {
            reasons.add(PaidRefusal.NOTHING_CHARGED.because("charged", charged.toString()));
        }
        if (!isDue(refund.at())) {
            reasons.add(notDue(refund.at()));
        }
        if (refund.reason().isBlank()) {
            reasons.add(PaidRefusal.REFUND_WITHOUT_REASON.because());
        }
        if (!amount.isPositive()) {
            reasons.add(PaidRefusal.REFUND_NOT_POSITIVE.because("amount", amount.toString()));
        }
        bound(amount).ifPresent(reasons::add);
        return reasons;
    }

    private Optional<Refusal> bound(Money amount) {
        Money before =
                work.refunds().stream()
                        .map(Refund::amount)
                        .reduce(Money.zero(charged.currency()), Money::plus);
        return !charged.isPositive() || before.plus(amount).compareTo(charged) <= 0
                ? Optional.empty()
                : Optional.of(
                        PaidRefusal.REFUND_OVER_CHARGE.because(
                                "amount", amount.toString(),
                                "refunded", before.toString(),
                                "charged", charged.toString()));
    }

    private boolean isDue(Instant at) {
        return work.state() == PaidState.REJECTED
                || work.guaranteedUntil().filter(at::isBefore).isPresent();
    }

    private Refusal notDue(Instant at) {
        return PaidRefusal.REFUND_NOT_DUE.because(
                "state", work.state().name(),
                "at", at.toString(),
                "until", work.guaranteedUntil().map(Instant::toString).orElse("-"));
    }

    private Instant lastAt() {
        List<Refund> refunds = work.refunds();
        Instant last = refunds.isEmpty() ? work.since() : refunds.get(refunds.size() - 1).at();
        return last.isAfter(work.since()) ? last : work.since();
    }
}
